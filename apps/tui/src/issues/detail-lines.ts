import type { Language } from "@zhenggai/domain/kernel";
import {
	badges,
	badgeText,
	formatDate,
	formatDaysLeft,
	formatDeadline,
	formatInstant,
	formatNames,
	formatNumber,
	label,
	valuesOf,
	vocab,
} from "@zhenggai/domain/vocabulary";
import { badgeTone } from "../panes/badge-tone.ts";
import { type Writer, writeActions, writeFindings, writeTimeline } from "../panes/detail-rules.ts";
import { say, speak } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";
import { line, segment, type Tone } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import { type Page, writePage } from "../terminal/page.ts";
import { issueActions } from "./actions.ts";
import { standingText, standingTone } from "./columns.ts";
import { writeLoop, writeNext } from "./loop-lines.ts";
import { writeNotices } from "./notice-lines.ts";
import type { HistoryEntry, IssueDetail } from "./wire.ts";

const ELSEWHERE = say("更早的记录见 zhenggai issues history", "Earlier entries: zhenggai issues history");

const NOBODY = say("（空缺）", "(nobody)");
const NOT_SET = say("（缺）", "(missing)");

function writeHead({ page, look, language }: Writer, { row, statement }: IssueDetail): void {
	const state = badges.issueState[row.lifecycle];
	page.raw(
		line(
			segment(`${formatNumber(row.number, language)}  `, "accent"),
			segment(`${badgeText(state, language)}  `, badgeTone(state)),
			segment(standingText(row, language), standingTone(row)),
		),
	);
	const round = [
		row.round === null ? "" : speak(say(`第${row.round}轮`, `round ${row.round}`), language),
		row.batch === null ? "" : speak(say(`第${row.batch}批`, `batch ${row.batch}`), language),
	].join(" ");
	const facts = [
		row.regionName,
		label(vocab.tier, row.tier, language),
		label(vocab.sourceKind, row.sourceKind, language),
		round.trim(),
		row.field === null ? "" : label(vocab.issueField, row.field, language),
		row.generality === null ? "" : label(vocab.generality, row.generality, language),
	];
	page.text(facts.filter((fact) => fact !== "").join(look.marks.middle), "dim");
	page.gap();
	page.text(statement, "strong");
}

/** The seven elements, each with its gap where there is one. */
function writeElements({ page, language }: Writer, detail: IssueDetail): void {
	const { row } = detail;
	const elements = valuesOf(vocab.requiredElement);
	const missing = row.missing.length;
	page.heading(
		speak(say("七要素", "Seven elements"), language),
		missing === 0 ? "" : speak(say(`缺 ${missing} 项`, `${missing} missing`), language),
	);
	const values: Record<(typeof elements)[number], string> = {
		goal: detail.goal ?? "",
		deadline: row.deadline === null ? "" : deadlineText(detail, language),
		responsibleUnit: formatNames([...new Set([...row.leadUnits, ...row.responsibleUnits])], language),
		responsibleLeader: formatNames(row.responsibleLeaders, language),
		responsiblePersons: formatNames(row.responsiblePersons, language),
		supervisingUnit: formatNames(row.supervisingUnits, language),
		measures:
			row.measureCount === 0
				? ""
				: speak(say(`${row.measureCount} 条，见下`, `${row.measureCount}, see below`), language),
	};
	for (const element of elements) {
		const name = label(vocab.requiredElement, element, language);
		const value = values[element];
		if (row.missing.includes(element) || value === "")
			page.field(name, `! ${speak(NOT_SET, language)}${value === "" ? "" : ` ${value}`}`, "danger");
		else page.field(name, value);
	}
	if (detail.constraints.length > 0)
		page.field(label(vocab.issueElement, "constraints", language), formatNames(detail.constraints, language));
	if (row.remarks !== null && row.remarks !== "")
		page.field(label(vocab.issueElement, "remarks", language), row.remarks);
}

function deadlineText({ row }: IssueDetail, language: Language): string {
	const written = row.deadline?.text ?? "";
	const read = formatDeadline(row.deadline, language);
	const comma = language === "en" ? ", " : "，";
	// Of an issue that is over nobody counts the days any more.
	const days = row.standing === "over" ? "" : `${comma}${formatDaysLeft(row.daysLeft, language)}`;
	const day = row.due === null ? "" : ` → ${formatDate(row.due, language)}${days}`;
	const source = written !== "" && written !== read ? `“${written}” ` : "";
	return `${source}${read}${day}`;
}

function writeChain({ page, look, language }: Writer, detail: IssueDetail): void {
	const gaps = detail.chain.filter((link) => link.empty).length;
	page.heading(
		speak(say("责任链", "Chain of responsibility"), language),
		gaps === 0 ? "" : speak(say(`断 ${gaps} 环`, `${gaps} empty`), language),
	);
	if (detail.chain.length === 0) page.text(speak(NOBODY, language), "dim");
	for (const link of detail.chain) {
		const role = label(vocab.assignmentRole, link.role, language);
		const kind = label(vocab.responsibilityKind, link.kind, language);
		const person = link.person === null ? "" : [link.person.name, link.person.title ?? ""].join(" ").trim();
		const holder = [link.unit?.name ?? "", person].filter((part) => part !== "").join(look.marks.middle);
		const taken = link.acknowledged
			? speak(say("已签收", "acknowledged"), language)
			: speak(say("未签收", "not acknowledged"), language);
		const tone: Tone = link.empty ? "danger" : link.acknowledged ? "plain" : "notice";
		const value = link.empty ? `! ${speak(NOBODY, language)}` : `${holder}  [${taken}]`;
		page.field(role, `${value}${look.marks.middle}${kind}`, tone);
	}
}

