import { describe, expect, test } from "vitest";
import { noticesOf } from "../close-out/index.ts";
import type { AttachNotice, IssueCommand } from "./commands.ts";
import { describeEvent } from "./history.ts";
import { type Issue, IssueState } from "./schema.ts";
import {
	actor,
	CITY,
	COUNTY,
	contextOf,
	issueAfter,
	LEAD_CLERK,
	newNotice,
	noticeId,
	OFFICE,
	OTHER_CITY,
	OWNERS,
	PROVINCE,
	rulesOf,
	run,
} from "./testing.ts";

type Attach = ReturnType<typeof AttachNotice.parse>;
const attach = (n: number, more: Parameters<typeof newNotice>[1] = {}): Attach => ({
	type: "attachNotice",
	notice: newNotice(n, more),
	importId: null,
});
const detach = (n: number, reason = "附错问题"): IssueCommand => ({
	type: "detachNotice",
	noticeId: noticeId(n),
	reason,
});
const open = issueAfter({ assignments: [...OWNERS] });
const having = (state: Issue, ...commands: IssueCommand[]): Issue =>
	commands.reduce((before, command) => run(before, command).state, state);
const current = (state: Issue): string[] =>
	noticesOf(state)
		.filter(({ detached, replacedBy }) => detached === null && replacedBy === null)
		.map(({ id }) => id);

describe("attaching", () => {
	test("keeps the notice as printed, with who attached it and when, and moves nothing", () => {
		const { state } = run(open, attach(1));
		expect(noticesOf(state)).toEqual([
			{
				...newNotice(1),
				importId: null,
				attachedAt: state.updatedAt,
				attachedBy: "cityOffice@990100",
				afterClose: false,
				replacedBy: null,
				detached: null,
			},
		]);
		expect(state.lifecycle).toBe(open.lifecycle);
	});

	test("what says the same is attached once, and an id is used once", () => {
		const held = having(open, attach(1));
		expect(rulesOf(held, attach(2))).toEqual(["NOTICE_ATTACHED"]);
		expect(rulesOf(held, attach(1, { completion: "另一份。" }))).toEqual(["DUPLICATE_ID"]);
		expect(rulesOf(having(held, detach(1)), attach(2))).toEqual([]);
	});

	test("a notice without any contents is none", () => {
		const empty = { statement: null, completion: null, publicity: null, publicityLength: null };
		expect(rulesOf(open, attach(1, empty))).toEqual(["NOTICE_EMPTY"]);
		expect(rulesOf(open, attach(1, { ...empty, completion: "已完成。" }))).toEqual([]);
	});

	test.each([
		["the city's office", OFFICE, []],
		["the province's office", actor("provOffice", PROVINCE), []],
		["another city's office", actor("cityOffice", OTHER_CITY), ["OUT_OF_REGION"]],
		["the county's office: the list is the city's", actor("countyOffice", COUNTY), ["OUT_OF_REGION"]],
		["the lead unit", LEAD_CLERK, ["NOT_ALLOWED"]],
		["an auditor", actor("auditor", CITY), ["NOT_ALLOWED"]],
	])("by %s", (_name, who, rules) => {
		expect(rulesOf(open, attach(1), contextOf(who))).toEqual(rules);
		const held = having(open, attach(1));
		expect(rulesOf(held, detach(1), contextOf(who))).toEqual(rules);
	});
});

describe("[close-out I1] a notice is evidence in every state and leads nowhere by itself", () => {
	test.each(IssueState.options)("while %s", (lifecycle) => {
		const state = { ...open, lifecycle };
		const gone = ["carriedOver", "merged", "withdrawn"].includes(lifecycle);
		expect(rulesOf(state, attach(1))).toEqual(gone ? ["ENDED"] : []);
		if (gone) return;
		const held = run(state, attach(1)).state;
		expect(held.lifecycle).toBe(lifecycle);
		expect(run(held, detach(1)).state.lifecycle).toBe(lifecycle);
	});
});

describe("[close-out I7] a closed issue (CLO-06, PUB-04)", () => {
	const closed: Issue = { ...having(open, attach(1)), lifecycle: "closed" };

	test("takes a later notice beside its archive, and lets it be taken off again", () => {
		const later = having(closed, attach(2, { kind: "closeOut", completion: "已销号。" }));
		expect(noticesOf(later).map(({ afterClose }) => afterClose)).toEqual([false, true]);
		expect(rulesOf(later, detach(2))).toEqual([]);
	});

	test("keeps what was archived: it is neither detached nor replaced", () => {
		expect(rulesOf(closed, detach(1))).toEqual(["CLO-06"]);
		const edition = attach(2, { completion: "更正。", replaces: noticeId(1) });
		expect(rulesOf(closed, edition)).toEqual(["CLO-06"]);
	});
});

describe("[close-out I6] a corrected edition", () => {
	const edition = attach(2, { completion: "更正。", replaces: noticeId(1) });

	test("replaces the earlier one, which stays", () => {
		const state = having(open, attach(1), edition);
		expect(noticesOf(state)).toHaveLength(2);
		expect(current(state)).toEqual([noticeId(2)]);
	});

	test("replaces only a notice of this issue that still counts", () => {
		expect(rulesOf(open, edition)).toEqual(["UNKNOWN_NOTICE"]);
		expect(rulesOf(having(open, attach(1), detach(1)), edition)).toEqual(["UNKNOWN_NOTICE"]);
	});

	test("gives way again when it is taken off", () => {
		const state = having(open, attach(1), edition, detach(2));
		expect(current(state)).toEqual([noticeId(1)]);
	});

	test("an edition in between that is taken off leaves the order of the others", () => {
		const third = attach(3, { completion: "再更正。", replaces: noticeId(2) });
		const state = having(open, attach(1), edition, third, detach(2));
		expect(current(state)).toEqual([noticeId(3)]);
		expect(current(having(state, detach(3)))).toEqual([noticeId(1)]);
	});
});

describe("detaching", () => {
	const held = having(open, attach(1));

	test("marks it with the reason and keeps it", () => {
		const state = having(held, detach(1));
		expect(noticesOf(state)).toMatchObject([{ id: noticeId(1), detached: { reason: "附错问题" } }]);
	});

	test.each([
		["without a reason", detach(1, " "), ["REASON_MISSING"]],
		["of a notice that is not there", detach(9), ["UNKNOWN_NOTICE"]],
	])("%s", (_name, command, rules) => {
		expect(rulesOf(held, command)).toEqual(rules);
	});

	test("a second time is refused", () => {
		expect(rulesOf(having(held, detach(1)), detach(1))).toEqual(["NOTICE_DETACHED"]);
	});
});

test("the timeline tells which document was attached, replaced and taken off", () => {
	const steps = [attach(1), attach(2, { completion: "更正。", replaces: noticeId(1) }), detach(2)];
	let state = open;
	const told = steps.map((command) => {
		const done = run(state, command);
		({ state } = done);
		const [event] = done.events;
		if (event === undefined) throw new Error("an event");
		return describeEvent(event, {
			issue: state,
			unit: () => undefined,
			person: () => undefined,
			regionName: () => undefined,
			issueNumber: () => undefined,
			inspectionName: () => undefined,
		});
	});
	expect(told.map(({ summary }) => summary.zh)).toEqual([
		"附上整改完成公示《整改完成情况公示.docx》，公示2026年3月2日至2026年3月13日",
		"整改完成公示更正为《整改完成情况公示.docx》，公示2026年3月2日至2026年3月13日",
		"取下公示《整改完成情况公示.docx》",
	]);
	expect(told[2]?.reason).toBe("附错问题");
});
