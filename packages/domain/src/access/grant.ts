import type { Role } from "../kernel/index.ts";

/**
 * How far a role may do something. Except for `anywhere`, every grant ends at the actor's own region and what
 * lies below it (domain.md §6).
 *
 * - `none`       not at all
 * - `anywhere`   words and names that everybody who works here needs
 * - `region`     anything in the region
 * - `home`       what is kept at the actor's own region itself: nothing of the regions below
 * - `unit`       where the actor's unit has an assignment that is not over
 * - `assigned`   where the actor's unit or person has an assignment that is not over
 * - `lead`       where the actor's unit leads
 * - `supervising` where the actor's unit supervises
 * - `panel`      where the actor is, as a person, one of the experts of the acceptance
 * - `acceptance` where the actor's unit accepts
 * - `above`      the office of the next tier up; for the lists of the top tier the province's leading group
 * - `higher`     an office of any higher tier; for the lists of the top tier the province's leading group
 * - `worker`     where the actor's unit leads or is responsible
 * - `ownList`    the lists of the office's own tier and of the tiers below it
 * - `selfFound`  as `ownList`, and only what the office found by itself
 * - `grantee`    accounts and keys that may do no more than their maker
 */
export type Grant =
	| "none"
	| "anywhere"
	| "region"
	| "home"
	| "unit"
	| "assigned"
	| "lead"
	| "supervising"
	| "acceptance"
	| "panel"
	| "above"
	| "higher"
	| "worker"
	| "ownList"
	| "selfFound"
	| "grantee";

export type PolicyRow = Readonly<Record<Role, Grant>>;

/** A row that grants nothing: every other starts from it. */
export const NOBODY: PolicyRow = {
	provOffice: "none",
	cityOffice: "none",
	countyOffice: "none",
	leadingGroup: "none",
	leadUnit: "none",
	respUnit: "none",
	supUnit: "none",
	accUnit: "none",
	expert: "none",
	sector: "none",
	discipline: "none",
	liaison: "none",
	public: "none",
	enterprise: "none",
	auditor: "none",
};
