import { type Deadline, type ImportId, MeasureId, sameJson, type UnitId } from "../kernel/index.ts";
import type { IssueCommand } from "./commands.ts";
import type { FieldDifference } from "./import.ts";
import { matchItems, normalNumber } from "./import-match.ts";
import { cut, type Resolution, sameText, wantedParties, wholeDeadline } from "./import-wanted.ts";
import type { ProposedMeasure } from "./proposal.ts";
import type { Measure, NewMeasure } from "./schema.ts";

type Wanted = {
	readonly number: string | null;
	readonly text: string;
	readonly deadline: Deadline | null;
	readonly responsible: readonly UnitId[];
	readonly supporting: readonly UnitId[];
};

/** How the measures of a document differ from those of the ledger. */
export type MeasureDifference = {
	readonly difference: FieldDifference | null;
	readonly commands: readonly IssueCommand[];
	readonly undecided: readonly string[];
};

function wantedMeasure(proposed: ProposedMeasure, resolution: Resolution): Wanted & { undecided: string[] } {
	const responsible = wantedParties(proposed.responsibleUnits, resolution.unit);
	const supporting = wantedParties(proposed.supportingUnits, resolution.unit);
	return {
		number: proposed.number === null ? null : cut(proposed.number, 40) || null,
		text: cut(proposed.text, 20_000),
		deadline: wholeDeadline(proposed.deadline),
		responsible: responsible.ids,
		supporting: supporting.ids,
		undecided: [...responsible.undecided, ...supporting.undecided],
	};
}

/** A measure of a document as a new one of the ledger. */
export const newMeasure = (wanted: Wanted, newId: () => string): NewMeasure => ({
	id: MeasureId.parse(newId()),
	number: wanted.number,
	text: wanted.text,
	type: null,
	term: null,
	deadline: wanted.deadline,
	responsibleUnitIds: [...wanted.responsible],
	supportingUnitIds: [...wanted.supporting],
	milestones: [],
	provisional: null,
	similarScreening: false,
});

/** The measures that a document names, ready for the ledger; empty ones are left out. */
export const wantedMeasures = (
	proposed: readonly ProposedMeasure[],
	resolution: Resolution,
): (Wanted & { undecided: string[] })[] =>
	proposed.map((measure) => wantedMeasure(measure, resolution)).filter(({ text }) => text !== "");

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && a.every((item) => b.includes(item));

/** What a document changes about a measure; what it does not say stays as it is. */
function changesOf(measure: Measure, wanted: Wanted): Partial<Omit<NewMeasure, "id">> {
	const changes: Partial<Omit<NewMeasure, "id">> = {};
	if (!sameText(measure.text, wanted.text)) changes.text = wanted.text;
	if (wanted.number !== null && normalNumber(wanted.number) !== normalNumber(measure.number ?? "")) {
		changes.number = wanted.number;
	}
	if (wanted.deadline !== null && !sameDeadline(measure.deadline, wanted.deadline)) {
		changes.deadline = wanted.deadline;
	}
	if (wanted.responsible.length > 0 && !sameSet(measure.responsibleUnitIds, wanted.responsible)) {
		changes.responsibleUnitIds = [...wanted.responsible];
	}
	if (wanted.supporting.length > 0 && !sameSet(measure.supportingUnitIds, wanted.supporting)) {
		changes.supportingUnitIds = [...wanted.supporting];
	}
	return changes;
}

/** Whether two deadlines are the same, whatever white space their wordings have. */
export const sameDeadline = (a: Deadline | null, b: Deadline | null): boolean =>
	a === b ||
	(a !== null &&
		b !== null &&
		a.category === b.category &&
		sameText(a.text, b.text) &&
		sameJson(a.point, b.point));

type MeasureText = Pick<Wanted, "number" | "text" | "deadline">;

const lineOf = ({ number, text, deadline }: MeasureText): string =>
	`${number ?? ""}${text}${deadline === null ? "" : `（${deadline.text}）`}`;

const linesOf = (items: readonly MeasureText[]): string | null =>
	items.length === 0 ? null : items.map(lineOf).join("\n");

