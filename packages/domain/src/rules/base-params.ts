import type base from "./rule-sets/base.json";

// Types taken from the base set itself: a rule that reads a parameter which the base does not have, or reads it as
// something else than it is there, does not compile.
type BaseParams = (typeof base)["params"];

/** The name of a parameter of the base rule set. */
export type ParamName = keyof BaseParams;

type NamesOf<Value> = {
	[Name in ParamName]: BaseParams[Name]["v"] extends Value ? Name : never;
}[ParamName];

export type NumberParam = NamesOf<number>;
export type StringParam = NamesOf<string>;
export type BooleanParam = NamesOf<boolean>;
export type StringsParam = NamesOf<readonly string[]>;
export type NumbersParam = NamesOf<readonly number[]>;
