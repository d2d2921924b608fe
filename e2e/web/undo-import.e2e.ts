import { describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { visitAs } from "../support/browser.ts";
import { PLAN_TEXT } from "./plan.ts";
import { useStage } from "./stage.ts";

const stage = useStage();
const NAME = "省级督察第四轮（撤销样例）";

/** Brings the plan in as the operator of the province: under a new inspection the first time. */
async function bring(text = PLAN_TEXT): Promise<string> {
	const { operator } = stage();
	const { region } = await operator.access.me.query();
	const known = (await operator.issues.listInspections.query()).find(({ name }) => name === NAME);
	const inspection =
		known === undefined
			? {
					kind: "new" as const,
					inspection: {
						...{ kind: "provincialInspection" as const, name: NAME, round: 4, batch: null, team: null },
						...{ region, enteredOn: null, leftOn: null, feedback: null, ruleSet: null },
					},
				}
			: { kind: "existing" as const, inspectionId: known.id };
	const draft = await operator.issues.startImport.mutate({
		source: { kind: "file", name: "整改方案.txt", base64: Buffer.from(text).toString("base64") },
	});
	const context = { inspection, region, tier: "province" as const, parentByNumber: false };
	const choices = { ...draft.choices, context };
	const first = await operator.issues.previewImport.mutate({ importId: draft.id, choices });
	const units = Object.fromEntries(
		first.units
			.filter(({ matched }) => matched === null)
			.map(({ name }) => [name, { kind: "create" as const, region }]),
	);
	await operator.issues.previewImport.mutate({ importId: draft.id, choices: { ...choices, units } });
	const outcome = await operator.issues.applyImport.mutate({
		importId: draft.id,
		envelope: { justification: "按公开方案入账" },
	});
	expect(outcome.ok).toBe(true);
	return draft.id;
}

describe("undoing an import", () => {
	test("shows what becomes void, wants a reason, and leaves the ledger as it was", async () => {
		const { server, browser, operator } = stage();
		const before = await operator.issues.list.query({ limit: 1 });
		const importId = await bring();
		const { page, context, errors } = await visitAs(browser, server, "prov-office");
		await page.goto(`${server.url}/imports`);
		await page.getByRole("button", { name: "撤销导入" }).first().click();
		const dialog = page.getByRole("dialog", { name: "撤销导入：整改方案.txt" });
		await dialog.getByText("登记作废3").waitFor();
		await dialog.getByText(`导入时登记的督察保留：${NAME}。`).waitFor();
		const submit = dialog.getByRole("button", { name: "撤销导入", exact: true });
		await expect.poll(() => submit.isEnabled()).toBe(false);
		expect(await violations(page)).toEqual([]);
		await dialog.getByLabel("撤销的原因").fill("导错了文件");
		await submit.click();
		await page.getByText("导入已撤销：登记作废3条，恢复0条").waitFor();
		await page.getByText("已撤销", { exact: true }).first().waitFor();
		expect((await operator.issues.list.query({ limit: 1 })).total).toEqual(before.total);

		await page.goto(`${server.url}/imports/${importId}`);
		await page.getByText("该导入已撤销").waitFor();
		await page.getByText(/沈知远 .* 原因：导错了文件/).waitFor();
		await page.getByRole("link", { name: /新增.*3条/ }).click();
		await page.getByText(/^共3条/).waitFor();
		expect(errors).toEqual([]);
		await context.close();
	});

	test("names who did what since, and lets nothing be undone until it is cleared", async () => {
		const { server, browser, operator } = stage();
		const first = await bring();
		const second = await bring(PLAN_TEXT.replace("下降三成以上", "下降四成以上"));
		const { page, context, errors } = await visitAs(browser, server, "prov-office");
		await page.goto(`${server.url}/imports/${first}`);
		await page.getByRole("button", { name: "撤销导入" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByText("以下条目在导入之后已有办理，处理后才能撤销").waitFor();
		await dialog.getByText(/的导入“整改方案.txt”又作了“更正要素”/).waitFor();
		await dialog.getByText("先撤销导入“整改方案.txt”").waitFor();
		await expect
			.poll(() => dialog.getByRole("button", { name: "撤销导入", exact: true }).isEnabled())
			.toBe(false);
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press("Escape");

		await page.goto(`${server.url}/imports/${second}`);
		await page.getByRole("button", { name: "撤销导入" }).click();
		await dialog.getByText("恢复1", { exact: true }).waitFor();
		await dialog.getByText("夜间施工投诉量下降四成以上。").waitFor();
		await dialog.getByLabel("撤销的原因").fill("更正版有误");
		await dialog.getByRole("button", { name: "撤销导入", exact: true }).click();
		await page.getByText("该导入已撤销").waitFor();
		const { items } = await operator.issues.list.query({ filter: { importId: second } });
		expect(items.map(({ goal }) => goal)).toEqual(["夜间施工投诉量下降三成以上。"]);
		expect(errors).toEqual([]);
		await context.close();
	});
});
