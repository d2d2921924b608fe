/// <reference lib="dom" />
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { visitAs } from "../support/browser.ts";
import { useStage } from "./stage.ts";

const stage = useStage();

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const DEADLINE = inDays(200);

const accepted = <T>(outcome: { ok: true; value: T } | { ok: false; refusals: unknown }): T => {
	if (outcome.ok) return outcome.value;
	throw new Error(JSON.stringify(outcome.refusals));
};

/** A new item of the city's list, assigned to the water bureau and taken on: its plan is still to be written. */
async function assignedIssue(): Promise<string> {
	const { operator } = stage();
	const issueId = randomUUID();
	const unit = async (text: string) => {
		const { items } = await operator.responsibilities.listUnits.query({ text, limit: 5 });
		return items[0]?.id ?? "";
	};
	const person = async (unitId: string) => {
		const { items } = await operator.responsibilities.listPeople.query({ text: "", unitId, limit: 1 });
		return items[0]?.id ?? null;
	};
	const [lead, supervising] = [await unit("青屏市水务"), await unit("岚江省生态环境")];
	const official =
		(await person(lead)) ??
		accepted(
			await operator.responsibilities.registerPerson.mutate({
				person: { name: "林照野", unitId: lead, title: "局长", phone: null },
			}),
		).id;
	const [inspection] = await operator.issues.listInspections.query();
	const part = (role: "lead" | "supervising" | "responsibleLeader" | "responsiblePerson", who: object) => ({
		...{ id: randomUUID(), role, kind: null, unitId: null, personId: null, from: inDays(-5) },
		...who,
	});
	const own = part("lead", { unitId: lead });
	accepted(
		await operator.issues.registerIssue.mutate({
			issueId,
			command: {
				...{ type: "registerIssue", issueId, region: "680100", tier: "city", parentId: null },
				mandate: {
					...{ inspectionId: inspection?.id ?? "", number: `P${Date.now() % 100_000}`, seq: null },
					deadline: null,
				},
				numberByTier: { central: null, province: null, city: null, county: null },
				...{ field: null, generality: null, goal: null, constraints: [], remarks: null },
				deadline: { text: "限期完成", category: "fixed", point: { precision: "day", date: DEADLINE } },
				statement: "沿河三处排口雨天溢流，污水直排入河。",
				...{ sourceText: null, measures: [], sites: [], importId: null },
				assignments: [
					own,
					part("supervising", { unitId: supervising }),
					part("responsibleLeader", { personId: official }),
					part("responsiblePerson", { personId: official }),
				],
			},
			envelope: { expectedVersion: 0 },
		}),
	);
	const { row, assignments } = await operator.issues.get.query({ issueId });
	const leading = assignments.find(({ role }) => role === "lead")?.id ?? own.id;
	accepted(
		await operator.issues.acknowledgeAssignment.mutate({
			issueId,
			command: { type: "acknowledgeAssignment", assignmentId: leading, reason: "电话确认签收" },
			envelope: { expectedVersion: row.version },
		}),
	);
	return issueId;
}

const open = async (username: string, address: string) => {
	const { server, browser } = stage();
	const visitor = await visitAs(browser, server, username);
	await visitor.page.goto(`${server.url}${address}`);
	return visitor;
};

/** Presses the form's own button, with a reason for what the rules only warn of. */
async function confirm(page: Page, name: string) {
	const dialog = page.getByRole("dialog", { name });
	const reason = dialog.getByLabel(/^通过警示的理由/);
	if (await reason.isVisible()) await reason.fill("已经局务会研究");
	await dialog.getByRole("button", { name, exact: true }).click();
	await expect.poll(() => page.getByRole("dialog").count(), { timeout: 10_000 }).toBe(0);
}

const ROWS = [
	"措施内容\t责任单位\t完成时限\t措施类型",
	`"制定排水口巡查制度，\n明确每月巡查"\t青屏市水务局\t${inDays(120)}\t`,
	"对同类排口举一反三排查\t没有这个局\t尽快\t",
].join("\n");

