import type { ScreeningDetail } from "@zhenggai/client";
import { standingOf } from "@zhenggai/domain/screening";
import { caseVocab, formatDate, label } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText } from "../command-line/output.ts";
import { say, speak } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";

type Line = readonly [string, string];

const counted = ({ screened, waived, total }: ScreeningDetail["totals"]["all"]): string =>
	`${screened}/${total}${waived === 0 ? "" : ` (${waived})`}`;

function headLines({ row, totals, issue }: ScreeningDetail, language: "zh-CN" | "en"): Line[] {
	const named = (zh: string, en: string) => speak(say(zh, en), language);
	const first = row.originalDueOn === row.dueOn ? "" : ` (${formatDate(row.originalDueOn, language)})`;
	return [
		["id", row.id],
		[named("问题", "Issue"), issue === null ? row.issueId : `${issue.number} ${issue.statement}`],
		[named("同类问题", "Class"), row.problem.words],
		[named("状态", "State"), label(caseVocab.screeningState, row.state, language)],
		[label(caseVocab.screeningField, "dueOn", language), `${formatDate(row.dueOn, language)}${first}`],
		[label(caseVocab.screeningField, "leadUnitId", language), row.leadUnitName],
		[named("已排查（免排）", "Screened (left out)"), counted(totals.all)],
		[named("区域", "Areas"), counted(totals.areas)],
		[named("单位", "Units"), counted(totals.units)],
		[named("发现/登记", "Found/opened"), `${totals.found}/${totals.opened}`],
	];
}

/** Writes a sweep: its counters, targets and finds a line each, or one JSON object. */
export function writeScreening(context: CommandContext, detail: ScreeningDetail): void {
	const { language } = context;
	if (formatOf(context) === "json") {
		context.out(jsonText(detail, context.environment.columns));
		return;
	}
	const lines: Line[] = [
		...headLines(detail, language),
		...detail.coverage.map(
			(held): Line => [
				label(caseVocab.targetStanding, standingOf(held), language),
				`${held.name}  ${held.records.at(-1)?.text ?? held.waived?.reason ?? ""}`,
			],
		),
		...detail.found.map(
			(one): Line => [
				one.opened === null ? (one.dismissed === null ? "?" : "-") : "+",
				`${one.id}  ${one.targetName}  ${one.text}`,
			],
		),
		...detail.institutions.map(
			(one): Line => [
				label(caseVocab.screeningEvent, "institutionProduced", language),
				`${formatDate(one.on, language)}  ${one.issuer}  ${one.document}`,
			],
		),
	];
	for (const [name, text] of lines) context.out(`${cleanLine(name)}\t${cleanLine(text)}\n`);
	for (const { label: doing, allowed } of detail.actions) {
		if (allowed) context.out(`→ ${speak(doing, language)}\n`);
	}
}

/** `screenings show`: coverage, finds and institution documents of one sweep. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	writeScreening(context, await client.screening.get.query({ screeningId: context.arguments[0] ?? "" }));
	return EXIT.done;
};