function writeMeasures({ page, language }: Writer, detail: IssueDetail): void {
	page.heading(
		speak(say("整改措施", "Measures"), language),
		detail.measures.length === 0 ? "" : String(detail.measures.length),
	);
	if (detail.measures.length === 0) page.text(speak(say("尚无措施", "No measures yet"), language), "dim");
	for (const measure of detail.measures) {
		const state = badges.measureState[measure.state];
		page.text(`${measure.number ?? "-"} ${measure.text}`);
		const units = [...measure.responsibleUnits, ...measure.supportingUnits].map((unit) => unit.name);
		const facts = [
			badgeText(state, language),
			measure.due === null ? "" : `${measure.due} ${badgeText(badges.standing[measure.standing], language)}`,
			measure.type === null ? "" : label(vocab.measureType, measure.type, language),
			formatNames(units, language),
		];
		page.text(facts.filter((fact) => fact !== "").join("  "), "dim", 2);
		for (const step of measure.milestones) page.text(`${step.due}  ${step.text}`, "dim", 4);
	}
}

function writeMandates({ page, look, language }: Writer, detail: IssueDetail): void {
	page.heading(
		speak(say("来源与各级编号", "Mandates and numbers"), language),
		String(detail.mandates.length),
	);
	for (const mandate of detail.mandates) {
		const main = mandate.primary
			? speak(say("首要", "first"), language)
			: speak(say("并列", "also"), language);
		const due = mandate.deadline === null ? "" : formatDeadline(mandate.deadline, language);
		const facts = [formatNumber(mandate.number, language), mandate.inspection.name, due];
		page.field(main, facts.filter((fact) => fact !== "").join(look.marks.middle));
	}
	for (const tier of valuesOf(vocab.tier)) {
		const number = detail.row.numberByTier[tier];
		if (number !== null) page.field(label(vocab.tier, tier, language), formatNumber(number, language));
	}
}

function writeFamily({ page, look, language }: Writer, detail: IssueDetail): void {
	const { parent, children, coverage, sites } = detail;
	if (parent === null && children.length === 0 && sites.length === 0 && coverage === null) return;
	const holes = coverage?.regions.filter((region) => region.state === "uncovered") ?? [];
	page.heading(
		speak(say("分解与点位", "Decomposition and sites"), language),
		holes.length === 0 ? "" : speak(say(`挂空挡 ${holes.length} 处`, `${holes.length} uncovered`), language),
	);
	const linkText = (link: (typeof children)[number]) =>
		[
			formatNumber(link.number, language),
			link.regionName,
			badgeText(badges.issueState[link.lifecycle], language),
			cleanLine(link.statement),
		].join(look.marks.middle);
	if (parent !== null) page.field(speak(say("上级", "Parent"), language), linkText(parent));
	for (const child of children) page.field(speak(say("下级", "Child"), language), linkText(child));
	for (const region of coverage?.regions ?? []) {
		const hole = region.state === "uncovered";
		const state = label(vocab.coverageState, region.state, language);
		page.field(region.name, hole ? `! ${state}` : state, hole ? "danger" : "plain");
	}
	for (const site of sites)
		page.field(
			speak(say("点位", "Site"), language),
			`${site.name}  ${badgeText(badges.siteState[site.state], language)}  ${site.address ?? ""}`.trimEnd(),
		);
}

function writeSource({ page, language }: Writer, detail: IssueDetail): void {
	page.heading(speak(say("原文", "Source text"), language), speak(say("只读", "read-only"), language));
	if (detail.sourceTexts.length === 0) page.text(detail.statement);
	for (const source of detail.sourceTexts) {
		const lines = source.lines === null ? "" : ` ${source.lines[0]}–${source.lines[1]}`;
		page.text(`${source.document}${lines}  ${formatInstant(source.recordedAt, language)}`, "dim");
		page.text(source.text);
		page.gap();
	}
}

function writeEnding({ page, language }: Writer, { ending }: IssueDetail): void {
	if (ending === null) return;
	page.gap();
	page.field(label(vocab.endingKind, ending.kind, language), ending.reason, "notice");
}

/** Everything that is known of one issue, as a page of `width` cells to scroll through. */
export function detailPage(
	detail: IssueDetail,
	history: { items: readonly HistoryEntry[]; more: boolean },
	width: number,
	look: Look,
	/** What one came for: it stands above everything, and its verb in place of the usual next step. */
	came: { readonly verb: string; lead(writer: Writer): void } | null = null,
): Page {
	const { language } = look;
	const page = writePage(look, width, language === "en" ? 19 : 10);
	const writer = { page, look, language };
	const actions = issueActions(detail, came?.verb ?? null);
	came?.lead(writer);
	writeHead(writer, detail);
	writeEnding(writer, detail);
	writeNext(writer, actions);
	writeElements(writer, detail);
	writeFindings(writer, detail);
	writeChain(writer, detail);
	writeMeasures(writer, detail);
	writeLoop(writer, detail);
	writeNotices(writer, detail);
	writeMandates(writer, detail);
	writeFamily(writer, detail);
	writeActions(writer, { actions });
	writeSource(writer, detail);
	writeTimeline(writer, history, { events: vocab.issueEvent, elsewhere: ELSEWHERE });
	page.gap();
	page.text(
		speak(
			say(
				`依据规则集 ${detail.ruleSet.id} 第 ${detail.ruleSet.version} 版，截至 ${detail.asOf}`,
				`By rule set ${detail.ruleSet.id}, version ${detail.ruleSet.version}, as of ${detail.asOf}`,
			),
			language,
		),
		"dim",
	);
	return page.page();
}
