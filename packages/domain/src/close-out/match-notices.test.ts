import { describe, expect, test } from "vitest";
import type { Issue } from "../issues/schema.ts";
import {
	CITY,
	COUNTY,
	INSPECTION,
	issueAfter,
	issueId,
	LATER_ROUND,
	OTHER_COUNTY,
} from "../issues/testing.ts";
import { matchNotices } from "./index.ts";
import { comparableNumber } from "./numbers.ts";
import { CONTEXT, proposedNotice, read } from "./testing/notices.ts";

const SLAG = "青石县渣库防渗层破损，下游断面镉、锌多次超标，治理工程推进缓慢。";
const SAND = "岚江支流沿岸三处砂石堆场未按要求退出，扬尘和废水影响周边群众。";
const HEAT = "某园区集中供热管线老化，沿途居民多次反映夜间蒸汽放空。";

type Numbers = Partial<Issue["numberByTier"]>;
const issue = (n: number, number: string, statement: string, more: Partial<Issue> = {}): Issue => ({
	...issueAfter({
		issueId: issueId(n),
		statement,
		numberByTier: { central: null, province: null, city: null, county: null },
		mandate: {
			inspectionId: INSPECTION,
			number,
			seq: /^\d+$/.test(number) ? Number(number) : null,
			deadline: null,
		},
	}),
	...more,
});
const byTier = (numbers: Numbers): Issue["numberByTier"] => ({
	central: null,
	province: null,
	city: null,
	county: null,
	...numbers,
});
const notice = (number: string | null, statement: string | null, seq: number | null = null) =>
	proposedNotice({ number, seq, statement: statement === null ? null : read(statement) });
const match = (of: ReturnType<typeof notice>, issues: Issue[], context = CONTEXT) => {
	const [found] = matchNotices([of], issues, context);
	if (found === undefined) throw new Error("a match");
	return found;
};

test.each([
	["第十二项", "12"],
	["（12）", "12"],
	["序号十二", "12"],
	["１２", "12"],
	["第07号", "7"],
	["一百零三", "103"],
	["二十", "20"],
	["12-02", "12|2"],
	["38－2", "38|2"],
	["D3", "D3"],
])("the number %s is compared as %s", (printed, comparable) => {
	expect(comparableNumber(printed)).toBe(comparable);
});

describe("by number", () => {
	const issues = [issue(1, "12", SLAG), issue(2, "13", SAND)];

	test.each(["12", "十二", "第12项", "序号十二"])("%s with a like wording is sure", (number) => {
		const found = match(notice(number, SLAG.replace("推进缓慢", "滞后")), issues);
		expect(found).toMatchObject({ issueId: issueId(1), by: "number", doubtful: false });
	});

	test("[close-out I3] under another wording it is doubtful, and the issue is the first candidate", () => {
		const found = match(notice("12", HEAT), issues);
		expect(found).toMatchObject({ issueId: issueId(1), by: "number", doubtful: true });
		expect(found.candidates[0]?.issueId).toBe(issueId(1));
	});

	test("[close-out I3] without any wording it is doubtful too", () => {
		expect(match(notice("12", null), issues)).toMatchObject({ issueId: issueId(1), doubtful: true });
	});

	test("a measure's number leads to its issue, unless it is a number of its own", () => {
		expect(match(notice("12-02", SLAG, 12), issues)).toMatchObject({ issueId: issueId(1), doubtful: false });
		const split = [...issues, issue(3, "12-02", SLAG.replace("渣库", "二号渣库"))];
		expect(match(notice("12-02", SLAG.replace("渣库", "二号渣库")), split).issueId).toBe(issueId(3));
	});

	test("a quotation of the finding's main sentence is like enough", () => {
		const quoted = "青石县渣库防渗层破损，下游断面镉、锌多次超标";
		const long = issue(
			1,
			"12",
			`${SLAG}县政府虽多次部署，但三年间仅完成前期勘察，周边群众反映强烈，整改流于形式。`,
		);
		expect(match(notice("12", quoted), [long])).toMatchObject({ by: "number", doubtful: false });
	});

	test("a number of another inspection is none of this one's", () => {
		const foreign = issue(1, "12", SLAG);
		const [mandate] = foreign.mandates;
		if (mandate === undefined) throw new Error("a mandate");
		const later = { ...foreign, mandates: [{ ...mandate, inspectionId: LATER_ROUND }] };
		expect(match(notice("12", HEAT), [later]).issueId).toBeNull();
	});
});

