/// <reference lib="dom" />
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jpegPhoto } from "../../packages/services/src/testing/photo.ts";
import { ensureBuilt } from "../../scripts/lib/builds.ts";
import { type Cast, CITY, startStory } from "../closed-loop/cast.ts";
import { StoryClock } from "../closed-loop/clock.ts";
import { decompose, importFeedback } from "../closed-loop/feedback.ts";
import { planAtOnce } from "../closed-loop/planning.ts";
import { type Stage, stageOf } from "../closed-loop/play.ts";
import { openMonth } from "../closed-loop/working.ts";
import { violations } from "../support/axe.ts";
import { launchBrowser, signIn, type Visitor, visit } from "../support/browser.ts";

const WEB = new URL("../../apps/web/dist", import.meta.url).pathname;
const clock = new StoryClock("2025-01-08");
let cast: Cast;
let stage: Stage;
let browser: Browser;
let issueId: string;

beforeAll(async () => {
	await ensureBuilt("web");
	cast = await startStory(clock, WEB);
	stage = stageOf(cast);
	browser = await launchBrowser();
	clock.moveTo("2025-01-10");
	({ slow: issueId } = await decompose(stage, cast, await importFeedback(cast)));
	clock.moveTo("2025-01-13");
	const days = { first: "2025-03-10", second: "2025-06-10", deadline: "2025-07-10" };
	await planAtOnce(stage, cast, issueId, days, cast.province);
	const { registerUser } = cast.observer.access;
	const seat = { region: CITY, personId: null };
	const [water, ecology] = [cast.unit("cityWater"), cast.unit("cityEcology")];
	await registerUser.mutate({ ...seat, username: "water", name: "叶知秋", role: "leadUnit", unitId: water });
	await registerUser.mutate({ ...seat, username: "ecology", name: "白芷", role: "supUnit", unitId: ecology });
	clock.moveTo("2025-03-12");
	await openMonth(stage, cast.city, issueId, "2025-03", "31");
}, 180_000);
afterAll(async () => {
	await browser?.close();
	await cast?.stop();
});

/** Somebody at the issue's progress, in a window of his own. */
async function at(username: string): Promise<Visitor> {
	const visitor = await visit(browser);
	const { url } = await cast.observer.access.createSignInLink.mutate({ username });
	await signIn(visitor.page, url);
	await visitor.page.goto(`${cast.url}/issues/${issueId}?tab=progress`);
	await visitor.page.locator("[data-progress]").waitFor();
	return visitor;
}

/** A photo that a browser can draw and that says, as phones do, when and where it was taken. */
async function photo(page: Page, taken: string): Promise<Buffer> {
	const drawn = await page.evaluate(() => {
		const canvas = document.createElement("canvas");
		[canvas.width, canvas.height] = [320, 240];
		const pen = canvas.getContext("2d");
		if (pen === null) throw new Error("no canvas");
		const sky = pen.createLinearGradient(0, 0, 0, 240);
		sky.addColorStop(0, "#8fb7d8");
		sky.addColorStop(1, "#5d6f4c");
		pen.fillStyle = sky;
		pen.fillRect(0, 0, 320, 240);
		pen.fillStyle = "#777";
		pen.fillRect(90, 130, 140, 60);
		return canvas.toDataURL("image/jpeg", 0.8);
	});
	const picture = Buffer.from(drawn.slice(drawn.indexOf(",") + 1), "base64");
	const exif = jpegPhoto(taken, [105.92, 33.4]).subarray(2, -2);
	return Buffer.concat([picture.subarray(0, 2), exif, picture.subarray(2)]);
}

const TEXT = "完成三处直排口封堵，截污管网完成招标，施工单位已经进场。";
const BLOCKS = [
	"问题整改进展",
	"制定的政策措施",
	"目标完成情况",
	"追责问责情况",
	"环境质量变化",
	"信息公开情况",
];

const formOf = (page: Page): Locator => page.getByRole("dialog").first();
const openForm = async (page: Page, cycle: string): Promise<Locator> => {
	await page.locator(`[data-cycle="${cycle}"]`).getByRole("button").first().click();
	await formOf(page)
		.getByLabel(/^本期进展/)
		.waitFor();
	return formOf(page);
};
const submit = (form: Locator, name: string) => form.getByRole("button", { name, exact: true }).click();

