import { type InTrayAt, type InTrayDraft, isNear, officeOf } from "../in-tray/index.ts";
import type { Issue } from "../issues/index.ts";
import { addMonths, say } from "../kernel/index.ts";
import { boundParams } from "../rules/index.ts";
import { caseVocab, formatDate } from "../vocabulary/index.ts";
import { bodyOf } from "./body.ts";
import { isRebound, watchPointsDue } from "./look-back.ts";
import { closeOutOf, isKeptUp } from "./state.ts";

/** A closed issue: its result to publish, the watch point that has come, a rebound that was found. */
function afterClose(issue: Issue, at: InTrayAt): InTrayDraft[] {
	const { rules, asOf } = at;
	const { closedOn, resultPublished, lookBacks } = closeOutOf(issue);
	const whose = officeOf(issue);
	const found = lookBacks.findLast(isRebound);
	if (found !== undefined) {
		const result = caseVocab.lookBackResult[found.result];
		const [zh, en] = [formatDate(found.on, "zh-CN"), formatDate(found.on, "en")];
		const reason = say(`${zh}回头看：${result.zh}`, `Look-back of ${en}: ${result.en}`);
		return [{ kind: "reopen", part: found.id, whose, due: found.on, reason, rule: "LB-04" }];
	}
	// A look-back of today answers the last point that has come: those before it cannot be made good.
	const point = watchPointsDue(issue, rules, asOf).at(-1);
	return [
		...(resultPublished === null && closedOn !== null
			? bodyOf(issue, at).map((body) => ({
					kind: "publishResult" as const,
					whose: body,
					due: closedOn,
					reason: say("已销号，应随即公开结果", "It is closed: the result is published at once"),
					rule: "PUB-04",
				}))
			: []),
		...(point === undefined
			? []
			: [
					{
						kind: "lookBack" as const,
						part: String(point.months),
						whose,
						due: point.on,
						reason: say(
							`销号满${point.months}个月，应回头看`,
							`${point.months} months after its close-out: look back`,
						),
						rule: "LB-01",
					},
				]),
	];
}

const paramsOf = boundParams(["reviewMonths"]);

/** The periodic review of what is kept up (DL-04). */
function longTermReview(issue: Issue, { rules, asOf }: InTrayAt): InTrayDraft[] {
	const { longTerm } = closeOutOf(issue);
	if (longTerm === null || !isKeptUp(issue)) return [];
	const last = longTerm.reviews.at(-1)?.on ?? longTerm.since;
	const months = paramsOf(rules).number("reviewMonths");
	const due = addMonths(last, months);
	if (!isNear(due, rules, asOf)) return [];
	const reason = say(
		`长期坚持的问题每${months}个月评估一次`,
		`A long-term issue is reviewed every ${months} months`,
	);
	return [{ kind: "reviewLongTerm", whose: officeOf(issue), due, reason, rule: "DL-04" }];
}

/** What is looked at after the work is over: of closed issues, and of those that are kept up. */
export const lookingBack = (issue: Issue, at: InTrayAt): readonly InTrayDraft[] =>
	issue.lifecycle === "closed" ? afterClose(issue, at) : longTermReview(issue, at);
