import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Issue } from "../issues/index.ts";
import { issueAfter, run, uuid } from "../issues/testing.ts";
import { ImportId } from "../kernel/index.ts";
import {
	diffNotice,
	type NoticeAct,
	type NoticeContent,
	NoticeField,
	noticeContent,
	noticeKindOf,
	noticesOf,
} from "./index.ts";
import { content, period, proposedNotice, read } from "./testing/notices.ts";

let serial = 100;
const act: NoticeAct = {
	importId: ImportId.parse(uuid(1, 9)),
	document: { name: "公示.txt", sha256: null },
	lines: [2, 9],
	newId: () => {
		serial += 1;
		return uuid(serial, 8);
	},
};
const issue = issueAfter({});
const diff = (said: NoticeContent, on: Issue, fields?: readonly NoticeField[]) =>
	diffNotice(said, on, act, fields);
const importing = (said: NoticeContent, on: Issue, fields?: readonly NoticeField[]): Issue => {
	const { command } = diff(said, on, fields);
	return command === null ? on : run(on, command).state;
};

describe("a notice and its issue", () => {
	test("[close-out I4] it is new, then the same", () => {
		expect(diff(content(), issue).kind).toBe("new");
		const held = importing(content(), issue);
		expect(diff(content(), held)).toEqual({ kind: "same", differences: [], command: null });
	});

	test("white space and punctuation are no difference; dates are", () => {
		const held = importing(content(), issue);
		const reset = content({ completion: "渗漏点 已封堵；断面连续六个月达标" });
		expect(diff(reset, held).kind).toBe("same");
		const longer = content({ publicity: period("2026-03-02", "2026-03-16") });
		expect(diff(longer, held).differences).toEqual([
			{ field: "publicity", ledger: "2026-03-02/2026-03-13", document: "2026-03-02/2026-03-16" },
		]);
	});

	test("[close-out I5] what a corrected edition does not say stays as it was", () => {
		const held = importing(content(), issue);
		const sparse = content({
			contact: null,
			goal: null,
			measures: [],
			responsibleUnits: [],
			kind: "unknown",
		});
		expect(diff(sparse, held).kind).toBe("same");
		const corrected = importing({ ...sparse, deadline: "2026年11月底前" }, held);
		expect(noticesOf(corrected).at(-1)).toMatchObject({
			deadline: "2026年11月底前",
			contact: content().contact,
			goal: content().goal,
			kind: "completion",
		});
	});

	test.each([
		["of another kind", { kind: "closeOut" }],
		["about another measure", { number: "12-02" }],
		["about other receipts", { receiptNumbers: ["X3LJ202603020001"] }],
		["that reports something else", { completion: "完成园区供热管线改造，新建疏水器四十座。" }],
	] as const)("a second notice %s stands beside the first", (_name, more) => {
		const first = content({ receiptNumbers: ["D3LJ202603010001"] });
		const held = importing(first, issue);
		const second = content({
			...first,
			...more,
			receiptNumbers: [...("receiptNumbers" in more ? more.receiptNumbers : first.receiptNumbers)],
		});
		expect(diff(second, held).kind).toBe("new");
		expect(noticesOf(importing(second, held))).toHaveLength(2);
	});

	test("[close-out I7] a later edition of what a closed issue has archived stands beside it", () => {
		const closed: Issue = { ...importing(content(), issue), lifecycle: "closed" };
		const later = content({ completion: "渗漏点已封堵，断面连续七个月达标。" });
		const both = importing(later, closed);
		expect(noticesOf(both).map(({ replaces, replacedBy }) => [replaces, replacedBy])).toEqual([
			[null, null],
			[null, null],
		]);
		expect(diff(later, both).kind).toBe("same");
	});
});

