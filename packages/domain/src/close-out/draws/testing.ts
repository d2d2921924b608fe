/** Builders for the tests of draws: a city's quarter with some thirty closed issues, and those who look at them again. */
import { createHash } from "node:crypto";
import {
	actor,
	BASE_RULES,
	CITY,
	COUNTY,
	day,
	issueId,
	LEAD,
	moment,
	PROVINCE,
	STRANGER,
	SUPERVISOR,
	stampOf,
	uuid,
	WORKER,
} from "../../issues/testing.ts";
import { type Actor, DrawId, type IssueId } from "../../kernel/index.ts";
import { closedIssue, lookBackId } from "../testing.ts";
import type { DrawCommand } from "./commands.ts";
import type { DrawContext, DrawnIssue } from "./context.ts";
import { decideDraw } from "./decide.ts";
import type { DrawEvent } from "./events.ts";
import { evolveDraw } from "./evolve.ts";
import type { Draw, FrameItem } from "./schema.ts";

export const drawId = (n: number) => DrawId.parse(uuid(n, 50));
export const OFFICE = actor("cityOffice", CITY);
export const GROUP = actor("leadingGroup", CITY);
/** The unit that is named to check: it neither worked nor accepted. */
export const CHECKER = actor("supUnit", CITY, { unitId: SUPERVISOR });
export const SECTOR = actor("sector", PROVINCE);

/** The closed issue of the room's tests: led by LEAD, accepted by the offices. */
export const CLOSED: DrawnIssue = closedIssue();
export const drawnIssue = (id: IssueId, more: Partial<DrawnIssue> = {}): DrawnIssue => ({
	...CLOSED,
	id,
	...more,
});

export const frameOf = (count: number): FrameItem[] =>
	Array.from({ length: count }, (_, at) => ({
		id: issueId(at + 1),
		number: `${at + 1}`,
		region: at % 2 === 0 ? CITY : COUNTY,
		unit: at % 3 === 0 ? LEAD : WORKER,
		type: at % 2 === 0 ? "heavyMetal" : "lake",
		kinds: at === 4 ? ["recurrent"] : [],
		closedOn: day("2026-02-10"),
	}));
export const FRAME = frameOf(30);

export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

export type At = { readonly on?: string; readonly around?: Partial<DrawContext["surroundings"]> };

export const context = (who: Actor = OFFICE, { on = "2026-04-01", around = {} }: At = {}): DrawContext => ({
	actor: who,
	stamp: stampOf(who),
	now: moment(`${on}T02:00:00.000Z`),
	rules: BASE_RULES,
	sha256,
	surroundings: {
		regions: new Set([CITY, COUNTY, PROVINCE]),
		units: new Map([
			[SUPERVISOR, { active: true }],
			[LEAD, { active: true }],
			[STRANGER, { active: true }],
		]),
		overlapping: [],
		frame: FRAME,
		issues: new Map(FRAME.map(({ id }) => [id, drawnIssue(id)])),
		...around,
	},
});

type Open = Extract<DrawCommand, { type: "openDraw" }>;
export const open = (more: Partial<Open> = {}): Open => ({
	type: "openDraw",
	drawId: drawId(1),
	region: CITY,
	from: day("2026-01-01"),
	to: day("2026-03-31"),
	basis: { kind: "declared", text: "澄川市2026年一季度" },
	...more,
});
/** The same with a number that somebody else publishes. */
export const published = (on = "2026-04-03"): Open =>
	open({ basis: { kind: "public", source: "全国性彩票当日开奖号码", publishedOn: day(on) } });
export const FREEZE: DrawCommand = { type: "freezeFrame" };
export const number = (seed = "03 11 19 22 27 31 08"): DrawCommand => ({ type: "drawLookBacks", seed });
export const assign = (
	ids: readonly IssueId[],
	more: Partial<Extract<DrawCommand, { type: "assignChecker" }>> = {},
): DrawCommand => ({
	type: "assignChecker",
	issueIds: [...ids],
	unitId: SUPERVISOR,
	name: "何川",
	dueOn: day("2026-04-30"),
	...more,
});
type Result = Extract<DrawCommand, { type: "recordDrawn" }>["lookBack"];
export const record = (id: IssueId, n = 1, more: Partial<Result> = {}): DrawCommand => ({
	type: "recordDrawn",
	issueId: id,
	lookBack: {
		id: lookBackId(n),
		on: day("2026-04-10"),
		result: "held",
		record: "防渗设施完好",
		evidenceIds: [],
		...more,
	},
});
export const waive = (id: IssueId): DrawCommand => ({
	type: "waiveDrawn",
	issueId: id,
	reason: "已重新挂账",
});
export const CLOSE: DrawCommand = { type: "closeDraw", summary: "抽查完毕" };
export const CANCEL: DrawCommand = { type: "cancelDraw", reason: "误开" };

/** The rules of a decision's refusals; empty when it was accepted. */
export function refused(
	state: Draw | null,
	command: DrawCommand,
	who: Actor = OFFICE,
	at: At = {},
): string[] {
	const decision = decideDraw(state, command, context(who, at));
	return decision.ok ? [] : decision.refusals.map(({ rule }) => rule);
}

export type Step = readonly [DrawCommand, Actor?, At?];

/** Carries out commands by the city's office, or whom a step names; throws where one is refused. */
export function drawAfter(...steps: readonly Step[]): { state: Draw; events: DrawEvent[] } {
	let state: Draw | null = null;
	const events: DrawEvent[] = [];
	for (const [command, who, at] of steps) {
		const decision = decideDraw(state, command, context(who, at));
		if (!decision.ok) throw new Error(decision.refusals.map(({ rule }) => rule).join(" "));
		for (const event of decision.events) state = evolveDraw(state, event);
		events.push(...decision.events);
	}
	if (state === null) throw new Error("no event");
	return { state, events };
}

export const OPENED: Step = [open(), OFFICE, { on: "2026-03-20" }];
/** A draw whose seed was declared, drawn after the quarter. */
export const drawn = () => drawAfter(OPENED, [FREEZE]);
/** The same with every drawn issue given to the checker. */
export const assigned = () => {
	const { state } = drawn();
	return drawAfter(OPENED, [FREEZE], [assign(state.items.map(({ issueId: id }) => id))]);
};
