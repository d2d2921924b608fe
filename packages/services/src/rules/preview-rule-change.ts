import {
	beginningOf,
	evaluateIssue,
	type Inspection,
	type Issue,
	issueNumber,
	type RuleSurroundings,
} from "@zhenggai/domain/issues";
import type { Actor, InspectionId, IsoDate, RegionCode } from "@zhenggai/domain/kernel";
import { sameJson } from "@zhenggai/domain/kernel";
import {
	decideRegionRules,
	evolveRegionRules,
	type Finding,
	type RegionBook,
	type RegionRules,
	type RegionRulesCommand,
	type ResolvedRules,
	type RuleChangeEffect,
	type RuleChangePreview,
	rulesOf,
} from "@zhenggai/domain/rules";
import { lightOf } from "@zhenggai/domain/supervision";
import { type Tx, withTransaction } from "@zhenggai/storage";
import {
	countOpenIssues,
	loadChildrenOf,
	loadInspections,
	loadIssues,
	openIssues,
} from "@zhenggai/storage/issues";
import { findRegions } from "@zhenggai/storage/responsibilities";
import { loadCalendarYears, loadRegionBook } from "@zhenggai/storage/rules";
import { surroundingsOnSave } from "../issues/index.ts";
import { stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { Law } from "../kit/rules-for.ts";
import { authoriseRules, prefixOf, regionRulesId } from "./region-facts.ts";

/** How long the effects are worked out at most; what was looked at until then is shown, and how much that is (`D`). */
const MOST_MS = 5000;
const BATCH = 500;
const SHOWN = 100;

/** The law before and after a change, on the day from which it would hold. */
type Change = { readonly before: Law; readonly after: Law; readonly on: IsoDate };

type Tally = {
	checked: number;
	affected: number;
	readonly rules: Map<string, { appear: number; disappear: number }>;
	readonly lights: Map<string, { from: string; to: string; issues: number }>;
	readonly issues: RuleChangeEffect[];
};

/** Whether two rule sets say the same, told once for each pair. */
class Sameness {
	readonly #known = new WeakMap<ResolvedRules, WeakMap<ResolvedRules, boolean>>();

	of(a: ResolvedRules, b: ResolvedRules): boolean {
		const known = this.#known.get(a) ?? new WeakMap<ResolvedRules, boolean>();
		this.#known.set(a, known);
		const same = known.get(b) ?? sameValues(a, b);
		known.set(b, same);
		return same;
	}
}

const sameValues = (a: ResolvedRules, b: ResolvedRules): boolean =>
	Object.keys(a.params).every((name) => sameJson(a.params[name]?.v, b.params[name]?.v));

const sameWords = (finding: Finding): string => `${finding.rule} ${finding.field} ${finding.message.zh}`;
const samePlace = (finding: Finding): string =>
	`${finding.rule} ${finding.field} ${finding.severity} ${finding.gate}`;

/** What is left of findings after those of another list are taken away, one for one. */
function withoutThose(
	findings: readonly Finding[],
	others: readonly Finding[],
	keyOf: (finding: Finding) => string,
): Finding[] {
	const left = new Map<string, number>();
	for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
	return findings.filter((finding) => {
		const count = left.get(keyOf(finding)) ?? 0;
		if (count > 0) left.set(keyOf(finding), count - 1);
		return count === 0;
	});
}

/**
 * What comes that was not there. A finding whose wording names the parameter says the same as before with another figure:
 * it neither comes nor goes.
 */
function comes(before: readonly Finding[], after: readonly Finding[]): Finding[] {
	const fresh = withoutThose(after, before, sameWords);
	return withoutThose(fresh, withoutThose(before, after, sameWords), samePlace);
}

/** What a change would do to one issue; null where nothing. */
function effectOn(
	issue: Issue,
	inspection: Inspection | undefined,
	around: RuleSurroundings,
	{ before, after, on }: Change,
): RuleChangeEffect | null {
	const [was, is] = [before, after].map((law) => law.context(inspection, issue.region, on));
	if (was === undefined || is === undefined) return null;
	const [findingsBefore, findingsAfter] = [
		evaluateIssue(issue, around, was),
		evaluateIssue(issue, around, is),
	];
	const [from, to] = [lightOf(issue, was.rules, on).light, lightOf(issue, is.rules, on).light];
	const effect: RuleChangeEffect = {
		issueId: issue.id,
		number: issueNumber(issue),
		region: issue.region,
		regionName: issue.region,
		statement: beginningOf(issue.statement, 80),
		appear: comes(findingsBefore, findingsAfter),
		disappear: comes(findingsAfter, findingsBefore),
		light: from === to ? null : { from, to },
	};
	return effect.light === null && effect.appear.length === 0 && effect.disappear.length === 0 ? null : effect;
}

function count(tally: Tally, effect: RuleChangeEffect): void {
	tally.affected += 1;
	if (tally.issues.length < SHOWN) tally.issues.push(effect);
	const add = (rule: string, key: "appear" | "disappear") => {
		const entry = tally.rules.get(rule) ?? { appear: 0, disappear: 0 };
		entry[key] += 1;
		tally.rules.set(rule, entry);
	};
	for (const { rule } of effect.appear) add(rule, "appear");
	for (const { rule } of effect.disappear) add(rule, "disappear");
	if (effect.light === null) return;
	const key = `${effect.light.from} ${effect.light.to}`;
	const entry = tally.lights.get(key) ?? { ...effect.light, issues: 0 };
	tally.lights.set(key, { ...entry, issues: entry.issues + 1 });
}

/** The inspections of a batch, beside those that are known. */
async function addInspections(
	tx: Tx,
	batch: readonly Issue[],
	known: Map<InspectionId, Inspection>,
): Promise<void> {
	const wanted = batch.flatMap(({ mandates }) =>
		mandates.slice(0, 1).map(({ inspectionId }) => inspectionId),
	);
	const missing = [...new Set(wanted)].filter((id) => !known.has(id));
	for (const [id, inspection] of await loadInspections(tx, missing)) known.set(id, inspection);
}

async function weighBatch(
	tx: Tx,
	batch: readonly Issue[],
	inspections: ReadonlyMap<InspectionId, Inspection>,
	change: Change & { readonly same: Sameness },
	tally: Tally,
): Promise<void> {
	const inspectionOf = ({ mandates: [first] }: Issue) =>
		first === undefined ? undefined : inspections.get(first.inspectionId);
	// Most of what an office changes concerns all of its issues; what others overrule is not looked at.
	const concerned = batch.filter((issue) => {
		const [was, is] = [change.before, change.after].map((law) =>
			law.rules(inspectionOf(issue), issue.region, change.on),
		);
		return was !== undefined && is !== undefined && !change.same.of(was, is);
	});
	tally.checked += batch.length;
	if (concerned.length === 0) return;
	const parentIds = [...new Set(concerned.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])))];
	const parents = await loadIssues(tx, parentIds);
	const children = Map.groupBy(
		await loadChildrenOf(
			tx,
			concerned.map(({ id }) => id),
		),
		({ parentId }) => parentId,
	);
	for (const issue of concerned) {
		const parent = issue.parentId === null ? undefined : parents.get(issue.parentId);
		const inspection = inspectionOf(issue);
		const around = surroundingsOnSave(inspection, parent, children.get(issue.id) ?? []);
		const effect = effectOn(issue, inspection, around, change);
		if (effect !== null) count(tally, effect);
	}
}

