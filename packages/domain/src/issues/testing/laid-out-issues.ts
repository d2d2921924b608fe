import fc from "fast-check";
import type { Place } from "../../kernel/index.ts";
import type { ProposedIssue } from "../proposal.ts";
import { proposedIssue } from "./proposed-issue.ts";

/** An issue with the source that its places count in. */
export type LaidOut = { readonly issue: ProposedIssue; readonly lines: readonly string[] };

const FIELDS = [
	"statement",
	"goal",
	"measure",
	"measure",
	"responsibleUnits",
	"supervisingUnits",
	"deadline",
	"progress",
	"other",
	"nothing",
] as const;

/** One line of the source: long enough to be told from others, some of them numbered. */
const line = fc
	.tuple(
		fc.constantFrom("", "", "", "十七、", "（二）", "3."),
		fc.string({
			unit: fc.constantFrom(..."某县污水管网雨污未分流河道水质超标整改到位"),
			minLength: 6,
			maxLength: 30,
		}),
	)
	.map(([number, text]) => `${number}${text}。`);

const block = fc.record({
	field: fc.constantFrom(...FIELDS),
	lines: fc.array(line, { minLength: 1, maxLength: 4 }),
});

const empty: ProposedIssue = { ...proposedIssue("i1", [1, 1]), seq: 5, number: "五" };

type Block = { readonly field: (typeof FIELDS)[number]; readonly lines: readonly string[] };

/** Lays blocks on the lines from `from` on and reads each back as its field, as a reader would. */
function laid(key: string, blocks: readonly Block[], from: number): ProposedIssue {
	let at = from;
	let issue: ProposedIssue | null = null;
	for (const { field, lines } of blocks) {
		const place: Place = { line: at, endLine: at + lines.length - 1, cells: null };
		at += lines.length;
		const text = lines.join("");
		const read = <T>(value: T) => ({ value, raw: text, place, confidence: 0.95 });
		const before: ProposedIssue = issue ?? {
			...empty,
			...{ key, statement: read(text), lines: [from, place.endLine] },
		};
		issue = {
			...before,
			...(issue === null ? {} : taking(before, field, read(text))),
			lines: [from, place.endLine],
		};
	}
	if (issue === null) throw new Error("an issue has a block");
	return issue;
}

function taking(
	issue: ProposedIssue,
	field: Block["field"],
	read: NonNullable<ProposedIssue["goal"]>,
): Partial<ProposedIssue> {
	const { value: text, place } = read;
	if (field === "goal" || field === "progress") return issue[field] === null ? { [field]: read } : {};
	if (field === "responsibleUnits" || field === "supervisingUnits") {
		return issue[field] === null ? { [field]: { ...read, value: [text] } } : {};
	}
	if (field === "deadline") {
		const value = { text, category: null, point: null };
		return issue.deadline === null ? { deadline: { ...read, value } } : {};
	}
	if (field === "other") return { otherFields: [...issue.otherFields, { label: "备注", text, place }] };
	if (field !== "measure") return {};
	const measure = {
		...{ number: null, text, deadline: null, responsibleUnits: [], supportingUnits: [], place },
	};
	const { measures } = issue;
	if (measures === null) return { measures: { ...read, value: [measure] } };
	const span = { ...measures.place, endLine: place.endLine };
	return { measures: { ...measures, place: span, value: [...measures.value, measure] } };
}

const blocks = fc.array(block, { minLength: 1, maxLength: 7 });

/** One issue and its source. Its first block is its statement; some blocks nobody read. */
export const issueOnLines = (key: string): fc.Arbitrary<LaidOut> =>
	blocks.map((all) => ({ issue: laid(key, all, 1), lines: all.flatMap(({ lines }) => lines) }));

/** A list of issues, one after the other. */
export const planOnLines = fc.array(blocks, { minLength: 1, maxLength: 6 }).map((list) => {
	const lines: string[] = [];
	const issues = list.map((all, index) => {
		const issue = laid(`i${index + 1}`, all, lines.length + 1);
		lines.push(...all.flatMap((one) => one.lines));
		return issue;
	});
	return { issues, lines };
});

/** Every text of an issue. */
export const textOf = (issue: ProposedIssue): string =>
	[
		...[issue.number ?? "", issue.statement.value, issue.goal?.value ?? "", issue.progress?.value ?? ""],
		...(issue.responsibleUnits?.value ?? []),
		...(issue.supervisingUnits?.value ?? []),
		issue.deadline?.value.text ?? "",
		...(issue.measures?.value ?? []).map(({ number, text }) => `${number ?? ""}${text}`),
		...issue.otherFields.map(({ text }) => text),
	].join("");
