import type { Refusal } from "./result.ts";
import type { Role } from "./role.ts";
import type { Bilingual } from "./text.ts";

/** The parts of a refusal that most refusals leave empty. */
type Details = {
	readonly field?: string | null;
	readonly who?: readonly Role[];
	readonly basis?: string | null;
};

/** Builds a {@link Refusal}: what is wrong, what would clear it, and who can (nobody, when `who` is left out). */
export const refusal = (
	rule: string,
	message: Bilingual,
	clears: Bilingual,
	details: Details = {},
): Refusal => ({
	rule,
	field: details.field ?? null,
	message,
	clears,
	who: [...(details.who ?? [])],
	basis: details.basis ?? null,
});
