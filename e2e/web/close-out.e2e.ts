import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/lib/builds.ts";
import { type Cast, COUNTY, startStory } from "../closed-loop/cast.ts";
import { StoryClock } from "../closed-loop/clock.ts";
import { acceptAgain, lasting } from "../closed-loop/finishing.ts";
import { type Stage, stageOf } from "../closed-loop/play.ts";
import { STORY_BEGINS, untilDone } from "../closed-loop/until-done.ts";
import { violations } from "../support/axe.ts";
import { launchBrowser, signIn, type Visitor, visit } from "../support/browser.ts";
import { CHECKOUT } from "../support/server.ts";

const clock = new StoryClock(STORY_BEGINS);
let cast: Cast;
let stage: Stage;
let browser: Browser;
let issue: Awaited<ReturnType<typeof untilDone>>;
let lead: Visitor;
let acceptor: Visitor;
let county: Visitor;
let city: Visitor;
let group: Visitor;

/** A window of somebody of the story, signed in. */
async function enter(username: string): Promise<Visitor> {
	const visitor = await visit(browser, { reducedMotion: "reduce" });
	const { url } = await cast.observer.access.createSignInLink.mutate({ username });
	await signIn(visitor.page, url);
	return visitor;
}

async function seat(
	username: string,
	name: string,
	role: "leadUnit" | "accUnit" | "countyOffice",
	unitId: string | null,
) {
	const made = await cast.observer.access.registerUser.mutate({
		...{ username, name, role, region: COUNTY, unitId, personId: null },
	});
	expect(made).toMatchObject({ ok: true });
	return enter(username);
}

beforeAll(async () => {
	await ensureBuilt("web");
	cast = await startStory(clock, join(CHECKOUT, "apps/web/dist"));
	stage = stageOf(cast);
	browser = await launchBrowser();
	issue = await untilDone(stage, cast, clock);
	lead = await seat("lead-clerk", "苏简", "leadUnit", cast.unit("countyWater"));
	acceptor = await seat("acceptor", "程朗", "accUnit", cast.unit("countyEcology"));
	county = await seat("county-clerk", "何向晚", "countyOffice", null);
	city = await enter("city-office");
	group = await enter("leading-group");
}, 180_000);
afterAll(async () => {
	await browser?.close();
	await cast?.stop();
});

