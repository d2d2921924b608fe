import {
	badgeText,
	caseBadges,
	caseVocab,
	formatDate,
	formatDeadline,
	formatNames,
	isLabelled,
	label,
	labelOr,
	vocab,
} from "@zhenggai/domain/vocabulary";
import { beginning } from "../forms/issue-frame.ts";
import { stepsOf } from "../forms/steps.ts";
import { badgeTone } from "../panes/badge-tone.ts";
import { type Writer, whoText, writeRefusal } from "../panes/detail-rules.ts";
import type { Action } from "../panes/screen.ts";
import { say, speak } from "../say.ts";
import type { Tone } from "../terminal/lines.ts";
import type { IssueDetail } from "./wire.ts";

const percent = (value: number | null): string => (value === null ? "-" : `${Math.round(value)}%`);

/** The one step that comes next, with everything that stands in front of it. */
export function writeNext(writer: Writer, actions: readonly Action[]): void {
	const { page, language } = writer;
	const next = actions.find((action) => action.next === true);
	if (next === undefined) return;
	page.heading(speak(say("下一步", "Next step"), language));
	const how =
		next.onWeb === true ? say("o 在网页办理", "o does it on the web") : say("Enter 办理", "Enter does it");
	page.text(
		`${next.allowed ? "+" : "x"} ${speak(next.label, language)}${next.allowed ? `   ${speak(how, language)}` : ""}`,
		next.allowed ? "good" : "notice",
	);
	for (const refusal of next.refusals) writeRefusal(writer, refusal, 2);
	for (const warning of next.warnings ?? []) writeRefusal(writer, warning, 2);
}

function writeLight(writer: Writer, { light, schedule, supervision }: IssueDetail): void {
	const { page, language } = writer;
	const shown = caseBadges.light[light.light];
	page.heading(speak(say("预警与督办", "Light and supervision"), language), badgeText(shown, language));
	if (schedule !== null) {
		const status = caseBadges.scheduleStatus[schedule];
		page.field(speak(say("进度状态", "Schedule"), language), badgeText(status, language), badgeTone(status));
	}
	page.field(speak(say("预警", "Light"), language), badgeText(shown, language), badgeTone(shown));
	for (const { rule, message, clears, who } of light.reasons) {
		page.text(`${rule} ${speak(message, language)}`, "notice", 2);
		page.text(`${speak(say("如何灭灯：", "Puts it out: "), language)}${speak(clears, language)}`, "dim", 2);
		page.text(`${speak(say("谁能办理：", "Who can: "), language)}${whoText(who, language)}`, "dim", 2);
	}
	for (const { against, reason, by, decision } of supervision.contests) {
		const verdict = decision === null ? speak(say("待裁定", "undecided"), language) : decision.reason;
		page.field(
			speak(say("申诉", "Objection"), language),
			`${label(caseVocab.light, against, language)}  ${by.name}：${reason}  [${verdict}]`,
		);
	}
}

function writeInstruments({ page, language }: Writer, { instruments, proposals }: IssueDetail): void {
	for (const { kind, reasons, replyDueOn } of proposals) {
		const due =
			replyDueOn === null
				? ""
				: speak(
						say(`，${formatDate(replyDueOn, "zh-CN")}前回复`, `, reply by ${formatDate(replyDueOn, "en")}`),
						language,
					);
		page.field(
			speak(say("建议督办", "Proposed"), language),
			`${label(caseVocab.instrumentKind, kind, language)}${due}`,
			"notice",
		);
		for (const { rule, message } of reasons) page.text(`${rule} ${speak(message, language)}`, "dim", 2);
	}
	for (const one of instruments) {
		const stage = caseBadges.instrumentStage[one.stage];
		const due =
			one.replyDueOn === null
				? ""
				: `  ${speak(say("回复期限", "reply due"), language)} ${formatDate(one.replyDueOn, language)}`;
		page.field(
			label(caseVocab.instrumentKind, one.kind, language),
			`${badgeText(stage, language)}  ${one.documentNumber ?? ""}  ${one.title}${due}`,
			badgeTone(stage),
		);
	}
}

