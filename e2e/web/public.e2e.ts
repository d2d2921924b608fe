import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createZhenggaiClient, failureOf, type ZhenggaiClient } from "@zhenggai/client";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/lib/builds.ts";
import { type Cast, startStory } from "../closed-loop/cast.ts";
import { StoryClock } from "../closed-loop/clock.ts";
import { noticing } from "../closed-loop/closing.ts";
import { acceptAgain, apply, fourGates, lasting } from "../closed-loop/finishing.ts";
import { type Stage, stageOf } from "../closed-loop/play.ts";
import { STORY_BEGINS, untilDone } from "../closed-loop/until-done.ts";
import { violations } from "../support/axe.ts";
import { launchBrowser, signIn, type Visitor, visit } from "../support/browser.ts";
import { CHECKOUT, type LiveServer, startServer } from "../support/server.ts";

const clock = new StoryClock(STORY_BEGINS);
const TEXT = "七月二十日雨后，二号排口仍在出水，气味很重。";
let cast: Cast;
let stage: Stage;
let browser: Browser;
let shut: LiveServer;
let visitor: Visitor;
let issueId: string;
let noticeId: string;

/** A client without a session, which asks from the server's own pages, as a browser does. */
const anybodyAt = (url: string): ZhenggaiClient =>
	createZhenggaiClient({
		url,
		fetch: (input, init) => {
			const headers = new Headers(init?.headers);
			headers.set("origin", url);
			return fetch(input, { ...init, headers });
		},
	});

/** The county's issue from the feedback to its running notice. */
async function putOnNotice(): Promise<void> {
	const { main, evidence, document } = await untilDone(stage, cast, clock);
	await apply(stage, cast, clock, main);
	await acceptAgain(stage, cast, clock, main, evidence);
	await fourGates(stage, cast, main, evidence);
	await lasting(stage, cast, clock, main, document);
	const noticed = await stage.does(cast.county, main, noticing(clock.today));
	issueId = main;
	noticeId = noticed.closeOut.state.notices[0]?.id ?? "";
}

beforeAll(async () => {
	await ensureBuilt("web");
	browser = await launchBrowser();
	const play = async () => {
		cast = await startStory(clock, join(CHECKOUT, "apps/web/dist"), { PUBLIC_NOTICES: "1" });
		stage = stageOf(cast);
		await putOnNotice();
	};
	// Beside it a server as everybody starts it, with the setting left alone.
	const startShut = async () => {
		shut = await startServer();
	};
	await Promise.all([play(), startShut()]);
	visitor = await visit(browser, { reducedMotion: "reduce" });
}, 180_000);
afterAll(async () => {
	await browser?.close();
	await cast?.stop();
	await shut?.stop();
});

const objections = async () =>
	(await stage.get(issueId)).closeOut.state.notices.flatMap((notice) => notice.objections);

test("a visitor finds the way from the sign-in page and reads a running notice, and nothing that needs a session is asked", async () => {
	const { page } = visitor;
	await page.goto(cast.url);
	await page.getByRole("link", { name: "查看公示与结果（无需登录）" }).click();
	await page.getByText("三处直排口已封堵，管网已通水").waitFor();
	expect(await violations(page)).toEqual([]);
	await page.getByRole("tab", { name: "已销号" }).click();
	await page.getByText("还没有公开的销号结果").waitFor();

	const asked: string[] = [];
	page.on("request", (request) => {
		if (request.url().includes("/trpc/")) asked.push(new URL(request.url()).pathname);
	});
	await page.goto(`${cast.url}/public?region=680121`);
	await page.getByText("只显示：松泉县").waitFor();
	await page.getByRole("link", { name: "查看公示、提出异议" }).click();
	const notice = page.locator(`[data-public-notice="${noticeId}"]`);
	await notice.waitFor();
	const text = await notice.textContent();
	for (const told of ["松泉县水务局", "松泉县人民政府网站", "县整改办 0931-0000000", "2025"])
		expect(text).toContain(told);
	for (const inner of ["苏简", "江远山", "程朗"]) expect(text).not.toContain(inner);
	expect(asked.length).toBeGreaterThan(0);
	for (const path of asked) expect(path).toMatch(/closeOut\.(publicDesk|listPublicNotices|getPublicNotice)/);
	expect(await violations(page)).toEqual([]);
});

