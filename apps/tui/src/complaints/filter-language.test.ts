import { vocab } from "@zhenggai/domain/vocabulary";
import { describe, expect, test } from "vitest";
import { COMPLAINT_FIELDS, COMPLAINT_FILTERS } from "./filter-language.ts";

test.each([
	{ text: "油烟 !夜市", filter: { text: "油烟 !夜市" } },
	{ text: "状态:未办结", filter: { statuses: ["open"] } },
	{ text: "status:open,stageClosed", filter: { statuses: ["open", "stageClosed"] } },
	{ text: "!状态:已办结", filter: { statuses: ["stageClosed", "open"] } },
	{ text: "属实:不属实", filter: { verdicts: ["untrue"] } },
	{ text: "污染:噪声、扬尘", filter: { pollutionTypes: ["noise", "dust"] } },
	{ text: "批次:第3批 区域:621200", filter: { batch: 3, region: "621200" } },
	{ text: "批次:0", filter: {}, problems: 1 },
	{ text: "交办:2026-03-01..", filter: { batchFrom: "2026-03-01" } },
	{ text: "!重点:是", filter: { isKey: false } },
	{ text: "撤销:是", filter: { withdrawn: true } },
	{ text: "!撤销:是", filter: {}, problems: 1 },
	{ text: "时限:逾期", filter: { text: "时限:逾期" } },
])("$text", ({ text, filter, problems = 0 }) => {
	const parsed = COMPLAINT_FILTERS.parse(text);
	expect(parsed.filter).toEqual(filter);
	expect(parsed.problems).toHaveLength(problems);
});

test("every value of a closed list but all of them is a filter; the inverse of all is none and says so", () => {
	const all = Object.keys(vocab.verdict).join(",");
	expect(COMPLAINT_FILTERS.parse(`!属实:${all}`)).toMatchObject({ filter: {}, problems: [{}] });
});

describe("every field", () => {
	test.each(COMPLAINT_FIELDS.map((field) => [field.names[0], field] as const))(
		"%s reads its own example",
		(_, field) => {
			for (const name of field.names) {
				const example = name === field.names[0] ? field.example.zh : field.example.en;
				expect(COMPLAINT_FILTERS.parse(`${name}:"${example}"`).problems).toEqual([]);
			}
		},
	);
});
