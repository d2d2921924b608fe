import type { IssueDetail } from "@zhenggai/domain/issues";
import type { ImportId, IssueId } from "@zhenggai/domain/kernel";
import { beforeEach, describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { complaintOf } from "../testing/complaints.ts";
import { program, testServices } from "../testing/index.ts";
import {
	accepted,
	auditor,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	OTHER_COUNTY,
	otherCity,
	PROVINCE,
	provOffice,
	register,
	rulesOf,
	run,
	type World,
} from "../testing/ledger.ts";
import { noticeChoices, noticeText, previewNotice, publishedNotice } from "../testing/notices.ts";

const { services, database } = await testServices();
const { closeOut } = services;
let world: World;

beforeEach(async () => {
	const { rows } = await database.pool.query<{ name: string }>(
		"SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname = 'ledger'",
	);
	await database.pool.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")}`);
	world = await buildWorld(services);
});

const WASTE = "岚江支流沿岸三处砂石堆场未按要求退出，扬尘和废水影响周边群众。";
const SLAG = "青石片区渣库防渗层破损，下游断面镉、锌多次超标，治理工程推进缓慢。";
const DONE = "三处堆场已全部拆除，清运砂石四万吨，复绿二十亩。";

const detail = (id: IssueId, actor = cityOffice): Promise<IssueDetail> => services.issues.getIssue(actor, id);
const apply = (importId: ImportId, actor = cityOffice, key?: string) =>
	closeOut.applyNoticeImport(actor, importId, key === undefined ? {} : { idempotencyKey: key });
const errorOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);
const eventsOf = async (): Promise<number> => {
	const { rows } = await database.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM journal.event");
	return rows[0]?.n ?? -1;
};

