import {
	AssignmentId,
	type ImportId,
	type InspectionId,
	type IsoDate,
	type IssueId,
	PersonId,
	type RegionCode,
	type Tier,
	UnitId,
} from "../kernel/index.ts";
import type { NameLookup } from "../responsibilities/index.ts";
import type { IssueCommand, IssueElements, NewAssignment } from "./commands.ts";
import type { FieldDifference, ImportField } from "./import.ts";
import { normalNumber } from "./import-match.ts";
import { diffMeasures, newMeasure, sameDeadline, wantedMeasures } from "./import-measures.ts";
import {
	cut,
	PARTY_FIELDS,
	type Resolution,
	sameText,
	type WantedParties,
	wantedParties,
	wantedRemarks,
	wantedText,
	wholeDeadline,
} from "./import-wanted.ts";
import type { ProposedIssue } from "./proposal.ts";
import type { Issue, Mandate, SourceText } from "./schema.ts";

/** Under which inspection, for which list and from which document an import speaks. */
export type ImportAct = {
	readonly importId: ImportId;
	readonly inspectionId: InspectionId;
	readonly region: RegionCode;
	readonly tier: Tier;
	readonly parentId: IssueId | null;
	readonly document: { readonly name: string; readonly sha256: string | null };
	/** The first day of the assignments that the document makes. */
	readonly assignedFrom: IsoDate;
	/** The day on which assignments end that the document no longer makes. */
	readonly asOf: IsoDate;
	/** A new UUIDv7 for every assignment, measure and issue. */
	readonly newId: () => string;
};

/** What a proposed issue means for the ledger. */
export type ImportDiff = {
	readonly kind: "new" | "same" | "changed";
	/** Every field that differs, chosen or not; empty for a new issue. */
	readonly differences: readonly FieldDifference[];
	/** What brings about the chosen fields, in an order that `decideIssue` accepts. */
	readonly commands: readonly IssueCommand[];
	/** Names of units and people that nobody decided about yet: nothing is done for them. */
	readonly undecided: readonly string[];
};

type Register = Extract<IssueCommand, { type: "registerIssue" }>;
type PartyKind = (typeof PARTY_FIELDS)[number][2];

const reasonFor = ({ document }: ImportAct): string => cut(`按《${document.name}》更正`, 2000);

/** The number as printed; a position in the document where it prints none, so that lists stay countable. */
const mandateNumber = (proposed: ProposedIssue): string =>
	cut(proposed.number ?? proposed.rowNumber ?? (proposed.seq === null ? "" : String(proposed.seq)), 40) ||
	`无号${proposed.key.replace(/\D+/gu, "")}`;

const mandateOf = (proposed: ProposedIssue, act: ImportAct): Mandate => ({
	inspectionId: act.inspectionId,
	number: mandateNumber(proposed),
	seq: proposed.seq,
	deadline: wholeDeadline(proposed.deadline?.value),
});

const sourceTextOf = (proposed: ProposedIssue, act: ImportAct): Omit<SourceText, "recordedAt"> => ({
	text: cut(proposed.statement.value, 20_000),
	document: cut(act.document.name, 300),
	sha256: act.document.sha256,
	lines: proposed.lines,
});

const resolveBy = (kind: PartyKind, names: readonly string[], resolution: Resolution): WantedParties =>
	kind === "unit" ? wantedParties(names, resolution.unit) : wantedParties(names, resolution.person);

const newAssignment = (
	role: NewAssignment["role"],
	kind: PartyKind,
	id: string,
	act: ImportAct,
): NewAssignment => ({
	id: AssignmentId.parse(act.newId()),
	role,
	kind: null,
	unitId: kind === "unit" ? UnitId.parse(id) : null,
	personId: kind === "person" ? PersonId.parse(id) : null,
	from: act.assignedFrom,
});

