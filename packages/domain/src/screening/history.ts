import type { EventDescription } from "../journal/index.ts";
import { type Bilingual, type RegionCode, say, type UnitId } from "../kernel/index.ts";
import { caseVocab, formatDate } from "../vocabulary/index.ts";
import type { ScreeningEvent } from "./events.ts";
import type { ScreeningTarget } from "./schema.ts";

/** Names for what events refer to by id; undefined for what nobody knows any more. */
export type ScreeningHistoryLookup = {
	readonly regionName: (code: RegionCode) => string | undefined;
	readonly unitName: (id: UnitId) => string | undefined;
};

const targetName = (target: ScreeningTarget, lookup: ScreeningHistoryLookup): string =>
	target.kind === "area"
		? (lookup.regionName(target.region) ?? target.region)
		: (lookup.unitName(target.unitId) ?? target.unitId);

function summaryOf(event: ScreeningEvent, lookup: ScreeningHistoryLookup): Bilingual {
	switch (event.type) {
		case "screeningStarted": {
			const due = [formatDate(event.dueOn, "zh-CN"), formatDate(event.dueOn, "en")];
			return say(
				`启动举一反三排查：${event.problem.words}，${event.targets.length}个区域和单位，${due[0]}前`,
				`Started: ${event.problem.words}, ${event.targets.length} areas and units, by ${due[1]}`,
			);
		}
		case "screeningAmended": {
			const added = event.targets.length;
			return say(
				`调整排查${added === 0 ? "" : `，增加${added}个区域和单位`}`,
				`Amended${added === 0 ? "" : `, ${added} areas and units more`}`,
			);
		}
		case "targetScreened": {
			const name = targetName(event.target, lookup);
			const { found } = event.record;
			return found === 0
				? say(`排查${name}：未发现同类问题`, `${name} screened: none found`)
				: say(`排查${name}：发现${found}项`, `${name} screened: ${found} found`);
		}
		case "targetWaived": {
			const name = targetName(event.target, lookup);
			return say(`免予排查：${name}`, `Left out: ${name}`);
		}
		case "foundOpened":
			return say("发现的问题登记入账", "A find was opened as an issue");
		case "foundDismissed":
			return say("发现的问题不予登记", "A find was dismissed");
		case "institutionProduced":
			return say(
				`形成制度文件：${event.institution.document}`,
				`Institution document: ${event.institution.document}`,
			);
		case "screeningEnded":
			return say("排查办结", "Closed");
		case "screeningCancelled":
			return say("取消排查", "Cancelled");
	}
}

function changesOf(event: ScreeningEvent): EventDescription["changes"] {
	if (event.type !== "screeningAmended" || event.dueFrom === event.dueTo) return [];
	const { dueFrom, dueTo } = event;
	return [
		{
			field: "dueOn",
			label: caseVocab.screeningField.dueOn,
			from: formatDate(dueFrom, "zh-CN"),
			to: formatDate(dueTo, "zh-CN"),
		},
	];
}

/** What an event says for the timeline. */
export const describeScreeningEvent = (
	event: ScreeningEvent,
	lookup: ScreeningHistoryLookup,
): EventDescription => ({
	summary: summaryOf(event, lookup),
	changes: changesOf(event),
	reason: "reason" in event ? event.reason : event.type === "screeningEnded" ? event.closing.summary : null,
	importId: null,
});