const matchable = ({ number, text }: { number: string | null; text: string }) => ({
	numbers: number === null ? [] : [number],
	texts: [text],
});

/** Whether a measure of the ledger is word for word what a document says, also in what it leaves out. */
const isExactly = (measure: Measure, wanted: Wanted): boolean =>
	Object.keys(changesOf(measure, wanted)).length === 0 &&
	sameDeadline(measure.deadline, wanted.deadline) &&
	sameSet(measure.responsibleUnitIds, wanted.responsible) &&
	sameSet(measure.supportingUnitIds, wanted.supporting);

/** Whether a document says nothing of a measure that the ledger does not say already. */
const isSaid = (measure: Measure, wanted: Wanted): boolean =>
	Object.keys(changesOf(measure, wanted)).length === 0;

/**
 * Which live measure each measure of a document is, at most one each. What the ledger has word for word is that one, then
 * what it says already: two measures alike but for a unit would otherwise be taken for each other, and change places at
 * every import.
 */
function pairsOf(wanted: readonly Wanted[], live: readonly Measure[]): (number | null)[] {
	const pairs: (number | null)[] = wanted.map(() => null);
	const taken = new Set<number>();
	for (const fits of [isExactly, isSaid]) {
		for (const [index, item] of wanted.entries()) {
			if (pairs[index] !== null) continue;
			const at = live.findIndex((measure, place) => !taken.has(place) && fits(measure, item));
			if (at < 0) continue;
			pairs[index] = at;
			taken.add(at);
		}
	}
	const open = pairs.flatMap((at, index) => (at === null ? [index] : []));
	const free = live.flatMap((_, at) => (taken.has(at) ? [] : [at]));
	const matches = matchItems(
		open.flatMap((index) => wanted[index] ?? []).map(matchable),
		free.flatMap((at) => live[at] ?? []).map(matchable),
	);
	for (const [place, index] of open.entries()) {
		const at = matches[place]?.at ?? null;
		pairs[index] = at === null ? null : (free[at] ?? null);
	}
	return pairs;
}

/**
 * Compares the measures of a document with those that are live on the ledger: matched by number and wording, what
 * differs is amended, what is new is added, and what the document no longer names is cancelled where a document had
 * brought it. Measures written by hand are left alone.
 */
export function diffMeasures(
	proposed: readonly ProposedMeasure[],
	measures: readonly Measure[],
	resolution: Resolution,
	act: { readonly importId: ImportId; readonly reason: string; readonly newId: () => string },
): MeasureDifference {
	const wanted = wantedMeasures(proposed, resolution);
	const live = measures.filter(({ state }) => state !== "cancelled");
	const pairs = pairsOf(wanted, live);
	const kept = new Set(pairs);
	const gone = live.filter((measure, at) => !kept.has(at) && (measure.importId ?? null) !== null);
	const added = wanted.filter((_, index) => pairs[index] === null);
	const amended = wanted.flatMap((item, index) => {
		const at = pairs[index] ?? null;
		const measure = at === null ? undefined : live[at];
		if (measure === undefined) return [];
		const changes = changesOf(measure, item);
		return Object.keys(changes).length === 0 ? [] : [{ measure, item, changes }];
	});
	const { importId, reason, newId } = act;
	const commands: IssueCommand[] = [
		...amended.map(
			({ measure, changes }): IssueCommand => ({
				type: "amendMeasure",
				measureId: measure.id,
				changes,
				reason,
				importId,
			}),
		),
		...gone.map(({ id }): IssueCommand => ({ type: "cancelMeasure", measureId: id, reason, importId })),
	];
	if (added.length > 0) {
		commands.push({
			type: "addMeasure",
			measures: added.map((item) => newMeasure(item, newId)),
			importId,
		});
	}
	const undecided = wanted.flatMap((item) => item.undecided);
	const difference: FieldDifference | null =
		commands.length === 0
			? null
			: {
					field: "measures",
					ledger: linesOf([...amended.map(({ measure }) => measure), ...gone]),
					document: linesOf([...amended.map(({ item }) => item), ...added]),
				};
	return { difference, commands, undecided };
}
