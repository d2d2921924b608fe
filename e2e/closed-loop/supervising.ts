import { randomUUID } from "node:crypto";
import type { Inputs } from "@zhenggai/client";
import { expect } from "vitest";
import type { Cast, Player } from "./cast.ts";
import type { StoryClock } from "./clock.ts";
import type { Stage } from "./play.ts";

type AskingOf = Parameters<Stage["handles"]>[2];
type Draft = Inputs["supervision"]["draftInstrument"]["command"];

const setForecast = (stage: Stage, who: Player, issueId: string, forecast: "likely" | "unlikely") =>
	stage.does(who, issueId, (issues, on) =>
		issues.setForecast.mutate({
			...on,
			command: { type: "setForecast", forecast, reason: "施工单位力量不足" },
		}),
	);

const recordLight = (stage: Stage, who: Player, issueId: string, cycle: string) =>
	stage.does(who, issueId, (issues, on) =>
		issues.recordLight.mutate({ ...on, command: { type: "recordLight", cycle } }),
	);

const drafting =
	(cast: Cast, issueId: string, id: string, kind: Draft["kind"], skipsRungReason: string | null): AskingOf =>
	(room, on) =>
		room.draftInstrument.mutate({
			...on,
			command: {
				...{ type: "draftInstrument", instrumentId: id, issueId, kind },
				...{ title: "关于加快整改的函", body: "请按批准的方案抓紧整改，并书面回复。" },
				cause: { rules: ["SUP-01"], text: "进度滞后", skipsRungReason },
				addresseeUnitIds: [cast.unit("cityWater")],
			},
		});

const issuing =
	(on: string, documentNumber: string): AskingOf =>
	(room, at) =>
		room.issueInstrument.mutate({
			...at,
			command: {
				...{ type: "issueInstrument", on, documentNumber, signer: "市整改办主任" },
				...{ limitOn: null, replyAsked: true },
			},
		});

const replying: AskingOf = (room, on) =>
	room.replyInstrument.mutate({
		...on,
		command: { type: "replyInstrument", text: "已增派队伍，节点于下月补齐。", evidenceIds: [] },
	});
const verifyingReply: AskingOf = (room, on) =>
	room.verifyReply.mutate({
		...on,
		command: { type: "verifyReply", verdict: "accepted", reason: "现场核实属实" },
	});
const lifting: AskingOf = (room, on) =>
	room.liftInstrument.mutate({ ...on, command: { type: "liftInstrument", reason: "措施已落实" } });
const acknowledging =
	(cast: Cast): AskingOf =>
	(room, on) =>
		room.acknowledgeInstrument.mutate({
			...on,
			command: { type: "acknowledgeInstrument", unitId: cast.unit("cityWater") },
		});

const proposed = async (stage: Stage, issueId: string): Promise<string[]> =>
	(await stage.get(issueId)).proposals.map(({ kind }) => kind);

/** Drafted by the office, issued by a named person of it. Gives its id. */
async function send(
	stage: Stage,
	cast: Cast,
	issueId: string,
	kind: Draft["kind"],
	on: string,
): Promise<string> {
	const id = randomUUID();
	await stage.handles(cast.city, id, drafting(cast, issueId, id, kind, null), 0);
	await stage.handles(cast.city, id, issuing(on, `青整改办函〔2025〕${kind.length}号`));
	await stage.handles(cast.cityLead, id, acknowledging(cast));
	return id;
}

/** The first yellow: a reminder. */
export async function firstYellow(stage: Stage, cast: Cast, issueId: string): Promise<string> {
	await setForecast(stage, cast.cityLead, issueId, "likely");
	const yellow = await recordLight(stage, cast.city, issueId, "2025-03");
	expect(yellow.light).toMatchObject({ light: "yellow", recorded: "yellow" });
	expect(yellow.schedule).toBe("lagging");
	expect(await proposed(stage, issueId)).toEqual(["reminderLetter"]);
	const id = await send(stage, cast, issueId, "reminderLetter", "2025-03-25");
	expect((await stage.get(issueId)).instruments[0]).toMatchObject({ state: "acknowledged" });
	return id;
}