describe("a notice finds its issue", () => {
	it("by its number on the list where the wording agrees, and is attached with its dates", async () => {
		const issue = await register(world, { number: "十二", seq: 12, statement: WASTE });
		await register(world, { number: "十三", seq: 13, statement: SLAG });
		const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
		const { draft, preview } = await previewNotice(world, cityOffice, text);
		expect(preview).toMatchObject({ summary: { new: 1, changed: 0, same: 0, refused: 0 }, blocking: [] });
		expect(preview.items[0]).toMatchObject({
			kind: "new",
			issueId: issue.row.id,
			match: { by: "number", doubtful: false },
			chosen: true,
			notice: { kind: "completion", publicity: { start: "2026-03-02", end: "2026-03-13" } },
		});
		const result = accepted(await apply(draft.id));
		expect(result.attached).toMatchObject([{ issueId: issue.row.id }]);
		const page = await detail(issue.row.id);
		expect(page.notices).toMatchObject([
			{
				importId: draft.id,
				source: { document: "公示.txt", sha256: draft.sha256, lines: [2, expect.any(Number)] },
				number: "序号十二",
				tier: "city",
				statement: WASTE,
				completion: DONE,
				publicity: { start: "2026-03-02", end: "2026-03-13" },
				responsibleUnits: ["松泉县人民政府"],
				attachedBy: expect.stringContaining("cityOffice"),
				detached: null,
			},
		]);
		expect(page.row.lifecycle).toBe(issue.row.lifecycle);
		const history = await services.issues.listHistory(cityOffice, { issueId: issue.row.id, limit: 10 });
		expect(history.items[0]).toMatchObject({ type: "noticeAttached", importId: draft.id });
		expect(await services.journal.verifyIssue(cityOffice, issue.row.id)).toMatchObject({ whole: true });
	});

	it("by the number that another tier gave it", async () => {
		const numberByTier = { central: null, province: "五十五", city: "12", county: null };
		const issue = await register(world, { number: "12", seq: 12, statement: WASTE, numberByTier });
		await register(world, { number: "55", seq: 55, statement: SLAG });
		const text = noticeText({ number: "五十五", statement: WASTE, completion: DONE });
		const context = { inspectionId: world.inspectionId, region: CITY, tier: "province" } as const;
		const { preview } = await previewNotice(world, cityOffice, text, { context });
		expect(preview.items[0]).toMatchObject({
			issueId: issue.row.id,
			match: { by: "number", doubtful: false },
			notice: { number: "序号五十五" },
		});
	});

	it("by its wording where it has no number of the list", async () => {
		const issue = await register(world, { number: "3", seq: 3, statement: WASTE });
		await register(world, { number: "4", seq: 4, statement: SLAG });
		const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
		const { preview } = await previewNotice(world, cityOffice, text);
		expect(preview.items[0]).toMatchObject({
			issueId: issue.row.id,
			match: { by: "text", score: 1, doubtful: false },
			chosen: true,
		});
	});

	it("does not trust a number under another wording: it shows both and waits for the clerk", async () => {
		const issue = await register(world, { number: "十二", seq: 12, statement: SLAG });
		const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
		const { draft, preview } = await previewNotice(world, cityOffice, text);
		const [item] = preview.items;
		expect(item).toMatchObject({
			issueId: issue.row.id,
			match: { by: "number", doubtful: true },
			chosen: false,
			candidates: [{ issueId: issue.row.id, statement: SLAG, by: "number", regionName: "青屏市" }],
		});
		expect(item?.findings[0]).toMatchObject({ rule: "NOTICE_DOUBTFUL", severity: "warn" });
		expect(item?.findings[0]?.message.zh).toContain(WASTE);
		expect(item?.findings[0]?.message.zh).toContain(SLAG);
		expect(preview.blocking.map(({ rule }) => rule)).toEqual(["NOTHING_TO_APPLY"]);
		expect(rulesOf(await apply(draft.id))).toEqual(["NOTHING_TO_APPLY"]);
		const items = { [item?.key ?? ""]: { apply: true } };
		await closeOut.previewNoticeImport(cityOffice, draft.id, noticeChoices(world, { items }));
		expect(accepted(await apply(draft.id)).attached).toMatchObject([{ issueId: issue.row.id }]);
	});

	it("goes where the clerk says, within the inspection and the region", async () => {
		await register(world, { number: "十二", seq: 12, statement: WASTE });
		const meant = await register(world, { number: "十三", seq: 13, statement: SLAG });
		const outside = await register(world, { region: PROVINCE, number: "一", seq: 1, statement: SLAG });
		const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
		const { draft } = await previewNotice(world, cityOffice, text);
		const choose = (issueId: IssueId) =>
			closeOut.previewNoticeImport(
				cityOffice,
				draft.id,
				noticeChoices(world, { items: { n1: { apply: true, issueId } } }),
			);
		const refused = await choose(outside.row.id);
		expect(refused.items[0]).toMatchObject({ kind: "refused", issueId: null });
		expect(refused.items[0]?.findings[0]?.rule).toBe("UNKNOWN_ISSUE");
		expect(refused.blocking.map(({ rule }) => rule)).toEqual(["ITEMS_REFUSED"]);
		const chosen = await choose(meant.row.id);
		expect(chosen.items[0]).toMatchObject({ issueId: meant.row.id, match: { by: "clerk", doubtful: false } });
		accepted(await apply(draft.id));
		expect((await detail(meant.row.id)).notices).toHaveLength(1);
	});

	it("is left open where nothing tells, and says so", async () => {
		await register(world, { number: "3", seq: 3, statement: SLAG });
		const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
		const { preview } = await previewNotice(world, cityOffice, text);
		expect(preview.items[0]).toMatchObject({ kind: "refused", issueId: null, match: null, chosen: false });
		expect(preview.items[0]?.findings.map(({ rule }) => rule)).toEqual(["NOTICE_UNMATCHED"]);
	});

	it("does not choose between counties whose lists have the same number and wording", async () => {
		for (const region of [COUNTY, OTHER_COUNTY]) {
			await register(world, { region, number: "十二", seq: 12, statement: WASTE });
		}
		const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
		const wide = { inspectionId: world.inspectionId, region: CITY, tier: "county" } as const;
		const { preview } = await previewNotice(world, cityOffice, text, { context: wide });
		expect(preview.items[0]).toMatchObject({ match: { doubtful: true }, chosen: false });
		expect(preview.items[0]?.candidates).toHaveLength(2);
		const narrow = { ...wide, region: COUNTY };
		const { preview: sure } = await previewNotice(world, cityOffice, text, { context: narrow });
		expect(sure.items[0]).toMatchObject({ match: { doubtful: false }, chosen: true });
	});
});

