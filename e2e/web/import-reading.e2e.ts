import { readFileSync } from "node:fs";
import axe from "axe-core";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { visitAs } from "../support/browser.ts";
import { useStage } from "./stage.ts";

const stage = useStage();
/** A machine that does much else at once. */
const SLOWLY = { timeout: 20_000 };

const HEADERS = ["序号", "反馈问题", "责任单位", "整改目标", "整改时限", "整改措施"];
const PLACES = ["北沟", "南湾", "柳河", "青石", "大坪", "双桥"];
const MATTERS = ["生活污水直排", "渣库渗漏", "矿山未复绿", "扬尘管控不力", "粪污乱排"];
const DIGITS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const nameOf = (at: number) => `${PLACES[at % 6]}片区${MATTERS[at % 5]}`;

const cell = (lines: readonly string[]) =>
	new TableCell({ children: lines.map((text) => new Paragraph(text)) });

/** A task list as a Word table. The fourth row holds two issues that ran together. */
async function taskList(count: number): Promise<Buffer> {
	const rows = Array.from({ length: count }, (_, at) => {
		const name = nameOf(at);
		const measures = [`（一）排查${name}。`, `（二）完成${name}治理。`];
		if (at === 3) measures.push("另有石料场未批先建，侵占河道。");
		return new TableRow({
			children: [
				cell([DIGITS[at] ?? String(at + 1)]),
				cell([`${name}，监测超标${at + 2}次，整改推进缓慢。`]),
				cell(["青屏市水务局"]),
				cell([`${name}整改到位。`]),
				cell(["2027年6月底前"]),
				cell(measures),
			],
		});
	});
	const head = new TableRow({ children: HEADERS.map((text) => cell([text])) });
	const children = [
		new Paragraph("青屏市督察整改任务清单"),
		new Paragraph("各单位按职责分工落实。"),
		new Table({ rows: [head, ...rows] }),
	];
	return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

async function upload(page: Page, url: string, buffer: Buffer): Promise<void> {
	await page.goto(`${url}/imports`);
	await page.setInputFiles("input[type=file]", {
		name: "任务清单.docx",
		mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		buffer,
	});
	await page.getByText(/读出\d+个问题/).waitFor();
}

const issue = (page: Page, number: string) =>
	page
		.locator("[data-issue]")
		.filter({ has: page.getByRole("heading", { name: `第${number}项`, exact: true }) });

const sourceLine = (page: Page, text: string) =>
	page.getByRole("group", { name: "原文" }).getByRole("button", { name: text }).first();

async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const found: unknown = await page.evaluate(`axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
	}).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map((n) => n.html).join(" | ")))`);
	return Array.isArray(found) ? found.map(String) : [`axe gave ${String(found)}`];
}

