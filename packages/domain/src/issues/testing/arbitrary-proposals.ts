import fc from "fast-check";
import type { PersonId, UnitId } from "../../kernel/index.ts";
import type { NameLookup } from "../../responsibilities/index.ts";
import type { Party, Resolution } from "../import-wanted.ts";
import { ProposedIssue } from "../proposal.ts";
import { CLERK, LEAD, LEADER, PLANT, SUPERVISOR, WORKER } from "../testing.ts";

const UNITS: Readonly<Record<string, UnitId>> = {
	市生态环境局: LEAD,
	市督查室: SUPERVISOR,
	青石县政府: WORKER,
	青石矿业: PLANT,
	青石县人民政府: WORKER,
};
const PEOPLE: Readonly<Record<string, PersonId>> = { 沈岚: LEADER, 何川: CLERK };
const party = <Id>(known: Readonly<Record<string, Id>>, name: string): Party<Id> => {
	const id = known[name];
	if (id !== undefined) return { kind: "use", id };
	return name.startsWith("各") ? { kind: "leaveOut" } : { kind: "undecided" };
};
/** What the clerk decided: known names are used, collectives are left out, others are undecided. */
export const resolution: Resolution = {
	unit: (name) => party(UNITS, name),
	person: (name) => party(PEOPLE, name),
};
/** Names of the same units and people. */
export const lookup: NameLookup = {
	unit: (id) => {
		const name = Object.keys(UNITS).find((known) => UNITS[known] === id);
		return name === undefined ? undefined : { name, kind: "department" };
	},
	person: (id) => {
		const name = Object.keys(PEOPLE).find((known) => PEOPLE[known] === id);
		return name === undefined ? undefined : { name, title: null };
	},
};

const place = { line: 1, endLine: 1, cells: null };
/** A value as a reader gives it. */
export const reading = <T>(value: T) => ({ value, raw: "", place, confidence: 1 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value.map(reading));
const names = fc.array(
	fc.constantFrom("市生态环境局", "市督查室", "青石县政府", "青石矿业", "青石县人民政府", "各县区"),
	{
		minLength: 1,
		maxLength: 3,
	},
);
const persons = fc.array(fc.constantFrom("沈岚", "何川"), { minLength: 1, maxLength: 2 });
const words = fc
	.array(
		fc.constantFrom(
			"渣库渗漏",
			"断面超标",
			"封堵裂缝",
			"建设收集池",
			"修复植被",
			"开展排查",
			"完善台账",
			" ",
			"，",
			"。",
		),
		{
			minLength: 2,
			maxLength: 8,
		},
	)
	.map((parts) => `整改${parts.join("")}`);
const deadline = fc.constantFrom(
	{
		text: "2026年6月底前",
		category: "fixed" as const,
		point: { precision: "month" as const, year: 2026, month: 6 },
	},
	{ text: "长期坚持", category: "longTerm" as const, point: { precision: "openEnded" as const } },
	{ text: "限期整改", category: null, point: null },
	{ text: "20__年底前", category: "fixed" as const, point: null },
);
const measures = fc.array(
	fc.record({
		number: fc.constantFrom("（一）", "（二）", "1.", null),
		text: words,
		deadline: fc.option(deadline),
		responsibleUnits: fc.array(fc.constantFrom("市生态环境局", "青石县政府"), { maxLength: 2 }),
		supportingUnits: fc.constant<string[]>([]),
		place: fc.constant(place),
	}),
	{ maxLength: 5 },
);

/** Any issue that a plan may propose. */
export const proposal = (key: string): fc.Arbitrary<ProposedIssue> =>
	fc
		.record({
			seq: fc.constantFrom(12, null),
			number: fc.constantFrom("十二", "第12项", "12", null),
			rowNumber: fc.constant(null),
			statement: words.map(reading),
			responsibleUnits: maybe(names),
			leadUnits: maybe(names),
			supportingUnits: maybe(names),
			supervisingUnits: maybe(names),
			acceptanceUnits: maybe(names),
			accountabilityUnits: fc.constant(null),
			responsibleLeaders: maybe(persons),
			responsiblePersons: maybe(persons),
			deadline: maybe(deadline),
			offeredDeadline: maybe(deadline),
			goal: maybe(words),
			measuresLeadIn: fc.constant(null),
			measures: maybe(measures),
			progress: fc.constant(null),
			statusText: fc.constant(null),
			contact: fc.constant(null),
			otherFields: fc.array(
				fc.record({ label: fc.constantFrom("备注", "核查情况"), text: words, place: fc.constant(place) }),
				{ maxLength: 2 },
			),
			lines: fc.constant<[number, number]>([1, 9]),
		})
		.map((fields) => ProposedIssue.parse({ key, ...fields }));
