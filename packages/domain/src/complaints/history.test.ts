import { describe, expect, test } from "vitest";
import { type RegionCode, say } from "../kernel/index.ts";
import { vocab } from "../vocabulary/index.ts";
import {
	type ComplaintCommand,
	type ComplaintEvent,
	type ComplaintHistoryLookup,
	decideComplaint,
	describeComplaintEvent,
} from "./index.ts";
import {
	CITY,
	COUNTY,
	complaint,
	complaintId,
	contextOf,
	INSPECTION,
	OTHER_CITY,
	register,
} from "./testing/complaints.ts";

const REGIONS = new Map<RegionCode, string>([
	[CITY, "澄川市"],
	[COUNTY, "青石县"],
	[OTHER_CITY, "白杨市"],
]);
const lookup: ComplaintHistoryLookup = {
	regionName: (code) => REGIONS.get(code),
	inspectionName: (id) => (id === INSPECTION ? "第三轮督察" : undefined),
	receiptOf: (id) => (id === complaintId(2) ? "D3QS202605280002" : undefined),
};

/** What a command makes happen to a complaint that is there, or to none. */
function eventsOf(command: ComplaintCommand): readonly ComplaintEvent[] {
	const context = contextOf();
	const surroundings = { ...context.surroundings, complaints: new Set([complaintId(2), complaintId(3)]) };
	const decision = decideComplaint(command.type === "registerComplaint" ? null : complaint(), command, {
		...context,
		surroundings,
	});
	if (!decision.ok) throw new Error(JSON.stringify(decision.refusals));
	return decision.events;
}
const told = (command: ComplaintCommand) =>
	eventsOf(command).map((event) => describeComplaintEvent(event, lookup));

const amend = (
	changes: Extract<ComplaintCommand, { type: "amendComplaint" }>["changes"],
	document: string | null = null,
): ComplaintCommand => ({
	type: "amendComplaint",
	changes,
	source: document === null ? null : { document, sha256: null, lines: null },
	reason: "按复核结果更正",
	importId: null,
});

describe("a timeline's entry", () => {
	test("of a registration names batch, receipt, inspection and what it cites", () => {
		const [entry] = told(register({ cited: ["D3QS202605280001"] }));
		expect(entry?.summary).toEqual({
			zh: "登记入账（第1批、D3QS202605280007、第三轮督察、文中提及D3QS202605280001）",
			en: "Registered (batch 1, D3QS202605280007, 第三轮督察, cites D3QS202605280001)",
		});
		expect(entry?.changes).toEqual([]);
		expect(entry?.reason).toBeNull();
	});

	test("of an amendment has every field from → to in words, and the reason", () => {
		const [entry] = told(
			amend({
				status: "open",
				verdict: null,
				places: [CITY, OTHER_CITY],
				pollutionTypes: ["water", "dust"],
				isKey: true,
			}),
		);
		expect(entry?.summary.zh).toBe("更正重点关注、所涉地区、污染类型、是否属实、是否办结");
		expect(entry?.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
			["isKey", say("否", "no"), say("是", "yes")],
			["places", say("青石县", "青石县"), say("澄川市、白杨市", "澄川市, 白杨市")],
			["pollutionTypes", vocab.pollutionType.water, say("水、扬尘", "Water, Dust")],
			["verdict", vocab.verdict.true, null],
			["status", vocab.complaintStatus.closed, vocab.complaintStatus.open],
		]);
		expect(entry?.reason).toBe("按复核结果更正");
	});

	test("of a later edition names the edition", () => {
		const [entry] = told(amend({ handling: "沉淀池已扩建。" }, "第二次公开表"));
		expect(entry?.summary).toEqual({
			zh: "按“第二次公开表”更新处理和整改情况",
			en: "Updated from “第二次公开表”: handling",
		});
	});

	test("of relations names the other receipts, also of one that is named by its id", () => {
		const relations = [
			{ kind: "repeats" as const, receiptNumber: "D3QS202605280001", complaintId: null },
			{ kind: "cites" as const, receiptNumber: null, complaintId: complaintId(2) },
			{ kind: "cites" as const, receiptNumber: null, complaintId: complaintId(3) },
		];
		const [entry] = told({ type: "relateComplaint", relations, importId: null });
		expect(entry?.summary).toEqual({
			zh: "关联：重复件D3QS202605280001、文中提及D3QS202605280002、文中提及另一件",
			en: "Related: repeats D3QS202605280001, cites D3QS202605280002, cites another complaint",
		});
	});

	test("of a withdrawal gives its document and reason", () => {
		const [entry] = told({ type: "withdrawComplaint", reason: "督察组收回", document: "督办〔2026〕3号" });
		expect(entry?.summary.zh).toBe("撤销，依据督办〔2026〕3号");
		expect(entry?.reason).toBe("督察组收回");
	});
});
