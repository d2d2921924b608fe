import axe from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { visitAs } from "../support/browser.ts";
import { useStage } from "./stage.ts";

const stage = useStage();
const rows = (page: Page) => page.locator('[role="row"][aria-selected]');
/** The row of a receipt number, and none that only cites it. */
const rowOf = (page: Page, receipt: string) =>
	rows(page).filter({ has: page.locator('[aria-colindex="1"]', { hasText: receipt }) });

/** Receipts of the sample by what they are to the tests, and its inspection. */
let sample: { inspectionId: string; open: string; repeating: string; repeated: string; stage: string };

/** The list's rows; its own count tells when they are those that were asked for. */
async function opened(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.getByText(/^共\d+件/).waitFor();
}

const listed = async (page: Page): Promise<number> => {
	const text = await page.getByText(/^共\d+件/).textContent();
	return Number(/共(\d+)件/.exec(text ?? "")?.[1]);
};

beforeAll(async () => {
	const { operator } = stage();
	const { items } = await operator.complaints.list.query({ limit: 200 });
	const first = items[0];
	if (first === undefined) throw new Error("the sample has no complaints");
	const receipt = (found: (typeof items)[number] | undefined): string => {
		if (found?.receiptNumber == null) throw new Error("the sample has no such complaint");
		return found.receiptNumber;
	};
	const related = items.filter(({ relationCount }) => relationCount > 0);
	const details = await Promise.all(
		related.map(({ id }) => operator.complaints.get.query({ complaintId: id })),
	);
	const repeating = details.find(({ relations }) => relations.some(({ kind }) => kind === "repeats"));
	const repeats = repeating?.relations.find(({ kind }) => kind === "repeats");
	const cited = new Set(details.flatMap(({ relations }) => relations.map((one) => one.receiptNumber)));
	const alone = items.filter(
		({ relationCount, receiptNumber }) => relationCount === 0 && !cited.has(receiptNumber),
	);
	sample = {
		inspectionId: first.inspectionId,
		open: receipt(alone.find(({ status }) => status === "open")),
		stage: receipt(alone.find(({ status }) => status === "stageClosed")),
		repeating: receipt(repeating?.row),
		repeated: repeats?.receiptNumber ?? "",
	};
});

