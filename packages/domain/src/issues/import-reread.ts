import type { ProposedNotice } from "../close-out/index.ts";
import type { ProposedComplaint } from "../complaints/index.ts";
import { sameJson } from "../kernel/index.ts";
import type { ImportChoices, RereadDraft } from "./import.ts";
import { type Matchable, matchItems } from "./import-match.ts";
import { idleChanges } from "./import-structure.ts";
import type { Proposal, ProposedIssue } from "./proposal.ts";
import { beginningOf } from "./summary.ts";

/** Wordings at least this much alike are one item that stands elsewhere in a new reading (`D`). */
const ALIKE = 0.6;

type Item = { readonly key: string; readonly lines: readonly [number, number] };

const spot = ({ lines }: Item): string => lines.join("-");

/**
 * For each item of a new reading the key that it had: by its place, which is the same text both times, then by number
 * and wording. An item that was not there gets a key that none has had.
 */
function rekeyed<T extends Item>(
	next: readonly T[],
	known: readonly T[],
	matchable: (item: T) => Matchable,
	turn: number,
): T[] {
	const bySpot = new Map(known.map((item) => [spot(item), item.key]));
	const keys = new Map<T, string>();
	const taken = new Set<string>();
	const give = (item: T, key: string | undefined): void => {
		if (key === undefined || taken.has(key)) return;
		keys.set(item, key);
		taken.add(key);
	};
	for (const item of next) give(item, bySpot.get(spot(item)));
	const open = next.filter((item) => !keys.has(item));
	const free = known.filter(({ key }) => !taken.has(key));
	for (const [index, { at, score }] of matchItems(open.map(matchable), free.map(matchable)).entries()) {
		const item = open[index];
		if (item !== undefined && at !== null && score >= ALIKE) give(item, free[at]?.key);
	}
	return next.map((item) => ({ ...item, key: keys.get(item) ?? `${item.key}v${turn}` }));
}

const ofIssue = ({ number, rowNumber, statement }: ProposedIssue): Matchable => ({
	numbers: [number ?? rowNumber].filter((one) => one !== null),
	texts: [statement.value],
});

const ofComplaint = ({ receiptNumber, summary }: ProposedComplaint): Matchable => ({
	numbers: receiptNumber === null ? [] : [receiptNumber],
	texts: summary === null ? [] : [summary.value],
});

const ofNotice = ({ number, statement, receiptNumbers }: ProposedNotice): Matchable => ({
	numbers: number === null ? receiptNumbers : [number],
	texts: statement === null ? [] : [statement.value],
});

/** A correction on top of a new reading: the fields that the clerk had changed, and everything else as read now. */
function rebased<T extends object>(corrected: T, before: T, now: T): T {
	const changed = Object.entries(corrected).filter(
		([field, value]) => !sameJson(value, new Map(Object.entries(before)).get(field)),
	);
	return { ...now, ...Object.fromEntries(changed) };
}

function rebasedAll<T extends Item>(
	corrections: Readonly<Record<string, T>>,
	before: readonly T[],
	now: readonly T[],
): { corrections: Record<string, T>; kept: number; lost: T[] } {
	const old = new Map(before.map((item) => [item.key, item]));
	const fresh = new Map(now.map((item) => [item.key, item]));
	const lost: T[] = [];
	const entries = Object.entries(corrections).map(([key, corrected]): [string, T] => {
		const [from, to] = [old.get(key), fresh.get(key)];
		if (to === undefined) lost.push(corrected);
		if (from === undefined || to === undefined) return [key, corrected];
		return [key, { ...rebased(corrected, from, to), key, lines: to.lines }];
	});
	return { corrections: Object.fromEntries(entries), kept: entries.length - lost.length, lost };
}

/** Each once, the first of each key. */
function unique<T extends Item>(items: readonly T[]): T[] {
	const byKey = new Map<string, T>();
	for (const item of items) if (!byKey.has(item.key)) byKey.set(item.key, item);
	return [...byKey.values()];
}

type Items = Pick<Proposal, "issues" | "complaints" | "notices">;

