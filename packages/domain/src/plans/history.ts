import type { HistoryLookup } from "../issues/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import { caseVocab, formatDate, formatDeadline, formatNames } from "../vocabulary/index.ts";
import type { PlanEvent } from "./events.ts";
import type { Baseline, PlanReview } from "./schema.ts";

const version = ({ version: n }: Baseline): Bilingual => say(`第${n}版`, `version ${n}`);

function returned({ items, opinion, round }: PlanReview): Bilingual {
	const count = items.filter(({ verdict }) => verdict === "return").length;
	const why = opinion === null ? "" : `：${opinion}`;
	return say(
		`第${round}次报审退回${count > 0 ? `，${count}项须修改` : ""}${why}`,
		`Submission ${round} returned${count > 0 ? `, ${count} items to change` : ""}${opinion === null ? "" : `: ${opinion}`}`,
	);
}

function deadlineOf({ content }: Baseline): Bilingual {
	const { deadline } = content;
	return deadline === null
		? say("未定", "none")
		: say(formatDeadline(deadline, "zh-CN"), formatDeadline(deadline, "en"));
}

/** One sentence on what an event changed. */
export function describePlan(event: PlanEvent, _lookup: HistoryLookup): Bilingual {
	switch (event.type) {
		case "goalsSet":
			return say(`设定目标指标${event.to.length}项`, `${event.to.length} goals set`);
		case "planItemWaived": {
			const what = caseVocab.planWaiver[event.waiver.of];
			return say(`说明不列“${what.zh}”的理由`, `Reason given for leaving out “${what.en}”`);
		}
		case "planSubmitted":
			return say(`方案报审（第${event.submission.round}次）`, `Plan submitted (${event.submission.round})`);
		case "planReturned":
			return returned(event.review);
		case "planApproved": {
			const of = version(event.baseline);
			return say(`方案批准，形成整改基线${of.zh}`, `Plan approved: baseline ${of.en}`);
		}
		case "planChangeProposed":
			return caseVocab.planEvent.planChangeProposed;
		case "planChangeApproved": {
			const of = version(event.baseline);
			return say(`方案调整批准，整改基线${of.zh}`, `Change of the plan approved: baseline ${of.en}`);
		}
		case "extensionRequested": {
			const [zh, en] = [
				formatDeadline(event.extension.to, "zh-CN"),
				formatDeadline(event.extension.to, "en"),
			];
			return say(`申请延期至${zh}`, `Extension requested to ${en}`);
		}
		case "extensionGranted": {
			const to = deadlineOf(event.baseline);
			return say(
				`同意延期至${to.zh}，原时限保留备查`,
				`Extended to ${to.en}; the original deadline stays on record`,
			);
		}
		case "planChangeRefused":
		case "extensionRefused":
			return caseVocab.planEvent[event.type];
		case "planPublished": {
			const { on, channels } = event.publication;
			const names = channels.map(({ name }) => name);
			return say(
				`方案于${formatDate(on, "zh-CN")}公开（${formatNames(names, "zh-CN")}）`,
				`Plan published on ${formatDate(on, "en")} (${formatNames(names, "en")})`,
			);
		}
	}
}