function registration(
	proposed: ProposedIssue,
	issueId: IssueId,
	resolution: Resolution,
	act: ImportAct,
): Register {
	const number = proposed.number === null ? null : cut(proposed.number, 40) || null;
	return {
		type: "registerIssue",
		issueId,
		region: act.region,
		tier: act.tier,
		parentId: act.parentId,
		mandate: mandateOf(proposed, act),
		statement: cut(proposed.statement.value, 20_000),
		sourceText: sourceTextOf(proposed, act),
		numberByTier: { central: null, province: null, city: null, county: null, [act.tier]: number },
		field: null,
		generality: null,
		goal: wantedText(proposed.goal?.value, 20_000),
		deadline: wholeDeadline(proposed.deadline?.value),
		constraints: [],
		remarks: wantedRemarks(proposed),
		assignments: PARTY_FIELDS.flatMap(([field, role, kind]) =>
			resolveBy(kind, proposed[field]?.value ?? [], resolution).ids.map((id) =>
				newAssignment(role, kind, id, act),
			),
		),
		measures: wantedMeasures(proposed.measures?.value ?? [], resolution).map((measure) =>
			newMeasure(measure, act.newId),
		),
		sites: [],
		importId: act.importId,
	};
}

/** Names of the document that nobody decided about, each once. */
function undecidedOf(proposed: ProposedIssue, resolution: Resolution): string[] {
	const parties = PARTY_FIELDS.flatMap(
		([field, , kind]) => resolveBy(kind, proposed[field]?.value ?? [], resolution).undecided,
	);
	const measures = wantedMeasures(proposed.measures?.value ?? [], resolution);
	return [...new Set([...parties, ...measures.flatMap(({ undecided }) => undecided)])];
}

type Step = {
	readonly difference: FieldDifference;
	readonly commands: readonly IssueCommand[];
	/** Elements that the step amends. */
	readonly elements?: Partial<IssueElements>;
};

const NUMERAL = /^[\d〇零一二三四五六七八九十百千]+$/;

/** 十七 and 17 are one number in two scripts; 38-2 and 38-3 are not. */
const sameNumeral = (
	one: string,
	other: string,
	seqOfOne: number | null,
	seqOfOther: number | null,
): boolean =>
	seqOfOne !== null &&
	seqOfOne === seqOfOther &&
	NUMERAL.test(normalNumber(one)) &&
	NUMERAL.test(normalNumber(other));

/** Statement and number: the first stays as printed, a later wording is kept beside it (DATA-02). */
function identitySteps(proposed: ProposedIssue, ledger: Issue, act: ImportAct): Step[] {
	const steps: Step[] = [];
	const wordings = [ledger.statement, ...ledger.sourceTexts.map(({ text }) => text)];
	const source = sourceTextOf(proposed, act);
	if (source.text !== "" && !wordings.some((wording) => sameText(wording, source.text))) {
		steps.push({
			difference: { field: "statement", ledger: ledger.statement, document: source.text },
			commands: [{ type: "recordSourceText", sourceText: source, importId: act.importId }],
		});
	}
	const mandate = ledger.mandates.find(({ inspectionId }) => inspectionId === act.inspectionId);
	const number = proposed.number === null ? null : cut(proposed.number, 40) || null;
	if (mandate === undefined) {
		const added = mandateOf(proposed, act);
		steps.push({
			difference: { field: "number", ledger: null, document: added.number },
			commands: [{ type: "addMandate", mandate: added, importId: act.importId }],
		});
	} else if (number !== null) {
		const known = ledger.numberByTier[ledger.tier] ?? mandate.number;
		if (
			normalNumber(known) !== normalNumber(number) &&
			!sameNumeral(known, number, mandate.seq, proposed.seq)
		) {
			const numberByTier = { ...ledger.numberByTier, [ledger.tier]: number };
			steps.push(amendStep("number", known, number, { numberByTier }));
		}
	}
	return steps;
}

const amendStep = (
	field: ImportField,
	ledger: string | null,
	document: string,
	elements: Partial<IssueElements>,
): Step => ({ difference: { field, ledger, document }, elements, commands: [] });

/** The later of two days. */
function later(a: IsoDate, b: IsoDate): IsoDate {
	if (a < b) return b;
	return a;
}

