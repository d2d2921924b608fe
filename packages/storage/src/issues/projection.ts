import {
	holdsNumbers,
	type Issue,
	type IssueRow,
	isLive,
	issueRow,
	listRegion,
} from "@zhenggai/domain/issues";
import type { IsoDate, Tier, UnitId } from "@zhenggai/domain/kernel";
import { type Assignment, isActive } from "@zhenggai/domain/responsibilities";
import {
	codeOf,
	FIELD_CODE,
	GENERALITY_CODE,
	kindBits,
	NO_CODE,
	regionNumbers,
	roundBits,
	TIER_CODE,
} from "../lists/codes.ts";
import { cityMark, importMark, inspectionMark, parentMark, regionMark, unitMark } from "../lists/marks.ts";
import { foldParts, indexWords } from "../lists/search-text.ts";
import { NO_DUE, numberKey } from "../lists/sort-key.ts";
import { lookupOf, type Names, regionName } from "./names.ts";

/** An issue as it is to be written: its state and what was found missing in it. */
export interface IssueToSave {
	readonly issue: Issue;
	/** Keys of the elements that are missing (rule PLAN-01), for the line and the filter `incomplete`. */
	readonly missing: readonly string[];
}

/** What the table of issues holds of one, as one record of the bulk statement. */
export interface IssueLine {
	readonly id: string;
	readonly version: number;
	readonly province: number;
	readonly city: number;
	readonly region: number;
	readonly lifecycle: number;
	readonly due: string;
	readonly number_key: string;
	readonly updated_at: string;
	readonly kinds: number;
	readonly rounds: string;
	readonly tier: number;
	readonly field: number;
	readonly generality: number;
	readonly incomplete: boolean;
	readonly parent_id: string | null;
	readonly ended_into: string | null;
	readonly changes_on: string;
	readonly row: string;
	readonly state: string;
}

/** Everything that the tables hold of an issue. */
export interface IssueRecord extends IssueLine {
	readonly haystack: string;
	/** Words and marks, each once, parted by a space. */
	readonly words: string;
}

/** One number on one list (DATA-01). */
export interface NumberRecord {
	readonly inspection_id: string;
	readonly tier: number;
	readonly list_region: number;
	readonly number: string;
	readonly issue_id: string;
}

const distinct = <T>(items: Iterable<T>): T[] => [...new Set(items)];

/** Assignments that are not over on a day, wherever they begin: as the policy counts them. */
export const partsOn = (assignments: readonly Assignment[], day: IsoDate): Assignment[] =>
	assignments.filter(({ until }) => isActive({ from: day, until }, day));

/** The line of the ledger of an issue. Throws when the issue's first inspection is not among the names. */
export function rowOf({ issue, missing }: IssueToSave, names: Names, asOf: IsoDate): IssueRow {
	const [mandate] = issue.mandates;
	const inspection = mandate && names.inspections.get(mandate.inspectionId);
	if (inspection === undefined) {
		throw new Error(`Issue ${issue.id} stands under an inspection that does not exist`);
	}
	return issueRow(issue, {
		regionName: regionName(names, issue.region),
		inspection,
		lookup: lookupOf(names),
		missing,
		asOf,
	});
}

const numbersOn = (issue: Issue): string[] =>
	distinct(
		[...issue.mandates.map(({ number }) => number), ...Object.values(issue.numberByTier)].filter(
			(number) => number !== null,
		),
	);

function marksOf(issue: Issue, parts: readonly Assignment[]): string[] {
	const place = regionNumbers(issue.region);
	const units = parts.flatMap(({ unitId, role }) => (unitId === null ? [] : [{ unitId, role }]));
	// Experts see what they are named for as people: their marks stand beside those of the units.
	const experts = parts.flatMap(({ role, personId }) =>
		role === "expert" && personId !== null ? [personId] : [],
	);
	return distinct([
		cityMark(place.city),
		regionMark(place.region),
		...issue.mandates.map(({ inspectionId }) => inspectionMark(inspectionId)),
		...issue.importIds.map(importMark),
		...(issue.parentId === null ? [] : [parentMark(issue.parentId)]),
		...units.flatMap(({ unitId, role }) => [unitMark(unitId), unitMark(unitId, role)]),
		...experts.map((id) => unitMark(id)),
	]);
}

