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
	await expect.poll(() => line.textContent()).toContain("来源 系统默认");

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

test("the province loads the next year's calendar, checked before it is saved; a county only reads it", async () => {
	const { server, browser, operator } = stage();
	const [last] = (await operator.rules.calendar.query()).years;
	const next = (last?.year ?? 0) + 1;
	const { page, context, errors } = await visitAs(browser, server, "prov-office", {
		reducedMotion: "reduce",
	});
	await page.goto(`${server.url}/rules`);
	await page.getByRole("button", { name: `载入${next}年` }).click();
	const dialog = page.getByRole("dialog");
	const save = dialog.getByRole("button", { name: "载入工作日历" });
	await dialog.getByLabel("放假（周一至周五）").fill("1月1日至7日\n元旦");
	await expect.poll(() => dialog.textContent()).toContain("看不懂：元旦");
	await dialog.getByLabel("放假（周一至周五）").fill("1月1日（元旦）至7日放假");
	await expect.poll(() => dialog.textContent()).toContain("读出5天");
	await dialog.getByLabel("通知文号").fill("国办发明电〔2026〕90号");
	await dialog.getByLabel("通知标题").fill("部分节假日安排的通知");
	await dialog.getByLabel("发文日期").fill("2026-01-05");
	await expect.poll(() => save.isDisabled()).toBe(true);
	await dialog.getByRole("button", { name: "核对" }).click();
	await dialog.getByText(new RegExp(`${next}年共\\d+个工作日`)).waitFor();
	expect(await violations(page)).toEqual([]);
	await save.click();
	await dialog.waitFor({ state: "detached" });
	const line = page.locator(`[data-year="${next}"]`);
	await expect.poll(() => line.textContent()).toContain("国办发明电〔2026〕90号");
	await expect.poll(() => page.locator(`[data-wanted="${next}"]`).count()).toBe(0);
	await line.getByRole("button", { name: "履历" }).click();
	await line.getByText(`载入${next}年工作日历：放假5天`).waitFor();
	expect(await violations(page)).toEqual([]);
	expect(errors).toEqual([]);
	await context.close();

	const county = await visitAs(browser, server, "county-office", { reducedMotion: "reduce" });
	await county.page.goto(`${server.url}/rules`);
	await county.page.locator(`[data-year="${next}"]`).waitFor();
	expect(await county.page.getByRole("button", { name: /^(更正|载入)/ }).count()).toBe(0);
	await county.context.close();
});
