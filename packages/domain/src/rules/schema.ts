import { z } from "zod";
import { Bilingual, IsoDate, Refusal, Role, Severity } from "../kernel/index.ts";

export const RuleGroup = z.enum([
	"PLAN",
	"BASE",
	"DL",
	"EXT",
	"PRG",
	"WRN",
	"SUP",
	"EV",
	"ANTI",
	"ACC",
	"PUB",
	"CLO",
	"SOD",
	"LB",
	"CMP",
	"RSP",
	"DATA",
]);
export type RuleGroup = z.infer<typeof RuleGroup>;

export const RuleId = z.string().regex(/^[A-Z]{2,4}-\d{2}$/);
export type RuleId = z.infer<typeof RuleId>;

/** A parameter's value with where it comes from (`S03`, `seed1`, `INF`, `K`, `D` of domain.md §0). */
export const ParamValue = z.union([
	z.number(),
	z.string(),
	z.boolean(),
	z.array(z.string()),
	z.array(z.number()),
]);
export type ParamValue = z.infer<typeof ParamValue>;
export const Param = z.object({ v: ParamValue, src: z.string().min(1).max(60) });
export type Param = z.infer<typeof Param>;

/** A rule set as data: a preset of a place, built on another one. */
export const RuleSet = z.object({
	id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
	name: Bilingual,
	extends: z.string().nullable(),
	version: z.int().min(1),
	effectiveFrom: IsoDate,
	effectiveTo: IsoDate.nullable(),
	params: z.record(z.string(), Param),
});
export type RuleSet = z.infer<typeof RuleSet>;

/** A rule set with everything it inherits filled in: what evaluation takes. */
export type ResolvedRules = {
	readonly id: string;
	readonly version: number;
	readonly params: Readonly<Record<string, Param>>;
};

/**
 * The step that a finding stands in front of: `save` any change of the subject, `submitPlan` the hand-in of the plan,
 * `selfCheck` the owner's "done", `applyAcceptance` the application for acceptance, `closeOut` the way out of acceptance
 * to notice and signature; `report` holds nothing up and is shown and reported.
 */
export const RuleGate = z.enum(["save", "submitPlan", "selfCheck", "applyAcceptance", "closeOut", "report"]);
export type RuleGate = z.infer<typeof RuleGate>;

/** What a rule found, explaining itself: the refusal it would give, how hard, and the parameters it used. */
export const Finding = Refusal.extend({
	severity: Severity,
	/** Left out where it stands in front of every step. */
	gate: RuleGate.optional(),
	params: z.record(z.string(), Param),
});
export type Finding = z.infer<typeof Finding>;

/** A catalogue entry as programs and pages see it. */
export const RuleEntry = z.object({
	id: RuleId,
	group: RuleGroup,
	severity: Severity,
	title: Bilingual,
	statement: Bilingual,
	params: z.array(z.string()),
	src: z.array(z.string()),
	who: z.array(Role),
	/** The rule that says the same under another number of the reference and speaks for both. */
	sameAs: RuleId.optional(),
});
export type RuleEntry = z.infer<typeof RuleEntry>;

/** A catalogue entry as it is listed: with its parameters as the base has them, and the tests that show it where asked for. */
export const ListedRule = RuleEntry.extend({
	values: z.record(z.string(), Param),
	/** `file › title` of each. */
	tests: z.array(z.string()).optional(),
});
export type ListedRule = z.infer<typeof ListedRule>;
