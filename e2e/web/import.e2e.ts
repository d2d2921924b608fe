import { describe, expect, test } from "vitest";
import { visitAs } from "../support/browser.ts";
import { PLAN_TEXT, planDocument } from "./plan.ts";
import { useStage } from "./stage.ts";

const stage = useStage();

describe("the import wizard", () => {
	test("takes a pasted plan from reading to the ledger, and loses nothing over a reload", async () => {
		const { server, browser, operator } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await page.goto(`${server.url}/imports`);
		await page.getByLabel("或粘贴文字").fill(PLAN_TEXT);
		await page.getByRole("button", { name: "读取", exact: true }).click();
		await page.getByText(/读出3个问题/).waitFor();

		// A field leads to its line, a line to its field.
		await page.getByRole("button", { name: "四处直排口全部封堵，污水纳入管网" }).first().click();
		const marked = page.locator("button.bg-mark");
		await expect.poll(() => marked.first().textContent()).toContain("整改目标");
		await page.getByRole("button", { name: /责任单位：云台工业园区管理委员会/ }).click();
		await expect.poll(() => page.locator("dl .bg-mark").first().textContent()).toContain("责任单位");

		// What gives no date is doubtful; the clerk knows it.
		const third = page.locator("[id^=read-]").nth(2);
		await third.getByText(/存疑/).waitFor();
		await third.getByRole("button", { name: "更正“整改时限”" }).click();
		await third.getByLabel("时限类别").selectOption("fixed");
		await third.getByLabel("精确到").selectOption("year");
		await third.getByLabel("年份").fill("2027");
		await third.getByLabel("时限表述").fill("");
		await third.getByRole("button", { name: "确定" }).click();
		await third.getByText("已更正").waitFor();
		await page.locator("[data-save=saved]").waitFor();
		await page.reload();
		await page.locator("[id^=read-]").nth(2).getByText("已更正").waitFor();

		await page.getByRole("button", { name: /比对台账/ }).click();
		const inspection = page.getByRole("combobox", { name: /^督察/ });
		await inspection.selectOption("new");
		await page.getByRole("combobox", { name: /^督察类型/ }).selectOption("provincialInspection");
		await page.getByRole("textbox", { name: /^督察名称/ }).fill("省级督察第三轮（青屏市）");
		await page.getByLabel("反馈日期").fill("2026-10-20");
		await page.getByRole("button", { name: "其余全部新建" }).click();
		const next = page.getByRole("button", { name: /去入账/ });
		await expect.poll(() => next.isEnabled(), { timeout: 20_000 }).toBe(true);
		await next.click();
		await page.getByRole("button", { name: "确认入账" }).click();
		await page.getByText("查看本次导入的问题").click();
		await page.waitForURL(/import=/);
		await page.getByText(/^共3条/).waitFor();
		expect(errors).toEqual([]);

		const importId = new URL(page.url()).searchParams.get("import") ?? "";
		const { items } = await operator.issues.list.query({ filter: { importId }, sort: "number" });
		expect(items.map((row) => row.due)).toEqual(expect.arrayContaining(["2027-06-30", "2027-12-31"]));
		await context.close();
	});

	test("finds nothing new in the same plan as a Word file", async () => {
		const { server, browser } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await page.goto(`${server.url}/imports`);
		await page.setInputFiles("input[type=file]", {
			name: "整改方案.docx",
			mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			buffer: await planDocument(),
		});
		await page.getByText(/读出3个问题/).waitFor();
		await page.getByRole("button", { name: /比对台账/ }).click();
		await page.getByRole("combobox", { name: /^督察/ }).selectOption({ label: "省级督察第三轮（青屏市）" });
		await expect.poll(() => page.locator("li", { hasText: "新增" }).first().textContent()).toMatch(/^0/);
		expect(errors).toEqual([]);
		await context.close();
	});

	test("says what is wrong with a file that is no plan", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "city-office");
		await page.goto(`${server.url}/imports`);
		await page.getByLabel("或粘贴文字").fill("今天天气很好，适合散步。");
		await page.getByRole("button", { name: "读取", exact: true }).click();
		await page.getByText("没有读出可以入账的内容").waitFor();
		await context.close();
	});
});
