import { can } from "@zhenggai/domain/access";
import { type Issue, type IssueCommand, issueResource } from "@zhenggai/domain/issues";
import { type Refusal, refusal, say } from "@zhenggai/domain/kernel";
import { resultOf, type Screening, type ScreeningCommand } from "@zhenggai/domain/screening";
import type { Tx } from "@zhenggai/storage";
import { loadInspections, loadIssues } from "@zhenggai/storage/issues";
import { type Asking, type CarriedOut, carryOut, type Effect } from "../issues/index.ts";
import { isOwn } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { refused } from "../kit/outcome.ts";

/** How a find becomes an issue: what `registerIssue` takes. */
export type FoundRegistration = Extract<IssueCommand, { type: "registerIssue" }>;

const notSelfFound = (): Refusal =>
	refusal(
		"NOT_SELF_FOUND",
		say("排查发现的问题来源须为自查发现", "What a sweep finds is registered as found by self-check"),
		say("选择来源为“自查发现”的督察", "Choose an inspection of the kind “found by self-check”"),
		{
			field: "registration.mandate.inspectionId",
			who: ["provOffice", "cityOffice", "countyOffice"],
			basis: "S17",
		},
	);

/** Registers the issue that a find becomes: under an inspection of what offices found by themselves. */
export async function registerFound(
	tx: Tx,
	context: ServiceContext,
	registration: FoundRegistration,
	effect: Effect,
): Promise<CarriedOut> {
	const { inspectionId } = registration.mandate;
	const inspection = (await loadInspections(tx, [inspectionId])).get(inspectionId);
	if (inspection !== undefined && inspection.kind !== "selfFound") return refused([notSelfFound()]);
	return carryOut(tx, context, null, registration, effect);
}

/** Steps behind those at which a result is recorded, and ways off the ledger: nothing is written there any more. */
const PAST: ReadonlySet<Issue["lifecycle"]> = new Set([
	"publicNotice",
	"signing",
	"filing",
	"closed",
	"carriedOver",
	"merged",
	"withdrawn",
]);

/**
 * Writes what a closed sweep found to the issue that it started from (CLO-05). An issue that is past the steps at which a
 * result is recorded is left as it is; one that has not come to them holds the end of the sweep up, so that no result is
 * lost.
 */
export async function recordResult(
	tx: Tx,
	context: ServiceContext,
	screening: Screening,
	command: Extract<ScreeningCommand, { type: "closeScreening" }>,
	effect: Effect,
): Promise<CarriedOut> {
	const issue = (await loadIssues(tx, [screening.issueId], "update")).get(screening.issueId);
	if (issue === undefined || PAST.has(issue.lifecycle)) return { ok: true, warnings: [] };
	const record = { type: "recordScreening", result: resultOf(screening, command.summary) } as const;
	return carryOut(tx, context, issue, record, { ...effect, asking: recording(effect, issue) });
}

/**
 * Who writes the result to the issue: whoever closes the sweep, in his own name. Its lead unit need not be one that works on
 * the issue; the result follows from the close, which it was allowed, so that the ledger's own right stands for it.
 */
function recording({ asking, today }: Effect, issue: Issue): Asking {
	const own = can(asking.actor, "recordScreening", issueResource(issue, today)) === null;
	return own ? asking : { ...asking, actor: { kind: "system", name: "整改台账" } };
}

/** The issues of these ids that the actor may see. */
export async function visibleIssues(tx: Tx, asking: Asking, ids: readonly Issue["id"][]) {
	const found = await loadIssues(tx, ids);
	return new Map([...found].filter(([, issue]) => isOwn(asking.actor, issue.region)));
}