describe("by tier", () => {
	const province = { ...CONTEXT, tier: "province" } as const;
	const child = issue(1, "12", SLAG, { numberByTier: byTier({ province: "五十五", city: "12" }) });
	const other = issue(2, "55", SAND);

	test("the province's number is looked for among the province's numbers", () => {
		expect(match(notice("55", SLAG, 55), [child, other], province)).toMatchObject({
			issueId: issueId(1),
			by: "number",
			doubtful: false,
		});
	});

	test("the same number on the city's list leads elsewhere", () => {
		expect(match(notice("55", SAND, 55), [child, other])).toMatchObject({
			issueId: issueId(2),
			by: "number",
		});
	});

	test("of an item and what was handed down from it the one on the printed list is meant", () => {
		const own = issue(3, "55", SLAG, { tier: "province" });
		expect(match(notice("55", SLAG, 55), [child, own], province)).toMatchObject({
			issueId: issueId(3),
			doubtful: false,
		});
	});
});

describe("by wording", () => {
	test("where the number is of another list", () => {
		const issues = [issue(1, "3", SLAG), issue(2, "4", SAND)];
		expect(match(notice("88", SAND), issues)).toMatchObject({
			issueId: issueId(2),
			by: "text",
			doubtful: false,
		});
		expect(match(notice(null, SAND), issues)).toMatchObject({ issueId: issueId(2), by: "text", score: 1 });
	});

	test("[close-out I3] a wording whose number belongs to another issue is doubtful", () => {
		const issues = [issue(1, "12", HEAT), issue(2, "4", SAND)];
		expect(match(notice("12", SAND), issues)).toMatchObject({
			issueId: issueId(2),
			by: "text",
			doubtful: true,
		});
	});

	test("[close-out I3] a faint likeness is doubtful, and none is none", () => {
		const issues = [issue(1, "3", SLAG)];
		const faint = "青石县渣库防渗层破损，下游断面水质镉、锌超标，治理推进缓慢。";
		expect(match(notice(null, faint), issues)).toMatchObject({ issueId: issueId(1), doubtful: true });
		expect(match(notice(null, HEAT), issues)).toMatchObject({ issueId: null, by: null, doubtful: false });
	});

	test("[close-out I3] two issues of like wording are doubtful, the chosen region's first", () => {
		const issues = [
			issue(1, "3", SLAG, { tier: "county", region: COUNTY }),
			issue(2, "3", SLAG, { tier: "county", region: OTHER_COUNTY }),
		];
		const counties = { ...CONTEXT, tier: "county" } as const;
		expect(match(notice("3", SLAG), issues, { ...counties, region: CITY })).toMatchObject({ doubtful: true });
		expect(match(notice("3", SLAG), issues, { ...counties, region: OTHER_COUNTY })).toMatchObject({
			issueId: issueId(2),
			doubtful: false,
		});
	});

	test("a later edition's wording counts as much as the first", () => {
		const reworded = issue(1, "3", HEAT, {
			sourceTexts: [
				{
					text: SAND,
					document: "更正版",
					sha256: null,
					lines: null,
					recordedAt: issueAfter({}).registeredAt,
				},
			],
		});
		expect(match(notice(null, SAND), [reworded])).toMatchObject({ issueId: issueId(1), score: 1 });
	});
});

test("no more than five candidates are offered, the likeliest first", () => {
	const issues = Array.from({ length: 9 }, (_, at) => issue(at + 1, String(at + 1), `${SLAG}第${at}处。`));
	const { candidates } = match(notice("4", `${SLAG}第3处。`), issues);
	expect(candidates).toHaveLength(5);
	expect(candidates[0]?.issueId).toBe(issueId(4));
});