function textOf(issue: Issue, parts: readonly Assignment[], names: Names): string {
	const unitIds = distinct(parts.flatMap(({ unitId }): UnitId[] => (unitId === null ? [] : [unitId])));
	return foldParts([
		...numbersOn(issue),
		...unitIds.map((id) => names.units.get(id)?.name ?? ""),
		issue.statement,
		issue.goal ?? "",
		...issue.measures.filter(isLive).map(({ text }) => text),
	]);
}

/** The next day on which an assignment begins or ends without an event: the line and the marks change on it. */
const nextChange = (assignments: readonly Assignment[], day: IsoDate): string =>
	assignments
		.flatMap(({ from, until }) => [from, ...(until === null ? [] : [until])])
		.filter((date) => date > day)
		.toSorted()
		.at(0) ?? NO_DUE;

/** The integer that a number is sorted by: as read, or the first in what is printed. */
function seqOf(issue: Issue, number: string): number | null {
	const [mandate] = issue.mandates;
	if (mandate?.number === number && mandate.seq !== null) return mandate.seq;
	const digits = /\d{1,9}/.exec(number.normalize("NFKC"));
	return digits === null ? null : Number(digits[0]);
}

/** The issue that this one was merged or carried over into. */
function endedInto({ ending }: Issue): string | null {
	if (ending?.kind === "merged") return ending.into;
	return ending?.kind === "carriedOver" ? ending.to : null;
}

/** What the table of issues holds of one on `day`. */
export function lineOf(save: IssueToSave, names: Names, day: IsoDate): IssueLine {
	const { issue, missing } = save;
	const row = rowOf(save, names, day);
	const inspections = issue.mandates.flatMap(({ inspectionId }) => {
		const found = names.inspections.get(inspectionId);
		return found === undefined ? [] : [found];
	});
	return {
		id: issue.id,
		version: issue.version,
		...regionNumbers(issue.region),
		lifecycle: codeOf(issue),
		due: row.due ?? NO_DUE,
		number_key: numberKey(row.number, seqOf(issue, row.number)),
		updated_at: issue.updatedAt,
		kinds: kindBits(inspections.map(({ kind }) => kind)),
		rounds: roundBits(inspections.map(({ round }) => round)),
		tier: TIER_CODE[issue.tier],
		field: issue.field === null ? NO_CODE : FIELD_CODE[issue.field],
		generality: issue.generality === null ? NO_CODE : GENERALITY_CODE[issue.generality],
		incomplete: missing.length > 0,
		parent_id: issue.parentId,
		ended_into: endedInto(issue),
		changes_on: nextChange(issue.assignments, day),
		row: JSON.stringify(row),
		state: JSON.stringify(issue),
	};
}

/** The same with what the inverted index holds. */
export function recordOf(save: IssueToSave, names: Names, day: IsoDate): IssueRecord {
	const parts = partsOn(save.issue.assignments, day);
	const haystack = textOf(save.issue, parts, names);
	return {
		...lineOf(save, names, day),
		haystack,
		words: [...indexWords(haystack), ...marksOf(save.issue, parts)].join(" "),
	};
}

/** The region of a list as a number; 0 for the central one. */
export const listNumber = (tier: Tier, region: Issue["region"]): number =>
	Number(listRegion(tier, region) ?? 0);

/**
 * The numbers that an issue carries on the lists of its tier. A merged issue has handed them to its target, a voided one
 * has given them back.
 */
export function numbersOf(issue: Issue): NumberRecord[] {
	if (!holdsNumbers(issue)) return [];
	const own = issue.numberByTier[issue.tier];
	const list = { tier: TIER_CODE[issue.tier], list_region: listNumber(issue.tier, issue.region) };
	return issue.mandates.flatMap(({ inspectionId, number }, at) =>
		distinct(own === null ? [number] : [number, own])
			.filter((carried) => !earlierMandateCarries(issue, at, carried))
			.map((carried) => ({ inspection_id: inspectionId, ...list, number: carried, issue_id: issue.id })),
	);
}

/** Whether an earlier mandate of the same inspection has put the number on the list already. */
const earlierMandateCarries = (issue: Issue, at: number, number: string): boolean =>
	issue.mandates
		.slice(0, at)
		.some(
			(earlier) =>
				earlier.inspectionId === issue.mandates[at]?.inspectionId &&
				(earlier.number === number || issue.numberByTier[issue.tier] === number),
		);
