import type { PersonId, RegionCode, Role, Tier, UnitId, Verb } from "../kernel/index.ts";
import type { AssignmentRole } from "../responsibilities/index.ts";

/** Somebody's part in the thing that is acted on. */
export type Involvement = {
	readonly role: AssignmentRole;
	readonly unitId: UnitId | null;
	readonly personId: PersonId | null;
};

/** What the policy needs to know about the thing that is acted on. */
export type Resource = {
	/** Where it is; null for things without a place. */
	readonly region: RegionCode | null;
	/** The tier whose list holds it, null where it is in no list. */
	readonly tier: Tier | null;
	/** True where the office found it itself (source `selfFound`). */
	readonly selfFound: boolean;
	/** Assignments that are not over. */
	readonly involved: readonly Involvement[];
	/** True where the act is part of applying an import. */
	readonly importing: boolean;
	/** For accounts and keys: what they would be allowed. */
	readonly grantee: { readonly role: Role; readonly verbs: readonly Verb[] } | null;
};

/** A thing of a region that is in no list: a unit, a person, an account. */
export const placeResource = (region: RegionCode | null): Resource => ({
	region,
	tier: null,
	selfFound: false,
	involved: [],
	importing: false,
	grantee: null,
});

/** An account or key that may act as `role` in `region`; `verbs` only for keys. */
export const granteeResource = (region: RegionCode, role: Role, verbs: readonly Verb[] = []): Resource => ({
	...placeResource(region),
	grantee: { role, verbs },
});
