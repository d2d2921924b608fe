import type {
	BooleanParam,
	NumberParam,
	NumbersParam,
	ParamName,
	StringParam,
	StringsParam,
} from "./base-params.ts";
import type { Param, ParamValue, ResolvedRules } from "./schema.ts";

/**
 * A rule set that cannot serve a rule: a parameter is missing or of another kind. Never thrown for a set from
 * `resolveRules` that is built on the base.
 */
export class RuleSetError extends Error {
	constructor(ruleSet: string, param: string, wanted: string) {
		super(`Rule set ${ruleSet}: parameter ${param} is not ${wanted}`);
		this.name = "RuleSetError";
	}
}

const isNumbers = (value: ParamValue): value is number[] =>
	Array.isArray(value) && value.every((item) => typeof item === "number");
const isStrings = (value: ParamValue): value is string[] =>
	Array.isArray(value) && value.every((item) => typeof item === "string");

/** The kind of a parameter's value. An empty list is a list of words. */
export function kindOf(value: ParamValue): "number" | "string" | "boolean" | "strings" | "numbers" {
	if (typeof value === "number") return "number";
	if (typeof value === "string") return "string";
	if (typeof value === "boolean") return "boolean";
	return isStrings(value) ? "strings" : "numbers";
}

/**
 * What a rule reads its parameters through: only those it declared, only as what they are. Anything else does not
 * compile. Throws {@link RuleSetError} for a rule set that lacks one of them or has it as something else.
 */
export class RuleParams<Name extends ParamName> {
	readonly #params: Readonly<Record<string, Param>>;
	// One table a kind, filled once: rules read these for every subject.
	readonly #numbers: Record<string, number> = {};
	readonly #strings: Record<string, string> = {};
	readonly #booleans: Record<string, boolean> = {};
	readonly #texts: Record<string, readonly string[]> = {};
	readonly #figures: Record<string, readonly number[]> = {};
	readonly #ruleSet: string;

	constructor(ruleSet: ResolvedRules, names: readonly Name[]) {
		this.#params = ruleSet.params;
		this.#ruleSet = ruleSet.id;
		for (const name of names) {
			const { v } = this.param(name);
			if (typeof v === "number") this.#numbers[name] = v;
			else if (typeof v === "string") this.#strings[name] = v;
			else if (typeof v === "boolean") this.#booleans[name] = v;
			else {
				if (isStrings(v)) this.#texts[name] = v;
				if (isNumbers(v)) this.#figures[name] = v;
			}
		}
	}

	number(name: Name & NumberParam): number {
		return this.#there(this.#numbers[name], name, "a number");
	}

	string(name: Name & StringParam): string {
		return this.#there(this.#strings[name], name, "a text");
	}

	boolean(name: Name & BooleanParam): boolean {
		return this.#there(this.#booleans[name], name, "true or false");
	}

	strings(name: Name & StringsParam): readonly string[] {
		return this.#there(this.#texts[name], name, "a list of texts");
	}

	numbers(name: Name & NumbersParam): readonly number[] {
		return this.#there(this.#figures[name], name, "a list of numbers");
	}

	/** The value with its source, as a finding shows it. */
	param(name: Name): Param {
		return this.#there(this.#params[name], name, "there");
	}

	#there<T>(value: T | undefined, name: string, wanted: string): T {
		if (value === undefined) throw new RuleSetError(this.#ruleSet, name, wanted);
		return value;
	}
}

/**
 * How what is asked for issue after issue reads its parameters: bound once to each rule set that is in use. Throws
 * {@link RuleSetError} as {@link RuleParams} does.
 */
export function boundParams<const Name extends ParamName>(
	names: readonly Name[],
): (rules: ResolvedRules) => RuleParams<Name> {
	const bound = new WeakMap<ResolvedRules, RuleParams<Name>>();
	return (rules) => {
		let params = bound.get(rules);
		if (params === undefined) {
			params = new RuleParams(rules, names);
			bound.set(rules, params);
		}
		return params;
	};
}
