import type { Issue, IssueContext } from "../issues/index.ts";
import { accept, type Decision, reject, shanghaiDate } from "../kernel/index.ts";
import { supervisionGuard } from "./actions.ts";
import { isJudged, LIGHT_RANK } from "./assessments.ts";
import { boundTo } from "./bound-rules.ts";
import type { SupervisionCommand } from "./commands.ts";
import { pendingContest, supervisionOf } from "./content.ts";
import type { SupervisionEvent } from "./events.ts";
import { lightOf } from "./light.ts";
import {
	duplicate,
	inTheFuture,
	lightStays,
	milderLightNeeded,
	noContest,
	noExposure,
	noLightWanted,
	onlyOfToday,
	unknownCycle,
} from "./refusals.ts";
import type { LightChange } from "./schema.ts";

type CommandOf<T extends SupervisionCommand["type"]> = Extract<SupervisionCommand, { type: T }>;

/** WRN-05: the light of today with its cause, where it has changed, or the reporting cycle or that of lights has none yet. */
function decideLight(
	issue: Issue,
	{ cycle, on: asked }: CommandOf<"recordLight">,
	context: IssueContext,
): Decision<SupervisionEvent> {
	const today = shanghaiDate(context.now);
	const on = asked ?? today;
	if (on !== today && context.actor.kind !== "system") return reject(onlyOfToday());
	if (on > today) return reject(inTheFuture(today));
	const known = cycle === null || (issue.progress?.cycles ?? []).some(({ key }) => key === cycle);
	if (cycle !== null && !known) return reject(unknownCycle(cycle));
	const { light: from, changes } = supervisionOf(issue);
	const { light: to, reasons } = lightOf(issue, context.rules, on);
	const inBoth =
		changes.some((change) => change.cycle === cycle) && isJudged(changes, on, boundTo(context.rules));
	const recorded = cycle === null || inBoth;
	if (to === from && recorded) return reject(lightStays(to));
	const change: LightChange = {
		from,
		to,
		on,
		cycle,
		reasons: reasons.slice(0, 20).map(({ rule, message }) => ({ rule, message })),
		forecast: issue.progress?.forecast?.value ?? null,
		at: context.now,
		by: context.stamp,
	};
	return accept<SupervisionEvent>({ type: "lightChanged", at: context.now, change });
}

function decideContest(
	issue: Issue,
	{ contestId: id, reason }: CommandOf<"contestLight">,
	{ now: at, stamp: by }: IssueContext,
): Decision<SupervisionEvent> {
	const { light: against, contests } = supervisionOf(issue);
	if (contests.some((contest) => contest.id === id)) return reject(duplicate("contestId"));
	return accept<SupervisionEvent>({
		type: "lightContested",
		at,
		contest: { id, against, reason, at, by, decision: null },
	});
}

function decideVerdict(
	issue: Issue,
	command: CommandOf<"decideContest">,
	{ now: at, stamp: by }: IssueContext,
): Decision<SupervisionEvent> {
	const { contestId, verdict, light, reason } = command;
	const contest = pendingContest(issue);
	if (contest === undefined || contest.id !== contestId) return reject(noContest());
	const decided: SupervisionEvent = { type: "contestDecided", at, by, contestId, verdict, light, reason };
	if (verdict === "dismissed") return light === null ? accept(decided) : reject(noLightWanted());
	if (light === null || LIGHT_RANK[light] >= LIGHT_RANK[contest.against]) {
		return reject(milderLightNeeded(contest.against));
	}
	const { light: from } = supervisionOf(issue);
	if (from === light) return accept(decided);
	const change: LightChange = {
		from,
		to: light,
		on: shanghaiDate(at),
		cycle: null,
		reasons: [{ rule: "WRN-05", message: { zh: `申诉成立：${reason}`, en: `Objection upheld: ${reason}` } }],
		forecast: issue.progress?.forecast?.value ?? null,
		at,
		by,
	};
	return accept<SupervisionEvent>(decided, { type: "lightChanged", at, change });
}

function decideExposure(
	issue: Issue,
	command: CommandOf<"recordExposure">,
	{ now: at, stamp: by }: IssueContext,
): Decision<SupervisionEvent> {
	const { exposureId: id, kind, level, document, on } = command;
	const today = shanghaiDate(at);
	const refusals = [
		...(supervisionOf(issue).exposures.some((exposure) => exposure.id === id)
			? [duplicate("exposureId")]
			: []),
		...(on > today ? [inTheFuture(today)] : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const exposure = { id, kind, level, document, on, at, by, settled: null };
	return accept<SupervisionEvent>({ type: "exposureRecorded", at, exposure });
}

function decideSettle(
	issue: Issue,
	{ exposureId, reason }: CommandOf<"settleExposure">,
	{ now: at, stamp: by }: IssueContext,
): Decision<SupervisionEvent> {
	const open = supervisionOf(issue).exposures.some(
		({ id, settled }) => id === exposureId && settled === null,
	);
	if (!open) return reject(noExposure());
	return accept<SupervisionEvent>({ type: "exposureSettled", at, by, exposureId, reason });
}

/** What a command would make happen, or every reason why not. The policy table and the lifecycle were asked before. */
export function decideSupervision(
	issue: Issue,
	command: SupervisionCommand,
	context: IssueContext,
): Decision<SupervisionEvent> {
	const closed = supervisionGuard(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	switch (command.type) {
		case "recordLight":
			return decideLight(issue, command, context);
		case "contestLight":
			return decideContest(issue, command, context);
		case "decideContest":
			return decideVerdict(issue, command, context);
		case "recordExposure":
			return decideExposure(issue, command, context);
		case "settleExposure":
			return decideSettle(issue, command, context);
	}
}
