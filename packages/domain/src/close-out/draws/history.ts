import type { EventDescription } from "../../journal/index.ts";
import { type Bilingual, type IssueId, say, type UnitId } from "../../kernel/index.ts";
import { caseVocab, formatDate } from "../../vocabulary/index.ts";
import type { DrawEvent } from "./events.ts";

/** Names for what events refer to by id; undefined for what nobody knows any more. */
export type DrawHistoryLookup = {
	readonly unitName: (id: UnitId) => string | undefined;
	readonly issueNumber: (id: IssueId) => string | undefined;
};

function summaryOf(event: DrawEvent, lookup: DrawHistoryLookup): Bilingual {
	const number = (id: IssueId): string => lookup.issueNumber(id) ?? id;
	switch (event.type) {
		case "drawOpened": {
			const { from, to, basis } = event;
			const of = {
				zh: `${formatDate(from, "zh-CN")}至${formatDate(to, "zh-CN")}`,
				en: `${formatDate(from, "en")} to ${formatDate(to, "en")}`,
			};
			return basis.kind === "declared"
				? say(
						`开立回头看抽查，${of.zh}，自定种子“${basis.text}”`,
						`Opened for ${of.en}; declared seed “${basis.text}”`,
					)
				: say(
						`开立回头看抽查，${of.zh}，种子取${formatDate(basis.publishedOn, "zh-CN")}公布的${basis.source}`,
						`Opened for ${of.en}; seed: ${basis.source}, published on ${formatDate(basis.publishedOn, "en")}`,
					);
		}
		case "frameFrozen":
			return say(
				`冻结抽样框，共${event.items.length}项，哈希${event.sha256.slice(0, 12)}`,
				`Frame frozen: ${event.items.length} issues, hash ${event.sha256.slice(0, 12)}`,
			);
		case "sampleDrawn":
			return say(
				`以种子“${event.seed}”抽取${event.items.length}项`,
				`${event.items.length} drawn with the seed “${event.seed}”`,
			);
		case "checkerAssigned": {
			const { unitId, name } = event.checker;
			const who = `${lookup.unitName(unitId) ?? unitId}${name === null ? "" : ` ${name}`}`;
			const numbers = event.issueIds.map(number).join("、");
			return say(`指定${who}核查${numbers}`, `${who} checks ${numbers}`);
		}
		case "drawnChecked": {
			const { zh, en } = caseVocab.lookBackResult[event.result.result];
			return say(`核查问题${number(event.issueId)}：${zh}`, `Issue ${number(event.issueId)} checked: ${en}`);
		}
		case "drawnWaived":
			return say(`问题${number(event.issueId)}免核`, `Issue ${number(event.issueId)} left out`);
		case "drawClosed":
			return say("抽查办结", "Closed");
		case "drawCancelled":
			return say("取消抽查", "Cancelled");
	}
}

/** What an event says for the timeline. */
export const describeDrawEvent = (event: DrawEvent, lookup: DrawHistoryLookup): EventDescription => ({
	summary: summaryOf(event, lookup),
	changes: [],
	reason: "reason" in event ? event.reason : event.type === "drawClosed" ? event.summary : null,
	importId: null,
});
