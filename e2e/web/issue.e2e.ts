import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createZhenggaiClient, type IssueRow } from "@zhenggai/client";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { visitAs } from "../support/browser.ts";
import { useStage } from "./stage.ts";

const stage = useStage();

/** The operator's token of this start: a server makes a new one each time. */
function tokenOf(dataDir: string): string {
	const local: unknown = JSON.parse(readFileSync(join(dataDir, "local.json"), "utf8"));
	return String(typeof local === "object" && local !== null ? Reflect.get(local, "token") : "");
}

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/**
 * An open issue under another one that is due much later and of which no rule says yet that it is squeezed: the
 * deadline rules have something to compare and something new to say.
 */
async function child(): Promise<IssueRow> {
	const { operator } = stage();
	const { items } = await operator.issues.list.query({
		filter: { states: ["planning", "assigned"] },
		limit: 200,
	});
	for (const row of items) {
		const { parent, findings } = await operator.issues.get.query({ issueId: row.id });
		const late = parent?.due !== undefined && parent.due !== null && parent.due > inDays(120);
		if (late && row.region.startsWith("6801") && !findings.some((one) => one.rule === "DL-06")) return row;
	}
	throw new Error("the sample has no such issue");
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
		await expect.poll(() => dialog.getByLabel("日期", { exact: true }).inputValue()).toBe("2099-12-31");
		const soon = inDays(5);
		await setDay(page, soon);
		await dialog.getByRole("button", { name: "更正要素" }).click();
		await dialog.getByText("DL-06").waitFor();
		await dialog.getByLabel(/^通过警示的理由/).fill("群众反映强烈，提前完成");
		await dialog.getByRole("button", { name: "更正要素" }).click();
		await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
		const after = await operator.issues.get.query({ issueId: row.id });
		expect(after.row.due).toBe(soon);
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
		await expect.poll(() => dialog.getByLabel("备注").inputValue()).toBe("我写的备注");
		await conflict.getByRole("button").click();
		await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
		const after = await operator.issues.get.query({ issueId: row.id });
		expect(after.row.remarks).toBe("我写的备注");
		expect(after.constraints).toEqual(["面积不减少"]);
		await context.close();
	});

	test("keeps a draft through a closed dialog and a reload, on what others changed, until it is sent", async () => {
		const { server, browser, operator } = stage();
		const row = await child();
		const { page, context, errors } = await visitAs(browser, server, "prov-office");
		await page.goto(`${server.url}/issues/${row.id}`);
		const dialog = await amend(page);
		await dialog.getByLabel("备注").fill("未写完的备注");
		await dialog.getByRole("button", { name: "取消" }).click();
		await amend(page);
		await dialog.locator("[data-draft]").waitFor();
		await dialog.getByLabel(/^原因/).fill("补记备注");
		const { row: fresh } = await operator.issues.get.query({ issueId: row.id });
		await operator.issues.amendIssue.mutate({
			issueId: row.id,
			command: {
				type: "amendIssue",
				changes: { remarks: "他人的备注", constraints: ["水质不下降"] },
				reason: "他人更正",
				importId: null,
			},
			envelope: { expectedVersion: fresh.version, justification: "他人更正" },
		});
		await page.goto(`${server.url}/issues/${row.id}`);
		await amend(page);
		await dialog.getByText("草稿开始后已改为：他人的备注").waitFor();
		await expect.poll(() => dialog.locator("[data-changed-since]").textContent()).toContain("备注");
		await expect.poll(() => dialog.getByLabel("备注").inputValue()).toBe("未写完的备注");
		await expect.poll(() => dialog.getByLabel(/^原因/).inputValue()).toBe("补记备注");
		await expect.poll(() => dialog.getByLabel("约束条件").inputValue()).toBe("水质不下降");
		await dialog.getByRole("button", { name: "更正要素" }).click();
		await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
		const after = await operator.issues.get.query({ issueId: row.id });
		expect(after.row.remarks).toBe("未写完的备注");
		expect(after.constraints).toEqual(["水质不下降"]);
		await page.reload();
		await amend(page);
		await expect.poll(() => dialog.getByLabel(/^原因/).inputValue()).toBe("");
		await expect.poll(() => dialog.locator("[data-draft]").count()).toBe(0);
		expect(errors).toEqual([]);
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
		const remark = `现场复核${Date.now()}`;
		await dialog.getByLabel("备注").fill(remark);
		await dialog.getByLabel(/^原因/).fill("记录复核");
		await dialog.getByRole("button", { name: "更正要素" }).click();
		await watcher.page.locator("[data-drawer]").getByText(remark).first().waitFor({ timeout: 10_000 });
		const reason = await operator.issues.history.query({ issueId: row.id, limit: 1 });
		expect(reason.items[0]?.reason).toBe("记录复核");
		await watcher.context.close();
		await writer.context.close();
	});
});

test("a line that breaks is said, and comes back with what was missed", async () => {
	const { server, browser } = stage();
	const row = await child();
	const { page, context } = await visitAs(browser, server, "city-office");
	await page.goto(`${server.url}/issues?open=${row.id}`);
	await page.locator("[data-live=live]").waitFor();
	await server.restart();
	const operator = createZhenggaiClient({ url: server.url, token: tokenOf(server.dataDir) });
	await page.getByText("实时更新已中断").waitFor({ timeout: 20_000 });
	const { row: fresh } = await operator.issues.get.query({ issueId: row.id });
	await operator.issues.amendIssue.mutate({
		issueId: row.id,
		command: { type: "amendIssue", changes: { remarks: "断线期间" }, reason: "断线期间更正", importId: null },
		envelope: { expectedVersion: fresh.version, justification: "断线期间更正" },
	});
	await page.locator("[data-live=live]").waitFor({ timeout: 60_000 });
	await expect.poll(() => page.getByText("实时更新已中断").count()).toBe(0);
	await page.locator("[data-drawer]").getByText("断线期间", { exact: true }).first().waitFor();
	await context.close();
});
