import type { HistoryLookup } from "../issues/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import { caseVocab, formatDate, formatNames, labelOr, vocab } from "../vocabulary/index.ts";
import type { Acceptance } from "./closing-acceptance.ts";
import type { CloseOutEvent } from "./events.ts";

const signer = (name: string): Bilingual =>
	say(labelOr(caseVocab.closeOutSigner, name, "zh-CN"), labelOr(caseVocab.closeOutSigner, name, "en"));

function accepted({ tier, verdict, supplements, opinion }: Acceptance): Bilingual {
	const [at, how] = [vocab.tier[tier], caseVocab.acceptanceVerdict[verdict]];
	if (verdict === "conditional") {
		return say(
			`${at.zh}验收：${how.zh}，须补充${supplements.length}项`,
			`Acceptance by the ${at.en}: ${how.en}, ${supplements.length} items to add`,
		);
	}
	const why = verdict === "fail" ? say(`：${opinion}`, `: ${opinion}`) : say("", "");
	return say(`${at.zh}验收${how.zh}${why.zh}`, `Acceptance by the ${at.en}: ${how.en}${why.en}`);
}

function checked(
	event: Extract<CloseOutEvent, { type: "siteCheckRecorded" }>,
	lookup: HistoryLookup,
): Bilingual {
	const { on, checkers, finding, falseReport, siteIds, failureModes = [], fraud = null } = event.check;
	const sites = lookup.issue.sites.filter(({ id }) => siteIds.includes(id)).map(({ name }) => name);
	const where =
		sites.length === 0
			? say("", "")
			: say(`（${formatNames(sites, "zh-CN")}）`, ` (${formatNames(sites, "en")})`);
	const found = caseVocab.siteCheckFinding[finding];
	const lie = falseReport ? say("，认定虚假整改", "; falsely reported as done") : say("", "");
	const kinds = [
		...failureModes.map((mode) => caseVocab.failureMode[mode]),
		...(fraud === null ? [] : [caseVocab.fraudKind[fraud]]),
	];
	const how = say(
		kinds.map(({ zh }) => `、${zh}`).join(""),
		kinds.map(({ en }) => `, ${en.toLowerCase()}`).join(""),
	);
	return say(
		`${formatDate(on, "zh-CN")}${checkers.length}人现场核查${where.zh}：${found.zh}${how.zh}${lie.zh}`,
		`Checked on the spot on ${formatDate(on, "en")} by ${checkers.length}${where.en}: ${found.en}${how.en}${lie.en}`,
	);
}

/** How many further objections an upheld one answers with it. */
function together({ others = [] }: Extract<CloseOutEvent, { type: "objectionUpheld" }>): Bilingual {
	const count = others.length;
	return count === 0
		? say("", "")
		: say(`，一并答复其余${count}件异议`, `; ${count} further objections are answered with it`);
}