/** Unpacks an archive as anybody would, and runs the check that it brings. Throws where that finds anything. */
function expectWhole(zip: Uint8Array): void {
	const folder = mkdtempSync(join(tmpdir(), "zhenggai-archive-"));
	try {
		for (const [name, bytes] of Object.entries(unzipSync(zip))) {
			const path = join(folder, name);
			mkdirSync(dirname(path), { recursive: true });
			if (!name.endsWith("/")) writeFileSync(path, bytes);
		}
		const script = readdirSync(folder, { recursive: true })
			.map(String)
			.find((name) => name.endsWith("verify.mjs"));
		if (script === undefined) throw new Error("the archive brings no verify.mjs");
		execFileSync(process.execPath, [join(folder, script)], { cwd: dirname(join(folder, script)) });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const tab = (): string => `${cast.url}/issues/${issue.main}?tab=closeOut`;
const open = async (page: Page, verb: string, part?: string) => {
	await page.goto(`${tab()}&do=${verb}${part === undefined ? "" : `&part=${part}`}`);
	const dialog = page.getByRole("dialog");
	await dialog.waitFor();
	return dialog;
};
const desk = async (page: Page) => {
	await page.goto(tab());
	await page.locator("[data-close-out]").waitFor();
	return page.locator("[data-close-out]");
};
/** Presses the one button that sends a form, and waits until it is gone. */
const send = async (page: Page, name: string) => {
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("button", { name, exact: true }).click();
	await dialog.waitFor({ state: "detached" });
};
const now = (page: Page) => page.locator("[data-step][data-state=now]").textContent();

test("the lead unit says done with a report that is written already, its draft outlives a reload, and it applies", async () => {
	const { page } = lead;
	const dialog = await open(page, "selfCheck");
	const report = dialog.getByLabel(/^自查报告/);
	await expect.poll(() => report.inputValue()).toContain("封堵直排口并建成截污管网");
	await report.fill("三条措施全部完成，断面氨氮达标。");
	// The draft is written a moment after the last key.
	await expect
		.poll(() => page.evaluate(() => JSON.stringify(localStorage).includes("断面氨氮达标")))
		.toBe(true);
	await page.reload();
	await page.locator("[data-draft]").waitFor();
	expect(
		await page
			.getByRole("dialog")
			.getByLabel(/^自查报告/)
			.inputValue(),
	).toContain("断面氨氮达标");
	await send(page, "自查通过");
	await open(page, "applyAcceptance");
	await send(page, "申请验收");
	await expect.poll(() => now(page)).toContain("县级验收");
});

test("a check on the spot takes two people and says so at the field; then it counts", async () => {
	const { page } = acceptor;
	const dialog = await open(page, "recordSiteCheck");
	await dialog.getByLabel("已完成").check();
	await dialog.getByLabel(/^情况记录/).fill("三处排口均已封堵，管网通水");
	await dialog.getByRole("button", { name: "现场核查", exact: true }).click();
	await dialog.getByRole("alert").getByText("ACC-06").waitFor();
	await dialog.getByLabel("第2人姓名").fill("岳清");
	await send(page, "现场核查");
	const shown = page.locator("[data-check=done]");
	await shown.waitFor();
	await expect.poll(() => shown.textContent()).toContain("程朗、岳清");
	// The notice would be next in nobody's sight yet: its reasons stand where its button would.
	await (await desk(county.page)).getByRole("button", { name: "发布公示" }).click();
	const why = county.page.locator("[data-why=startNotice]");
	await why.waitFor();
	await expect.poll(() => why.textContent()).toContain("ACC-08");
});

test("four gates, four people: who decided one is told why not another, and cannot by the address either", async () => {
	await acceptAgain(stage, cast, clock, issue.main, issue.evidence);
	await lasting(stage, cast, clock, issue.main, issue.document);
	const decide = async ({ page }: Visitor, gate: string) => {
		const dialog = await open(page, "decideGate", gate);
		await dialog.getByLabel("是", { exact: true }).check();
		await dialog.getByLabel(/^核定理由/).fill("逐项核对材料和现场");
		await dialog.getByLabel(/completionAcceptance/).check();
		return dialog;
	};
	await decide(county, "foundOut");
	await send(county.page, "四个不放过核定");
	const card = county.page.locator("[data-gate=putRight]");
	await card.locator("[data-not-you]").waitFor();
	await expect.poll(() => card.textContent()).toContain("您已核定“问题查清”");
	await expect.poll(() => card.getByRole("button").count()).toBe(0);

	const dialog = await decide(county, "putRight");
	await dialog.getByRole("button", { name: "四个不放过核定", exact: true }).click();
	await dialog
		.getByRole("alert")
		.getByText(/四个不放过由不同的人分别核定/)
		.waitFor();
	expect(await violations(county.page)).toEqual([]);

	for (const [who, gate] of [
		[acceptor, "putRight"],
		[group, "answeredFor"],
		[city, "publicSatisfied"],
	] as const) {
		await decide(who, gate);
		await send(who.page, "四个不放过核定");
	}
	await expect.poll(() => city.page.locator("[data-gate][data-open]").count()).toBe(4);
});

test("the notice counts its days, an objection holds it up until it is answered", async () => {
	clock.moveTo("2025-06-30");
	const { page } = county;
	const dialog = await open(page, "startNotice");
	await dialog.locator("[data-last-day]").waitFor();
	await expect.poll(() => dialog.locator("[data-last-day]").textContent()).toContain("2025年7月11日");
	await dialog.getByLabel(/^公示渠道/).fill("松泉县人民政府网站");
	await dialog.getByLabel(/^联系方式/).fill("县整改办 0931-0000000");
	await send(page, "发布公示");
	const objecting = await open(page, "registerObjection");
	await objecting.getByLabel(/^异议人/).fill("沿河居民");
	await objecting.getByLabel(/^异议内容/).fill("雨后仍有异味");
	await send(page, "登记异议");

	clock.moveTo("2025-07-14");
	await (await desk(page)).getByRole("button", { name: "结束公示" }).click();
	const why = page.locator("[data-why=endNotice]");
	await why.waitFor();
	await expect.poll(() => why.textContent()).toContain("PUB-03");
	await page.goto(`${cast.url}/close-out?list=objections`);
	await page.getByText("雨后仍有异味").waitFor();
	expect(await violations(page)).toEqual([]);
	await city.page.goto(`${cast.url}/close-out?list=objections`);
	await city.page.getByRole("link", { name: "答复异议" }).click();
	const answering = city.page.getByRole("dialog");
	await answering.getByLabel("异议不成立").check();
	await answering.getByLabel(/^答复内容/).fill("经雨后复核，未见异常");
	await send(city.page, "答复异议");
	await open(page, "endNotice");
	await send(page, "结束公示");
	await expect.poll(() => now(page)).toContain("审签");
});

test("it is signed in order, filed, closed, and its archive checks itself offline", async () => {
	for (const who of [lead, acceptor, group, county]) {
		await open(who.page, "signCloseOut");
		await send(who.page, "销号审签");
	}
	const dialog = await open(county.page, "fileCloseOut");
	await dialog.getByLabel(/^备案文号/).fill("松整改备〔2025〕3号");
	await send(county.page, "报送备案");
	const receiving = await open(city.page, "receiveFiling");
	await receiving.getByLabel("同意备案").check();
	await send(city.page, "接收备案");
	const { page } = county;
	await desk(page);
	await expect.poll(() => page.locator("[data-step][data-state=done]").count()).toBe(8);
	expect(await violations(page)).toEqual([]);
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.locator("[data-archive]").click(),
	]);
	expectWhole(readFileSync(await download.path()));
});