test("the visitor objects without an account; the draft stays in the tab alone; a receipt comes back", async () => {
	const { page } = visitor;
	const text = page.getByLabel(/^异议内容/);
	await text.fill("太臭");
	await page.getByRole("button", { name: "提交异议" }).click();
	await page.getByText("请至少写10个字").waitFor();
	await text.fill(TEXT);
	await page.getByLabel(/^称呼/).fill("何女士");
	await page.getByRole("button", { name: "提交异议" }).click();
	await page.getByText("填了称呼，请一并填写联系方式").waitFor();
	await page.getByLabel(/^电话、邮箱/).fill("13912345678");
	expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("二号排口");
	await page.reload();
	await expect.poll(() => text.inputValue()).toBe(TEXT);
	await page.getByRole("button", { name: "提交异议" }).click();
	const receipt = page.locator("[data-receipt]");
	await receipt.waitFor();
	const [objection] = await objections();
	const number = objection?.id.replaceAll("-", "").slice(-12).toUpperCase() ?? "";
	expect((await receipt.textContent())?.replaceAll("-", "")).toContain(number);
	expect(await violations(page)).toEqual([]);
	// What was sent is kept nowhere; the receipt outlives a reload.
	expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("13912345678");
	await page.reload();
	await receipt.waitFor();
});