const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values));
const said: fc.Arbitrary<NoticeContent> = fc
	.record({
		number: maybe("12", "十二"),
		deadline: maybe("2026年12月底前", "立行立改"),
		goal: maybe("稳定达标。", "消除隐患。"),
		completion: maybe("渗漏点已封堵，断面连续六个月达标。", "渗漏点已封堵，断面连续七个月达标。"),
		publicity: maybe(period("2026-03-02", "2026-03-13"), period("2026-03-02", "2026-03-16")),
		contact: maybe("县整改办", "市整改办"),
		kind: fc.constantFrom("completion" as const, "unknown" as const),
	})
	.map((more) => content({ ...more, tier: more.number === null ? null : "city" }));
const fields = fc.subarray([...NoticeField.options]);

test("[close-out I4] whatever is taken, only the rest is proposed again; taking all leaves nothing", () => {
	fc.assert(
		fc.property(fc.array(said, { minLength: 1, maxLength: 5 }), said, fields, (before, next, chosen) => {
			const held = before.reduce<Issue>((on, one) => importing(one, on), issue);
			const first = diff(next, held, chosen);
			const partly = importing(next, held, chosen);
			if (first.kind === "changed") {
				const left = first.differences.map(({ field }) => field).filter((field) => !chosen.includes(field));
				expect(diff(next, partly).differences.map(({ field }) => field)).toEqual(left);
			}
			expect(diff(next, importing(next, partly)).kind).toBe("same");
		}),
		{ numRuns: 300 },
	);
});

test("[close-out I6] whatever is imported, nothing is lost, and an edition that was replaced names what replaced it", () => {
	fc.assert(
		fc.property(fc.array(said, { minLength: 1, maxLength: 6 }), (editions) => {
			let on = issue;
			for (const one of editions) {
				const next = importing(one, on);
				expect(
					noticesOf(next)
						.map(({ id }) => id)
						.slice(0, noticesOf(on).length),
				).toEqual(noticesOf(on).map(({ id }) => id));
				on = next;
			}
			const ids = noticesOf(on).map(({ id }) => id);
			for (const { id, replaces, replacedBy } of noticesOf(on)) {
				if (replacedBy !== null) expect(ids).toContain(replacedBy);
				if (replaces !== null) expect(noticesOf(on).find((one) => one.id === replaces)?.replacedBy).toBe(id);
			}
		}),
		{ numRuns: 200 },
	);
});

describe("[close-out I5] what a notice announces", () => {
	const other = (label: string, text: string) => [
		{ label, text, place: { line: 3, endLine: 3, cells: null } },
	];

	test.each([
		["关于督察反馈问题（序号十）整改完成情况的公示", [], "completion"],
		["整改任务完成情况公示", [], "completion"],
		["关于整改任务拟销号的公示", [], "closeOut"],
		["整改任务验收销号意见", [], "closeOut"],
		["公  示", [], "unknown"],
		[null, [], "unknown"],
		[null, other("验收意见", "经现场核查，同意销号。"), "closeOut"],
		[null, other("验收意见", "不同意。待补充后再销号。"), "unknown"],
		[null, other("核查情况", "同意整改方案。"), "unknown"],
	] as const)("%s %o is %s", (title, otherFields, kind) => {
		expect(noticeKindOf(title, { otherFields: [...otherFields] })).toBe(kind);
	});

	test("nothing is added to what was read", () => {
		const bare = proposedNotice({ number: null, seq: null, completion: null, responsibleUnits: null });
		expect(noticeContent(bare, null, { tier: "city" })).toEqual({
			kind: "unknown",
			number: null,
			tier: null,
			statement: "青石县渣库渗漏，下游断面镉、锌超标。",
			receiptNumbers: [],
			responsibleUnits: [],
			supervisingUnits: [],
			acceptanceUnits: [],
			deadline: null,
			goal: null,
			measures: [],
			completion: null,
			completionItems: [],
			publicity: null,
			publicityLength: null,
			contact: null,
			otherFields: [],
		});
	});

	test("what is longer than the ledger holds is cut, and blank words are none", () => {
		const long = proposedNotice({ completion: read("完".repeat(30_000)), goal: read("  ") });
		const cut = noticeContent(long, null, { tier: "city" });
		expect(cut.completion).toHaveLength(20_000);
		expect(cut.goal).toBeNull();
	});
});
