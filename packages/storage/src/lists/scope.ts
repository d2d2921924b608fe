import type { RegionCode } from "@zhenggai/domain/kernel";
import { regionPrefix } from "@zhenggai/domain/kernel";

/** A part of the country: the digits that the codes of its regions start with; none for all of it. */
export type Prefix = string;

/** The part that two prefixes share: the longer one where it lies in the other, null where they lie apart. */
export function narrow(scope: Prefix, region: RegionCode | undefined): Prefix | null {
	if (region === undefined) return scope;
	const wanted = regionPrefix(region);
	if (wanted.startsWith(scope)) return wanted;
	return scope.startsWith(wanted) ? scope : null;
}

export type ScopeColumn = "province" | "city" | "region";

/** The column that is equal to a number for everything in a prefix; null for the whole country. */
export function scopeOf(prefix: Prefix): { column: ScopeColumn; value: number } | null {
	if (prefix === "") return null;
	const column = prefix.length === 2 ? "province" : prefix.length === 4 ? "city" : "region";
	return { column, value: Number(prefix) };
}

/** The same as a condition on the table known as `alias`; `add` gives the place of a new parameter. */
export function scopeCondition(prefix: Prefix, alias: string, add: (value: number) => string): string {
	const scope = scopeOf(prefix);
	return scope === null ? "true" : `${alias}.${scope.column} = ${add(scope.value)}`;
}
