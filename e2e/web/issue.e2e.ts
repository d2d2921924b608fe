import type { IssueRow } from "@zhenggai/client";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { visitAs } from "../support/browser.ts";
import { useStage } from "./stage.ts";

const stage = useStage();

/** An open issue that hangs under another one with a date, so that the deadline rules have something to compare. */
async function child(): Promise<IssueRow> {
	const { operator } = stage();
	const { items } = await operator.issues.list.query({
		filter: { states: ["planning", "assigned"] },
		limit: 200,
	});
	for (const row of items) {
		const detail = await operator.issues.get.query({ issueId: row.id });
		if (detail.parent?.due && row.region.startsWith("6801")) return row;
	}
	throw new Error("the sample has no open issue under another one");
}

const amend = async (page: Page) => {
	await page.getByRole("button", { name: "更正要素", exact: true }).first().click();
	return page.getByRole("dialog", { name: "更正要素" });
};

const setDay = async (page: Page, day: string) => {
	const dialog = page.getByRole("dialog", { name: "更正要素" });
	await dialog.getByLabel("精确到").selectOption("day");
	await dialog.getByLabel("日期", { exact: true }).fill(day);
	await dialog.getByLabel("时限表述").fill("");
};

describe("an issue", () => {
	test("refuses what a rule blocks, and asks for a justification where it only warns", async () => {
		const { server, browser, operator } = stage();
		const row = await child();
		const { page, context, errors } = await visitAs(browser, server, "prov-office");
		await page.goto(`${server.url}/issues/${row.id}`);
		const dialog = await amend(page);
		await setDay(page, "2099-12-31");
		await dialog.getByLabel(/^原因/).fill("核对时限");
		await dialog.getByRole("button", { name: "更正要素" }).click();
		await dialog.getByText("DL-05").waitFor();
		expect(await dialog.getByLabel("日期", { exact: true }).inputValue()).toBe("2099-12-31");
		await setDay(page, "2026-11-25");
		await dialog.getByRole("button", { name: "更正要素" }).click();
		await dialog.getByText("DL-06").waitFor();
		await dialog.getByLabel(/^通过警示的理由/).fill("群众反映强烈，提前完成");
		await dialog.getByRole("button", { name: "更正要素" }).click();
		await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
		const after = await operator.issues.get.query({ issueId: row.id });
		expect(after.row.due).toBe("2026-11-25");
		await page.getByText("原因：核对时限").first().waitFor();
		expect(errors).toEqual([]);
		await context.close();
	});

	test("says why an action is refused and who can do it", async () => {
		const { server, browser } = stage();
		const row = await child();
		const { page, context } = await visitAs(browser, server, "auditor");
		await page.goto(`${server.url}/issues/${row.id}`);
		await page.getByRole("button", { name: "更多办理" }).click();
		await page.getByText("现在不能办理").waitFor();
		const withdraw = page.locator("details", { hasText: "撤销" });
		await withdraw.locator("summary").click();
		await withdraw.getByText(/可办理：.*整改办/).waitFor();
		await context.close();
	});

	test("keeps the draft of a conflict and shows what the other person changed", async () => {
		const { server, browser, operator } = stage();
		const row = await child();
		const { page, context } = await visitAs(browser, server, "prov-office");
		await page.goto(`${server.url}/issues/${row.id}`);
		const dialog = await amend(page);
		await dialog.getByLabel("备注").fill("我写的备注");
		await dialog.getByLabel(/^原因/).fill("补充备注");
		const { row: fresh } = await operator.issues.get.query({ issueId: row.id });
		const other = await operator.issues.amendIssue.mutate({
			issueId: row.id,
			command: {
				type: "amendIssue",
				changes: { constraints: ["面积不减少"] },
				reason: "他人更正",
				importId: null,
			},
			envelope: { expectedVersion: fresh.version, justification: "他人更正" },
		});
		expect(other.ok).toBe(true);
		await dialog.getByRole("button", { name: "更正要素" }).click();
		const conflict = dialog.locator("[data-conflict]");
		await conflict.getByText("面积不减少").waitFor();
		expect(await dialog.getByLabel("备注").inputValue()).toBe("我写的备注");
		await conflict.getByRole("button").click();
		await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
		const after = await operator.issues.get.query({ issueId: row.id });
		expect(after.row.remarks).toBe("我写的备注");
		expect(after.constraints).toEqual(["面积不减少"]);
		await context.close();
	});

	test("changed in one window appears in another without a reload", async () => {
		const { server, browser, operator } = stage();
		const row = await child();
		const watcher = await visitAs(browser, server, "city-office");
		await watcher.page.goto(`${server.url}/issues?open=${row.id}`);
		await watcher.page.locator("[data-live=live]").waitFor();
		const writer = await visitAs(browser, server, "prov-office");
		await writer.page.goto(`${server.url}/issues/${row.id}`);
		const dialog = await amend(writer.page);
		const goal = `整改到位，第${Date.now()}次复核`;
		await dialog.getByLabel("整改目标").fill(goal);
		await dialog.getByLabel(/^原因/).fill("细化目标");
		await dialog.getByRole("button", { name: "更正要素" }).click();
		await watcher.page.locator("[data-drawer]").getByText(goal).first().waitFor({ timeout: 10_000 });
		const reason = await operator.issues.history.query({ issueId: row.id, limit: 1 });
		expect(reason.items[0]?.reason).toBe("细化目标");
		await watcher.context.close();
		await writer.context.close();
	});
});

test("a line that breaks is said, and comes back with what was missed", async () => {
	const { server, browser, operator } = stage();
	const row = await child();
	const { page, context } = await visitAs(browser, server, "city-office");
	await page.locator("[data-live=live]").waitFor();
	await server.restart();
	await page.getByText("实时更新已中断").waitFor({ timeout: 20_000 });
	const { row: fresh } = await operator.issues.get.query({ issueId: row.id });
	await operator.issues.amendIssue.mutate({
		issueId: row.id,
		command: { type: "amendIssue", changes: { remarks: "断线期间" }, reason: "断线期间更正", importId: null },
		envelope: { expectedVersion: fresh.version, justification: "断线期间更正" },
	});
	await page.locator("[data-live=live]").waitFor({ timeout: 60_000 });
	await expect.poll(() => page.getByText("实时更新已中断").count()).toBe(0);
	await context.close();
});
