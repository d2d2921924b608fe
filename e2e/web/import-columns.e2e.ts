import { utils, write } from "@e965/xlsx";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { visitAs } from "../support/browser.ts";
import { useStage } from "./stage.ts";

const stage = useStage();

/** A workbook of one sheet. */
function workbook(rows: readonly (readonly (string | number)[])[]): Buffer {
	const book = utils.book_new();
	utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "台账");
	return write(book, { type: "buffer", bookType: "xlsx" });
}

const HEADER = ["序号", "反馈问题", "哪家来办", "啥时候弄完", "网格员"];
const tasks = (river: string) =>
	workbook([
		["青屏市整改任务台账"],
		HEADER,
		[1, `${river}入河排污口整治不彻底，雨季溢流问题突出。`, "市水务局", "2026年12月底前", "钱多"],
		[2, `${river}沿线堆场未按要求退出，扬尘管控不严。`, "市住建局", "2026年6月30日", "孙立"],
	]);

async function open(page: Page, url: string, name: string, buffer: Buffer): Promise<void> {
	await page.goto(`${url}/imports`);
	await page.setInputFiles("input[type=file]", {
		name,
		mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		buffer,
	});
	await page.locator("[data-columns]").waitFor();
}

const fieldOf = (page: Page, words: string) =>
	page.getByRole("combobox", { name: new RegExp(`“${words}”的字段`) });

describe("the columns of a table", () => {
	test("are mapped once by the clerk, read at once, and applied by themselves to the next file", async () => {
		const { server, browser, operator } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await open(page, server.url, "一月.xlsx", tasks("甲河"));
		// Nothing was read: the columns stand open, what can be told of them is suggested.
		await page.getByText("表格没有读出来").waitFor();
		await expect.poll(() => fieldOf(page, "反馈问题").inputValue()).toBe("statement");
		await expect.poll(() => fieldOf(page, "哪家来办").inputValue()).toBe("other");

		const apply = page.getByRole("button", { name: "按此重新读取" });
		await fieldOf(page, "反馈问题").selectOption("other");
		await page.getByText("至少要有一列是“反馈问题”").waitFor();
		await expect.poll(() => apply.isDisabled()).toBe(true);
		await fieldOf(page, "反馈问题").selectOption("statement");
		await fieldOf(page, "啥时候弄完").selectOption("deadline");
		await fieldOf(page, "网格员").selectOption("deadline");
		await page.getByText("“整改时限”只能来自一列").waitFor();
		await expect.poll(() => apply.isDisabled()).toBe(true);
		await fieldOf(page, "网格员").selectOption("other");
		// With the keyboard alone: the field with Home and the arrow keys, then the button.
		await fieldOf(page, "哪家来办").focus();
		for (const key of ["Home", "ArrowDown", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
		await expect.poll(() => fieldOf(page, "哪家来办").inputValue()).toBe("responsibleUnits");
		await apply.focus();
		await page.keyboard.press("Enter");

		await page.getByText(/读出2个问题/).waitFor();
		await page.getByText("列按本次的对应读取").waitFor();
		await page
			.getByRole("button", { name: /市水务局/ })
			.first()
			.waitFor();
		await page.reload();
		await page.getByText(/读出2个问题/).waitFor();

		await expect.poll(async () => (await officeLayouts(page)).length).toBe(1);
		// The province's office does not use what a city remembers.
		expect(await operator.issues.listColumnLayouts.query()).toEqual([]);
		await open(page, server.url, "二月.xlsx", tasks("乙河"));
		await page.getByText(/读出2个问题/).waitFor();
		await page.getByText(/列按.+的对应读取/).waitFor();
		await page.getByRole("button", { name: "撤销，恢复原读法" }).click();
		await page.getByText("表格没有读出来").waitFor();
		// Forgotten: the document stays as it was read, the next one is not read so.
		await open(page, server.url, "三月.xlsx", tasks("丙河"));
		await page.getByRole("button", { name: "以后不再套用" }).click();
		await page.getByText("已忘掉这种表头").waitFor();
		await page.getByText(/读出2个问题/).waitFor();
		expect(await officeLayouts(page)).toEqual([]);
		expect(errors).toEqual([]);
		await context.close();
	});

	test("a header that stands elsewhere is pointed at", async () => {
		const { server, browser } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		const rows = [
			["某县", "台账", "初稿"],
			["号", "事儿", "谁"],
			["甲-1", "南湾片区生活污水直排，管网未覆盖。", "市水务局"],
		];
		await open(page, server.url, "土表.xlsx", workbook(rows));
		await page.getByLabel("表头在哪一行").selectOption("2");
		await fieldOf(page, "事儿").waitFor();
		await fieldOf(page, "号").selectOption("number");
		await fieldOf(page, "事儿").selectOption("statement");
		await fieldOf(page, "谁").selectOption("responsibleUnits");
		await page.getByLabel("记住这种表头，以后自动套用").uncheck();
		await page.getByRole("button", { name: "按此重新读取" }).click();
		await page.getByText(/读出1个问题/).waitFor();
		expect(errors).toEqual([]);
		await context.close();
	});

	test("of a complaint table are mapped beside its rows, and the panel passes axe", async () => {
		const { server, browser } = stage();
		for (const colorScheme of ["light", "dark"] as const) {
			const { page, context, errors } = await visitAs(browser, server, "city-office", { colorScheme });
			const rows = [
				["序号", "受理编号", "举报内容", "行政区域", "是否属实", "现场看了咋样"],
				[
					1,
					"D3QP202603010001",
					"夜间噪声扰民，影响休息。",
					"石桥县",
					"部分属实",
					"经查，部分属实，已责令整改。",
				],
			];
			await open(page, server.url, "信访件.xlsx", workbook(rows));
			await page.getByText(/没有认出.+现场看了咋样/).waitFor();
			await page.getByRole("button", { name: "对应列与字段" }).click();
			await fieldOf(page, "现场看了咋样").selectOption("investigation");
			expect(await violations(page)).toEqual([]);
			await page.getByLabel("记住这种表头，以后自动套用").uncheck();
			await page.getByRole("button", { name: "按此重新读取" }).click();
			await page.getByText("列按本次的对应读取").waitFor();
			await page.getByText("各列均已识别").waitFor();
			expect(errors).toEqual([]);
			await context.close();
		}
	});
});

/** What the office of whoever is signed in remembers. */
const officeLayouts = (page: Page): Promise<unknown[]> =>
	page.evaluate(async () => {
		const answer = await fetch("/trpc/issues.listColumnLayouts");
		const body: { result: { data: unknown[] } } = await answer.json();
		return body.result.data;
	});