function writePlan({ page, language }: Writer, { plan, row }: IssueDetail): void {
	const version = plan.baselines.at(-1)?.version;
	const note =
		version === undefined ? "" : speak(say(`基线第 ${version} 版`, `baseline ${version}`), language);
	page.heading(speak(say("方案", "Plan"), language), note);
	for (const goal of plan.goals)
		page.field(
			speak(say("目标", "Goal"), language),
			goal.kind === "deliverable"
				? goal.name
				: `${goal.indicator} ${goal.direction === "atMost" ? "≤" : "≥"} ${goal.target}${goal.unit}`,
		);
	if (plan.originalDeadline !== null)
		page.field(speak(say("原时限", "Original"), language), formatDeadline(plan.originalDeadline, language));
	if (plan.extensions.length > 0)
		page.field(speak(say("现时限", "Now"), language), formatDeadline(row.deadline, language));
	const last = plan.reviews.at(-1);
	const handed = plan.submissions.at(-1);
	if (handed !== undefined)
		page.field(speak(say("报审", "Handed in"), language), `${handed.round}  ${handed.by.name}`);
	if (last !== undefined) {
		const passed = last.verdict === "approve";
		page.field(
			speak(say("审核", "Review"), language),
			`${speak(passed ? say("批准", "approved") : say("退回", "returned"), language)}  ${last.by.name}  ${last.opinion ?? ""}`,
			passed ? "good" : "notice",
		);
		for (const { item, reason } of last.items.filter(({ verdict }) => verdict === "return"))
			page.text(`${item.split(":")[0]}: ${reason ?? ""}`, "notice", 2);
	}
	for (const { label: name, from, to } of plan.draft)
		page.text(
			`${speak(name, language)}: ${from === null ? "-" : speak(from, language)} → ${to === null ? "-" : speak(to, language)}`,
			"dim",
			2,
		);
}

const REACH: Readonly<Record<string, { sign: string; tone: Tone; words: ReturnType<typeof say> }>> = {
	verified: { sign: "V", tone: "good", words: say("已核实", "verified") },
	claimed: { sign: "C", tone: "notice", words: say("待核实", "to verify") },
	rejected: { sign: "x", tone: "danger", words: say("被退回", "sent back") },
	open: { sign: " ", tone: "plain", words: say("未完成", "open") },
};

function writeProgress(writer: Writer, detail: IssueDetail): void {
	const { page, language } = writer;
	const { progress } = detail;
	page.heading(
		speak(say("进展", "Progress"), language),
		speak(
			say(
				`计划 ${percent(progress.plannedPercent)}　实际 ${percent(progress.actualPercent)}`,
				`planned ${percent(progress.plannedPercent)}, actual ${percent(progress.actualPercent)}`,
			),
			language,
		),
	);
	if (progress.forecast !== null)
		page.field(
			speak(say("完成预期", "Forecast"), language),
			`${label(caseVocab.forecast, progress.forecast.value, language)}  ${progress.forecast.by.name}`,
		);
	for (const cycle of progress.cycles.filter(({ key }) => progress.unanswered.includes(key)))
		page.field(
			speak(say("待填报", "Report due"), language),
			`${cycle.key}  ${speak(say(`${formatDate(cycle.dueOn, "zh-CN")}前`, `by ${formatDate(cycle.dueOn, "en")}`), language)}`,
			cycle.dueOn < detail.asOf ? "danger" : "notice",
		);
	for (const step of stepsOf(detail)) {
		const reach = REACH[step.reach];
		const late = step.late ? ` ! ${speak(say("逾期", "late"), language)}` : "";
		page.text(
			`[${reach?.sign ?? " "}] ${speak(step.choice.label, language)}  ${reach === undefined ? "" : speak(reach.words, language)}${late}`,
			step.late ? "danger" : reach?.tone,
		);
	}
	const report = progress.reports.findLast(({ returned }) => returned === null);
	if (report !== undefined)
		page.field(
			`${speak(say("填报", "Report"), language)} ${report.cycle ?? ""}`,
			`${report.by.name}：${beginning(report.content.progress)}`,
		);
	for (const work of progress.work.slice(-3)) page.field(formatDate(work.on, language), beginning(work.text));
	const held = progress.evidence.filter(({ withdrawn }) => withdrawn === null).length;
	page.field(speak(say("佐证", "Evidence"), language), speak(say(`${held} 份`, `${held} files`), language));
	for (const doubt of progress.doubts.filter(({ resolved }) => resolved === null))
		page.text(`? ${doubt.rule ?? ""} ${speak(doubt.message, language)}`, "warning");
}

