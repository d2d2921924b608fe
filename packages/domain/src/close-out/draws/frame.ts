import type { Issue } from "../../issues/index.ts";
import { canonicalJson, Json, type Sha256 } from "../../journal/index.ts";
import type { IsoDate, IssueId } from "../../kernel/index.ts";
import { isActive } from "../../responsibilities/index.ts";
import type { ResolvedRules } from "../../rules/index.ts";
import { isRecurrent } from "../look-back.ts";
import { drawWith, SAMPLE_ALGORITHM, type Sample, sampleParams } from "../sample.ts";
import { type DrawMethod, FrameItem } from "./schema.ts";

const byId = (a: FrameItem, b: FrameItem): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The frame in its order: each issue once, by its id. */
export const inOrder = (items: readonly FrameItem[]): FrameItem[] =>
	[...new Map(items.map((item) => [item.id, item])).values()].toSorted(byId);

/** How a frame is written down for its hash: the same whichever algorithm draws from it. */
const FRAME_FORMAT = "zhenggai-sample/1";

/** What the hash of a frame is taken over. The order in which the items come does not matter. */
export const frameText = (items: readonly FrameItem[]): string =>
	canonicalJson(Json.parse(JSON.parse(JSON.stringify({ format: FRAME_FORMAT, items: inOrder(items) }))));

/** How is drawn by a rule set. */
export const methodOf = (rules: ResolvedRules): DrawMethod => {
	const { ratio, floor, alwaysKinds, strata } = sampleParams(rules);
	return {
		algorithm: SAMPLE_ALGORITHM,
		ruleSet: rules.id,
		ruleSetVersion: rules.version,
		ratio,
		floor,
		alwaysKinds: [...alwaysKinds],
		strata: [...strata],
	};
};

/** Draws from a frame by what was written down: anybody can, and gets the same. */
export const redraw = (items: readonly FrameItem[], seed: string, method: DrawMethod): Sample =>
	drawWith(items, seed, method, method.algorithm);

/** What beside the issue itself makes it one that is always looked at. */
export type FrameFacts = {
	readonly number: string;
	/** It was under listed supervision (挂牌督办, M33). */
	readonly wasListed: boolean;
	/** How many of its mandates come from public complaints: more than one means that it was reported again. */
	readonly complaintMandates: number;
};

type Framed = Pick<Issue, "id" | "region" | "field" | "assignments" | "closeOut">;

/**
 * A closed issue as the draw sees it. `key` is what was under listed supervision or under reinforced rectification,
 * `recurrent` what came back as often as the rule set says (LB-08), `complaintRepeat` what was reported more than once.
 */
export function frameItem(issue: Framed, facts: FrameFacts, rules: ResolvedRules, asOf: IsoDate): FrameItem {
	const lead = issue.assignments.find((held) => held.role === "lead" && isActive(held));
	const isKey = facts.wasListed || (issue.closeOut?.reinforced ?? null) !== null;
	return FrameItem.parse({
		id: issue.id,
		number: facts.number,
		region: issue.region,
		unit: lead?.unitId ?? "",
		type: issue.field ?? "",
		kinds: [
			...(isKey ? ["key"] : []),
			...(isRecurrent(issue, rules, asOf) ? ["recurrent"] : []),
			...(facts.complaintMandates > 1 ? ["complaintRepeat"] : []),
		],
		closedOn: issue.closeOut?.closedOn ?? asOf,
	});
}

/** What a repetition of a draw shows. */
export type DrawCheck = {
	/** The frame has the hash that was written down before the draw. */
	readonly frameSame: boolean;
	/** The same issues are drawn; null where nothing was drawn yet. */
	readonly sampleSame: boolean | null;
	readonly drawn: readonly IssueId[];
};

/** Repeats a draw from its frame and seed, and compares with what was written down. */
export function checkDraw(
	held: {
		readonly items: readonly FrameItem[];
		readonly sha256: string;
		readonly seed: string | null;
		readonly method: DrawMethod;
		readonly drawn: readonly IssueId[];
	},
	sha256: Sha256,
): DrawCheck {
	const frameSame = sha256(frameText(held.items)) === held.sha256;
	if (held.seed === null) return { frameSame, sampleSame: null, drawn: [] };
	const ids = new Map<string, IssueId>(held.items.map(({ id }) => [id, id]));
	const again = redraw(held.items, held.seed, held.method).picked.flatMap(({ id }) => ids.get(id) ?? []);
	const was = held.drawn.toSorted();
	const sampleSame = again.length === was.length && again.toSorted().every((id, at) => id === was[at]);
	return { frameSame, sampleSame, drawn: again };
}
