import type { IssueDetail } from "@zhenggai/domain/issues";
import type { Finding } from "@zhenggai/domain/rules";
import type { CommandOf } from "../../types.ts";
import { partOf, planFindings } from "./findings-at.ts";

type Review = CommandOf<"reviewPlan">;

export const CRITERIA = [
	"reachable",
	"feasible",
	"landed",
	"reasonable",
] as const satisfies readonly (keyof Review["criteria"])[];
export const RELATIONS = [
	"pointAndArea",
	"commonAndIndividual",
	"formAndSubstance",
	"nowAndLong",
] as const satisfies readonly (keyof NonNullable<Review["relations"]>)[];

/** What a reviewer has said of one item so far. */
export type ItemDraft = { item: string; verdict: "pass" | "return" | ""; reason: string };

export type ReviewDraft = {
	items: ItemDraft[];
	criteria: Record<(typeof CRITERIA)[number], boolean>;
	relations: Record<(typeof RELATIONS)[number], boolean>;
	opinion: string;
	conclusion: "approve" | "return";
};

/** What a review goes through, in the order in which a plan is read. */
export function reviewItems(detail: Pick<IssueDetail, "measures" | "plan" | "constraints">): string[] {
	const live = detail.measures.filter(({ state }) => state !== "cancelled" && state !== "waived");
	return [
		...["goal", "deadline", "assignments"],
		...(detail.constraints.length > 0 ? ["constraints"] : []),
		...detail.plan.goals.map(({ id }) => `goal:${id}`),
		...live.map(({ id }) => `measure:${id}`),
	];
}

export const startReview = (detail: IssueDetail): ReviewDraft => ({
	items: reviewItems(detail).map((item) => ({ item, verdict: "", reason: "" })),
	criteria: { reachable: false, feasible: false, landed: false, reasonable: false },
	relations: { pointAndArea: false, commonAndIndividual: false, formAndSubstance: false, nowAndLong: false },
	...{ opinion: "", conclusion: "approve" },
});

/** What the rules say of an item; of the measures as a whole with none of them. */
export const findingsOfItem = (detail: IssueDetail, item: string): Finding[] =>
	planFindings(detail).filter(({ field }) => {
		const part = partOf(field, detail);
		return part === item || (item === "goal" && part === "goals");
	});

/** Passes every item that nobody has judged and of which no rule says anything. */
export const passSound = (items: readonly ItemDraft[], isSound: (item: string) => boolean): ItemDraft[] =>
	items.map((held) => (held.verdict === "" && isSound(held.item) ? { ...held, verdict: "pass" } : held));

/** Whether the plan can only go back: an item is returned, or a criterion that is asked for is not met. */
export const mustReturn = ({ items, criteria }: ReviewDraft, asked: readonly string[]): boolean =>
	items.some(({ verdict }) => verdict === "return") ||
	CRITERIA.some((name) => asked.includes(name) && !criteria[name]);

/** Whether the review says enough to be sent. */
export function isReviewReady(draft: ReviewDraft, verdict: Review["verdict"]): boolean {
	const returned = draft.items.filter((item) => item.verdict === "return");
	if (!returned.every(({ reason }) => reason.trim().length >= 2)) return false;
	if (verdict === "return") return returned.length > 0 || draft.opinion.trim().length >= 2;
	return draft.items.every((item) => item.verdict === "pass");
}

/** The review of a draft. */
export function reviewCommand(draft: ReviewDraft, verdict: Review["verdict"]): Review {
	const opinion = draft.opinion.trim();
	return {
		...{ type: "reviewPlan", verdict },
		items: draft.items.flatMap(({ item, verdict: said, reason }) =>
			said === "" ? [] : [{ item, verdict: said, reason: said === "return" ? reason.trim() : null }],
		),
		criteria: { ...draft.criteria },
		relations: { ...draft.relations },
		opinion: opinion === "" ? null : opinion,
	};
}