/** A proposal with other keys of its items, in what is said about them too. */
function withKeys(proposal: Proposal, items: Items): Proposal {
	const names = new Map<string, string>();
	for (const list of ["issues", "complaints", "notices"] as const) {
		for (const [at, { key }] of proposal[list].entries()) names.set(key, items[list][at]?.key ?? key);
	}
	const warnings = proposal.warnings.map((warning) => ({
		...warning,
		item: warning.item === null ? null : (names.get(warning.item) ?? warning.item),
	}));
	return { ...proposal, ...items, warnings };
}

/** The rows of a table or the notices of a document with the keys that they had, and the corrections on top of them. */
function carryItems<T extends Item>(
	before: readonly T[],
	next: readonly T[],
	corrections: Readonly<Record<string, T>>,
	matchable: (item: T) => Matchable,
	turn: number,
) {
	const items = rekeyed(next, unique([...before, ...Object.values(corrections)]), matchable, turn);
	return { items, ...rebasedAll(corrections, before, items) };
}

/** What a reading with another hint makes of a draft. */
export type CarriedOver = {
	readonly proposal: Proposal;
	readonly choices: ImportChoices;
	readonly carried: RereadDraft["carried"];
};

/**
 * Puts a new reading of the same document in the place of an old one. An item that both have keeps its key, and with
 * it what the clerk chose, corrected, split or joined; a correction keeps the fields that the clerk changed and takes
 * the others from the new reading. Nothing that the clerk did is dropped: what has no place now is reported, stays in
 * the choices, and counts again when a later reading has the item. `turn` is a number that no earlier reading of this
 * draft had.
 */
export function carryOver(
	before: Proposal,
	next: Proposal,
	choices: ImportChoices,
	turn: number,
): CarriedOver {
	const { structure = [], complaints, notices } = choices;
	const known = unique([...before.issues, ...(choices.setAside ?? [])]);
	const issues = rekeyed(next.issues, known, ofIssue, turn);
	const rows = carryItems(
		before.complaints,
		next.complaints,
		complaints?.corrections ?? {},
		ofComplaint,
		turn,
	);
	const closed = carryItems(before.notices, next.notices, notices?.corrections ?? {}, ofNotice, turn);
	const proposal = withKeys(next, { issues, complaints: rows.items, notices: closed.items });

	const brought = new Set(structure.flatMap(({ added }) => added.map(({ key }) => key)));
	const own = Object.entries(choices.corrections).filter(([key]) => !brought.has(key));
	const ofIssues = rebasedAll(Object.fromEntries(own), known, issues);
	const idle = idleChanges(proposal, { corrections: {}, structure });
	const worked = new Set([
		...own.map(([key]) => key),
		...Object.keys(choices.items),
		...structure.flatMap(({ dropped }) => dropped),
	]);
	const there = new Set(issues.map(({ key }) => key));
	return {
		proposal,
		choices: {
			...choices,
			corrections: { ...choices.corrections, ...ofIssues.corrections },
			setAside: known.filter(({ key }) => worked.has(key) && !there.has(key)),
			...(complaints && { complaints: { ...complaints, corrections: rows.corrections } }),
			...(notices && { notices: { ...notices, corrections: closed.corrections } }),
		},
		carried: {
			kept: ofIssues.kept + rows.kept + closed.kept + structure.length - idle.length,
			lost: [
				...unique([...ofIssues.lost, ...idle.flatMap(({ added }) => added)]).map(lostItem),
				...rows.lost.map(lostRow),
				...closed.lost.map(lostItem),
			],
		},
	};
}

type Lost = RereadDraft["carried"]["lost"][number];

const lostItem = ({ key, number, statement }: ProposedIssue | ProposedNotice): Lost => ({
	key,
	number,
	statement: beginningOf(statement?.value ?? ""),
});

const lostRow = ({ key, receiptNumber, summary }: ProposedComplaint): Lost => ({
	key,
	number: receiptNumber,
	statement: beginningOf(summary?.value ?? ""),
});
