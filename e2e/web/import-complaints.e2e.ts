import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { visitAs } from "../support/browser.ts";
import { useStage } from "./stage.ts";

const stage = useStage();

const INSPECTION = "第二轮省级生态环境保护督察（青屏市）";
const HEADER =
	"序号,受理编号,交办问题基本情况,行政区域,污染类型,调查核实情况,是否属实,处理和整改情况,是否办结";

/** A published table in our own words: a blank cell, a place that no list has, an open case. */
const ROWS = [
	"1,★D2QP202603070001,松泉县城北砂石料场夜间生产噪声扰民。,松泉县,噪声,经查夜间确有生产。,属实,责令22时后停产。,已办结",
	"2,X2QP202603070002,铜岭县某养殖场粪污直排入沟。,铜岭县,水,经查储粪池破损。,部分属实,责令修复储粪池。,",
	"3,D2QP202603070003,岚北区某工地裸土未覆盖、扬尘大。,岚北区,扬尘,经查部分裸土未覆盖。,基本属实,责令覆盖裸土。,未办结",
	"4,X2QP202603070004,城南新区某饭店油烟直排居民楼。,城南新区,油烟,经查净化器停用。,属实,责令清洗并启用净化器。,阶段性办结",
] as const;

const table = (rows: readonly string[]): string =>
	["青屏市省级督察交办信访举报件边督边改公开情况一览表（第7批）", HEADER, ...rows].join("\n");

async function upload(page: Page, url: string, rows: readonly string[]): Promise<void> {
	await page.goto(`${url}/imports`);
	await page.setInputFiles("input[type=file]", {
		name: "第7批公开情况.csv",
		mimeType: "text/csv",
		buffer: Buffer.from(table(rows)),
	});
	await page.getByText(`读出${rows.length}件`).waitFor();
}

/** The article of the row whose receipt ends like this. */
const rowOf = (page: Page, receipt: string) => page.locator("article[data-row]", { hasText: receipt });
const open = (page: Page, receipt: string) =>
	rowOf(page, receipt)
		.getByRole("button", { name: new RegExp(receipt) })
		.click();

async function compare(page: Page): Promise<void> {
	await page.getByRole("button", { name: /比对台账/ }).click();
	await page.getByRole("combobox", { name: /^督察/ }).selectOption({ label: INSPECTION });
	await page.getByText("逐项比对").waitFor();
	await settled(page);
}
/** Waits until the last choice is kept and its answer shown. */
async function settled(page: Page): Promise<void> {
	await page.waitForTimeout(700);
	await page.locator("[data-save=saved]").waitFor();
}
const count = (page: Page, kind: string) => page.locator(`[data-count=${kind}] span`).first().textContent();

test("an inspection that the ledger has not is registered from the wizard", async () => {
	const { server, browser, operator } = stage();
	const { page, context, errors } = await visitAs(browser, server, "prov-office");
	await upload(page, server.url, ROWS.slice(0, 1));
	await page.getByRole("button", { name: /比对台账/ }).click();
	await page.getByRole("button", { name: "登记督察" }).click();
	const dialog = page.getByRole("dialog", { name: "登记督察" });
	await dialog.getByRole("combobox", { name: /督察类型/ }).selectOption({ label: "省级督察" });
	await dialog.getByLabel(/督察名称/).fill("第四轮省级督察（信访样例）");
	await dialog.getByRole("button", { name: "保存" }).click();
	await dialog.waitFor({ state: "hidden" });
	await page.getByText("逐项比对").waitFor();
	const chosen = page.getByRole("combobox", { name: /^督察/ }).locator("option:checked");
	await expect.poll(() => chosen.textContent()).toBe("第四轮省级督察（信访样例）");
	const known = await operator.issues.listInspections.query();
	expect(known.some(({ name }) => name === "第四轮省级督察（信访样例）")).toBe(true);
	expect(errors).toEqual([]);
	await context.close();
});

