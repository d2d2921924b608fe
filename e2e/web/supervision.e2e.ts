import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/lib/builds.ts";
import { type Cast, CITY, startStory } from "../closed-loop/cast.ts";
import { StoryClock } from "../closed-loop/clock.ts";
import { decompose, importFeedback } from "../closed-loop/feedback.ts";
import { planAtOnce } from "../closed-loop/planning.ts";
import { type Stage, stageOf } from "../closed-loop/play.ts";
import { violations } from "../support/axe.ts";
import { launchBrowser, signIn, type Visitor, visit } from "../support/browser.ts";

const WEB = new URL("../../apps/web/dist", import.meta.url).pathname;
const clock = new StoryClock("2025-01-08");
let cast: Cast;
let stage: Stage;
let browser: Browser;
let issueId: string;
let office: Visitor;
let unit: Visitor;

beforeAll(async () => {
	await ensureBuilt("web");
	cast = await startStory(clock, WEB);
	stage = stageOf(cast);
	browser = await launchBrowser();
	clock.moveTo("2025-01-10");
	({ weak: issueId } = await decompose(stage, cast, await importFeedback(cast)));
	clock.moveTo("2025-01-13");
	const days = { first: "2025-03-10", second: "2025-06-10", deadline: "2025-07-10" };
	await planAtOnce(stage, cast, issueId, days, cast.province);
	const { registerUser } = cast.observer.access;
	const unitId = cast.unit("cityWater");
	await registerUser.mutate({
		...{ username: "water", name: "叶知秋", role: "leadUnit", region: CITY, personId: null, unitId },
	});
	// A milestone is missed and the unit expects no more: red.
	clock.moveTo("2025-04-01");
	await stage.does(cast.cityLead, issueId, (issues, on) =>
		issues.setForecast.mutate({
			...on,
			command: { type: "setForecast", forecast: "unlikely", reason: "施工单位力量不足" },
		}),
	);
	await stage.does(cast.city, issueId, (issues, on) =>
		issues.recordLight.mutate({ ...on, command: { type: "recordLight", cycle: null } }),
	);
	[office, unit] = [await enter("city-office"), await enter("water")];
}, 180_000);
afterAll(async () => {
	await browser?.close();
	await cast?.stop();
});

/** Somebody who is signed in, in a window of his own. */
async function enter(username: string): Promise<Visitor> {
	const visitor = await visit(browser);
	const { url } = await cast.observer.access.createSignInLink.mutate({ username });
	await signIn(visitor.page, url);
	return visitor;
}

const formOf = (page: Page, name: string): Locator => page.getByRole("dialog", { name });
const submit = (form: Locator, name: string) => form.getByRole("button", { name, exact: true }).click();
const gone = (page: Page) => expect.poll(() => page.getByRole("dialog").count()).toBe(0);
/** Opens a step of the page, writes its one text, and sends it. */
async function step(page: Page, name: string, label: RegExp, text: string): Promise<void> {
	await page.getByRole("button", { name, exact: true }).first().click();
	const form = formOf(page, name);
	await form.getByLabel(label).fill(text);
	await submit(form, name);
	await gone(page);
}