describe("checking a plan's reading", () => {
	test("what the clerk corrects, splits and joins survives reloads and another reading, and is what is applied", async () => {
		const { server, browser, operator } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		const document = await taskList(6);
		await upload(page, server.url, document);
		await page.getByText("读出6个问题").waitFor();

		// A field is corrected where it stands: Escape leaves it, Ctrl+Enter keeps it.
		const second = issue(page, "二");
		await second.getByRole("button", { name: "更正“整改目标”" }).click();
		await second.getByRole("textbox", { name: "整改目标" }).fill("写错了");
		await page.keyboard.press("Escape");
		await second.getByText(`${nameOf(1)}整改到位。`).waitFor();
		await second.getByRole("button", { name: "更正“整改目标”" }).click();
		await second.getByRole("textbox", { name: "整改目标" }).fill("渗漏全部治理。");
		await page.keyboard.press("Control+Enter");
		await second.getByText("已更正").waitFor();
		// Reloaded at once, before anything was sent.
		await page.reload();
		await issue(page, "二").getByText("渗漏全部治理。").waitFor();

		// Measures: another order and one more.
		await second.getByRole("button", { name: "更正“整改措施”" }).click();
		await second.getByRole("button", { name: "下移措施1" }).click();
		await second.getByRole("button", { name: "增加措施" }).click();
		await page.keyboard.type("建立巡查制度。");
		await page.keyboard.press("Control+Enter");
		await expect
			.poll(() => second.locator("[data-field=measures] dd").textContent(), SLOWLY)
			.toMatch(/完成.*治理。.*排查.*。.*建立巡查制度。/s);

		// The last line of the fourth row is an issue of its own.
		await sourceLine(page, "另有石料场未批先建").click();
		await page.getByRole("button", { name: /^从第\d+行拆分$/ }).click();
		const quarry = page.locator("[data-issue$=b]");
		await quarry.getByText("已拆分").waitFor();
		await page.getByText("读出7个问题").waitFor();
		await quarry.getByRole("button", { name: "更正“编号”" }).click();
		await page.getByRole("textbox", { name: "编号" }).fill("七");
		await page.keyboard.press("Control+Enter");

		// The fifth and the sixth are one matter; undone and done again.
		await issue(page, "五").getByRole("button", { name: "与下一条合并" }).click();
		await issue(page, "五").getByText("已合并").waitFor();
		await page.getByText("读出6个问题").waitFor();
		await issue(page, "五").getByRole("button", { name: "撤销合并" }).click();
		await page.getByText("读出7个问题").waitFor();
		await issue(page, "五").getByRole("button", { name: "与下一条合并" }).click();
		await page.getByText("读出6个问题").waitFor();
		await page.reload();
		await page.getByText("读出6个问题").waitFor();
		await page.locator("[data-save=saved]").waitFor();

		// The list begins at the second row: the file is read again, and the clerk's work stays.
		await sourceLine(page, nameOf(1)).click();
		await page.getByRole("button", { name: "从此处开始是问题清单" }).click();
		await page.getByText(/从第\d+行起读取问题清单/).waitFor();
		await page.getByText("读出5个问题").waitFor();
		await page.getByText("已保留3处更正").waitFor();
		await issue(page, "二").getByText("渗漏全部治理。").waitFor();
		await expect.poll(() => issue(page, "二").getByText("青屏市水务局").count()).toBe(1);
		await page.reload();
		await page.getByText("读出5个问题").waitFor();
		expect(await violations(page)).toEqual([]);

		await page.getByRole("button", { name: /比对台账/ }).click();
		await page.getByRole("combobox", { name: /^督察/ }).selectOption("new");
		await page.getByRole("combobox", { name: /^督察类型/ }).selectOption("provincialInspection");
		await page.getByRole("textbox", { name: /^督察名称/ }).fill("重读试验督察");
		await page.getByLabel("反馈日期").fill("2026-10-20");
		const next = page.getByRole("button", { name: /去入账/ });
		await expect.poll(() => next.isEnabled(), { timeout: 20_000 }).toBe(true);
		await next.click();
		await page.getByRole("button", { name: "确认入账" }).click();
		await page.getByText("查看本次导入的问题").waitFor();
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			page.getByRole("button", { name: "下载原文件" }).click(),
		]);
		expect(download.suggestedFilename()).toBe("任务清单.docx");
		expect(readFileSync(await download.path())).toEqual(document);
		expect(errors).toEqual([]);

		const importId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
		const { items } = await operator.issues.list.query({ filter: { importId }, sort: "number" });
		const details = await Promise.all(items.map(({ id }) => operator.issues.get.query({ issueId: id })));
		const told = details.map(({ row, goal, measures }) => ({
			number: row.number,
			goal,
			measures: measures.map(({ text }) => text),
		}));
		expect(new Set(told.map(({ number }) => number))).toEqual(new Set(["二", "三", "四", "五", "七"]));
		expect(told.find(({ number }) => number === "二")).toEqual({
			number: "二",
			goal: "渗漏全部治理。",
			measures: [`完成${nameOf(1)}治理。`, `排查${nameOf(1)}。`, "建立巡查制度。"],
		});
		expect(told.find(({ number }) => number === "五")?.measures).toHaveLength(4);
		expect(told.find(({ number }) => number === "四")?.measures).toHaveLength(2);
		expect(details.find(({ row }) => row.number === "七")?.row.statement).toContain("石料场未批先建");
		await context.close();
	});

	test("a hint is undone, and text of the source is given to a field", async () => {
		const { server, browser } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await upload(page, server.url, await taskList(5));
		await issue(page, "一").getByRole("button", { name: "更正“整改目标”" }).click();
		await page.getByRole("textbox", { name: "整改目标" }).fill("第一条的更正。");
		await page.keyboard.press("Control+Enter");
		await sourceLine(page, nameOf(2)).click();
		await page.getByRole("button", { name: "从此处开始是问题清单" }).click();
		await page.getByText("读出3个问题").waitFor();
		await page.getByText("1处更正在新的读法中没有位置").waitFor();
		await page.getByRole("button", { name: "撤销，恢复原读法" }).click();
		await page.getByText("读出5个问题").waitFor();
		await issue(page, "一").getByText("第一条的更正。").waitFor();

		await issue(page, "二")
			.getByRole("button", { name: `${nameOf(1)}整改到位。` })
			.click();
		await sourceLine(page, "各单位按职责分工落实").click();
		await page.getByRole("button", { name: "作为…" }).click();
		await page.getByRole("button", { name: "备注", exact: true }).click();
		await issue(page, "二").locator("[data-other=备注]").getByText("各单位按职责分工落实").waitFor();
		expect(errors).toEqual([]);
		await context.close();
	});

	test("the two panes scroll together, and not when the clerk does not want it", async () => {
		const { server, browser } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await upload(page, server.url, await taskList(150));
		const reading = page.getByRole("region", { name: "读取结果" });
		const source = page.getByRole("group", { name: "原文" });
		const firstLine = () =>
			source.evaluate((pane) => {
				const top = pane.getBoundingClientRect().top;
				const lines = [...pane.querySelectorAll("button")];
				const shown = lines.filter((line) => line.getBoundingClientRect().bottom > top + 4);
				return Math.min(...shown.map((line) => Number(line.dataset.index) + 1));
			});
		await reading.hover();
		await page.mouse.wheel(0, 20_000);
		await expect.poll(firstLine, SLOWLY).toBeGreaterThan(100);
		const at = await firstLine();
		await source.hover();
		await page.mouse.wheel(0, -20_000);
		await expect.poll(firstLine, SLOWLY).toBe(1);
		await expect.poll(() => reading.evaluate((pane) => pane.scrollTop), SLOWLY).toBeLessThan(200);
		expect(at).toBeGreaterThan(100);

		await page.getByLabel("同步滚动").uncheck();
		await reading.hover();
		await page.mouse.wheel(0, 8000);
		await expect.poll(() => reading.evaluate((pane) => pane.scrollTop), SLOWLY).toBeGreaterThan(2000);
		expect(await firstLine()).toBe(1);
		await page.reload();
		await page.getByText("读出150个问题").waitFor();
		await expect.poll(() => page.getByLabel("同步滚动").isChecked()).toBe(false);
		expect(errors).toEqual([]);
		await context.close();
	});
});