describe("the list", () => {
	test("is filtered by views, words and choices, all of it in the address", async () => {
		const { server, browser, operator } = stage();
		const { page, context, errors } = await visitAs(browser, server, "prov-office");
		await page.getByRole("link", { name: "信访件" }).first().click();
		await page.waitForURL(/\/complaints$/);
		await rows(page).first().waitFor();
		const all = await operator.complaints.list.query({});
		expect(await listed(page)).toBe(all.total.count);

		await page
			.getByRole("button", { name: /^不属实/ })
			.first()
			.click();
		await page.waitForURL(/verdict=untrue/);
		const untrue = await operator.complaints.list.query({ filter: { verdicts: ["untrue"] } });
		await expect.poll(() => rows(page).count()).toBe(untrue.items.length);
		await page.getByRole("button", { name: "清除全部条件" }).click();
		await page.keyboard.press("/");
		await page.keyboard.type(sample.open);
		await expect.poll(() => rows(page).count()).toBe(1);
		expect(new URL(page.url()).searchParams.get("q")).toBe(sample.open);
		await page.reload();
		await expect.poll(() => rowOf(page, sample.open).count()).toBe(1);
		expect(errors).toEqual([]);
		await context.close();
	});

	test("both closure rates stand apart, each saying what it counts, and numbers open their rows", async () => {
		const { server, browser, operator } = stage();
		const { page, context, errors } = await visitAs(browser, server, "prov-office");
		await opened(page, `${server.url}/complaints`);
		const totals = await operator.complaints.totals.query({ inspectionId: sample.inspectionId });
		const { cases, statuses } = totals.tally;
		const percent = (part: number) => `${((part / cases) * 100).toFixed(1)}%`;
		const strict = page.locator("[data-rate=strict]");
		const broad = page.locator("[data-rate=broad]");
		await strict.waitFor();
		await expect.poll(() => strict.textContent()).toContain(`已办结率${percent(statuses.closed)}`);
		await expect.poll(() => strict.textContent()).toContain("不含阶段性办结");
		await expect
			.poll(() => broad.textContent())
			.toContain(`含阶段性办结率${percent(statuses.closed + statuses.stageClosed)}`);
		expect(percent(statuses.closed)).not.toBe(percent(statuses.closed + statuses.stageClosed));
		const panel = page.locator("[data-totals]");
		await panel.getByText(/污染类型合计\d+项，多于\d+件/).waitFor();
		await panel.getByText(/件跨地区，只在上级地区计一次/).waitFor();

		await panel.getByRole("button", { name: /阶段性办结/ }).click();
		await page.waitForURL(/status=stageClosed/);
		await expect.poll(() => rows(page).count()).toBe(statuses.stageClosed);
		// The totals are of the whole table, whatever else is filtered.
		await expect.poll(() => strict.textContent()).toContain(percent(statuses.closed));
		await page.goto(`${server.url}/complaints`);
		await panel.getByRole("button", { name: /第1批/ }).click();
		await page.waitForURL(/batch=1/);
		const first = await operator.complaints.totals.query({ inspectionId: sample.inspectionId, batch: 1 });
		await expect.poll(() => strict.textContent()).toContain(`÷${first.tally.cases}，`);
		expect(errors).toEqual([]);
		await context.close();
	});

	test("is worked by the keyboard alone: walked, opened, left, copied", async () => {
		const { server, browser } = stage();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await page.keyboard.press("g");
		await page.keyboard.press("c");
		await page.waitForURL(/\/complaints$/);
		await rows(page).nth(2).waitFor();
		for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
		await page.keyboard.press("Enter");
		const drawer = page.locator("[data-drawer]");
		await drawer.getByText("调查与办理").waitFor();
		const selected = page.locator('[role="row"][aria-selected="true"]');
		const receipt = (await selected.textContent())?.match(/[DX]3LJ\d{12}/)?.[0] ?? "none";
		await drawer.getByRole("heading", { name: receipt }).waitFor();
		await page.keyboard.press("Escape");
		await expect.poll(() => drawer.count()).toBe(0);
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.getByRole("button", { name: "复制已加载的行" }).click();
		await page.getByText(/已复制\d+行/).waitFor();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied.split("\n")[0]).toMatch(/^受理编号\t批次\t/);
		expect(copied).toContain(receipt);
		expect(errors).toEqual([]);
		await context.close();
	});

	test("changes by itself when somebody else amends, the totals with it", async () => {
		const { server, browser, operator } = stage();
		const { page, context, errors } = await visitAs(browser, server, "prov-office");
		await opened(page, `${server.url}/complaints`);
		await rowOf(page, sample.stage).getByText("阶段性办结").waitFor();
		const before = await operator.complaints.totals.query({ inspectionId: sample.inspectionId });
		const { items } = await operator.complaints.list.query({ filter: { text: sample.stage } });
		const [row] = items;
		if (row === undefined) throw new Error(`${sample.stage} is not listed`);
		const outcome = await operator.complaints.amendComplaint.mutate({
			complaintId: row.id,
			command: {
				type: "amendComplaint",
				changes: { status: "closed" },
				source: null,
				reason: "现场复核完成",
				importId: null,
			},
			envelope: { expectedVersion: row.version },
		});
		expect(outcome.ok).toBe(true);
		await rowOf(page, sample.stage).getByText("已办结").waitFor();
		const strict = page.locator("[data-rate=strict]");
		await expect.poll(() => strict.textContent()).toContain(`${before.tally.statuses.closed + 1}÷`);
		expect(errors).toEqual([]);
		await context.close();
	});
});

