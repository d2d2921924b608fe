import { describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { visitAs } from "../support/browser.ts";
import { useStage } from "./stage.ts";

const stage = useStage();

/** Two issues of the city's list, and a notice in our own words about the first. */
async function setting() {
	const { operator } = stage();
	const city = await operator.issues.list.query({ filter: { tier: "city" }, sort: "number", limit: 1 });
	const [first] = city.items;
	if (first === undefined) throw new Error("the sample has no issues of a city");
	const detail = await operator.issues.get.query({ issueId: first.id });
	const [mandate] = detail.mandates;
	if (mandate === undefined) throw new Error("the issue has no inspection");
	const { inspection } = mandate;
	const listed = await operator.issues.list.query({
		filter: { inspectionId: inspection.id, region: first.region },
		limit: 20,
	});
	const other = listed.items.find(({ id }) => id !== first.id);
	if (other === undefined) throw new Error("the inspection has one issue only");
	const notice = (done: string) =>
		[
			"关于青屏市生态环境保护督察反馈问题整改完成情况的公示",
			`现将第${first.number}项整改任务完成情况予以公示，公示期为2026年3月2日至2026年3月13日。`,
			"一、整改问题",
			detail.statement,
			"二、责任单位",
			"青屏市城市管理局",
			"三、整改时限",
			"2026年2月底前",
			"四、整改目标",
			"全面完成整改。",
			"五、整改措施",
			"开展专项整治。",
			"六、整改完成情况",
			done,
			"监督电话：0000-1234567",
		].join("\n");
	return { first, other, inspection: inspection.name, notice };
}

const DONE = "积存问题已全部处置，经复核达到整改目标。";
const CORRECTED = "积存问题已全部处置，经市级复核达到整改目标。";

describe("a completion notice", () => {
	test("finds its issue, gets its publicity corrected, and stands there as evidence", async () => {
		const { server, browser, operator } = stage();
		const { first, inspection, notice } = await setting();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await page.goto(`${server.url}/imports`);
		await page.getByLabel("或粘贴文字").fill(notice(DONE));
		await page.getByRole("button", { name: "读取", exact: true }).click();
		await page.getByText(/读出1份公示/).waitFor();

		await page.getByRole("button", { name: "更正“公示时间”" }).click();
		await page.getByLabel("公示结束日").fill("2026-03-16");
		await page.getByRole("button", { name: "确定" }).click();
		await page.getByText("2026年3月2日至2026年3月16日").waitFor();
		await page.getByRole("button", { name: "更正“整改措施”" }).click();
		await page.getByLabel("措施1", { exact: true }).fill("开展专项整治并建立台账。");
		await page.getByRole("button", { name: "确定" }).click();
		await page.getByRole("button", { name: "更正“整改时限”" }).click();
		await page.getByRole("textbox", { name: "整改时限" }).fill("2026年3月底前");
		await page.getByRole("button", { name: "确定" }).click();
		await page.locator("[data-save=saved]").waitFor();
		await page.reload();
		await page.getByText("2026年3月2日至2026年3月16日").waitFor();
		await page.locator("[data-field=measures]", { hasText: "并建立台账" }).waitFor();
		await page.locator("[data-field=deadline]", { hasText: "2026年3月底前" }).waitFor();

		await page.getByRole("button", { name: /对应问题/ }).click();
		await page.getByRole("combobox", { name: /^督察/ }).selectOption({ label: inspection });
		const chosen = page.locator(`[data-candidate="${first.id}"] input`);
		await chosen.waitFor();
		await expect.poll(() => chosen.isChecked()).toBe(true);
		await page.getByRole("button", { name: /去入账/ }).click();
		await page.getByRole("button", { name: "确认入账" }).click();
		await page.getByText("查看本次涉及的问题").waitFor();

		await page.goto(`${server.url}/issues/${first.id}`);
		const attached = page.locator("[data-notice]", { hasText: DONE });
		await attached.getByText("2026年3月2日至2026年3月16日").waitFor();
		await attached.getByText("整改完成公示").waitFor();
		await page.getByText("附上公示").first().waitFor();
		expect(errors).toEqual([]);
		const { notices } = await operator.issues.get.query({ issueId: first.id });
		expect(notices).toMatchObject([
			{ publicity: { start: "2026-03-02", end: "2026-03-16" }, completion: DONE, detached: null },
		]);
		await context.close();
	});

	test("goes to another issue where the clerk says so, and is taken off again with a reason", async () => {
		const { server, browser, operator } = stage();
		const { other, inspection, notice } = await setting();
		const { page, context, errors } = await visitAs(browser, server, "city-office");
		await page.goto(`${server.url}/imports`);
		await page.getByLabel("或粘贴文字").fill(notice(CORRECTED));
		await page.getByRole("button", { name: "读取", exact: true }).click();
		await page.getByRole("button", { name: /对应问题/ }).click();
		await page.getByRole("combobox", { name: /^督察/ }).selectOption({ label: inspection });
		// A corrected edition of what the first issue has: both sides stand side by side.
		await page.locator("ins", { hasText: CORRECTED }).waitFor();
		await page.getByRole("button", { name: "另选问题" }).click();
		await page.getByRole("combobox", { name: /查找问题/ }).fill(other.statement.slice(0, 12));
		await page
			.getByRole("listbox", { name: /查找问题/ })
			.getByRole("option", { name: new RegExp(other.statement.slice(0, 12)) })
			.first()
			.click();
		await expect.poll(() => page.getByText("人工选定").count()).toBeGreaterThan(0);
		await page.getByRole("button", { name: /去入账/ }).click();
		await page.getByRole("button", { name: "确认入账" }).click();
		await page.getByText("查看本次涉及的问题").waitFor();

		await page.goto(`${server.url}/issues/${other.id}`);
		const attached = page.locator("[data-notice]", { hasText: CORRECTED });
		await attached.getByRole("button", { name: "取下公示" }).click();
		await page.getByLabel(/^原因/).fill("附错了问题");
		await page.getByRole("dialog").getByRole("button", { name: "取下公示" }).click();
		await page.getByRole("button", { name: /已替换或取下1份/ }).click();
		await page.getByText("已取下：附错了问题").waitFor();
		expect(errors).toEqual([]);
		const { notices } = await operator.issues.get.query({ issueId: other.id });
		expect(notices).toMatchObject([{ detached: { reason: "附错了问题" } }]);
		await context.close();
	});
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
	test("the wizard of notices passes axe", async () => {
		const { server, browser } = stage();
		const { inspection, notice } = await setting();
		const { page, context } = await visitAs(browser, server, "city-office", {
			colorScheme,
			reducedMotion: "reduce",
		});
		await page.goto(`${server.url}/imports`);
		await page.getByLabel("或粘贴文字").fill(notice("又一次完成情况。"));
		await page.getByRole("button", { name: "读取", exact: true }).click();
		await page.getByRole("button", { name: "更正“公示时间”" }).click();
		expect(await violations(page)).toEqual([]);
		await page.getByRole("button", { name: /对应问题/ }).click();
		await page.getByRole("combobox", { name: /^督察/ }).selectOption({ label: inspection });
		await page.getByText("逐项比对").waitFor();
		await page.locator("[data-candidate]").first().waitFor();
		expect(await violations(page)).toEqual([]);
		await context.close();
	});
});