describe("a document with several items", () => {
	it("puts each where it belongs, all in one act", async () => {
		const water = await register(world, {
			number: "十四",
			seq: 14,
			statement: "清水县农村饮用水水源地标识标牌不规范，部分保护区未划定。",
		});
		const waste = await register(world, {
			number: "二十二",
			seq: 22,
			statement: "州医疗废物集中处置中心超负荷运行，贮存不规范。",
		});
		const { draft, preview } = await previewNotice(world, cityOffice, publishedNotice("two-issues"));
		expect(preview.items.map(({ issueId, chosen }) => [issueId, chosen])).toEqual([
			[water.row.id, true],
			[waste.row.id, true],
		]);
		const before = await eventsOf();
		const result = accepted(await apply(draft.id));
		expect(result.attached.map(({ issueId }) => issueId)).toEqual([water.row.id, waste.row.id]);
		// One entry for each notice and one for the import itself.
		expect(await eventsOf()).toBe(before + 3);
		expect(await services.issues.getImport(cityOffice, draft.id)).toMatchObject({
			state: "applied",
			result: { created: 2, changed: 0 },
		});
	});

	it("attaches notices about two measures of one issue to that issue", async () => {
		const issue = await register(world, { number: "12", seq: 12, statement: WASTE });
		const { draft } = await previewNotice(
			world,
			cityOffice,
			noticeText({ number: "十二", statement: WASTE, completion: DONE }),
		);
		const [first] = draft.proposal.notices;
		if (first === undefined) throw new Error("no notice");
		const second = {
			...first,
			number: "12-02",
			completion: first.completion && { ...first.completion, value: "沿岸复绿二十亩，设置隔离栏一千米。" },
		};
		const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
		accepted(await apply(draft.id));
		const later = await previewNotice(world, cityOffice, text, { corrections: { n1: second } });
		expect(later.preview.items[0]).toMatchObject({
			kind: "new",
			issueId: issue.row.id,
			match: { by: "number", doubtful: false },
		});
		accepted(await apply(later.draft.id));
		expect((await detail(issue.row.id)).notices.map(({ number }) => number)).toEqual(["12-02", "序号十二"]);
	});

	it("shows the complaints that its receipts name, and needs none", async () => {
		const issue = await register(world, {
			number: "5",
			seq: 5,
			statement: "江阳区某化工厂雨水排口有异味，厂区西侧河道水体发黑。",
		});
		const complaint = complaintOf(world, { receiptNumber: "D2JS202203280019" });
		accepted(
			await services.complaints.commandComplaint(provOffice, complaint.complaintId, complaint, {
				expectedVersion: 0,
			}),
		);
		const { preview } = await previewNotice(world, cityOffice, publishedNotice("receipts-two"));
		expect(preview.items[0]).toMatchObject({
			issueId: issue.row.id,
			match: { by: "text" },
			complaints: [{ complaintId: complaint.complaintId, receiptNumber: "D2JS202203280019" }],
			notice: { receiptNumbers: ["D2JS202203280019", "X2JS202204010066"] },
		});
	});
});

describe("a later edition", () => {
	const first = noticeText({ number: "十二", statement: WASTE, completion: DONE });

	it("proposes nothing when it is the same document", async () => {
		const issue = await register(world, { number: "十二", seq: 12, statement: WASTE });
		const { draft } = await previewNotice(world, cityOffice, first);
		accepted(await apply(draft.id));
		const again = await previewNotice(world, cityOffice, first);
		expect(again.preview).toMatchObject({ summary: { new: 0, changed: 0, same: 1, refused: 0 } });
		expect(again.preview.items[0]).toMatchObject({ issueId: issue.row.id, chosen: false, differences: [] });
		expect(again.preview.blocking.map(({ rule }) => rule)).toEqual(["NOTHING_TO_APPLY"]);
	});

	it("shows old and new, takes the chosen fields, and keeps the earlier edition as replaced", async () => {
		const issue = await register(world, { number: "十二", seq: 12, statement: WASTE });
		const { draft } = await previewNotice(world, cityOffice, first);
		accepted(await apply(draft.id));
		const corrected = noticeText({
			number: "十二",
			statement: WASTE,
			completion: DONE.replace("四万吨", "五万吨"),
			publicity: "2026年3月2日至2026年3月16日",
		});
		const { draft: later, preview } = await previewNotice(world, cityOffice, corrected);
		expect(preview.items[0]?.kind).toBe("changed");
		expect(preview.items[0]?.differences).toEqual([
			{ field: "completion", ledger: DONE, document: DONE.replace("四万吨", "五万吨") },
			{ field: "publicity", ledger: "2026-03-02/2026-03-13", document: "2026-03-02/2026-03-16" },
			expect.objectContaining({ field: "otherFields" }),
		]);
		const items = { n1: { apply: true, fields: ["publicity" as const] } };
		await closeOut.previewNoticeImport(cityOffice, later.id, noticeChoices(world, { items }));
		const result = accepted(await apply(later.id));
		expect(result).toMatchObject({ attached: [], replaced: [{ issueId: issue.row.id }] });
		const [present, earlier] = (await detail(issue.row.id)).notices;
		expect(present).toMatchObject({
			completion: DONE,
			publicity: { end: "2026-03-16" },
			replaces: earlier?.id,
			importId: later.id,
		});
		expect(earlier).toMatchObject({ replacedBy: present?.id, importId: draft.id });
		const third = await previewNotice(world, cityOffice, corrected);
		expect(third.preview.items[0]?.differences.map(({ field }) => field)).toEqual([
			"completion",
			"otherFields",
		]);
		accepted(await apply(third.draft.id));
		const fourth = await previewNotice(world, cityOffice, corrected);
		expect(fourth.preview.items[0]?.kind).toBe("same");
	});

	it("tells a notice of close-out from the earlier one of completion", async () => {
		const issue = await register(world, { number: "十二", seq: 12, statement: WASTE });
		const { draft } = await previewNotice(world, cityOffice, first);
		accepted(await apply(draft.id));
		const closing = noticeText({
			number: "十二",
			statement: WASTE,
			completion: DONE,
			title: "关于生态环境保护督察反馈问题（序号十二）拟销号的公示",
		});
		const { draft: second, preview } = await previewNotice(world, cityOffice, closing);
		expect(preview.items[0]).toMatchObject({ kind: "new", notice: { kind: "closeOut" } });
		accepted(await apply(second.id));
		expect((await detail(issue.row.id)).notices.map(({ kind }) => kind)).toEqual(["closeOut", "completion"]);
	});
});