describe("one complaint", () => {
	test("shows its fields, its relations both ways, its sources and its whole history", async () => {
		const { server, browser } = stage();
		const { page, context, errors } = await visitAs(browser, server, "prov-office");
		await opened(page, `${server.url}/complaints?q=${sample.repeating}`);
		await rowOf(page, sample.repeating).click();
		await page.locator("[data-drawer]").getByRole("link", { name: "单独打开" }).click();
		await page.getByRole("heading", { name: sample.repeating }).waitFor();
		for (const title of ["调查与办理", "登记事项", "公开文件", "规则提示", "履历"]) {
			await page.getByRole("heading", { name: title }).waitFor();
		}
		await page
			.getByText(/边督边改公开情况一览表.*\.csv/)
			.first()
			.waitFor();
		await page.getByText("链条完整").waitFor();
		await page.getByText(new RegExp(`关联：重复件${sample.repeated}`)).waitFor();
		await page.getByText(/登记入账/).waitFor();

		await page.getByRole("link", { name: sample.repeated }).first().click();
		await page.getByRole("heading", { name: sample.repeated }).waitFor();
		await page.getByText("指向本件").waitFor();
		await page.getByRole("link", { name: sample.repeating }).first().waitFor();
		expect(errors).toEqual([]);
		await context.close();
	});

	test("is amended; what is refused stands at its field, and a draft outlives a reload", async () => {
		const { server, browser } = stage();
		const { page, context, errors } = await visitAs(browser, server, "prov-office");
		await opened(page, `${server.url}/complaints?q=${sample.open}`);
		await rowOf(page, sample.open).click();
		const drawer = page.locator("[data-drawer]");
		await drawer.getByRole("button", { name: "更正信访件" }).click();
		const dialog = page.getByRole("dialog", { name: "更正信访件" });
		await dialog.getByLabel("受理编号").fill(sample.repeated);
		await dialog.getByLabel(/^原因/).fill("按第二次公开更正");
		await dialog.getByRole("button", { name: "更正信访件" }).click();
		await dialog.getByRole("alert").waitFor();
		const field = dialog.getByLabel("受理编号");
		await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
		await dialog
			.getByText(/在本次督察中已登记/)
			.first()
			.waitFor();

		await page.reload();
		await drawer.getByRole("button", { name: "更正信访件" }).click();
		await dialog.getByText("已恢复上次未提交的内容。").waitFor();
		await expect.poll(() => field.inputValue()).toBe(sample.repeated);
		await field.fill(sample.open);
		await dialog.getByLabel("是否办结").selectOption("closed");
		await dialog.getByLabel("处理和整改情况").fill("全部整改到位，联系电话13812345678。");
		await dialog.getByRole("button", { name: "更正信访件" }).click();
		await expect.poll(() => dialog.count()).toBe(0);
		await rowOf(page, sample.open).getByText("已办结").waitFor();
		// A mobile number never gets onto the ledger.
		await drawer.getByText("联系电话〔已隐去〕").first().waitFor();
		await drawer.getByText("按第二次公开更正").waitFor();
		expect(errors).toEqual([]);
		await context.close();
	});

	test("somebody faster is a conflict that says what changed; the draft goes on top of it", async () => {
		const { server, browser, operator } = stage();
		const { page, context, errors } = await visitAs(browser, server, "prov-office");
		const { items } = await operator.complaints.list.query({ filter: { text: sample.repeated } });
		const row = items.find(({ receiptNumber }) => receiptNumber === sample.repeated);
		if (row === undefined) throw new Error(`${sample.repeated} is not listed`);
		await page.goto(`${server.url}/complaints/${row.id}`);
		await page.getByRole("button", { name: "更正信访件" }).click();
		const dialog = page.getByRole("dialog", { name: "更正信访件" });
		await dialog.getByLabel("备注").fill("已向街道反馈");
		await dialog.getByLabel(/^原因/).fill("补充备注");
		await operator.complaints.amendComplaint.mutate({
			complaintId: row.id,
			command: {
				type: "amendComplaint",
				changes: { accountability: "批评教育1人" },
				source: null,
				reason: "补报责任追究",
				importId: null,
			},
			envelope: { expectedVersion: row.version },
		});
		await dialog.getByRole("button", { name: "更正信访件" }).click();
		const notice = dialog.locator("[data-conflict]");
		await notice.getByText("批评教育1人").waitFor();
		await notice.getByRole("button", { name: "在最新版本上提交我的内容" }).click();
		await expect.poll(() => dialog.count()).toBe(0);
		const after = await operator.complaints.get.query({ complaintId: row.id });
		expect(after.elements).toMatchObject({ remarks: "已向街道反馈", accountability: "批评教育1人" });
		expect(errors).toEqual([]);
		await context.close();
	});

	test("is registered by hand, related to another one, that taken back, and withdrawn", async () => {
		const { server, browser, operator } = stage();
		const { page, context, errors } = await visitAs(browser, server, "prov-office");
		await opened(page, `${server.url}/complaints?inspection=${sample.inspectionId}`);
		await page.getByRole("button", { name: "登记信访件" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("受理编号", { exact: true }).fill("X3LJ202605030001");
		// Before all others, so that its row stands where it can be seen.
		await dialog.getByLabel("交办日期").fill("2020-01-01");
		await dialog.getByLabel("交办问题基本情况").fill("河堤边新倒了一车建筑垃圾。");
		await dialog.getByLabel("所涉地区").selectOption({ label: "　　渡口区" });
		await dialog.getByRole("checkbox", { name: "固体废物" }).check();
		await dialog.getByRole("button", { name: "登记信访件" }).click();
		const drawer = page.locator("[data-drawer]");
		await drawer.getByRole("heading", { name: "X3LJ202605030001" }).waitFor();
		await rowOf(page, "X3LJ202605030001").waitFor();

		await drawer.getByRole("button", { name: "关联信访件" }).click();
		const picker = dialog.getByRole("combobox", { name: /关联到哪一件/ });
		await picker.fill(sample.repeated);
		await dialog
			.getByRole("option", { name: new RegExp(sample.repeated) })
			.first()
			.click();
		await dialog.getByRole("button", { name: "关联信访件" }).click();
		await expect.poll(() => dialog.count()).toBe(0);
		await drawer.getByRole("link", { name: sample.repeated }).waitFor();

		await drawer.getByRole("button", { name: "更多办理" }).click();
		await page.getByRole("button", { name: "解除信访件关联" }).click();
		await dialog.getByLabel(/^哪一条关联/).selectOption({ index: 1 });
		await dialog.getByLabel(/^原因/).fill("不是同一处");
		await dialog.getByRole("button", { name: "解除信访件关联" }).click();
		await expect.poll(() => dialog.count()).toBe(0);
		await drawer.getByText("没有重复件，也没有提及其他受理编号。").waitFor();

		await drawer.getByRole("button", { name: "更多办理" }).click();
		await page.getByRole("button", { name: "撤销信访件" }).click();
		await dialog.getByLabel(/^原因/).fill("重复登记");
		await dialog.getByRole("button", { name: "撤销信访件" }).click();
		await expect.poll(() => dialog.count()).toBe(0);
		await drawer.getByText("重复登记").first().waitFor();
		await expect.poll(() => rowOf(page, "X3LJ202605030001").count()).toBe(0);
		const withdrawn = await operator.complaints.list.query({ filter: { withdrawn: true } });
		expect(withdrawn.items.map(({ receiptNumber }) => receiptNumber)).toEqual(["X3LJ202605030001"]);
		expect(errors).toEqual([]);
		await context.close();
	});
});

test("whoever may not see complaints finds no way to them, nor a page", async () => {
	const { server, browser } = stage();
	const { page, context } = await visitAs(browser, server, "lead-unit");
	await expect.poll(() => page.getByRole("link", { name: "信访件" }).count()).toBe(0);
	await page.keyboard.press("Control+k");
	await page.getByRole("dialog").getByRole("combobox").fill("信访");
	await page.getByText("没有匹配的问题、页面或命令").waitFor();
	await page.goto(`${server.url}/complaints`);
	await page.getByText("没有这个页面").waitFor();
	await context.close();
});

/** Serious and critical violations of WCAG 2.2 A and AA, as one line each. */
async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const found: unknown = await page.evaluate(`axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
	}).then((result) => result.violations
		.filter((one) => one.impact === "serious" || one.impact === "critical")
		.map((one) => one.id + ": " + one.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")))`);
	return Array.isArray(found) ? found.map(String) : [`axe gave ${String(found)}`];
}

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
	test("list, totals, detail and form pass axe", async () => {
		const { server, browser } = stage();
		const { page, context } = await visitAs(browser, server, "prov-office", {
			colorScheme,
			reducedMotion: "reduce",
		});
		await opened(page, `${server.url}/complaints`);
		await page.locator("[data-rate=broad]").waitFor();
		expect(await violations(page)).toEqual([]);
		await rows(page).first().click();
		await page.locator("[data-drawer]").getByText("链条完整").waitFor();
		expect(await violations(page)).toEqual([]);
		await page.locator("[data-drawer]").getByRole("button", { name: "更正信访件" }).click();
		await page.getByRole("dialog").waitFor();
		expect(await violations(page)).toEqual([]);
		await context.close();
	});
});

test("at 390 px the complaints are cards, and nothing scrolls sideways", async () => {
	const { server, browser } = stage();
	const { page, context } = await visitAs(browser, server, "prov-office", {
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true,
	});
	await opened(page, `${server.url}/complaints`);
	const card = page.getByRole("list", { name: "信访件" }).getByRole("listitem").getByRole("button").first();
	await card.waitFor();
	const overflows = () =>
		page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
	expect(await overflows()).toBe(false);
	await card.tap();
	await page.locator("[data-drawer]").getByText("调查与办理").waitFor();
	expect(await overflows()).toBe(false);
	await context.close();
});
