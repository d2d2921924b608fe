import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { linkFor, signIn, visit, visitAs } from "../support/browser.ts";
import { useStage } from "./stage.ts";

const stage = useStage();
const rows = (page: Page) => page.locator('[role="row"][aria-selected]');
const total = async (page: Page): Promise<number> => {
	const text = await page.getByText(/^共\d+条/).textContent();
	return Number(/共(\d+)条/.exec(text ?? "")?.[1]);
};

describe("signing in", () => {
	test("without a session only the way to a link is shown", async () => {
		const { server, browser } = stage();
		const { page, context } = await visit(browser);
		await page.goto(`${server.url}/issues`);
		await page.getByText("pnpm zhenggai sign-in-link").waitFor();
		await expect.poll(() => page.getByRole("grid").count()).toBe(0);
		await context.close();
	});

	test("a link works once, and signing out ends the session", async () => {
		const { server, browser } = stage();
		const link = await linkFor(server, "city-office");
		const { page, context, errors } = await visit(browser);
		await signIn(page, link);
		await rows(page).first().waitFor();
		await page.getByRole("button", { name: /的菜单$/ }).click();
		await page.getByRole("menuitem", { name: "退出登录" }).click();
		await page.getByText("pnpm zhenggai sign-in-link").waitFor();
		expect(errors).toEqual([]);
		await page.goto(link);
		await page.getByRole("button").click();
		await page.getByRole("heading", { name: /链接无效/ }).waitFor();
		await context.close();
	});
});

describe("the ledger", () => {
	test("loads at most 150 kB of script, gzip", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "city-office");
		const scripts = new Map<string, number>();
		page.on("response", async (response) => {
			if (!response.url().endsWith(".js") || response.status() !== 200) return;
			scripts.set(response.url(), gzipSync(await response.body()).byteLength);
		});
		await page.goto(`${server.url}/issues`);
		await rows(page).first().waitFor();
		await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => undefined);
		const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0);
		expect(scripts.size).toBeGreaterThan(3);
		expect(bytes).toBeLessThan(150_000);
		await context.close();
	});

	test("keeps its filters in the address over a reload", async () => {
		const { server, browser } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await rows(page).first().waitFor();
		const all = await total(page);
		await page.getByRole("button", { name: /^已逾期/ }).click();
		await page.waitForURL(/due=overdue/);
		await expect.poll(() => total(page)).toBeLessThan(all);
		const overdue = await total(page);
		expect(overdue).toBeGreaterThan(0);
		await expect.poll(() => rows(page).count()).toBe(overdue);
		await page.getByRole("searchbox").fill("渗滤液");
		await page.waitForURL(/q=/);
		await expect.poll(() => total(page)).toBeLessThan(overdue);
		const found = await total(page);
		const address = page.url();
		await page.reload();
		await rows(page).first().waitFor();
		expect(await total(page)).toBe(found);
		expect(page.url()).toBe(address);
		await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("渗滤液");
		await page.getByRole("button", { name: "清除全部条件" }).click();
		await expect.poll(() => total(page)).toBe(all);
		expect(errors).toEqual([]);
		await context.close();
	});

	test("sorts where the server sorts, and says so", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "city-office");
		await rows(page).first().waitFor();
		await page
			.getByRole("columnheader", { name: /行政区域/ })
			.getByRole("button")
			.click();
		await page.waitForURL(/sort=region/);
		const header = page.getByRole("columnheader", { name: /行政区域/ });
		await expect.poll(() => header.getAttribute("aria-sort")).toBe("ascending");
		await header.getByRole("button").click();
		await expect.poll(() => header.getAttribute("aria-sort")).toBe("descending");
		await context.close();
	});

	test("remembers which columns are shown", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "city-office");
		await rows(page).first().waitFor();
		await page.getByRole("button", { name: "列与行高" }).click();
		await page.getByRole("checkbox", { name: "整改目标" }).check();
		await page.keyboard.press("Escape");
		await page.getByRole("columnheader", { name: "整改目标" }).waitFor();
		await page.reload();
		await page.getByRole("columnheader", { name: "整改目标" }).waitFor();
		await context.close();
	});
});

describe("the keyboard alone", () => {
	test("walks the rows, opens and closes the drawer, and goes everywhere", async () => {
		const { server, browser } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await rows(page).first().waitFor();
		await page.keyboard.press("j");
		await page.keyboard.press("j");
		await page.keyboard.press("k");
		await expect.poll(() => rows(page).nth(0).getAttribute("aria-selected")).toBe("true");
		await page.keyboard.press("Enter");
		await page.locator("[data-drawer]").getByText("七要素").waitFor();
		const first = page.url();
		await page.keyboard.press("j");
		await expect.poll(() => page.url()).not.toBe(first);
		await page.keyboard.press("Escape");
		await expect.poll(() => page.locator("[data-drawer]").count()).toBe(0);
		await page.keyboard.press("/");
		expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
		await page.keyboard.press("Escape");
		await page.keyboard.press("?");
		await page.getByRole("dialog", { name: "键盘快捷键" }).waitFor();
		await page.keyboard.press("Escape");
		await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
		await page.keyboard.press("g");
		await page.keyboard.press("u");
		await page.waitForURL(/\/units/);
		await page.keyboard.press("Control+k");
		await page.getByRole("combobox", { name: /拼音/ }).waitFor();
		await page.keyboard.type("tz");
		await expect.poll(() => page.getByRole("option").first().textContent()).toContain("台账");
		await page.keyboard.press("Enter");
		await page.waitForURL(/\/issues/);
		expect(errors).toEqual([]);
		await context.close();
	});
});

test("the language is switched and remembered", async () => {
	const { server, browser } = stage();
	const { page, context } = await visitAs(browser, server, "city-office");
	await page.getByRole("button", { name: "English" }).click();
	await page.getByRole("columnheader", { name: "Finding" }).waitFor();
	expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
	await page.reload();
	await page.getByRole("columnheader", { name: "Finding" }).waitFor();
	await page.getByRole("button", { name: "中文" }).click();
	await page.getByRole("columnheader", { name: "反馈问题" }).waitFor();
	await context.close();
});
