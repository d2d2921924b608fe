import { vocab } from "@zhenggai/domain/vocabulary";
import {
	DATE,
	hrefOf,
	matching,
	member,
	members,
	one,
	type Params,
	paramText,
	REGION,
	UUID,
	wholeNumber,
} from "../list/params.ts";
import type { LedgerFilter, LedgerSort } from "../types.ts";

/** What the address says about the ledger. */
export type LedgerView = { filter: LedgerFilter; sort: LedgerSort; descending: boolean };

/** The short names of the filters in the address. `open` (the drawer) is not a filter and stays. */
export const PARAMS = {
	text: "q",
	region: "region",
	unitId: "unit",
	unitRole: "as",
	sourceKinds: "source",
	inspectionId: "inspection",
	round: "round",
	tier: "tier",
	states: "state",
	field: "field",
	generality: "kind",
	dueFrom: "from",
	dueTo: "to",
	standing: "due",
	parentId: "parent",
	importId: "import",
	incomplete: "gap",
} as const satisfies Record<keyof LedgerFilter, string>;

/** Drops the keys without a value, so that equal filters are equal objects. */
function compact(filter: { [K in keyof LedgerFilter]: LedgerFilter[K] | undefined }): LedgerFilter {
	const entries = Object.entries(filter).filter(([, value]) => value !== undefined);
	return Object.fromEntries(entries);
}

/** Reads the address. What it does not know or what is malformed is left out: a shared link never breaks. */
export function readLedgerUrl(params: Params): LedgerView {
	const get = (key: keyof LedgerFilter) => one(params, PARAMS[key]);
	const sort = member(one(params, "sort"), vocab.issueSort) ?? "due";
	return {
		filter: compact({
			text: get("text")?.trim().slice(0, 100) || undefined,
			region: matching(get("region"), REGION),
			unitId: matching(get("unitId"), UUID),
			unitRole: member(get("unitRole"), vocab.assignmentRole),
			sourceKinds: members(get("sourceKinds"), vocab.sourceKind),
			inspectionId: matching(get("inspectionId"), UUID),
			round: wholeNumber(get("round"), 1, 50),
			tier: member(get("tier"), vocab.tier),
			states: members(get("states"), vocab.issueState),
			field: member(get("field"), vocab.issueField),
			generality: member(get("generality"), vocab.generality),
			dueFrom: matching(get("dueFrom"), DATE),
			dueTo: matching(get("dueTo"), DATE),
			standing: member(get("standing"), vocab.deadlineStanding),
			parentId: matching(get("parentId"), UUID),
			importId: matching(get("importId"), UUID),
			incomplete: get("incomplete") === "1" ? true : undefined,
		}),
		sort,
		descending: one(params, "desc") === "1",
	};
}

/** Every parameter of the ledger; `undefined` takes a parameter out of the address. */
export function writeLedgerUrl(view: LedgerView): Record<string, string | undefined> {
	const params: Record<string, string | undefined> = {};
	for (const key of filterKeys) params[PARAMS[key]] = paramText(view.filter[key]);
	params.sort = view.sort === "due" ? undefined : view.sort;
	params.desc = view.descending ? "1" : undefined;
	return params;
}

export const filterKeys = Object.keys(PARAMS).filter((key): key is keyof LedgerFilter => key in PARAMS);

/** The address of the ledger under a filter, for links. */
export const ledgerHref = (filter: LedgerFilter): string =>
	hrefOf("/issues", writeLedgerUrl({ filter, sort: "due", descending: false }));

/** Whether two filters ask for the same rows. */
export const sameFilter = (a: LedgerFilter, b: LedgerFilter): boolean =>
	filterKeys.every((key) => paramText(a[key]) === paramText(b[key]));
