import {
	childRegistrations,
	decideIssue,
	evolveIssue,
	type Inspection,
	type Issue,
	type IssueCommand,
	type IssueContext,
	type IssueEvent,
	type IssueSurroundings,
	mandateFollowUps,
	neededFacts,
} from "@zhenggai/domain/issues";
import {
	type Actor,
	type ActorStamp,
	type InspectionId,
	type Instant,
	NOWHERE_YET,
	ok,
	type Refusal,
	type Result,
	shanghaiDate,
} from "@zhenggai/domain/kernel";
import type { Tx } from "@zhenggai/storage";
import { type LoadedSurroundings, loadIssues, loadSurroundings } from "@zhenggai/storage/issues";
import { isOwn } from "../kit/authorise.ts";
import { sha256Of } from "../kit/json.ts";
import { lawOf } from "../kit/rules-for.ts";

/** Who asks, and when. */
export type Asking = {
	readonly actor: Actor;
	readonly stamp: ActorStamp;
	readonly now: Instant;
	readonly importing?: boolean;
};

/** What one command makes of one issue. */
export type Change = {
	readonly before: Issue | null;
	readonly issue: Issue;
	readonly events: readonly IssueEvent[];
	/** The inspections that were looked up for the decision, so that nobody looks them up again. */
	readonly inspections?: ReadonlyMap<InspectionId, Inspection>;
};

type Register = Extract<IssueCommand, { type: "registerIssue" }>;

const SYSTEM: Actor = { kind: "system", name: "整改台账" };

/** Issues that the actor may not see do not exist as targets. */
function withoutForeign({ surroundings, issues }: LoadedSurroundings, command: IssueCommand, actor: Actor) {
	const target =
		command.type === "mergeIssue" ? command.into : command.type === "carryOverIssue" ? command.to : null;
	const found = target === null ? undefined : issues.get(target);
	if (found === undefined || isOwn(actor, found.region)) return surroundings;
	const known = new Map(surroundings.issues);
	known.delete(found.id);
	return { ...surroundings, issues: known };
}

const listOf = (state: Issue | null, command: IssueCommand): Pick<Issue, "tier" | "region"> | null =>
	state ?? (command.type === "registerIssue" ? command : null);

/**
 * The rules that the issue is under on the day of the decision: those of its first mandate's inspection and of its
 * region.
 */
async function lawFor(
	tx: Tx,
	state: Issue | null,
	command: IssueCommand,
	inspections: ReadonlyMap<InspectionId, Inspection>,
	now: Instant,
): Promise<Pick<IssueContext, "rules" | "calendar">> {
	const first = state?.mandates[0] ?? (command.type === "registerIssue" ? command.mandate : undefined);
	const inspection = first === undefined ? undefined : inspections.get(first.inspectionId);
	const region = listOf(state, command)?.region ?? inspection?.region ?? NOWHERE_YET;
	const { rules, calendar } = (await lawOf(tx)).context(inspection, region, shanghaiDate(now));
	return { rules, calendar };
}

/** Decides one command on the facts of this transaction. */
async function decideOne(
	tx: Tx,
	asking: Asking,
	state: Issue | null,
	command: IssueCommand,
	adjust: (surroundings: IssueSurroundings) => IssueSurroundings = (same) => same,
): Promise<Result<Change>> {
	const list = listOf(state, command);
	const needed = neededFacts(state, command);
	const none: LoadedSurroundings = { surroundings: EMPTY, issues: new Map(), inspections: new Map() };
	const loaded = list === null ? none : await loadSurroundings(tx, needed, list, "share");
	const context: IssueContext = {
		...asking,
		...(await lawFor(tx, state, command, loaded.inspections, asking.now)),
		sha256: sha256Of,
		surroundings: adjust(withoutForeign(loaded, command, asking.actor)),
	};
	const decision = decideIssue(state, command, context);
	if (!decision.ok) return decision;
	const issue = decision.events.reduce<Issue | null>(evolveIssue, state);
	if (issue === null) throw new Error(`${command.type} was accepted without an event`);
	return ok({ before: state, issue, events: decision.events, inspections: loaded.inspections });
}

const EMPTY: IssueSurroundings = {
	issues: new Map(),
	inspections: new Map(),
	units: new Map(),
	people: new Map(),
	takenNumbers: [],
	files: new Map(),
	evidenceUses: [],
};

async function register(tx: Tx, asking: Asking, commands: readonly Register[]): Promise<Result<Change[]>> {
	const changes: Change[] = [];
	const refusals: Refusal[] = [];
	for (const command of commands) {
		const decided = await decideOne(tx, asking, null, command);
		if (decided.ok) changes.push(decided.value);
		else refusals.push(...decided.refusals);
	}
	return refusals.length > 0 ? { ok: false, refusals } : ok(changes);
}

/** The target of a merger takes over the mandates: a consequence of the merger, which the actor was allowed. */
async function takeOver(tx: Tx, asking: Asking, merged: Change, into: Issue): Promise<Result<Change>> {
	const system = { ...asking, actor: SYSTEM };
	// In the database the merged issue still carries its numbers: it hands them over in this very transaction.
	const handedOver = (surroundings: IssueSurroundings): IssueSurroundings => ({
		...surroundings,
		takenNumbers: surroundings.takenNumbers.filter(({ issueId }) => issueId !== merged.issue.id),
	});
	let target: Change = { before: into, issue: into, events: [] };
	for (const command of mandateFollowUps(merged.issue, into)) {
		const decided = await decideOne(tx, system, target.issue, command, handedOver);
		if (!decided.ok) return decided;
		target = {
			before: into,
			issue: decided.value.issue,
			events: [...target.events, ...decided.value.events],
		};
	}
	return ok(target);
}

/**
 * What a command makes of the ledger: of its issue, of the children that a decomposition registers, of the target
 * that takes over a merged issue's mandates. All of it, or the refusals.
 */
export async function decideChanges(
	tx: Tx,
	asking: Asking,
	state: Issue | null,
	command: IssueCommand,
): Promise<Result<Change[]>> {
	const decided = await decideOne(tx, asking, state, command);
	if (!decided.ok) return decided;
	const main = decided.value;
	if (command.type === "decomposeIssue" && state !== null) {
		const known = await loadIssues(
			tx,
			command.children.map(({ issueId }) => issueId),
		);
		const children = await register(tx, asking, childRegistrations(state, command, new Set(known.keys())));
		return children.ok ? ok([main, ...children.value]) : children;
	}
	if (command.type === "mergeIssue") {
		const into = (await loadIssues(tx, [command.into], "update")).get(command.into);
		if (into === undefined) return ok([main]);
		const target = await takeOver(tx, asking, main, into);
		if (!target.ok) return target;
		return ok(target.value.events.length === 0 ? [main] : [main, target.value]);
	}
	return ok([main]);
}
