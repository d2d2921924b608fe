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
import type { ComplaintListFilter, ComplaintListSort } from "../types.ts";

/** What the address says about the list of complaints. */
export type ComplaintView = { filter: ComplaintListFilter; sort: ComplaintListSort; descending: boolean };

/** The short names of the filters in the address. `open` (the drawer) is not a filter and stays. */
export const PARAMS = {
	text: "q",
	region: "region",
	inspectionId: "inspection",
	batch: "batch",
	batchFrom: "from",
	batchTo: "to",
	channels: "channel",
	isKey: "key",
	pollutionTypes: "type",
	verdicts: "verdict",
	statuses: "status",
	importId: "import",
	waiting: "waiting",
	withdrawn: "withdrawn",
} as const satisfies Record<keyof ComplaintListFilter, string>;

export const complaintFilterKeys = Object.keys(PARAMS).filter(
	(key): key is keyof ComplaintListFilter => key in PARAMS,
);

/** What complaints can wait for. Their words are no part of the first page; this list is typed by them. */
export const WAITS = [
	"verify",
	"reply",
	"finish",
] as const satisfies readonly ComplaintListFilter["waiting"][];

/** Drops the keys without a value, so that equal filters are equal objects. */
function compact(
	filter: {
		[K in keyof ComplaintListFilter]: ComplaintListFilter[K] | undefined;
	},
): ComplaintListFilter {
	return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Reads the address. What it does not know or what is malformed is left out: a shared link never breaks. */
export function readComplaintUrl(params: Params): ComplaintView {
	const get = (key: keyof ComplaintListFilter) => one(params, PARAMS[key]);
	const key = get("isKey");
	return {
		filter: compact({
			text: get("text")?.trim().slice(0, 100) || undefined,
			region: matching(get("region"), REGION),
			inspectionId: matching(get("inspectionId"), UUID),
			batch: wholeNumber(get("batch"), 1, 999),
			batchFrom: matching(get("batchFrom"), DATE),
			batchTo: matching(get("batchTo"), DATE),
			channels: members(get("channels"), vocab.complaintChannel),
			isKey: key === "1" ? true : key === "0" ? false : undefined,
			pollutionTypes: members(get("pollutionTypes"), vocab.pollutionType),
			verdicts: members(get("verdicts"), vocab.verdict),
			statuses: members(get("statuses"), vocab.complaintStatus),
			importId: matching(get("importId"), UUID),
			waiting: WAITS.find((wait) => wait === get("waiting")),
			withdrawn: get("withdrawn") === "1" ? true : undefined,
		}),
		sort: member(one(params, "sort"), vocab.complaintSort) ?? "batch",
		descending: one(params, "desc") === "1",
	};
}

/** `isKey` has three answers: 重点件, the others, or both; so "no" is written out. */
const textOf = (filter: ComplaintListFilter, key: keyof ComplaintListFilter): string | undefined =>
	key === "isKey" && filter.isKey === false ? "0" : paramText(filter[key]);

/** Every parameter of the list; `undefined` takes a parameter out of the address. */
export function writeComplaintUrl(view: ComplaintView): Record<string, string | undefined> {
	const params: Record<string, string | undefined> = {};
	for (const key of complaintFilterKeys) params[PARAMS[key]] = textOf(view.filter, key);
	params.sort = view.sort === "batch" ? undefined : view.sort;
	params.desc = view.descending ? "1" : undefined;
	return params;
}

/** The address of the list under a filter, for links. */
export const complaintsHref = (filter: ComplaintListFilter): string =>
	hrefOf("/complaints", writeComplaintUrl({ filter, sort: "batch", descending: false }));

/** Whether two filters ask for the same rows. */
export const sameComplaints = (a: ComplaintListFilter, b: ComplaintListFilter): boolean =>
	complaintFilterKeys.every((key) => textOf(a, key) === textOf(b, key));
