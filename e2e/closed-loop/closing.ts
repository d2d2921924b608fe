import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Cast, Player } from "./cast.ts";
import type { StoryClock } from "./clock.ts";
import type { Stage } from "./play.ts";

type Asking = Parameters<Stage["does"]>[2];

export const noticing =
	(start: string): Asking =>
	(issues, on) =>
		issues.startNotice.mutate({
			...on,
			command: {
				...{ type: "startNotice", noticeId: randomUUID(), start, channel: "松泉县人民政府网站" },
				...{ contact: "县整改办 0931-0000000", completion: "三处直排口已封堵，管网已通水" },
			},
		});

/** Registers an objection and answers it. */
export async function object(
	stage: Stage,
	cast: Cast,
	clock: StoryClock,
	issueId: string,
	verdict: "upheld" | "dismissed",
) {
	const objectionId = randomUUID();
	await stage.does(cast.county, issueId, (issues, on) =>
		issues.registerObjection.mutate({
			...on,
			command: {
				...{ type: "registerObjection", objectionId, from: "沿河居民", on: clock.today },
				text: "雨后仍有异味",
			},
		}),
	);
	const answering: Asking = (issues, on) =>
		issues.answerObjection.mutate({
			...on,
			command: { type: "answerObjection", objectionId, verdict, text: "已现场核实并答复" },
		});
	await stage.mayNot(cast.lead, issueId, ["NOT_ALLOWED"], answering);
	return stage.does(cast.city, issueId, answering);
}

export const endingNotice: Asking = (issues, on) =>
	issues.endNotice.mutate({ ...on, command: { type: "endNotice" } });

const signing =
	(signer: string, name: string): Asking =>
	(issues, on) =>
		issues.signCloseOut.mutate({ ...on, command: { type: "signCloseOut", signer, name, opinion: null } });

/** Everybody of the list signs in its order. */
export async function sign(stage: Stage, cast: Cast, issueId: string) {
	const order: readonly (readonly [Player, string])[] = [
		[cast.lead, "leadUnitPrincipal"],
		[cast.acceptor, "acceptanceUnit"],
		[cast.group, "countyPrincipals"],
		[cast.county, "rectificationOffice"],
	];
	await stage.mayNot(cast.county, issueId, ["CLO-01"], signing("rectificationOffice", "整改办主任"));
	for (const [who, signer] of order) {
		await stage.does(who, issueId, signing(signer, who.name));
		if (who === cast.lead) {
			await stage.mayNot(cast.lead, issueId, ["CLO-01", "SOD-01"], signing("acceptanceUnit", who.name));
		}
	}
	expect((await stage.get(issueId)).row.lifecycle).toBe("filing");
}

/** Filed by the county, accepted by the city, published. */
export async function file(stage: Stage, cast: Cast, clock: StoryClock, issueId: string) {
	const receiving: Asking = (issues, on) =>
		issues.receiveFiling.mutate({
			...on,
			command: { type: "receiveFiling", verdict: "accepted", reason: null },
		});
	await stage.mayNot(cast.city, issueId, ["CLO-03"], receiving);
	await stage.does(cast.county, issueId, (issues, on) =>
		issues.fileCloseOut.mutate({
			...on,
			command: { type: "fileCloseOut", documentNumber: "松整改备〔2025〕3号", on: clock.today },
		}),
	);
	await stage.mayNot(cast.county, issueId, ["NOT_ALLOWED"], receiving);
	expect((await stage.does(cast.city, issueId, receiving)).row.lifecycle).toBe("closed");
	await stage.does(cast.county, issueId, (issues, on) =>
		issues.publishResult.mutate({
			...on,
			command: { type: "publishResult", on: clock.today, channel: "松泉县人民政府网站" },
		}),
	);
}

/** What a look-back finds. */
export async function lookBack(
	stage: Stage,
	who: Player,
	clock: StoryClock,
	issueId: string,
	result: "held" | "rebounded",
): Promise<string> {
	const id = randomUUID();
	await stage.does(who, issueId, (issues, on) =>
		issues.recordLookBack.mutate({
			...on,
			command: {
				type: "recordLookBack",
				lookBack: {
					...{ id, on: clock.today, occasion: "watchPoint", result, evidenceIds: [] },
					record: result === "held" ? "排口无出水，水质稳定" : "二号排口恢复出水",
				},
			},
		}),
	);
	return id;
}

export const reopening =
	(lookBackId: string): Asking =>
	(issues, on) =>
		issues.reopenIssue.mutate({
			...on,
			command: { type: "reopenIssue", lookBackId, reason: "回头看查实反弹" },
		});
