import { z } from "zod";
import type { IsoDate } from "../kernel/index.ts";
import { isLive } from "../plans/index.ts";
import { isActive } from "../responsibilities/index.ts";
import type { Issue } from "./schema.ts";

/** The seven elements of an issue (七要素, seed1): keys of rule PLAN-01 and of a ledger line's `missing`. */
export const RequiredElement = z.enum([
	"goal",
	"deadline",
	"responsibleUnit",
	"responsibleLeader",
	"responsiblePersons",
	"supervisingUnit",
	"measures",
]);
export type RequiredElement = z.infer<typeof RequiredElement>;

export { isLive } from "../plans/index.ts";

const BIT: Readonly<Record<RequiredElement, number>> = {
	goal: 1,
	deadline: 2,
	responsibleUnit: 4,
	responsibleLeader: 8,
	responsiblePersons: 16,
	supervisingUnit: 32,
	measures: 64,
};
const ALL = 127;

type Elements = Pick<Issue, "goal" | "deadline" | "assignments" | "measures">;

/** The elements that are there, one bit each: made for every issue at every evaluation, so without lists. */
export function elementBits(issue: Elements, asOf?: IsoDate): number {
	let bits = 0;
	if (issue.goal !== null && issue.goal !== "") bits |= BIT.goal;
	if (issue.deadline !== null) bits |= BIT.deadline;
	for (const assignment of issue.assignments) {
		if (!isActive(assignment, asOf)) continue;
		switch (assignment.role) {
			case "lead":
			case "responsible":
				bits |= BIT.responsibleUnit;
				break;
			case "supervising":
				bits |= BIT.supervisingUnit;
				break;
			case "responsibleLeader":
				bits |= BIT.responsibleLeader;
				break;
			case "responsiblePerson":
				bits |= BIT.responsiblePersons;
				break;
			default:
				break;
		}
	}
	for (const measure of issue.measures) {
		if (isLive(measure)) return bits | BIT.measures;
	}
	return bits;
}

const isElement = (name: string): name is RequiredElement => Object.hasOwn(BIT, name);

/** The bits of some elements, as `elementBits` gives them. Names that are no element have none. */
export function bitsOf(elements: readonly string[]): number {
	let bits = 0;
	for (const element of elements) if (isElement(element)) bits |= BIT[element];
	return bits;
}

/** The elements whose bits are set, in their order. */
export const elementsOf = (bits: number): RequiredElement[] =>
	RequiredElement.options.filter((element) => (bits & BIT[element]) !== 0);

/**
 * Which of the seven elements an issue lacks. People and units count while their assignment holds on `asOf`; without
 * a day, while nobody has ended it.
 */
export function missingElements(issue: Elements, asOf?: IsoDate): RequiredElement[] {
	const missing = ALL & ~elementBits(issue, asOf);
	return missing === 0 ? [] : elementsOf(missing);
}