test("the office sees the objection on the issue, opens the sealed contact and answers", async () => {
	const { page, errors } = await visit(browser, { reducedMotion: "reduce" });
	const { url } = await cast.observer.access.createSignInLink.mutate({ username: "city-office" });
	await signIn(page, url);
	await page.goto(`${cast.url}/issues/${issueId}?tab=closeOut`);
	const shown = page.locator("[data-objection=open]");
	await shown.getByText(/受理编号 [0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/).waitFor();
	await shown.getByRole("button", { name: "打开异议人信息" }).click();
	await shown.getByText("13912345678").waitFor();
	expect(errors).toEqual([]);

	const [objection] = await objections();
	if (objection === undefined) throw new Error("no objection has arrived");
	expect(objection).toMatchObject({ text: TEXT, answer: null, from: "公众（网上提交，联系方式已封存）" });
	expect(JSON.stringify(await stage.get(issueId))).not.toContain("13912345678");
	const contact = { issueId, objectionId: objection.id };
	expect(await cast.city.client.closeOut.readObjectionContact.mutate(contact)).toEqual({
		...{ name: "何女士", reach: "13912345678" },
	});
	await expect(cast.lead.client.closeOut.readObjectionContact.mutate(contact)).rejects.toThrow();
	await stage.does(cast.city, issueId, (issues, on) =>
		issues.answerObjection.mutate({
			...on,
			command: {
				...{ type: "answerObjection", objectionId: objection.id, verdict: "dismissed" },
				text: "已现场核实，出水为雨水口",
			},
		}),
	);
	expect((await objections())[0]?.answer?.verdict).toBe("dismissed");
});

test("whoever objected looks up the answer by the number alone; words that were changed after a lost answer go under another one", async () => {
	const { page } = visitor;
	const receipt = page.locator("[data-receipt]");
	const number = (await receipt.locator("strong").textContent()) ?? "";
	await receipt.getByRole("link", { name: "查询答复" }).click();
	await page.getByRole("tab", { name: "查询异议答复", selected: true }).waitFor();
	const field = page.getByLabel(/^受理编号/);
	await field.fill("12-34");
	await page.getByRole("button", { name: "查询", exact: true }).click();
	await page.getByText("受理编号为12位").waitFor();
	await field.fill("0123-4567-89AB");
	await page.getByRole("button", { name: "查询", exact: true }).click();
	await page.getByText("没有这个受理编号的异议").waitFor();
	await field.fill(number.toLowerCase());
	await page.getByRole("button", { name: "查询", exact: true }).click();
	const answer = page.locator("[data-answer=dismissed]");
	await answer.getByText("已现场核实，出水为雨水口").waitFor();
	expect(await answer.textContent()).not.toContain("二号排口");
	expect(page.url()).not.toContain(number);
	expect(await violations(page)).toEqual([]);

	const anybody = anybodyAt(cast.url);
	const again = {
		issueId,
		noticeId,
		objectionId: (await objections())[0]?.id ?? "",
		text: `${TEXT}夜里更重。`,
	};
	const failure = await anybody.closeOut.objectPublicly.mutate(again).then(() => null, failureOf);
	expect(failure).toMatchObject({ kind: "server", code: "CONFLICT" });
	expect(await objections()).toHaveLength(1);
	await page.goBack();
	await receipt.waitFor();
});

test("too many objections, and a notice that has ended meanwhile, are told in plain words and lose nothing", async () => {
	const { page } = visitor;
	const anybody = anybodyAt(cast.url);
	const put = () =>
		anybody.closeOut.objectPublicly.mutate({ issueId, noticeId, objectionId: randomUUID(), text: TEXT });
	for (let n = 0; n < 3; n++) expect(await put()).toMatchObject({ ok: true });
	await page.getByRole("button", { name: "再提一条" }).click();
	await page.getByLabel(/^异议内容/).fill(TEXT);
	await page.getByRole("button", { name: "提交异议" }).click();
	await page.locator("[data-refused=TOO_MANY]").getByText("提交过于频繁").waitFor();
	await expect.poll(() => page.getByLabel(/^异议内容/).inputValue()).toBe(TEXT);

	const upheld = (await objections()).at(-1)?.id ?? "";
	await stage.does(cast.city, issueId, (issues, on) =>
		issues.answerObjection.mutate({
			...on,
			command: { type: "answerObjection", objectionId: upheld, verdict: "upheld", text: "情况属实" },
		}),
	);
	clock.moveTo("2025-06-24");
	await page.getByRole("button", { name: "提交异议" }).click();
	await page.locator("[data-refused=NOT_FOUND]").getByText("已结束或撤下").waitFor();
	await expect.poll(() => page.getByLabel(/^异议内容/).inputValue()).toBe(TEXT);
	await page.reload();
	await page.getByText("这条公示已结束，或不存在").waitFor();
	expect(visitor.errors.filter((error) => !/4(04|29)/.test(error))).toEqual([]);
});

test("where the server is not set for it nothing is shown, nothing is asked for, and the API refuses", async () => {
	const { page, errors } = await visit(browser, { reducedMotion: "reduce", locale: "en-US" });
	await page.goto(shut.url);
	await page.getByText("通过一次性链接登录").waitFor();
	await page.waitForLoadState("networkidle");
	await expect.poll(() => page.getByRole("link", { name: /公示/ }).count()).toBe(0);
	await page.goto(`${shut.url}/public`);
	await page.getByText("本系统未向公众开放公示").waitFor();
	await page.getByRole("button", { name: "English" }).click();
	await page.getByText("This system is not open to the public").waitFor();
	expect(await violations(page)).toEqual([]);
	expect(errors).toEqual([]);
	const anybody = anybodyAt(shut.url).closeOut;
	for (const asking of [
		anybody.listPublicNotices.query({}),
		anybody.listPublicResults.query({}),
		anybody.objectPublicly.mutate({ issueId, noticeId, objectionId: randomUUID(), text: TEXT }),
	]) {
		const failure = await asking.then(() => null, failureOf);
		expect(failure).toMatchObject({ kind: "server", code: "NOT_SIGNED_IN" });
	}
});
