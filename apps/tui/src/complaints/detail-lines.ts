import { formatDate, formatInstant, label, vocab } from "@zhenggai/domain/vocabulary";
import {
	type TimelineEntry,
	type Writer,
	writeActions,
	writeFindings,
	writeTimeline,
} from "../panes/detail-rules.ts";
import { say, speak } from "../say.ts";
import { line, segment } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import { type Page, writePage } from "../terminal/page.ts";
import { codeText, statusText, statusTone, verdictText, verdictTone } from "./columns.ts";
import { ALL_FIELDS, fieldText, LONG_FIELDS } from "./fields.ts";
import { backKind, backText, relationKind, relationText } from "./links.ts";
import type { ComplaintDetail } from "./wire.ts";

const NOT_STATED = say("（未写明）", "(not stated)");
const ELSEWHERE = say(
	"更早的记录见 zhenggai complaints history",
	"Earlier entries: zhenggai complaints history",
);

/** Fields that the head, or a part of their own, shows. */
const ELSEWHERE_SHOWN: ReadonlySet<string> = new Set([...LONG_FIELDS, "typesText", "otherFields"]);
/** Fields whose absence a reader should see: the table has a column for them that stands empty. */
const EXPECTED: ReadonlySet<string> = new Set(["verdict", "status", "pollutionTypes", "places"]);

function writeHead({ page, look, language }: Writer, { row, elements }: ComplaintDetail): void {
	const key = row.isKey ? `  ! ${label(vocab.complaintField, "isKey", language)}` : "";
	page.raw(
		line(
			segment(`${codeText(row)}  `, "accent"),
			segment(`${statusText(row, language)}  `, statusTone(row)),
			segment(verdictText(row, language), verdictTone(row)),
			segment(key, "warning"),
		),
	);
	const facts = [
		row.regionName,
		row.batch === null ? "" : speak(say(`第${row.batch}批`, `batch ${row.batch}`), language),
		row.batchDay === null ? "" : formatDate(row.batchDay, language),
		row.inspectionName,
	];
	page.text(facts.filter((fact) => fact !== "").join(look.marks.middle), "dim");
	page.gap();
	page.text(elements.summary ?? speak(NOT_STATED, language), elements.summary === null ? "dim" : "strong");
}

function writeWithdrawal({ page, language }: Writer, { withdrawal }: ComplaintDetail): void {
	if (withdrawal === null) return;
	page.gap();
	const document = withdrawal.document === null ? "" : `  ${withdrawal.document}`;
	page.field(
		label(vocab.complaintState, "withdrawn", language),
		`${formatInstant(withdrawal.at, language)}  ${withdrawal.reason}${document}`,
		"notice",
	);
}

/** The columns of the published table, those left empty that matter said so. */
function writeFields({ page, language }: Writer, detail: ComplaintDetail): void {
	page.heading(speak(say("公开情况", "As published"), language));
	for (const key of ALL_FIELDS) {
		if (ELSEWHERE_SHOWN.has(key)) continue;
		const value = fieldText(detail, key, language);
		const name = label(vocab.complaintField, key, language);
		if (value !== "") page.field(name, value);
		else if (EXPECTED.has(key)) page.field(name, speak(NOT_STATED, language), "dim");
	}
}

/** The long texts, each under its own heading. */
function writeTexts({ page, language }: Writer, detail: ComplaintDetail): void {
	for (const key of LONG_FIELDS) {
		if (key === "summary") continue;
		const value = fieldText(detail, key, language);
		if (value === "") continue;
		page.heading(label(vocab.complaintField, key, language));
		page.text(value);
	}
	if (detail.elements.otherFields.length === 0) return;
	page.heading(label(vocab.complaintField, "otherFields", language));
	for (const { label: name, text } of detail.elements.otherFields) page.field(name, text);
}

/** What it names or repeats, and what names or repeats it. */
function writeRelations({ page, language }: Writer, detail: ComplaintDetail): void {
	const { relations, relatedBy } = detail;
	if (relations.length + relatedBy.length === 0) return;
	page.heading(speak(say("关联件", "Relations"), language), String(relations.length + relatedBy.length));
	for (const one of relations) page.field(relationKind(one, language), relationText(one, language));
	for (const one of relatedBy) page.field(backKind(one, language), backText(one, language));
}

function writeSources({ page, language }: Writer, { sources, listRegion }: ComplaintDetail): void {
	page.heading(speak(say("出处", "Sources"), language));
	page.text(speak(say(`${listRegion.name}的公开表`, `Table of ${listRegion.name}`), language), "dim");
	for (const { document, lines, recordedAt } of sources) {
		const place = lines === null ? "" : ` ${lines[0]}–${lines[1]}`;
		page.text(`${document}${place}  ${formatInstant(recordedAt, language)}`);
	}
}

/** Everything that is known of one complaint, as a page of `width` cells to scroll through. */
export function complaintPage(
	detail: ComplaintDetail,
	history: { items: readonly TimelineEntry[]; more: boolean },
	width: number,
	look: Look,
): Page {
	const { language } = look;
	const page = writePage(look, width, language === "en" ? 18 : 10);
	const writer = { page, look, language };
	writeHead(writer, detail);
	writeWithdrawal(writer, detail);
	writeFields(writer, detail);
	writeTexts(writer, detail);
	writeRelations(writer, detail);
	writeFindings(writer, detail);
	writeActions(writer, detail);
	writeSources(writer, detail);
	writeTimeline(writer, history, { events: vocab.complaintEvent, elsewhere: ELSEWHERE });
	page.gap();
	const { ruleSet, asOf } = detail;
	const basis = say(
		`依据规则集 ${ruleSet.id} 第 ${ruleSet.version} 版，截至 ${asOf}`,
		`By rule set ${ruleSet.id}, version ${ruleSet.version}, as of ${asOf}`,
	);
	page.text(speak(basis, language), "dim");
	return page.page();
}
