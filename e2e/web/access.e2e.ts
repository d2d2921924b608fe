import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { visitAs } from "../support/browser.ts";
import { PLAN_TEXT } from "./plan.ts";
import { useStage } from "./stage.ts";

const stage = useStage();
let issueId = "";

beforeAll(async () => {
	const { items } = await stage().operator.issues.list.query({ filter: { incomplete: true }, limit: 1 });
	issueId = items[0]?.id ?? "";
});

const PLACES = [
	"/issues",
	"/complaints",
	"/imports",
	"/inspections",
	"/units",
	"/rules",
	"/keys",
	"/sessions",
	"/device",
	"/help",
] as const;

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
	test("every page passes axe", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "city-office", {
			colorScheme,
			reducedMotion: "reduce",
		});
		for (const place of [...PLACES, `/issues/${issueId}`, `/issues?open=${issueId}`]) {
			await page.goto(server.url + place);
			await page.locator("main").waitFor();
			await page.waitForTimeout(900);
			expect({ place, found: await violations(page) }).toEqual({ place, found: [] });
		}
		await context.close();
	});

	test("the import wizard passes axe", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "city-office", {
			colorScheme,
			reducedMotion: "reduce",
		});
		await page.goto(`${server.url}/imports`);
		await page.getByLabel("或粘贴文字").fill(PLAN_TEXT);
		await page.getByRole("button", { name: "读取", exact: true }).click();
		await page.getByText(/读出3个问题/).waitFor();
		await page
			.getByRole("button", { name: /更正“整改时限”/ })
			.last()
			.click();
		expect(await violations(page)).toEqual([]);
		await page.getByRole("button", { name: /比对台账/ }).click();
		await page.getByText("逐项比对").waitFor();
		expect(await violations(page)).toEqual([]);
		await context.close();
	});

	test("dialogs and menus pass axe", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "prov-office", {
			colorScheme,
			reducedMotion: "reduce",
		});
		await page.goto(`${server.url}/issues/${issueId}`);
		await page.getByRole("button", { name: "更正要素", exact: true }).first().click();
		await page.getByRole("dialog").waitFor();
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press("Escape");
		await page.keyboard.press("Control+k");
		await page.getByRole("option").first().waitFor();
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press("Escape");
		await page.goto(`${server.url}/issues`);
		await page.getByRole("button", { name: "列与行高" }).click();
		await page.getByRole("checkbox", { name: "编号", exact: true }).waitFor();
		expect(await violations(page)).toEqual([]);
		await context.close();
	});
});

/** Whether anything makes the page itself scroll sideways. */
const overflows = (page: Page): Promise<boolean> =>
	page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

describe("small screens", () => {
	test("at 390 px everything fits, and the ledger is a list of cards", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "city-office", {
			viewport: { width: 390, height: 844 },
			hasTouch: true,
			isMobile: true,
		});
		await page.getByRole("listitem").getByRole("button").first().waitFor();
		for (const place of PLACES) {
			await page.goto(server.url + place);
			await page.waitForTimeout(600);
			expect({ place, overflows: await overflows(page) }).toEqual({ place, overflows: false });
		}
		await page.goto(`${server.url}/issues`);
		const card = page.getByRole("listitem").getByRole("button").first();
		await card.tap();
		await page.locator("[data-drawer]").getByText("七要素").waitFor();
		const small = await page
			.locator("[data-drawer] button:visible")
			.evaluateAll((buttons) =>
				buttons
					.filter((button) => button.getBoundingClientRect().height < 43.5)
					.map((button) => button.textContent),
			);
		expect(small).toEqual([]);
		await page.getByRole("button", { name: "关闭" }).tap();
		await card.waitFor();
		await context.close();
	});

	test("at 200 % zoom nothing is lost", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "city-office", {
			viewport: { width: 720, height: 450 },
			deviceScaleFactor: 2,
		});
		for (const place of [...PLACES, `/issues/${issueId}`]) {
			await page.goto(server.url + place);
			await page.waitForTimeout(600);
			expect({ place, overflows: await overflows(page) }).toEqual({ place, overflows: false });
		}
		await context.close();
	});
});

describe("keys for programs", () => {
	test("are shown once, work, and can be revoked", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "prov-office");
		await page.goto(`${server.url}/keys`);
		await page.getByRole("button", { name: "签发接口密钥" }).first().click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("textbox", { name: /^名称/ }).fill("数据共享平台");
		await dialog.getByRole("button", { name: "签发接口密钥" }).click();
		const key = await page.locator("[data-key]").textContent();
		await page.getByRole("button", { name: "已保存好" }).click();
		const ask = () => fetch(`${server.url}/trpc/access.me`, { headers: { authorization: `Bearer ${key}` } });
		expect((await ask()).status).toBe(200);
		await page
			.getByRole("row", { name: /数据共享平台/ })
			.getByRole("button", { name: "吊销" })
			.click();
		await page.getByRole("dialog").getByRole("button", { name: "吊销" }).click();
		await page.getByText("已吊销", { exact: true }).waitFor();
		await expect.poll(async () => (await ask()).status).toBe(401);
		await context.close();
	});
});