describe("what the rules say", () => {
	it("warns of a publicity that is shorter than the place's rule, and does not hold the notice up", async () => {
		await register(world, { number: "十二", seq: 12, statement: WASTE });
		const text = noticeText({
			number: "十二",
			statement: WASTE,
			completion: DONE,
			publicity: "2026年3月2日至2026年3月6日",
		});
		const { draft, preview } = await previewNotice(world, cityOffice, text);
		const found = preview.items[0]?.findings.find(({ rule }) => rule === "PUB-01");
		expect(found).toMatchObject({ severity: "warn", params: { noticeLength: { v: 10, src: "S25" } } });
		expect(found?.message.zh).toContain("公示5个工作日，不足10个工作日，应到2026年3月13日");
		expect(preview.blocking).toEqual([]);
		accepted(await apply(draft.id));
	});
});

describe("all or nothing", () => {
	it("attaches nothing when one chosen item is refused", async () => {
		const water = await register(world, {
			number: "十四",
			seq: 14,
			statement: "清水县农村饮用水水源地标识标牌不规范，部分保护区未划定。",
		});
		const { draft } = await previewNotice(world, cityOffice, publishedNotice("two-issues"));
		const items = { n2: { apply: true } };
		await closeOut.previewNoticeImport(cityOffice, draft.id, noticeChoices(world, { items }));
		const before = await eventsOf();
		expect(rulesOf(await apply(draft.id))).toEqual(["ITEMS_REFUSED"]);
		expect(await eventsOf()).toBe(before);
		expect((await detail(water.row.id)).notices).toEqual([]);
	});

	it("is applied once, by whoever comes first, and answers a repeated key as the first time", async () => {
		const issue = await register(world, { number: "十二", seq: 12, statement: WASTE });
		const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
		const { draft } = await previewNotice(world, cityOffice, text);
		const [one, other] = await Promise.all([apply(draft.id, cityOffice, "k1"), apply(draft.id, provOffice)]);
		const done = [one, other].filter(({ ok }) => ok);
		expect(done).toHaveLength(1);
		expect([...rulesOf(one), ...rulesOf(other)]).toEqual(["IMPORT_APPLIED"]);
		if (one.ok) expect(accepted(await apply(draft.id, cityOffice, "k1"))).toEqual(one.value);
		expect((await detail(issue.row.id)).notices).toHaveLength(1);
	});

	it("finds the issue as it is when it is applied, not as it was when it was previewed", async () => {
		const issue = await register(world, { number: "十二", seq: 12, statement: WASTE });
		const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
		const { draft } = await previewNotice(world, cityOffice, text);
		accepted(
			await run(world, cityOffice, issue, {
				type: "withdrawIssue",
				document: "撤销函",
				reason: "列入有误",
			}),
		);
		expect(rulesOf(await apply(draft.id))).toEqual(["NOTHING_TO_APPLY"]);
	});
});

