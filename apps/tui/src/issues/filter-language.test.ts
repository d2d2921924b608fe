import { vocab } from "@zhenggai/domain/vocabulary";
import { describe, expect, test } from "vitest";
import { FILTER_FIELDS, ISSUE_FILTERS } from "./filter-language.ts";

test.each([
	{ text: "", filter: {} },
	{ text: "污水 管网", filter: { text: "污水 管网" } },
	{ text: "污水 !噪声", filter: { text: "污水 !噪声" } },
	{ text: "时限:逾期", filter: { standing: "overdue" } },
	{ text: "due:overdue", filter: { standing: "overdue" } },
	{ text: "时限：7日内", filter: { standing: "due7" } },
	{ text: "时限:2026-01-01..2026-06-30", filter: { dueFrom: "2026-01-01", dueTo: "2026-06-30" } },
	{ text: "due:..2026-06-30", filter: { dueTo: "2026-06-30" } },
	{ text: "状态:整改中,措施编制", filter: { states: ["inProgress", "planning"] } },
	{ text: "state:closed", filter: { states: ["closed"] } },
	{ text: "区域:621200", filter: { region: "621200" } },
	{ text: "轮次:3 层级:county", filter: { round: 3, tier: "county" } },
	{ text: "类型:!共性", filter: {}, problems: 1 },
	{ text: "!类型:共性", filter: { generality: "individual" } },
	{ text: "缺项:是 尾矿", filter: { incomplete: true, text: "尾矿" } },
	{ text: "轮次:三", filter: {}, problems: 1 },
	{ text: "http://x", filter: { text: "http://x" } },
])("$text", ({ text, filter, problems = 0 }) => {
	const parsed = ISSUE_FILTERS.parse(text);
	expect(parsed.filter).toEqual(filter);
	expect(parsed.problems).toHaveLength(problems);
});

test("an inverted state is every other state", () => {
	const { filter } = ISSUE_FILTERS.parse("!状态:销号");
	expect(filter.states).not.toContain("closed");
	expect(filter.states).toHaveLength(Object.keys(vocab.issueState).length - 1);
});

test("names are left for the server, quotes keep spaces together", () => {
	expect(ISSUE_FILTERS.parse('区域:兰江市 牵头:"Water Bureau"')).toMatchObject({
		filter: { unitRole: "lead" },
		lookups: [
			{ kind: "region", name: "兰江市" },
			{ kind: "unit", name: "Water Bureau" },
		],
	});
});

describe("every field", () => {
	test.each(FILTER_FIELDS.map((field) => [field.names[0], field] as const))(
		"%s reads its own example",
		(_, field) => {
			for (const name of field.names) {
				const example = name === field.names[0] ? field.example.zh : field.example.en;
				expect(ISSUE_FILTERS.parse(`${name}:"${example}"`).problems).toEqual([]);
			}
		},
	);
});