async function write(page: Page) {
	await page.getByLabel(/^整改目标/).fill("三处排口实现晴天零排放，雨天溢流得到控制。");
	await page.getByRole("button", { name: "增加指标" }).click();
	const goal = page.locator("[data-goal]");
	await goal.getByLabel("指标", { exact: true }).fill("晴天排放次数");
	await goal.getByLabel("计量单位").fill("次/月");
	await goal.getByLabel("现状值").fill("１２");
	await goal.getByLabel("要求").selectOption("atMost");
	await goal.getByLabel("目标值").fill("0");
	await goal.getByLabel("核验方法").fill("逐月巡查");
	await page.locator("[data-locked]").getByText("整改时限由整改办维护").waitFor();
	await page.getByRole("button", { name: "增加措施" }).click();
	const card = page.locator("[data-measure]").first();
	await card.getByLabel(/^措施内容/).fill("建设截流井三座");
	await card.getByLabel("措施类型").selectOption("works");
	await card.getByLabel("当下改/长久立").selectOption("immediateFix");
	await card.getByLabel("完成时限").fill(inDays(150));
	await card.getByRole("combobox", { name: "责任单位" }).fill("青屏市水务");
	await card
		.getByRole("option", { name: /青屏市水务/ })
		.first()
		.click();
	for (const [n, due, text] of [
		[1, inDays(60), "完成设计"],
		[2, inDays(140), "建成通水"],
	] as const) {
		await card.getByRole("button", { name: "增加节点" }).click();
		await card.getByLabel(`节点${n}日期`).fill(due);
		await card.getByLabel(`节点${n}内容`).fill(text);
	}
	await card.getByLabel("节点2权重").fill("3");
	await expect.poll(() => card.locator("[data-share]").allTextContents()).toEqual(["25%", "75%"]);
}

async function paste(page: Page) {
	await page.getByRole("button", { name: "从表格粘贴" }).click();
	await page.getByLabel("粘贴的内容").fill(ROWS);
	await page.locator("[data-pasted]").getByText("名录中没有，留空：没有这个局").waitFor();
	await page.locator("[data-pasted]").getByText("未识别，留空：尽快").waitFor();
	await page.getByRole("button", { name: "加入2项" }).click();
	await expect.poll(() => page.locator("[data-measure]").count()).toBe(3);
	const rule = page.locator("[data-measure]").nth(1);
	await expect
		.poll(() => rule.getByLabel(/^措施内容/).inputValue())
		.toBe("制定排水口巡查制度，\n明确每月巡查");
	await rule.getByLabel("当下改/长久立").selectOption("longTermMechanism");
	const screening = page.locator("[data-measure]").nth(2);
	await screening.getByLabel("完成时限").fill(inDays(90));
	await screening.getByRole("combobox", { name: "责任单位" }).fill("青屏市水务");
	await screening
		.getByRole("option", { name: /青屏市水务/ })
		.first()
		.click();
	await expect.poll(() => screening.getByLabel("举一反三", { exact: true }).isChecked()).toBe(true);
}

