import { expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { visitAs } from "../support/browser.ts";
import { useStage } from "./stage.ts";

const stage = useStage();

test("an office looks at what a change would do, makes it, and sees it told; its limits hold", async () => {
	const { server, browser } = stage();
	const { page, context, errors } = await visitAs(browser, server, "city-office", {
		reducedMotion: "reduce",
	});
	await page.goto(`${server.url}/rules`);
	await page.getByRole("link", { name: "本地规则" }).click();
	await page.getByRole("heading", { name: "本地规则" }).waitFor();
	await page.getByLabel("查找参数").fill("bufferDays");
	const line = page.locator("[data-param=bufferDays]");
	await expect.poll(() => line.locator("[data-value]").textContent()).toBe("60天");
	await expect.poll(() => line.textContent()).toContain("来源 D");

	await line.getByRole("button", { name: "调整" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("取值").fill("90");
	await dialog.getByLabel("原因").fill("本市实际需要");
	const save = dialog.getByRole("button", { name: "调整参数" });
	await expect.poll(() => save.isDisabled()).toBe(true);
	await dialog.getByRole("button", { name: "预览影响" }).click();
	await dialog.locator("[data-preview]").getByText("不得放宽").waitFor();
	await expect.poll(() => save.isDisabled()).toBe(true);

	await dialog.getByLabel("取值").fill("10");
	await dialog.getByRole("button", { name: "预览影响" }).click();
	await dialog.getByText(/核对了.*项在办问题/).waitFor();
	await expect.poll(() => dialog.locator("[data-preview]").textContent()).toContain("60天 → 10天");
	expect(await violations(page)).toEqual([]);
	await save.click();
	await dialog.waitFor({ state: "detached" });
	await expect.poll(() => line.locator("[data-value]").textContent()).toBe("10天");
	await expect.poll(() => line.textContent()).toContain("本市实际需要");
	await page.getByText("“下级提前时限的上限（天）”定为10").first().waitFor();

	await page.reload();
	await page.getByLabel("只看另定的").check();
	await expect.poll(() => page.locator("[data-param]").count()).toBe(1);
	expect(await violations(page)).toEqual([]);
	expect(errors).toEqual([]);
	await context.close();
});

test("a province chooses a rule set; a county looks and changes nothing", async () => {
	const { server, browser } = stage();
	const { page, context } = await visitAs(browser, server, "prov-office", { reducedMotion: "reduce" });
	await page.goto(`${server.url}/rules/region`);
	await page.getByRole("button", { name: "调整" }).first().click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("规则集").selectOption("sc");
	await dialog.getByLabel("原因").fill("按省里规定");
	await dialog.getByRole("button", { name: "预览影响" }).click();
	await dialog.getByText("45工作日 → 30工作日").waitFor();
	await dialog.getByRole("button", { name: "选用规则集" }).click();
	await dialog.waitFor({ state: "detached" });
	await page
		.getByText(/选用，自/)
		.first()
		.waitFor();
	await context.close();

	const county = await visitAs(browser, server, "county-office", {
		reducedMotion: "reduce",
		colorScheme: "dark",
		locale: "en-GB",
	});
	await county.page.goto(`${server.url}/rules/region`);
	await county.page.locator("[data-param]").first().waitFor();
	await expect.poll(() => county.page.getByRole("button", { name: /^(Change|调整)$/ }).count()).toBe(0);
	await county.context.close();
});
