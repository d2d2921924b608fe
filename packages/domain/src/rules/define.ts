import type { Bilingual, Calendar, IsoDate, Role, Severity } from "../kernel/index.ts";
import type { ParamName } from "./base-params.ts";
import { RuleParams } from "./params.ts";
import type { Finding, Param, ResolvedRules, RuleEntry, RuleGate, RuleGroup, RuleId } from "./schema.ts";

/** What every rule may know beside its subject. The day is an argument: any past or future one can be asked for. */
export type RuleContext = {
	readonly rules: ResolvedRules;
	readonly calendar: Calendar;
	readonly asOf: IsoDate;
	/** Leave out findings that speak more softly than this. All are made when it is left out. */
	readonly least?: Severity;
};

/** What a rule says when it speaks. What it leaves out is taken from the rule. */
export type FindingDraft<Name extends ParamName> = {
	readonly message: Bilingual;
	readonly clears: Bilingual;
	readonly field?: string;
	readonly severity?: Severity;
	readonly gate?: RuleGate;
	readonly who?: readonly Role[];
	/** The parameters this finding used, where the rule has more. */
	readonly used?: readonly Name[];
};

type Spoken<Name extends ParamName> = FindingDraft<Name> | readonly FindingDraft<Name>[] | null;

export type RuleDefinition<Subject, Name extends ParamName> = {
	readonly id: RuleId;
	readonly group: RuleGroup;
	/** How hard it usually speaks. */
	readonly severity: Severity;
	/** The hardest it can speak, where a finding may be harder than usual. */
	readonly hardest?: Severity;
	/** The step that its findings stand in front of. */
	readonly gate: RuleGate;
	readonly title: Bilingual;
	readonly statement: Bilingual;
	/** Every parameter it may read. */
	readonly params: readonly Name[];
	/** Sources of domain.md Appendix C, seeds, or `INF`, `K`, `D`. */
	readonly src: readonly string[];
	/** Who can clear its findings. */
	readonly who: readonly Role[];
	/** Pure. Null when there is nothing to say, so that the usual case makes nothing. */
	readonly check: (subject: Subject, params: RuleParams<Name>, context: RuleContext) => Spoken<Name>;
};

/** A rule bound to a rule set: adds what it finds to `into`. */
export type BoundRule<Subject> = (subject: Subject, context: RuleContext, into: Finding[]) => void;

export type Rule<Subject> = {
	readonly entry: RuleEntry;
	readonly gate: RuleGate;
	readonly hardest: Severity;
	readonly bind: (rules: ResolvedRules) => BoundRule<Subject>;
};

const RANK: Readonly<Record<Severity, number>> = { inform: 0, warn: 1, block: 2 };

/** Whether `severity` is at least as hard as `least`. */
export const isAtLeast = (severity: Severity, least: Severity): boolean => RANK[severity] >= RANK[least];

/** Makes a rule of its description. */
export function defineRule<Subject>(): <const Name extends ParamName>(
	definition: RuleDefinition<Subject, Name>,
) => Rule<Subject> {
	return (definition) => ({
		entry: {
			id: definition.id,
			group: definition.group,
			severity: definition.severity,
			title: definition.title,
			statement: definition.statement,
			params: [...definition.params],
			src: [...definition.src],
			who: [...definition.who],
		},
		gate: definition.gate,
		hardest: definition.hardest ?? definition.severity,
		bind: (rules) => bind(definition, rules),
	});
}

export type DecidedRule = { readonly entry: RuleEntry };

/**
 * A rule that a decider asks itself, of a command's particulars: an entry of the catalogue without a check. A test names
 * its id in the title (`[SUP-05]`), which takes the place of the cases that rules with a check have. With `sameAs` it is
 * another number of a rule with a check, which speaks for both.
 */
export const decidedRule = <const Name extends ParamName>(
	definition: Pick<
		RuleDefinition<unknown, Name>,
		"id" | "group" | "severity" | "title" | "statement" | "params" | "src" | "who"
	> &
		Pick<RuleEntry, "sameAs">,
): DecidedRule => ({
	entry: {
		...definition,
		params: [...definition.params],
		src: [...definition.src],
		who: [...definition.who],
	},
});

function bind<Subject, Name extends ParamName>(
	definition: RuleDefinition<Subject, Name>,
	rules: ResolvedRules,
): BoundRule<Subject> {
	const params = new RuleParams(rules, definition.params);
	const basis = definition.src.join(" ");
	const shown = (names: readonly Name[]): Record<string, Param> => {
		const used: Record<string, Param> = {};
		for (const name of names) used[name] = params.param(name);
		return used;
	};
	// Most findings used every parameter of their rule: those are looked up once a rule set.
	const all = shown(definition.params);
	const toFinding = (draft: FindingDraft<Name>): Finding => {
		return {
			rule: definition.id,
			field: draft.field ?? null,
			message: draft.message,
			clears: draft.clears,
			who: [...(draft.who ?? definition.who)],
			basis,
			severity: draft.severity ?? definition.severity,
			gate: draft.gate ?? definition.gate,
			params: draft.used === undefined ? all : shown(draft.used),
		};
	};
	return (subject, context, into) => {
		const spoken = definition.check(subject, params, context);
		if (spoken === null) return;
		for (const draft of "message" in spoken ? [spoken] : spoken) {
			const severity = draft.severity ?? definition.severity;
			if (context.least === undefined || isAtLeast(severity, context.least)) into.push(toFinding(draft));
		}
	};
}

/** All rules of a room bound to one rule set, ready for many subjects. */
export function bindRules<Subject>(
	rules: readonly Rule<Subject>[],
	resolved: ResolvedRules,
	least: Severity = "inform",
): BoundRule<Subject> {
	const bound = rules.filter((rule) => isAtLeast(rule.hardest, least)).map((rule) => rule.bind(resolved));
	return (subject, context, into) => {
		for (const check of bound) check(subject, context, into);
	};
}
