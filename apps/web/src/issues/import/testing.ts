import { ProposedIssue } from "@zhenggai/domain/issues";

/** A value as a reader gives it. */
export const read = (value: unknown, line: number, confidence = 1, endLine = line) => ({
	value,
	raw: String(value),
	place: { line, endLine, cells: null },
	confidence,
});

/** An issue on the lines 3 to 9, some of it doubtful. */
export const issue = (changes: Record<string, unknown> = {}): ProposedIssue =>
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