/** The second yellow: a supervision letter, answered, verified by somebody else, lifted. */
export async function secondYellow(stage: Stage, cast: Cast, issueId: string): Promise<string> {
	const yellow = await recordLight(stage, cast.city, issueId, "2025-04");
	expect(yellow.light.light).toBe("yellow");
	expect(await proposed(stage, issueId)).toContain("supervisionLetter");
	const id = await send(stage, cast, issueId, "supervisionLetter", "2025-04-25");
	await stage.mayNotHandle(cast.city, id, ["SUP-05"], lifting);
	await stage.handles(cast.cityLead, id, replying);
	await stage.mayNotHandle(cast.cityLead, id, ["NOT_ALLOWED"], verifyingReply);
	await stage.mayNotHandle(cast.city, id, ["SUP-05"], lifting);
	await stage.handles(cast.city, id, verifyingReply);
	const lifted = await stage.handles(cast.city, id, lifting);
	expect(lifted.row.state).toBe("lifted");
	return id;
}

/** Red: a talk, drafted by the office, approved by the leading group, noticed by a named person. */
export async function red(stage: Stage, cast: Cast, issueId: string): Promise<string> {
	await setForecast(stage, cast.city, issueId, "unlikely");
	const light = await recordLight(stage, cast.city, issueId, "2025-03");
	expect(light.light).toMatchObject({ light: "red", colour: "red" });
	expect(await proposed(stage, issueId)).toEqual(["circular", "admonitoryTalk"]);
	const id = randomUUID();
	await stage.mayNotHandle(cast.city, id, ["SUP-07"], drafting(cast, issueId, id, "admonitoryTalk", null), 0);
	await stage.handles(cast.city, id, drafting(cast, issueId, id, "admonitoryTalk", "红灯，直接约谈"), 0);
	const approving: AskingOf = (room, on) =>
		room.approveInstrument.mutate({ ...on, command: { type: "approveInstrument", opinion: "同意约谈" } });
	await stage.mayNotHandle(cast.city, id, ["NOT_ALLOWED"], approving);
	await stage.handles(cast.group, id, approving);
	// A program issues nothing.
	await stage.mayNotHandle(cast.province, id, ["RSP-03"], issuing("2025-03-25", "青整改谈〔2025〕1号"));
	await stage.handles(cast.group, id, issuing("2025-03-25", "青整改谈〔2025〕1号"));
	await stage.handles(cast.cityLead, id, acknowledging(cast));
	return id;
}

/** The talk is held and minuted; the unit reports in writing; somebody else verifies it. */
export async function talk(stage: Stage, cast: Cast, clock: StoryClock, id: string): Promise<void> {
	const held = await stage.handles(cast.group, id, (room, on) =>
		room.holdTalk.mutate({
			...on,
			command: {
				...{ type: "holdTalk", heldOn: clock.today, chairedBy: "领导小组副组长" },
				present: ["顾长松", "叶知秋"],
			},
		}),
	);
	expect(held.instrument.replyDueOn).toBe("2025-05-01");
	await stage.handles(cast.group, id, (room, on) =>
		room.minuteTalk.mutate({ ...on, command: { type: "minuteTalk", minutes: "要求一个月内扭转滞后局面。" } }),
	);
}

export async function reportOfTalk(stage: Stage, cast: Cast, id: string): Promise<void> {
	await stage.mayNotHandle(cast.province, id, ["NOT_INVOLVED"], replying);
	await stage.handles(cast.cityLead, id, replying);
	await stage.handles(cast.city, id, verifyingReply);
	expect((await stage.handles(cast.group, id, lifting)).row.state).toBe("lifted");
}
