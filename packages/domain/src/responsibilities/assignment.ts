import type { IsoDate } from "../kernel/index.ts";
import type { Assignment, AssignmentRole, PersonRole, UnitRole } from "./schema.ts";

/**
 * Whether an assignment holds on a day; without a day, whether nobody has ended it yet. It holds from its first
 * day up to, not including, `until`.
 */
export function isActive(assignment: Pick<Assignment, "from" | "until">, asOf?: IsoDate): boolean {
	if (asOf === undefined) return assignment.until === null;
	return assignment.from <= asOf && (assignment.until === null || assignment.until > asOf);
}

const UNIT_ROLE_NAMES: Readonly<Record<UnitRole, true>> = {
	lead: true,
	responsible: true,
	supporting: true,
	supervising: true,
	acceptance: true,
	materials: true,
};

/** Whether a role is a unit's; the others are persons'. */
export const isUnitRole = (role: AssignmentRole): role is UnitRole => Object.hasOwn(UNIT_ROLE_NAMES, role);

/** Whether a role is a person's. */
export const isPersonRole = (role: AssignmentRole): role is PersonRole => !isUnitRole(role);