describe("progress in a browser", () => {
	test("a month is one form: it survives a reload, and its photo a conflict", async () => {
		const { page, context, errors } = await at("water");
		let form = await openForm(page, "2025-03");
		await form.getByLabel(/^本期进展/).fill(TEXT);
		// As soon as it is written down on the device.
		await expect
			.poll(() => page.evaluate((text) => JSON.stringify({ ...localStorage }).includes(text), TEXT))
			.toBe(true);
		await page.reload();
		form = formOf(page);
		await form.locator("[data-draft]").waitFor();
		await expect.poll(() => form.getByLabel(/^本期进展/).inputValue()).toBe(TEXT);
		await form.getByLabel(/^完成预期/).selectOption({ label: "能按期完成" });
		for (const block of BLOCKS) await form.getByLabel(block, { exact: true }).fill(`${block}：正常`);
		await form.getByRole("checkbox", { name: /直排口封堵完成/ }).check();
		await form
			.locator("input[type=file]")
			.first()
			.setInputFiles({
				...{ name: "封堵后.jpg", mimeType: "image/jpeg" },
				buffer: await photo(page, "2025:03:09 10:11:12"),
			});
		await form.locator('[data-stored="封堵后.jpg"]').getByText("拍摄于 2025年3月9日 10:11").waitFor();
		// Somebody else is faster.
		await stage.does(cast.supervisor, issueId, (issues, on) =>
			issues.logWork.mutate({
				...on,
				command: {
					...{ type: "logWork", workId: crypto.randomUUID(), on: "2025-03-12", kind: "visit" },
					...{ text: "现场督导直排口封堵", measureId: null },
				},
			}),
		);
		await submit(form, "填报进展");
		await form.locator("[data-conflict]").getByText("市生态环境局系统").first().waitFor();
		// Regression: evidence uploaded during a conflict is not lost.
		await expect.poll(() => form.locator('[data-stored="封堵后.jpg"]').count()).toBe(1);
		await form.getByRole("button", { name: "在最新版本上提交我的内容" }).click();
		await form.waitFor({ state: "detached" });
		const { progress } = await stage.get(issueId);
		expect(progress.reports.map(({ cycle, content }) => [cycle, content.progress])).toEqual([
			["2025-03", TEXT],
		]);
		expect(
			progress.evidence.map(({ name, kind, takenAt, effectiveOn }) => [name, kind, takenAt, effectiveOn]),
		).toEqual([["封堵后.jpg", "photoAfter", "2025-03-09T02:11:12.000Z", "2025-03-09"]]);
		expect(progress.attainments.map(({ evidenceIds }) => evidenceIds)).toEqual([
			progress.evidence.map(({ id }) => id),
		]);
		expect(progress.doubts).toEqual([]);
		expect([progress.plannedPercent, progress.actualPercent].map((part) => Math.round(part ?? -1))).toEqual([
			33, 0,
		]);
		expect(errors).toEqual([]);
		await context.close();
	});

	test("the office verifies what is said to be reached, with the photo beside it", async () => {
		const { page, context, errors } = await at("city-office");
		const waiting = page.locator('[data-waiting="直排口封堵完成"]');
		const drawn = waiting.getByRole("img", { name: /封堵后\.jpg/ });
		await expect
			.poll(() => drawn.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth), {
				timeout: 10_000,
			})
			.toBe(320);
		await waiting.getByRole("button", { name: "核实或退回" }).click();
		const form = formOf(page);
		await form.getByRole("radio", { name: "核实通过" }).check();
		await submit(form, "核实节点");
		await form.waitFor({ state: "detached" });
		await page.locator('[data-step="直排口封堵完成"]').getByText("已核实").waitFor();
		expect(Math.round((await stage.get(issueId)).progress.actualPercent ?? 0)).toBe(33);
		expect(await violations(page)).toEqual([]);
		const saved = page.waitForEvent("download");
		await page.getByRole("button", { name: "下载封堵后.jpg" }).first().click();
		expect((await saved).suggestedFilename()).toBe("封堵后.jpg");
		expect(errors).toEqual([]);
		await context.close();
	});

	test("the same text next month is told beforehand, doubted, and cleared by somebody else", async () => {
		clock.moveTo("2025-04-10");
		await openMonth(stage, cast.city, issueId, "2025-04", "30");
		const unit = await at("water");
		const form = await openForm(unit.page, "2025-04");
		await form.getByLabel(/^本期进展/).fill(TEXT);
		// Everything else is as it was reported last.
		await expect.poll(() => form.getByLabel(/^完成预期/).inputValue()).toBe("onTime");
		await form.locator("[data-foreseen]").getByText("PRG-03").waitFor();
		expect(await violations(unit.page)).toEqual([]);
		await submit(form, "填报进展");
		const doubt = unit.page.locator('[data-doubt="PRG-03"]');
		await doubt.getByText("须由他人核销").waitFor();
		await expect.poll(() => doubt.getByRole("button", { name: "核销", exact: true }).count()).toBe(0);
		expect(unit.errors).toEqual([]);
		await unit.context.close();
		const other = await at("ecology");
		await other.page
			.locator('[data-doubt="PRG-03"]')
			.getByRole("button", { name: "核销", exact: true })
			.click();
		const resolving = formOf(other.page);
		await resolving.getByRole("radio", { name: "排除" }).check();
		await resolving.getByLabel(/^核对情况/).fill("已到现场核对，管网确在施工");
		await submit(resolving, "核销疑点");
		await other.page.getByText("没有未核销的疑点。").waitFor();
		const { doubts } = (await stage.get(issueId)).progress;
		expect(doubts.map(({ rule, resolved }) => [rule, resolved?.outcome, resolved?.by.name])).toEqual([
			["PRG-03", "cleared", "白芷"],
		]);
		expect(other.errors).toEqual([]);
		await other.context.close();
	});
});