describe("supervision in a browser", () => {
	test("a red light says why; a skipped rung asks for a reason, and the draft survives a reload", async () => {
		const { page, errors } = office;
		await page.goto(`${cast.url}/issues/${issueId}?tab=supervision`);
		await page.locator('[data-light="red"]').waitFor();
		await page.getByText("加大力度后重新研判").first().waitFor();
		const rung = page.locator('[data-rung="circular"][data-proposed]');
		await rung.getByText("将越过：提醒函、督办函，须说明理由").waitFor();
		expect(await violations(page)).toEqual([]);
		// On a later day, if nobody does anything, it is overdue besides.
		await page.getByLabel("日期", { exact: true }).fill("2025-07-11");
		await page.locator("[data-on-day]").first().getByText("整改时限已逾期1天").waitFor();
		await page.goto(`${cast.url}/supervision?view=proposals`);
		await page.getByRole("link", { name: "拟制通报" }).click();
		let form = formOf(page, "拟制通报");
		const body = await form.getByLabel(/^正文/).inputValue();
		expect(body).toContain("研判难以按期完成（规则WRN-03）。");
		expect(body).toContain("个工作日内书面回复落实情况");
		await expect.poll(() => form.getByLabel(/^督办事由/).inputValue()).toContain("研判难以按期完成");
		await form.getByText("青屏市水务局").first().waitFor();
		await form.getByLabel(/^正文/).fill(`${body}\n　　特此通报。`);
		await submit(form, "拟制通报");
		await form.getByText("尚未用过提醒函、督办函，越级须说明理由").first().waitFor();
		await form.getByLabel(/^越级理由/).fill("节点逾期且研判难以完成，情况紧急");
		await expect
			.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }).includes("情况紧急")))
			.toBe(true);
		await page.reload();
		form = formOf(page, "拟制通报");
		await form.locator("[data-draft]").waitFor();
		await expect
			.poll(() => form.getByLabel(/^越级理由/).inputValue())
			.toBe("节点逾期且研判难以完成，情况紧急");
		await expect.poll(() => form.getByLabel(/^正文/).inputValue()).toBe(`${body}\n　　特此通报。`);
		await submit(form, "拟制通报");
		await page.waitForURL(/\/supervision\/[0-9a-f-]{36}$/);
		await page.locator("[data-letter]").getByText("特此通报。").waitFor();
		// Nothing above a letter goes out before the leading group has approved it, and the page says so.
		await page.getByRole("button", { name: "批准督办" }).first().waitFor();
		await page
			.getByText(/可办理：.*领导小组/)
			.first()
			.waitFor();
		expect(errors).toEqual([]);
	});

	test("approved, issued, received, answered with evidence, verified and lifted", async () => {
		const { page, errors } = office;
		const [row] = (await stage.get(issueId)).instruments;
		const instrumentId = row?.id ?? "";
		await stage.handles(cast.group, instrumentId, (room, on) =>
			room.approveInstrument.mutate({ ...on, command: { type: "approveInstrument", opinion: "同意" } }),
		);
		// The page of the office follows by itself.
		await page.getByRole("button", { name: "制发", exact: true }).first().click();
		const form = formOf(page, "制发");
		await form.getByLabel(/^文号/).fill("青整改办通〔2025〕4号");
		await form.getByLabel(/^签发人/).fill("市领导小组");
		await submit(form, "制发");
		await gone(page);
		await page.locator("[data-letter]").getByText("2025年4月1日").waitFor();
		expect(await violations(page)).toEqual([]);

		await unit.page.goto(`${cast.url}/supervision?stage=toAcknowledge`);
		await unit.page.getByRole("link", { name: /通报/ }).first().click();
		await unit.page.getByRole("button", { name: "签收", exact: true }).first().click();
		await submit(formOf(unit.page, "签收"), "签收");
		await gone(unit.page);
		await unit.page.getByRole("button", { name: "书面回复", exact: true }).first().click();
		const reply = formOf(unit.page, "书面回复");
		await reply.getByLabel(/^回复内容/).fill("已增派两支队伍，滞后节点于四月底前补齐。");
		await reply
			.locator("input[type=file]")
			.first()
			.setInputFiles({
				...{ name: "整改说明.pdf", mimeType: "application/pdf" },
				buffer: Buffer.from("%PDF-1.7\n整改说明"),
			});
		await reply.locator('[data-stored="整改说明.pdf"]').waitFor();
		expect(await violations(unit.page)).toEqual([]);
		await submit(reply, "书面回复");
		await gone(unit.page);
		await unit.page.getByRole("link", { name: /整改说明\.pdf/ }).waitFor();

		await page.getByRole("button", { name: "核实回复", exact: true }).first().click();
		const verify = formOf(page, "核实回复");
		await verify.getByLabel(/^核实结论/).selectOption({ label: "核实通过" });
		await verify.getByLabel(/^核实情况/).fill("现场核实，队伍已经进场");
		await submit(verify, "核实回复");
		await gone(page);
		await step(page, "解除督办", /^原因/, "措施已经落实");
		const { instrument } = await cast.observer.supervision.get.query({ instrumentId });
		expect(instrument).toMatchObject({
			state: "lifted",
			version: 7,
			body: expect.stringContaining("特此通报。"),
			cause: { rules: ["WRN-03"], skipsRungReason: "节点逾期且研判难以完成，情况紧急" },
		});
		expect(instrument.replies.map(({ evidenceIds }) => evidenceIds.length)).toEqual([1]);
		expect([...errors, ...unit.errors]).toEqual([]);
	});

	test("what lights cost opens down to the issue, and the register says what was exposed and whether it was answered", async () => {
		const { page, errors } = office;
		const exposureId = crypto.randomUUID();
		const document = "岚江日报：截污管网停工";
		await stage.does(cast.city, issueId, (issues, on) =>
			issues.recordExposure.mutate({
				...on,
				command: {
					...{ type: "recordExposure", exposureId, document, on: clock.today },
					...{ kind: "media", level: "city" },
				},
			}),
		);
		await page.goto(`${cast.url}/supervision`);
		await page.getByRole("button", { name: "单位扣分", exact: true }).click();
		const row = page.getByRole("row", { name: /青屏市水务局/ });
		await row.getByText("-2", { exact: true }).waitFor();
		await row.getByRole("button", { name: "青屏市水务局" }).click();
		await page.getByText("2025年4月1日红灯").waitFor();
		await page.waitForURL(/who=/);
		expect(await violations(page)).toEqual([]);
		await page.getByRole("button", { name: /^通报曝光\s*1$/ }).click();
		await page.getByText(document).waitFor();
		await page.getByLabel("层级").selectOption({ label: "省级" });
		await page.getByText("没有符合条件的通报曝光").waitFor();
		await page.getByLabel("层级").selectOption({ label: "市级" });
		await page.getByText(document).waitFor();
		expect(await violations(page)).toEqual([]);
		await stage.does(cast.city, issueId, (issues, on) =>
			issues.settleExposure.mutate({
				...on,
				command: { type: "settleExposure", exposureId, reason: "已复工并公开答复" },
			}),
		);
		// The register follows by itself.
		await page.getByText("已复工并公开答复").waitFor();
		await page.locator(`a[href^="/issues/${issueId}"]`).first().click();
		await page.waitForURL(new RegExp(`/issues/${issueId}`));
		expect(errors).toEqual([]);
	});

	test("the unit objects to the light, and the office decides", async () => {
		await unit.page.goto(`${cast.url}/issues/${issueId}?tab=supervision`);
		await unit.page.getByRole("button", { name: "对预警提出申诉" }).click();
		const contest = formOf(unit.page, "申诉预警");
		await contest.getByLabel(/^申诉理由/).fill("停工因汛期，有气象部门证明");
		await submit(contest, "申诉预警");
		await gone(unit.page);
		await office.page.goto(`${cast.url}/issues/${issueId}?tab=supervision`);
		await office.page.getByRole("button", { name: "裁定申诉", exact: true }).last().click();
		const decide = formOf(office.page, "裁定申诉");
		await decide.getByLabel(/^裁定/).selectOption({ label: "成立，调整预警" });
		await decide.getByLabel(/^调整为/).selectOption({ label: "黄牌" });
		await decide.getByLabel(/^原因/).fill("情况属实");
		await submit(decide, "裁定申诉");
		await gone(office.page);
		await office.page.locator('[data-light="yellow"]').waitFor();
		await office.page.getByText("申诉成立：情况属实").waitFor();
		expect([...office.errors, ...unit.errors]).toEqual([]);
	});

	test("the board counts by stage, and its counts open their rows by keyboard too", async () => {
		const { page, errors } = office;
		await page.goto(`${cast.url}/supervision`);
		await page.getByRole("button", { name: /^已了结\s*1$/ }).click();
		await page.waitForURL(/stage=over/);
		await page.getByText("共1件").waitFor();
		await page.getByRole("grid", { name: "督办" }).focus();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.locator("[data-drawer] [data-letter]").waitFor();
		await page.keyboard.press("Escape");
		await page.getByRole("button", { name: /^督办建议/ }).click();
		await page.waitForURL(/view=proposals/);
		expect(await violations(page)).toEqual([]);
		expect(errors).toEqual([]);
	});
});
