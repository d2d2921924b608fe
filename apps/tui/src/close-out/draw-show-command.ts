import { createHash } from "node:crypto";
import type { DrawDetail } from "@zhenggai/client";
import { checkDraw } from "@zhenggai/domain/close-out";
import { caseVocab, formatDate, label } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText } from "../command-line/output.ts";
import { say, speak } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";

type Line = readonly [string, string];
type Language = CommandContext["language"];

const write = ({ out }: CommandContext, lines: readonly Line[]): void => {
	for (const [name, text] of lines) out(`${cleanLine(name)}\t${cleanLine(text)}\n`);
};

function headLines({ row, basis, method, frame, seed }: DrawDetail, language: Language): Line[] {
	const named = (zh: string, en: string) => speak(say(zh, en), language);
	const { progress } = row;
	const from =
		basis.kind === "declared" ? basis.text : `${basis.source} ${formatDate(basis.publishedOn, language)}`;
	return [
		["id", row.id],
		[named("地区", "Region"), row.regionName],
		[named("期间", "Period"), `${formatDate(row.from, language)} – ${formatDate(row.to, language)}`],
		[named("状态", "State"), label(caseVocab.drawState, row.state, language)],
		[named("种子来源", "Seed from"), `${label(caseVocab.seedKind, basis.kind, language)}  ${from}`],
		[named("种子", "Seed"), seed?.text ?? ""],
		[named("抽样框", "Frame"), frame === null ? "" : `${frame.count}  ${frame.sha256}`],
		[
			named("规则", "Method"),
			`${method.ruleSet} ${method.ruleSetVersion}  ${Math.round(method.ratio * 100)}% ≥ ${method.floor}  ${method.algorithm}`,
		],
		[
			named("已核查/抽中（有问题）", "Checked/drawn (problems)"),
			`${progress.checked}/${progress.drawn} (${progress.problems})`,
		],
	];
}

/** Writes a draw: what it rests on and every drawn issue a line, or one JSON object. */
export function writeDraw(context: CommandContext, detail: DrawDetail): void {
	const { language } = context;
	if (formatOf(context) === "json") {
		context.out(jsonText(detail, context.environment.columns));
		return;
	}
	const late = speak(say("逾期", "late"), language);
	write(context, [
		...headLines(detail, language),
		...detail.items.map((item): Line => {
			const result =
				item.result === null
					? (item.waived?.reason ?? (item.late ? late : ""))
					: label(caseVocab.lookBackResult, item.result.result, language);
			return [
				item.result !== null ? "+" : item.waived !== null ? "-" : "?",
				`${item.issueId}  ${item.number}  ${item.regionName}  ${item.unitName}  ${item.checkerName ?? ""}  ${result}`,
			];
		}),
	]);
	for (const { label: doing, allowed } of detail.actions) {
		if (allowed) context.out(`→ ${speak(doing, language)}\n`);
	}
}

/** `draws show`: one draw with its drawn issues. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	writeDraw(context, await client.closeOut.getDraw.query({ drawId: context.arguments[0] ?? "" }));
	return EXIT.done;
};

/** `draws repeat`: draws again on this machine from the frozen frame and the seed, and compares (LB-03). */
export const repeat: Runner = async (context) => {
	const { client } = await context.connect();
	const held = await client.closeOut.repeatDraw.query({ drawId: context.arguments[0] ?? "" });
	const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
	const { frameSame, sampleSame, drawn } = checkDraw(held, sha256);
	const { language } = context;
	if (formatOf(context) === "json") {
		context.out(jsonText({ ...held, frameSame, sampleSame, redrawn: drawn }, context.environment.columns));
	} else {
		const verdict = (same: boolean | null) =>
			speak(
				same === null
					? say("尚未抽取", "not drawn yet")
					: same
						? say("一致", "the same")
						: say("不一致", "DIFFERS"),
				language,
			);
		write(context, [
			[speak(say("抽样框哈希", "Hash of the frame"), language), `${verdict(frameSame)}  ${held.sha256}`],
			[speak(say("重新抽取", "Drawn again"), language), `${verdict(sampleSame)}  ${drawn.length}`],
		]);
	}
	return frameSame && sampleSame !== false ? EXIT.done : EXIT.failed;
};
