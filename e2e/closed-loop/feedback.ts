import { randomUUID } from "node:crypto";
import type { IssueRow } from "@zhenggai/client";
import { expect } from "vitest";
import { type Cast, CITY, COUNTY, PROVINCE } from "./cast.ts";
import { PLAN_TEXT } from "./plan-text.ts";
import type { Stage } from "./play.ts";

/** The province enters the feedback: twelve issues out of the text of its plan. */
export async function importFeedback({ province, auditor }: Cast): Promise<readonly IssueRow[]> {
	const { issues } = province.client;
	const source = { kind: "pasted", text: PLAN_TEXT } as const;
	const { id: importId } = await issues.startImport.mutate({ source });
	const preview = await issues.previewImport.mutate({
		importId,
		choices: {
			context: {
				inspection: {
					kind: "new",
					inspection: {
						...{ kind: "centralInspection", name: "岚江省生态环境保护督察", round: 3, batch: 1 },
						...{ team: null, region: PROVINCE, enteredOn: "2024-11-04", leftOn: "2024-12-04" },
						feedback: { feedbackDate: "2025-01-06", title: "督察反馈意见", documentNumber: null },
						ruleSet: null,
					},
				},
				...{ region: PROVINCE, tier: "province", parentByNumber: false },
			},
			...{ units: {}, items: {}, corrections: {} },
		},
	});
	expect(preview).toMatchObject({ summary: { new: 12 }, blocking: [] });
	const applied = await issues.applyImport.mutate({ importId, envelope: {} });
	expect(applied).toMatchObject({ ok: true });
	const page = await auditor.client.issues.list.query({ sort: "number", limit: 50 });
	expect(page.items).toHaveLength(12);
	return page.items;
}

/** Hands an issue down to a region below and gives the child. */
async function handDown(
	stage: Stage,
	office: Cast["province"],
	issueId: string,
	region: string,
): Promise<string> {
	const child = randomUUID();
	await stage.does(office, issueId, (issues, on) =>
		issues.decomposeIssue.mutate({
			...on,
			command: { type: "decomposeIssue", children: [{ issueId: child, region }] },
		}),
	);
	return child;
}

/** The issues that the story follows. */
export type Followed = {
	/** Of the county: goes the whole way. */
	readonly main: string;
	/** Of the city: yellow twice, then too late for an extension. */
	readonly slow: string;
	/** Of the city: red. */
	readonly weak: string;
};

/** From the province to the city, and one of them on to the county: three tiers. */
export async function decompose(stage: Stage, cast: Cast, rows: readonly IssueRow[]): Promise<Followed> {
	const [first, second, third] = rows;
	if (first === undefined || second === undefined || third === undefined) throw new Error("three issues");
	await stage.mayNot(cast.auditor, first.id, ["NOT_ALLOWED"], (issues, on) =>
		issues.decomposeIssue.mutate({
			...on,
			command: { type: "decomposeIssue", children: [{ issueId: randomUUID(), region: CITY }] },
		}),
	);
	const cityMain = await handDown(stage, cast.province, first.id, CITY);
	const slow = await handDown(stage, cast.province, second.id, CITY);
	const weak = await handDown(stage, cast.province, third.id, CITY);
	const main = await handDown(stage, cast.city, cityMain, COUNTY);
	const detail = await stage.get(main);
	expect(detail).toMatchObject({ row: { tier: "county", number: first.number }, parent: { id: cityMain } });
	expect((await stage.get(cityMain)).parent?.id).toBe(first.id);
	return { main, slow, weak };
}