function writeWayOut({ page, look, language }: Writer, { closeOut }: IssueDetail): void {
	const { state, sequence, nextStep, gates, tiers, signers, dossier } = closeOut;
	const begun = state.selfCheck !== null || nextStep !== null || state.round > 0;
	page.heading(
		speak(say("验收销号", "Close-out"), language),
		begun ? "" : speak(say("未开始", "not begun"), language),
	);
	page.field(
		speak(say("办理顺序", "Way out"), language),
		sequence
			.map(
				(step) =>
					`${step === nextStep ? `${look.marks.selected} ` : ""}${label(caseVocab.closeOutStep, step, language)}`,
			)
			.join("  "),
	);
	page.field(
		speak(say("验收层级", "Accepted by"), language),
		tiers
			.map((tier) => {
				const verdict = state.acceptances.findLast((one) => one.tier === tier)?.verdict;
				return `${label(vocab.tier, tier, language)}${verdict === undefined ? "" : ` ${label(caseVocab.acceptanceVerdict, verdict, language)}`}`;
			})
			.join("  "),
	);
	for (const { gate, decision } of gates) {
		const name = label(caseVocab.gateKind, gate, language);
		if (decision === null) page.field(name, `[ ] ${speak(say("待核定", "undecided"), language)}`, "dim");
		else
			page.field(
				name,
				`[${decision.verdict === "yes" ? "v" : "x"}] ${speak(decision.verdict === "yes" ? say("是", "yes") : say("否", "no"), language)}  ${decision.by.name}：${decision.reason}`,
				decision.verdict === "yes" ? "good" : "danger",
			);
	}
	for (const notice of state.notices) {
		const open = notice.objections.filter(({ answer }) => answer === null).length;
		page.field(
			speak(say("公示", "Notice"), language),
			`${formatDate(notice.start, language)} → ${formatDate(notice.end, language)}${open > 0 ? `  ! ${speak(say(`未答复异议 ${open} 件`, `${open} objections open`), language)}` : ""}`,
			open > 0 ? "danger" : "plain",
		);
	}
	if (begun)
		writePapers(
			{ page, look, language },
			{ signers, dossier, signed: state.signatures.map(({ signer }) => signer) },
		);
}

function writePapers(
	{ page, language }: Writer,
	{
		signers,
		dossier,
		signed,
	}: { signers: readonly string[]; dossier: IssueDetail["closeOut"]["dossier"]; signed: readonly string[] },
): void {
	const named = (signer: string) =>
		isLabelled(caseVocab.closeOutSigner, signer) ? label(caseVocab.closeOutSigner, signer, language) : signer;
	page.field(
		speak(say("审签", "Signatures"), language),
		signers.map((signer) => `${signed.includes(signer) ? "[v]" : "[ ]"} ${named(signer)}`).join("  "),
	);
	const lacking = dossier
		.filter(({ held }) => !held)
		.map(({ item }) => labelOr(caseVocab.dossierItem, item, language));
	if (lacking.length > 0)
		page.field(speak(say("档案缺", "File lacks"), language), formatNames(lacking, language), "notice");
}

/** What the closed loop knows of an issue: plan, progress, light and ladder, and the way to close-out. */
export function writeLoop(writer: Writer, detail: IssueDetail): void {
	writePlan(writer, detail);
	writeProgress(writer, detail);
	writeLight(writer, detail);
	writeInstruments(writer, detail);
	writeWayOut(writer, detail);
}
