import { z } from "zod";
import { Role } from "./role.ts";
import { Bilingual } from "./text.ts";

/** How hard a rule speaks: block the step, ask for a justification, or only inform (domain.md §4). */
export const Severity = z.enum(["block", "warn", "inform"]);
export type Severity = z.infer<typeof Severity>;

/**
 * Why something cannot be done. The same object is returned by the server, shown beside a disabled button,
 * printed by the terminal and read by a client's program.
 */
export const Refusal = z.object({
	/** Rule id of the catalogue (`PLAN-01`), or a plain code such as `NOT_ALLOWED` or `VERSION_CONFLICT`. */
	rule: z.string(),
	/** Path of the field that is at fault, when there is one: `measures.2.deadline`. */
	field: z.string().nullable(),
	message: Bilingual,
	/** What would clear it. */
	clears: Bilingual,
	/** Who can clear it. Empty when nobody can. */
	who: z.array(Role),
	/** What the rule rests on (a source id of domain.md Appendix C or a document), null for plain codes. */
	basis: z.string().nullable(),
});
export type Refusal = z.infer<typeof Refusal>;

export type Result<T, E = readonly Refusal[]> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly refusals: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const refuse = (...refusals: readonly Refusal[]): Result<never> => ({ ok: false, refusals });

/** What every `decide` returns: the events to journal, or why not. It never throws. */
export type Decision<E> =
	| { readonly ok: true; readonly events: readonly E[] }
	| { readonly ok: false; readonly refusals: readonly Refusal[] };

export const accept = <E>(...events: readonly E[]): Decision<E> => ({ ok: true, events });
export const reject = (...refusals: readonly Refusal[]): Decision<never> => ({ ok: false, refusals });