describe("a complaint table", () => {
	test("goes from its rows to the ledger, with a cell corrected and a place mapped, and loses nothing over a reload", async () => {
		const { server, browser, operator } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await upload(page, server.url, ROWS);

		// A row leads to its line, a line to its row.
		await open(page, "202603070002");
		await expect.poll(() => page.locator("button.bg-mark").first().textContent()).toContain("粪污直排");
		await page.locator("button", { hasText: "裸土未覆盖、扬尘大" }).last().click();
		await page.locator("article.border-accent", { hasText: "202603070003" }).waitFor();

		// The blank cell is filled in, another is corrected and taken back.
		await open(page, "202603070002");
		await page.getByRole("button", { name: "更正“是否办结”" }).click();
		await page.getByLabel("是否办结", { exact: true }).selectOption("stageClosed");
		await page.getByRole("button", { name: "确定" }).click();
		await page.getByRole("button", { name: "更正“交办问题基本情况”" }).click();
		const box = page.getByRole("textbox", { name: "交办问题基本情况" });
		await box.fill("改错了的内容。");
		await box.press("Control+Enter");
		await page.getByRole("button", { name: /^撤回\s?交办问题基本情况/ }).click();
		await rowOf(page, "202603070002").getByText("铜岭县某养殖场粪污直排入沟。").waitFor();
		await settled(page);
		await page.reload();
		await rowOf(page, "202603070002").getByText("已更正").waitFor();
		await rowOf(page, "202603070002").getByText("阶段").waitFor();

		await compare(page);
		expect(await count(page, "new")).toBe("4");
		const place = page.locator("[data-place=城南新区]");
		await place.getByRole("button", { name: "另找" }).click();
		await place.getByRole("combobox").selectOption({ label: "　　岚北区" });
		await place.getByText("岚北区").first().waitFor();
		await settled(page);
		await page.getByRole("button", { name: /去入账/ }).click();
		await page.getByRole("button", { name: "确认入账" }).click();
		await page.getByText("查看本次导入的信访件").click();
		await page.waitForURL(/\/complaints\?import=/);
		await page.getByText("D2QP202603070003").waitFor();
		expect(errors).toEqual([]);

		const importId = new URL(page.url()).searchParams.get("import") ?? "";
		const { items } = await operator.complaints.list.query({ filter: { importId }, sort: "receipt" });
		expect(
			items.map(({ receiptNumber, regionName, status, isKey, batch }) => ({
				...{ receiptNumber, regionName, status, isKey, batch },
			})),
		).toEqual(
			[
				["D2QP202603070001", "松泉县", "closed", true],
				["D2QP202603070003", "岚北区", "open", false],
				["X2QP202603070002", "铜岭县", "stageClosed", false],
				["X2QP202603070004", "岚北区", "stageClosed", false],
			].map(([receiptNumber, regionName, status, isKey]) => ({
				...{ receiptNumber, regionName, status, isKey, batch: 7 },
			})),
		);
		await context.close();
	});

	test("proposes nothing when the same edition comes again", async () => {
		const { server, browser } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await upload(page, server.url, ROWS);
		await compare(page);
		expect([await count(page, "new"), await count(page, "changed"), await count(page, "same")]).toEqual([
			"0",
			"0",
			"4",
		]);
		await expect.poll(() => page.getByRole("button", { name: /去入账/ }).isDisabled()).toBe(true);
		expect(errors).toEqual([]);
		await context.close();
	});

	test("shows what a corrected edition changes, field by field, and takes only what is chosen", async () => {
		const { server, browser, operator } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		const corrected = ROWS[2].replace("责令覆盖裸土。,未办结", "裸土已全部覆盖并复查。,已办结");
		await upload(page, server.url, [ROWS[1], corrected, ROWS[3]]);
		await compare(page);
		expect([await count(page, "changed"), await count(page, "same")]).toEqual(["1", "2"]);
		const item = page.locator("[data-item]", { hasText: "D2QP202603070003" });
		await item.locator("del", { hasText: "未办结" }).waitFor();
		await item.locator("ins", { hasText: "已办结" }).waitFor();
		await item.getByRole("checkbox", { name: "处理和整改情况" }).uncheck();
		await page.getByText("台账有而文件无").first().click();
		await page.locator("#vanished", { hasText: "D2QP202603070001" }).waitFor();
		await settled(page);
		await page.getByRole("button", { name: /去入账/ }).click();
		await page.getByRole("button", { name: "确认入账" }).click();
		await page.getByText("新增信访件0件，变更1件").waitFor();
		expect(errors).toEqual([]);

		const { items } = await operator.complaints.list.query({ filter: { text: "D2QP202603070003" } });
		const { elements } = await operator.complaints.get.query({ complaintId: items[0]?.id ?? "" });
		expect([elements.status, elements.handling]).toEqual(["closed", "责令覆盖裸土。"]);
		await context.close();
	});
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
	test("the wizard of complaints passes axe", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "city-office", {
			colorScheme,
			reducedMotion: "reduce",
		});
		await upload(page, server.url, [ROWS[1].replace("0002", "0012"), ROWS[3].replace("0004", "0014")]);
		await open(page, "202603070012");
		await page.getByRole("button", { name: "更正“污染类型”" }).click();
		expect(await violations(page)).toEqual([]);
		await compare(page);
		expect(await violations(page)).toEqual([]);
		await context.close();
	});
});
