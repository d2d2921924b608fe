import type { InstrumentFilter as ApiFilter } from "@zhenggai/client";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { hrefOf, matching, members, one, type Params, paramText, REGION, UUID } from "../../list/params.ts";

/** What the board is asked with, as the API takes it. */
export type InstrumentListFilter = Pick<ApiFilter, "stages" | "kinds" | "region" | "unitId" | "issueId">;

/** The short names of the filters in the address. `open` (the drawer) and `view` (proposals) are no filters. */
const PARAMS = {
	stages: "stage",
	kinds: "kind",
	region: "region",
	unitId: "unit",
	issueId: "issue",
} as const satisfies Record<keyof InstrumentListFilter, string>;

export const instrumentFilterKeys = Object.keys(PARAMS).filter(
	(key): key is keyof InstrumentListFilter => key in PARAMS,
);

/** Reads the address. What it does not know or what is malformed is left out: a shared link never breaks. */
export function readSupervisionUrl(params: Params): InstrumentListFilter {
	const get = (key: keyof InstrumentListFilter) => one(params, PARAMS[key]);
	const filter = {
		stages: members(get("stages"), caseVocab.instrumentStage),
		kinds: members(get("kinds"), caseVocab.instrumentKind),
		region: matching(get("region"), REGION),
		unitId: matching(get("unitId"), UUID),
		issueId: matching(get("issueId"), UUID),
	};
	return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Every parameter of the list; `undefined` takes a parameter out of the address. */
export function writeSupervisionUrl(filter: InstrumentListFilter): Record<string, string | undefined> {
	const params: Record<string, string | undefined> = { view: undefined };
	for (const key of instrumentFilterKeys) params[PARAMS[key]] = paramText(filter[key]);
	return params;
}

/** The address of the board under a filter, for links. */
export const supervisionHref = (filter: InstrumentListFilter): string =>
	hrefOf("/supervision", writeSupervisionUrl(filter));

/** Whether two filters ask for the same rows. */
export const sameInstruments = (a: InstrumentListFilter, b: InstrumentListFilter): boolean =>
	instrumentFilterKeys.every((key) => paramText(a[key]) === paramText(b[key]));