describe("who may", () => {
	const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });

	it("refuses roles that do not import, and hides drafts of other regions", async () => {
		await register(world, { number: "十二", seq: 12, statement: WASTE });
		const { draft } = await previewNotice(world, cityOffice, text);
		const choices = noticeChoices(world);
		expect(await errorOf(closeOut.previewNoticeImport(auditor, draft.id, choices))).toBe("NOT_ALLOWED");
		expect(await errorOf(closeOut.previewNoticeImport(otherCity, draft.id, choices))).toBe("NOT_FOUND");
		expect(await errorOf(apply(draft.id, otherCity))).toBe("NOT_FOUND");
	});

	it("does not look for issues outside of the actor's region, and leaves lists of higher tiers alone", async () => {
		await register(world, { number: "十二", seq: 12, statement: WASTE });
		const foreign = await previewNotice(world, otherCity, text);
		expect(foreign.preview.items[0]).toMatchObject({ issueId: null, candidates: [] });
		const own = await previewNotice(world, countyOffice, text);
		expect(own.preview.items[0]).toMatchObject({ issueId: null, candidates: [] });
	});

	it("lets a program with the right key import, and no other", async () => {
		await register(world, { number: "十二", seq: 12, statement: WASTE });
		const importer = program("cityOffice", CITY, ["read", "import"]);
		const { draft } = await previewNotice(world, importer, text);
		accepted(await apply(draft.id, importer));
		const reader = program("cityOffice", CITY, ["read", "write"]);
		expect(await errorOf(previewNotice(world, reader, text))).toBe("NOT_ALLOWED");
	});
});

describe("a notice that was attached by mistake", () => {
	it("is taken off with a reason, stays on record, and can be attached again", async () => {
		const issue = await register(world, { number: "十二", seq: 12, statement: WASTE });
		const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
		const { draft } = await previewNotice(world, cityOffice, text);
		const [made] = accepted(await apply(draft.id)).attached;
		if (made === undefined) throw new Error("no notice");
		const detach = { type: "detachNotice", noticeId: made.noticeId, reason: "附错问题" } as const;
		expect(rulesOf(await run(world, auditor, await detail(issue.row.id), detach))).toEqual(["NOT_ALLOWED"]);
		const after = accepted(await run(world, cityOffice, await detail(issue.row.id), detach));
		expect(after.notices).toMatchObject([{ detached: { reason: "附错问题" } }]);
		const again = await previewNotice(world, cityOffice, text);
		expect(again.preview.items[0]?.kind).toBe("new");
		accepted(await apply(again.draft.id));
		expect((await detail(issue.row.id)).notices).toHaveLength(2);
	});
});

describe("undoing the import", () => {
	const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
	const undo = (importId: ImportId) => services.issues.undoImport(cityOffice, importId, "导错了文件", {});

	it("takes its notices back, and the same document proposes them again", async () => {
		const issue = await register(world, { number: "十二", seq: 12, statement: WASTE });
		const { draft } = await previewNotice(world, cityOffice, text);
		accepted(await apply(draft.id));
		accepted(await undo(draft.id));
		expect((await detail(issue.row.id)).notices).toEqual([]);
		const again = await previewNotice(world, cityOffice, text);
		expect(again.preview.items[0]?.kind).toBe("new");
	});

	it("of a corrected edition lets the earlier one count again, and not the other way round", async () => {
		const issue = await register(world, { number: "十二", seq: 12, statement: WASTE });
		const { draft: first } = await previewNotice(world, cityOffice, text);
		accepted(await apply(first.id));
		const [original] = (await detail(issue.row.id)).notices;
		const { draft: second } = await previewNotice(world, cityOffice, text.replace("四万吨", "五万吨"));
		accepted(await apply(second.id));
		expect(rulesOf(await undo(first.id))).toEqual(["LATER_IMPORT"]);
		accepted(await undo(second.id));
		expect((await detail(issue.row.id)).notices).toEqual([original]);
		accepted(await undo(first.id));
		expect((await detail(issue.row.id)).notices).toEqual([]);
	});
});

describe("documents of another kind", () => {
	it("has no notice in a plan, and asks for the inspection before it looks anything up", async () => {
		const plan = await previewNotice(
			world,
			cityOffice,
			"一、某镇污水直排。\n责任单位：松泉县人民政府\n整改时限：2026年12月底前\n整改目标：达标。\n整改措施：\n（一）建设管网。",
		);
		expect(plan.preview.blocking.map(({ rule }) => rule)).toEqual(["NOTHING_READ"]);
		const text = noticeText({ number: "十二", statement: WASTE, completion: DONE });
		const { draft, preview } = await previewNotice(world, cityOffice, text, { context: null });
		expect(preview.blocking.map(({ rule }) => rule)).toEqual(["CONTEXT_MISSING"]);
		expect(preview.items).toHaveLength(1);
		const kept = await services.issues.getImport(cityOffice, draft.id);
		expect(kept.choices.notices).toEqual(noticeChoices(world, { context: null }));
	});
});
