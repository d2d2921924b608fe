import { createZhenggaiClient } from "@zhenggai/client";
import { expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { visitAs } from "../support/browser.ts";
import { useStage } from "./stage.ts";

const stage = useStage();

test("somebody finds what waits, why and until when, and goes to the form that does it", async () => {
	const { server, browser, operator } = stage();
	const { page, context, errors } = await visitAs(browser, server, "lead-unit");
	// The number beside the word is read out as a sentence.
	await page.getByRole("link", { name: /^待办.*\d+项待办，其中\d+项已逾期/ }).waitFor();
	await page.keyboard.press("g");
	await page.keyboard.press("t");
	await page.waitForURL(/\/in-tray$/);
	const grid = page.getByRole("grid", { name: "待办" });
	const lines = grid.getByRole("row").filter({ has: page.getByRole("gridcell") });
	await lines.first().waitFor();
	await expect.poll(() => lines.count()).toBeGreaterThan(0);
	// Urgency in a word, the reason in words, the day with what is left of it.
	await expect.poll(() => lines.first().textContent()).toMatch(/已逾期|即将到期|未到期|无期限/);
	expect(await violations(page)).toEqual([]);

	await page.getByRole("combobox", { name: "事项" }).selectOption("acknowledge");
	await page.waitForURL(/kind=acknowledge/);
	await lines.filter({ hasText: "待签收" }).first().waitFor();
	await expect.poll(() => lines.first().textContent()).toContain("待签收");
	await page.reload();
	await lines.first().waitFor();
	await expect.poll(() => lines.first().textContent()).toContain("待签收");

	// Somebody else's act comes in by itself: an issue that the unit is named on.
	const lead = createZhenggaiClient({ url: server.url, token: server.token });
	const { items } = await lead.issues.list.query({
		filter: { states: ["registered", "assigned", "planning"] },
	});
	const { items: units } = await operator.responsibilities.listUnits.query({ text: "青屏市水务局" });
	const unit = units[0];
	const target = await firstWithout(operator, items, unit?.id);
	if (unit === undefined || target === null) throw new Error("the sample has no such issue");
	const assignment = {
		...{ id: crypto.randomUUID(), role: "supporting" as const, kind: null, unitId: unit.id, personId: null },
		from: new Date().toISOString().slice(0, 10),
	};
	const outcome = await operator.issues.assignIssue.mutate({
		issueId: target.id,
		command: { type: "assignIssue", assignments: [assignment], importId: null },
		envelope: { expectedVersion: target.version },
	});
	expect(outcome.ok).toBe(true);
	await grid.getByText(`${target.number} `).first().waitFor({ timeout: 10_000 });

	// The keyboard opens the form on the issue's own page.
	await page.keyboard.press("Home");
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/issues\/[0-9a-f-]{36}\?do=acknowledgeAssignment&part=[0-9a-f-]{36}/);
	await page.getByRole("dialog").waitFor();
	expect(errors).toEqual([]);
	await context.close();
});

test("who keeps complaints sees above the items which of their lists wait, and opens just those", async () => {
	const { server, browser } = stage();
	const { page, context, errors } = await visitAs(browser, server, "city-office");
	await page.goto(`${server.url}/in-tray`);
	const head = page.getByRole("link", { name: /^\d+件信访举报待办理反馈/ });
	await head.waitFor();
	const said = Number.parseInt((await head.textContent()) ?? "", 10);
	expect(await violations(page)).toEqual([]);
	await head.click();
	await page.waitForURL(/\/complaints\?waiting=reply$/);
	await page.getByText(`共${said}件`).first().waitFor();
	await page
		.getByRole("grid", { name: "信访件" })
		.getByRole("gridcell", { name: "未办结" })
		.first()
		.waitFor();
	expect(errors).toEqual([]);
	await context.close();
});

type Operator = ReturnType<typeof stage>["operator"];
type Row = Awaited<ReturnType<Operator["issues"]["list"]["query"]>>["items"][number];

/** The first issue of the city that a unit has no part in. */
async function firstWithout(operator: Operator, rows: readonly Row[], unitId: string | undefined) {
	for (const row of rows) {
		if (!row.region.startsWith("6801")) continue;
		const { assignments } = await operator.issues.get.query({ issueId: row.id });
		if (!assignments.some(({ unit }) => unit?.id === unitId)) return row;
	}
	return null;
}
