import { ProposedIssue } from "@zhenggai/domain/issues";
import { describe, expect, test } from "vitest";
import {
	correctDeadline,
	correctText,
	fieldAtLine,
	issueAtLine,
	needsEye,
	readingsOf,
} from "./reading-fields.ts";

const read = (value: unknown, line: number, confidence = 1, endLine = line) => ({
	value,
	raw: String(value),
	place: { line, endLine, cells: null },
	confidence,
});

const issue = (changes: Record<string, unknown> = {}): ProposedIssue =>
	ProposedIssue.parse({
		key: "i1",
		seq: 1,
		number: "一",
		rowNumber: null,
		statement: read("河道有垃圾", 3),
		responsibleUnits: read(["甲县人民政府", "乙局"], 4, 0.7),
		leadUnits: null,
		supportingUnits: null,
		supervisingUnits: null,
		acceptanceUnits: null,
		accountabilityUnits: null,
		responsibleLeaders: null,
		responsiblePersons: null,
		deadline: read({ text: "限期", category: null, point: null }, 5, 0.4),
		offeredDeadline: null,
		goal: read("清理垃圾", 6),
		measuresLeadIn: null,
		measures: read(
			[
				{
					number: "1.",
					text: "清运",
					deadline: null,
					responsibleUnits: ["乙局"],
					supportingUnits: [],
					place: { line: 8, endLine: 8, cells: null },
				},
			],
			7,
			0.95,
			9,
		),
		progress: null,
		statusText: null,
		contact: null,
		otherFields: [],
		lines: [3, 9],
		...changes,
	});

const trust = (of: ProposedIssue) => Object.fromEntries(readingsOf(of).map((one) => [one.field, one.trust]));

describe("what was read", () => {
	test("says how far each field is to be trusted", () => {
		expect(trust(issue())).toMatchObject({
			statement: "sure",
			responsibleUnits: "check",
			deadline: "doubtful",
			supervisingUnits: "missing",
		});
	});

	test("doubts a deadline without a date, however clearly it is written", () => {
		const clear = read({ text: "限期整改", category: "fixed", point: null }, 5, 1);
		expect(trust(issue({ deadline: clear })).deadline).toBe("doubtful");
		const atOnce = read({ text: "立行立改", category: "immediate", point: null }, 5, 1);
		expect(trust(issue({ deadline: atOnce })).deadline).toBe("sure");
	});

	test("does not complain about units that a plan need not name", () => {
		expect(trust(issue())).not.toHaveProperty("supportingUnits");
	});

	test("needs a clerk's eye where something is doubtful", () => {
		expect(needsEye(issue())).toBe(true);
		expect(needsEye(issue({ deadline: null, responsibleUnits: read(["甲"], 4) }))).toBe(false);
	});
});

describe("places", () => {
	test("a line leads to its issue and to the narrowest field on it", () => {
		expect(issueAtLine([issue()], 6)?.key).toBe("i1");
		expect(issueAtLine([issue()], 20)).toBeUndefined();
		expect(fieldAtLine(issue(), 6)).toBe("goal");
		expect(fieldAtLine(issue(), 8)).toBe("measures");
		expect(fieldAtLine(issue({ lines: [1, 9] }), 1)).toBeNull();
	});
});

describe("a correction", () => {
	test("is certain and keeps its place", () => {
		const next = correctText(issue(), "responsibleUnits", "丙县人民政府、丁局");
		expect(next.responsibleUnits).toMatchObject({
			value: ["丙县人民政府", "丁局"],
			confidence: 1,
			place: { line: 4 },
		});
	});

	test("of a field that was not read stands at the issue", () => {
		expect(correctText(issue(), "supervisingUnits", "市局").supervisingUnits?.place).toEqual({
			line: 3,
			endLine: 9,
			cells: null,
		});
	});

	test("to nothing means that the document does not say it", () => {
		expect(correctText(issue(), "goal", "  ").goal).toBeNull();
	});

	test("never takes the wording of the finding away", () => {
		expect(correctText(issue(), "statement", " ").statement.value).toBe("河道有垃圾");
	});

	test("of measures keeps what was read of the lines that did not change", () => {
		const next = correctText(issue(), "measures", "1.清运\n2.建章立制");
		expect(next.measures?.value).toHaveLength(2);
		expect(next.measures?.value[0]?.responsibleUnits).toEqual(["乙局"]);
		expect(next.measures?.value[1]).toMatchObject({ number: "2.", text: "建章立制" });
	});

	test("of the deadline replaces what was doubtful", () => {
		const deadline = {
			text: "2026年底前",
			category: "fixed",
			point: { precision: "year", year: 2026 },
		} as const;
		expect(correctDeadline(issue(), deadline).deadline).toMatchObject({ value: deadline, confidence: 1 });
		expect(correctDeadline(issue(), null).deadline).toBeNull();
	});

	test("is still a proposal that the API accepts", () => {
		const next = correctText(correctText(issue(), "measures", "一是清运"), "goal", "清完");
		expect(ProposedIssue.safeParse(next).success).toBe(true);
	});
});