test("what was closed is drawn again: seed first, then the frame, a checker, a result, and anybody can repeat it", async () => {
	const { page } = county;
	await page.goto(`${cast.url}/close-out/draws`);
	await page.getByRole("button", { name: "开立回头看抽查" }).click();
	const opening = page.getByRole("dialog");
	await opening.getByLabel("事先自定").check();
	await opening.getByLabel(/^种子/).fill("松泉县2025年三季度");
	await send(page, "开立回头看抽查");
	await page.getByText("松泉县2025年三季度").first().waitFor();
	await page.getByRole("button", { name: "冻结抽样框" }).click();
	await page.locator("[data-why=freezeFrame]").waitFor();

	clock.moveTo("2025-10-15");
	await page.reload();
	await page.getByRole("button", { name: "冻结抽样框" }).click();
	await send(page, "冻结抽样框");
	const drawn = page.locator(`[data-drawn="${issue.main}"]`);
	await drawn.getByRole("button", { name: "指定核查单位" }).click();
	const naming = page.getByRole("dialog");
	await naming.getByRole("combobox", { name: /^核查单位/ }).fill("青屏市生态环境局");
	await naming.getByRole("option", { name: /青屏市生态环境局/ }).click();
	await send(page, "指定核查单位");
	await drawn.getByRole("button", { name: "登记核查结果" }).click();
	const recording = page.getByRole("dialog");
	await recording.getByLabel("成效保持").check();
	await recording.getByLabel(/^情况记录/).fill("排口无出水，水质稳定");
	await send(page, "登记核查结果");
	await drawn.getByText("成效保持").waitFor();
	await page.getByRole("button", { name: "现在重抽" }).click();
	await page.locator("[data-repeat]").getByText("重抽结果一致").waitFor();
	expect(await violations(page)).toEqual([]);
	await (await desk(page)).locator("[data-look-back=held]").waitFor();
	for (const { errors } of [lead, acceptor, county, city, group]) expect(errors).toEqual([]);
});