/** Walks through the region's open issues until all are weighed or the time is over. */
async function weigh(tx: Tx, region: RegionCode, change: Change): Promise<Tally & { complete: boolean }> {
	const until = performance.now() + MOST_MS;
	const tally: Tally = { checked: 0, affected: 0, rules: new Map(), lights: new Map(), issues: [] };
	const inspections = new Map<InspectionId, Inspection>();
	const same = new Sameness();
	for await (const batch of openIssues(tx, prefixOf(region), BATCH)) {
		if (performance.now() > until) return { ...tally, complete: false };
		await addInspections(tx, batch, inspections);
		await weighBatch(tx, batch, inspections, { ...change, same }, tally);
	}
	return { ...tally, complete: true };
}

/** The first issues with the names of their regions, by region and number. */
async function named(tx: Tx, effects: readonly RuleChangeEffect[]): Promise<RuleChangeEffect[]> {
	const regions = await findRegions(tx, [...new Set(effects.map(({ region }) => region))]);
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	const order = ({ region, number }: RuleChangeEffect) => `${region} ${number.padStart(8, "0")}`;
	return effects
		.map((effect) => ({ ...effect, regionName: names.get(effect.region) ?? effect.region }))
		.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

function changedParams(
	[before, after]: readonly [RegionBook, RegionBook],
	region: RegionCode,
	on: IsoDate,
): RuleChangePreview["params"] {
	const [was, is] = [rulesOf(before, { region, on }).params, rulesOf(after, { region, on }).params];
	return Object.keys(is).flatMap((name) => {
		const [from, to] = [was[name], is[name]];
		if (from === undefined || to === undefined || sameJson(from.v, to.v)) return [];
		return [{ name, before: from, after: to }];
	});
}

async function previewIn(
	tx: Tx,
	context: ServiceContext,
	{ actor, region, command }: { actor: Actor; region: RegionCode; command: RegionRulesCommand },
): Promise<RuleChangePreview> {
	const { now } = momentOf(context);
	const on = command.effectiveFrom;
	const [book, years] = await Promise.all([loadRegionBook(tx), loadCalendarYears(tx)]);
	const state = book.get(region) ?? null;
	const stamp = stampOf(actor);
	const decision = decideRegionRules(state, command, {
		actor,
		stamp,
		now,
		region,
		id: regionRulesId(region),
		book,
	});
	const nothing = {
		region,
		on,
		params: [],
		open: 0,
		checked: 0,
		affected: 0,
		rules: [],
		lights: [],
		issues: [],
	};
	if (!decision.ok) return { ...nothing, refusals: [...decision.refusals], complete: true };
	const next = decision.events.reduce<RegionRules | null>(evolveRegionRules, state);
	if (next === null) throw new Error(`${command.type} was accepted without an event`);
	const after = new Map(book).set(region, next);
	const tally = await weigh(tx, region, {
		before: new Law({ book, years }),
		after: new Law({ book: after, years }),
		on,
	});
	return {
		region,
		on,
		refusals: [],
		params: changedParams([book, after], region, on),
		open: tally.complete ? tally.checked : await countOpenIssues(tx, prefixOf(region)),
		checked: tally.checked,
		complete: tally.complete,
		affected: tally.affected,
		rules: [...tally.rules]
			.map(([rule, counts]) => ({ rule, ...counts }))
			.toSorted((a, b) => (a.rule < b.rule ? -1 : 1)),
		lights: [...tally.lights.values()],
		issues: await named(tx, tally.issues),
	};
}

/**
 * What a change would do, on the day from which it would hold: which values, which findings of the region's open issues,
 * which lights. Reads the region's own issues alone, on one snapshot, for a few seconds at most; says how many it looked
 * at. Writes nothing. A change that is refused has no effects, and the refusals say why.
 */
export const previewRuleChange =
	(context: ServiceContext) =>
	async (actor: Actor, region: RegionCode, command: RegionRulesCommand): Promise<RuleChangePreview> => {
		authoriseRules(actor, region);
		return withTransaction(context.database, (tx) => previewIn(tx, context, { actor, region, command }), {
			isolation: "repeatable read",
			readOnly: true,
		});
	};