function elementSteps(proposed: ProposedIssue, ledger: Issue): Step[] {
	const steps: Step[] = [];
	const goal = wantedText(proposed.goal?.value, 20_000);
	if (goal !== null && !sameText(goal, ledger.goal)) {
		steps.push(amendStep("goal", ledger.goal, goal, { goal }));
	}
	const deadline = wholeDeadline(proposed.deadline?.value);
	if (deadline !== null && !sameDeadline(deadline, ledger.deadline)) {
		steps.push(amendStep("deadline", ledger.deadline?.text ?? null, deadline.text, { deadline }));
	}
	const remarks = wantedRemarks(proposed);
	if (remarks !== null && !sameText(remarks, ledger.remarks)) {
		steps.push(amendStep("remarks", ledger.remarks, remarks, { remarks }));
	}
	return steps;
}

function partySteps(
	proposed: ProposedIssue,
	ledger: Issue,
	resolution: Resolution,
	lookup: NameLookup,
	act: ImportAct,
): Step[] {
	return PARTY_FIELDS.flatMap(([field, role, kind]) => {
		const names = proposed[field]?.value;
		if (names === undefined || names.length === 0) return [];
		const { ids, undecided } = resolveBy(kind, names, resolution);
		const held = ledger.assignments.filter((a) => a.role === role && a.until === null);
		const partyOf = (a: (typeof held)[number]) => (kind === "unit" ? a.unitId : a.personId);
		const added = ids.filter((id) => !held.some((a) => partyOf(a) === id));
		const over = ids.length === 0 ? [] : held.filter((a) => !ids.some((id) => partyOf(a) === id));
		if (added.length + over.length + undecided.length === 0) return [];
		const nameOf = (id: string | null): string =>
			id === null
				? ""
				: ((kind === "unit" ? lookup.unit(UnitId.parse(id)) : lookup.person(PersonId.parse(id)))?.name ?? id);
		const commands: IssueCommand[] = [];
		if (added.length > 0) {
			const assignments = added.map((id) => newAssignment(role, kind, id, act));
			commands.push({ type: "assignIssue", assignments, importId: act.importId });
		}
		for (const { id, from } of over) {
			commands.push({
				type: "endAssignment",
				assignmentId: id,
				until: later(act.asOf, from),
				reason: reasonFor(act),
			});
		}
		const ledgerText = held.map((a) => nameOf(partyOf(a))).join("、") || null;
		const document = [...ids.map(nameOf), ...undecided].join("、");
		return [{ difference: { field, ledger: ledgerText, document }, commands }];
	});
}

/** The commands of the chosen steps; all elements go into one `amendIssue`. */
function commandsOf(steps: readonly Step[], act: ImportAct): IssueCommand[] {
	const changes: Partial<IssueElements> = {};
	for (const { elements } of steps) Object.assign(changes, elements);
	const others = steps.flatMap(({ commands }) => commands);
	if (Object.keys(changes).length === 0) return others;
	return [{ type: "amendIssue", changes, reason: reasonFor(act), importId: act.importId }, ...others];
}

/**
 * What a proposed issue means for the ledger: new, the same, or changed field by field, and the commands that bring
 * about the chosen fields (all of them when `fields` is left out). What the document does not say changes nothing.
 * Applying the commands and asking again gives `same` without commands, as long as no name is undecided.
 */
export function diffIssue(
	proposed: ProposedIssue,
	ledger: Issue | null,
	resolution: Resolution,
	lookup: NameLookup,
	act: ImportAct & { readonly issueId: IssueId },
	fields?: readonly ImportField[],
): ImportDiff {
	const undecided = undecidedOf(proposed, resolution);
	if (ledger === null) {
		const command = registration(proposed, act.issueId, resolution, act);
		return { kind: "new", differences: [], commands: [command], undecided };
	}
	const steps = [
		...identitySteps(proposed, ledger, act),
		...elementSteps(proposed, ledger),
		...partySteps(proposed, ledger, resolution, lookup, act),
	];
	if (proposed.measures !== null) {
		const { importId, newId } = act;
		const change = diffMeasures(proposed.measures.value, ledger.measures, resolution, {
			importId,
			reason: reasonFor(act),
			newId,
		});
		if (change.difference !== null) steps.push({ difference: change.difference, commands: change.commands });
	}
	const chosen = steps.filter(({ difference }) => fields === undefined || fields.includes(difference.field));
	return {
		kind: steps.length === 0 ? "same" : "changed",
		differences: steps.map(({ difference }) => difference),
		commands: commandsOf(chosen, act),
		undecided,
	};
}