/** One sentence on what an event changed. */
export function describeCloseOut(event: CloseOutEvent, lookup: HistoryLookup): Bilingual {
	switch (event.type) {
		case "selfCheckPassed":
			return say(
				`${formatDate(event.on, "zh-CN")}自查通过`,
				`Self-check passed on ${formatDate(event.on, "en")}`,
			);
		case "acceptanceApplied": {
			const [kind, tier] = [caseVocab.closeOutKind[event.application.kind], vocab.tier[event.tier]];
			return say(
				`按${kind.zh}申请验收，由${tier.zh}受理`,
				`Acceptance applied for as ${kind.en}, first with the ${tier.en}`,
			);
		}
		case "siteCheckRecorded":
			return checked(event, lookup);
		case "expertOpinionRecorded": {
			const { expert, verdict, personId } = event.opinion;
			const entered = personId === undefined ? say("（代为登记）", " (entered for the expert)") : say("", "");
			return say(
				`专家${expert}${verdict === "agree" ? "同意" : "不同意"}${entered.zh}`,
				`The expert ${expert} ${verdict === "agree" ? "agrees" : "does not agree"}${entered.en}`,
			);
		}
		case "discussionRecorded": {
			const { body, agreed } = event.discussion;
			return say(
				`${body}集体研究${agreed ? "同意" : "不同意"}`,
				`${body} discussed it and ${agreed ? "agreed" : "did not agree"}`,
			);
		}
		case "standardRuled":
			return say(
				`${event.ruling.unit}认定标准：${event.ruling.ruling}`,
				`${event.ruling.unit} ruled on the standard: ${event.ruling.ruling}`,
			);
		case "opinionGiven":
			return say(
				`督导单位${event.agrees ? "同意" : "不同意"}：${event.text}`,
				`The supervising unit ${event.agrees ? "agrees" : "does not agree"}: ${event.text}`,
			);
		case "acceptancePassed":
		case "acceptanceConditional":
		case "acceptanceFailed":
			return accepted(event.acceptance);
		case "gateDecided": {
			const { gate, verdict, reason } = event.decision;
			const label = caseVocab.gateKind[gate];
			return say(
				`“${label.zh}”核定为${verdict === "yes" ? "是" : "否"}：${reason}`,
				`“${label.en}” decided ${verdict}: ${reason}`,
			);
		}
		case "mechanismRecorded":
			return say(
				`登记长效机制《${event.mechanism.document}》`,
				`Mechanism recorded: ${event.mechanism.document}`,
			);
		case "screeningRecorded": {
			const { screened, found, opened } = event.result;
			return say(
				`举一反三排查${screened}处，发现${found}个，新立${opened}个`,
				`Screened ${screened}, found ${found}, opened ${opened}`,
			);
		}
		case "noticeStarted": {
			const { start, end } = event.notice;
			return say(
				`公示${formatDate(start, "zh-CN")}至${formatDate(end, "zh-CN")}`,
				`Public notice from ${formatDate(start, "en")} to ${formatDate(end, "en")}`,
			);
		}
		case "objectionRegistered":
			return say(
				`收到异议，应于${formatDate(event.objection.answerDueOn, "zh-CN")}前答复`,
				`An objection came in; the answer is due by ${formatDate(event.objection.answerDueOn, "en")}`,
			);
		case "objectionDismissed":
			return say(`异议不成立：${event.text}`, `Objection dismissed: ${event.text}`);
		case "objectionUpheld":
			return say(
				`异议成立，公示停止，重新验收${together(event).zh}：${event.text}`,
				`Objection upheld: the notice is stopped, and it is accepted anew${together(event).en}: ${event.text}`,
			);
		case "closeOutSigned":
		case "signaturesCompleted": {
			const as = signer(event.signature.signer);
			const all = event.type === "signaturesCompleted" ? say("，审签完成", "; all have signed") : say("", "");
			return say(
				`${as.zh}${event.signature.name}签字${all.zh}`,
				`Signed by ${event.signature.name}, ${as.en}${all.en}`,
			);
		}
		case "closeOutFiled": {
			const to = vocab.tier[event.filing.to];
			return say(
				`以${event.filing.documentNumber}报${to.zh}备案`,
				`Filed with the ${to.en} as ${event.filing.documentNumber}`,
			);
		}
		case "filingReturned":
			return say(`备案退回：${event.reason}`, `Filing returned: ${event.reason}`);
		case "issueClosed":
			return say(
				`${formatDate(event.on, "zh-CN")}销号，档案固化（${event.archive.sha256.slice(0, 12)}…）`,
				`Closed out on ${formatDate(event.on, "en")}; the archive is frozen (${event.archive.sha256.slice(0, 12)}…)`,
			);
		case "resultPublished":
			return say(`销号结果公开（${event.channel}）`, `Result published (${event.channel})`);
		case "lookBackRecorded": {
			const result = caseVocab.lookBackResult[event.lookBack.result];
			return say(
				`${formatDate(event.lookBack.on, "zh-CN")}回头看：${result.zh}`,
				`Look-back of ${formatDate(event.lookBack.on, "en")}: ${result.en}`,
			);
		}
		case "issueReopened": {
			const { count, dueOn, reason } = event.rebound;
			return say(
				`第${count}次反弹，重新挂账，${formatDate(dueOn, "zh-CN")}前完成：${reason}`,
				`Rebound ${count}: reopened, due by ${formatDate(dueOn, "en")}: ${reason}`,
			);
		}
		case "reinforcementOrdered":
			return say(`转入强化整改：${event.reason}`, `Reinforced rectification: ${event.reason}`);
		case "longTermMarked":
			return say(
				`自${formatDate(event.since, "zh-CN")}起转为长期坚持`,
				`Kept up for good since ${formatDate(event.since, "en")}`,
			);
		case "longTermReviewed": {
			const result = caseVocab.lookBackResult[event.result];
			return say(
				`${formatDate(event.on, "zh-CN")}评估：${result.zh}`,
				`Reviewed on ${formatDate(event.on, "en")}: ${result.en}`,
			);
		}
		case "noticeEnded":
		case "supplementsSubmitted":
			return vocab.issueEvent[event.type];
	}
}