test("a plan is written, kept over a reload, returned with a reason, mended, approved and extended", async () => {
	const { server, operator } = stage();
	const issueId = await assignedIssue();
	const unit = await open("lead-unit", `/issues/${issueId}/plan`);
	await write(unit.page);
	await expect.poll(() => unit.page.evaluate(() => JSON.stringify(localStorage))).toContain("建成通水");
	await unit.page.reload();
	await unit.page.locator("[data-draft]").waitFor();
	await expect.poll(() => unit.page.getByLabel("节点2内容").inputValue()).toBe("建成通水");
	await paste(unit.page);
	expect(await violations(unit.page)).toEqual([]);
	await unit.page.getByRole("button", { name: "保存并报审" }).click();
	await unit.page.getByRole("dialog", { name: "方案报审" }).waitFor();
	await confirm(unit.page, "方案报审");
	await unit.page.locator("[data-stage=submitted]").waitFor();
	expect((await operator.issues.get.query({ issueId })).measures).toHaveLength(3);
	// Whoever wrote it is told why he does not review it.
	await unit.page.locator("[data-refused=reviewPlan] summary").click();
	await unit.page.locator("[data-refused=reviewPlan]").getByText("可办理：").waitFor();

	const office = await open("prov-office", `/issues/${issueId}?tab=plan&do=reviewPlan`);
	const desk = office.page.getByRole("dialog", { name: "审核方案" });
	await desk.getByRole("button", { name: "没有问题的全部通过" }).click();
	const item = desk.locator("[data-item^=measure]").first();
	await item.getByLabel("退回", { exact: true }).check();
	await item.getByLabel(/^退回理由/).fill("未写明截流井规模");
	expect(await violations(office.page)).toEqual([]);
	await confirm(office.page, "审核方案");
	await office.page.locator("[data-returned]").getByText("未写明截流井规模").first().waitFor();

	await unit.page.locator("[data-stage=returned]").waitFor();
	await unit.page.getByRole("link", { name: "到编制页修改" }).click();
	await unit.page.locator("[data-returned]").getByText("未写明截流井规模").waitFor();
	await unit.page
		.locator("[data-measure]")
		.first()
		.getByLabel(/^措施内容/)
		.fill("建设截流井三座，每座日截污两百吨");
	await expect.poll(() => unit.page.locator("[data-save-state]").textContent()).toBe("1处改动未保存");
	await unit.page.getByRole("button", { name: "保存并报审" }).click();
	await unit.page.getByRole("dialog", { name: "方案报审" }).waitFor();
	await confirm(unit.page, "方案报审");

	await office.page.locator("[data-stage=submitted]").waitFor();
	await office.page.getByRole("button", { name: "审核方案" }).first().click();
	await desk.getByRole("button", { name: "没有问题的全部通过" }).click();
	for (const pass of await desk.locator("[data-item]").getByLabel("通过", { exact: true }).all()) {
		await pass.check();
	}
	for (const name of ["目标可达", "措施可行", "责任落地", "时限合理"]) await desk.getByLabel(name).check();
	await confirm(office.page, "审核方案");
	await office.page.locator("[data-version='1']").getByText("现行").waitFor();
	expect(await violations(office.page)).toEqual([]);

	await unit.page.goto(`${server.url}/issues/${issueId}?tab=plan&do=requestExtension`);
	const ask = unit.page.getByRole("dialog", { name: "申请延期" });
	await ask
		.locator("[data-limits]")
		.getByText(/一次最多延6个月/)
		.waitFor();
	const later = inDays(260);
	await ask.getByLabel(/^延期到/).fill(later);
	await ask.getByRole("button", { name: "未到期的一并顺延" }).click();
	await ask.getByLabel(/^延期理由/).fill("汛期提前，施工受阻");
	await ask.getByLabel(/^已有进展/).fill("设计已完成");
	await confirm(unit.page, "申请延期");
	await office.page.locator("[data-extension]").getByText("汛期提前，施工受阻").waitFor();
	await office.page.getByRole("button", { name: "审批延期" }).first().click();
	await office.page.getByRole("dialog", { name: "审批延期" }).getByLabel("同意", { exact: true }).check();
	await confirm(office.page, "审批延期");
	await office.page.locator("[data-version='2']").getByText("现行").waitFor();
	const { row, plan } = await operator.issues.get.query({ issueId });
	expect({ due: row.due, original: plan.originalDue }).toEqual({ due: later, original: DEADLINE });
	await office.page.locator("[data-original]").getByText("原定时限").waitFor();
	expect([...unit.errors, ...office.errors]).toEqual([]);
	await unit.context.close();
	await office.context.close();
}, 60_000);
