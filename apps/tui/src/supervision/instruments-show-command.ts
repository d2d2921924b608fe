import type { InstrumentDetail } from "@zhenggai/client";
import type { IsoDate } from "@zhenggai/domain/kernel";
import { caseVocab, formatDate, formatInstant, label } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText } from "../command-line/output.ts";
import { say, speak } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";

type Line = readonly [string, string];

function headLines({ row, instrument }: InstrumentDetail, language: "zh-CN" | "en"): Line[] {
	const named = (zh: string, en: string) => speak(say(zh, en), language);
	const day = (on: IsoDate | null) => (on === null ? "" : formatDate(on, language));
	const late = row.overdue ? ` ${named("逾期", "late")}` : "";
	return [
		["id", row.id],
		[named("问题", "Issue"), `${row.issueNumber}  ${row.issueId}`],
		[named("手段", "Kind"), label(caseVocab.instrumentKind, row.kind, language)],
		[named("状态", "State"), label(caseVocab.instrumentState, row.state, language)],
		[named("标题", "Title"), row.title],
		[named("文号", "Number"), row.documentNumber ?? ""],
		[named("送达单位", "To"), row.addressees.map(({ name }) => name).join("、")],
		[named("事由", "Cause"), `${instrument.cause.rules.join(" ")}  ${instrument.cause.text}`],
		[named("正文", "Text"), instrument.body],
		[named("发出", "Issued"), `${day(row.issuedOn)}  ${instrument.issued?.signer ?? ""}`.trim()],
		[named("回复期限", "Reply due"), `${day(row.replyDueOn)}${late}`],
		[named("整改期限", "Limit"), day(row.limitOn)],
	];
}

/** Writes an instrument, what was answered and what may be done next; or one JSON object. */
export function writeInstrument(context: CommandContext, detail: InstrumentDetail): void {
	const { language } = context;
	if (formatOf(context) === "json") {
		context.out(jsonText(detail, context.environment.columns));
		return;
	}
	const { instrument, row } = detail;
	const nameOf = (id: string) => row.addressees.find((unit) => unit.id === id)?.name ?? id;
	const event = (type: keyof typeof caseVocab.instrumentEvent) =>
		label(caseVocab.instrumentEvent, type, language);
	const lines: Line[] = [
		...headLines(detail, language).filter(([, text]) => text !== ""),
		...instrument.acknowledged.map(
			({ unitId, at }): Line => [
				event("instrumentAcknowledged"),
				`${formatInstant(at, language)}  ${nameOf(unitId)}`,
			],
		),
		...instrument.replies.flatMap(({ text, at, verification }): Line[] => [
			[event("instrumentReplied"), `${formatInstant(at, language)}  ${text}`],
			...(verification === null
				? []
				: [
						[
							event(verification.verdict === "accepted" ? "replyAccepted" : "replyRejected"),
							`${formatInstant(verification.at, language)}  ${verification.reason}`,
						] as const,
					]),
		]),
	];
	for (const [name, text] of lines) context.out(`${cleanLine(name)}\t${cleanLine(text)}\n`);
	for (const { label: doing, allowed } of detail.actions) {
		if (allowed) context.out(`→ ${speak(doing, language)}\n`);
	}
}

/** `instruments show`: one instrument with its replies and what may be done next. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	writeInstrument(context, await client.supervision.get.query({ instrumentId: context.arguments[0] ?? "" }));
	return EXIT.done;
};
