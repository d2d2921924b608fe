import type { Outputs, Refusal } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { badges, badgeText, formatNames, labelOr, vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext } from "../command-line/command.ts";
import { tableText } from "../command-line/output.ts";
import { whoText } from "../panes/detail-rules.ts";
import { clearsText } from "../panes/way-out.ts";
import { say, speak } from "../say.ts";

type Preview = Outputs["issues"]["previewImport"];
type Draft = Outputs["issues"]["startImport"];

/** A refusal in one sentence for the command line: rule, reason, what clears it, who can. */
export function refusalText(refusal: Pick<Refusal, "rule" | "message" | "clears" | "who">): Bilingual {
	const { rule, message, who } = refusal;
	const clears = clearsText(refusal);
	return say(
		`${rule}  ${message.zh}。如何解决：${clears.zh}。谁能办理：${whoText(who, "zh-CN")}`,
		`${rule}  ${message.en}. Clears it: ${clears.en}. Who can: ${whoText(who, "en")}`,
	);
}

const WIDTH = 110;

/** What was read of each kind; a notice's own issue is what it is about, not one to be imported. */
function readCounts({ kind, issues, complaints, notices }: Draft["proposal"]): Bilingual[] {
	return [
		{ count: kind === "notice" ? 0 : issues.length, zh: "问题", en: "issues" },
		{ count: complaints.length, zh: "信访件", en: "complaints" },
		{ count: notices.length, zh: "公示", en: "notices" },
	]
		.filter(({ count }) => count > 0)
		.map(({ count, zh, en }) => say(`${zh} ${count}`, `${count} ${en}`));
}

/** What the document was read as, for the line above the preview. */
export function documentText(proposal: Draft["proposal"]): Bilingual {
	const { zh, en } = vocab.documentKind[proposal.kind];
	const { length } = proposal.warnings;
	const parts = [
		...readCounts(proposal),
		say(
			`读取提示 ${length}${length > 0 ? "（zhenggai parse 可逐条查看）" : ""}`,
			`${length} warnings${length > 0 ? " (zhenggai parse shows them)" : ""}`,
		),
	];
	return say(
		`文件读作“${zh}”：${parts.map((part) => part.zh).join("，")}`,
		`Read as "${en}": ${parts.map((part) => part.en).join(", ")}`,
	);
}

/** Whether the ledger holds all of the document already: nothing is wrong, and nothing is left to do. */
export const bringsNothing = ({ summary }: { summary: Preview["summary"] }): boolean =>
	summary.same > 0 && summary.new + summary.changed + summary.refused === 0;

export const NOTHING_NEW = say(
	"台账已与文件一致，无需导入",
	"The ledger holds all of it already; nothing to do",
);

function unitLines(preview: Preview, { language }: CommandContext): string[] {
	const open = preview.units.filter((unit) => unit.matched === null);
	if (open.length === 0) return [];
	const lines = open.map((unit) => {
		const near = formatNames(
			unit.suggestions.slice(0, 3).map((one) => one.name),
			language,
		);
		const hint = near === "" ? "" : speak(say(`  相近：${near}`, `  near: ${near}`), language);
		const choice = unit.choice === null ? "" : `  [${labelOr(vocab.unitChoice, unit.choice.kind, language)}]`;
		return `  ${unit.name} ×${unit.count}${choice}${hint}`;
	});
	return [
		"",
		speak(
			say(
				"台账中没有的单位（--create-units 新建，--leave-out-units 略去）：",
				"Units that the ledger does not know (--create-units makes them, --leave-out-units leaves them out):",
			),
			language,
		),
		...lines,
	];
}

/** The preview for people: one line an issue, the differences below, then units and what blocks. */
export async function previewText(preview: Preview, context: CommandContext): Promise<string[]> {
	const { language } = context;
	const cells = await context.cells();
	const total = context.environment.columns ?? WIDTH;
	const rows = preview.items.map((item) => [
		badgeText(badges.preview[item.kind], language),
		item.number ?? "",
		item.statement,
		[...new Set(item.findings.map((finding) => finding.rule))].join(" "),
	]);
	const table = tableText(
		[
			{ heading: speak(say("结果", "Result"), language) },
			{ heading: speak(say("编号", "Number"), language) },
			{ heading: speak(say("问题", "Finding"), language), flexible: true },
			{ heading: speak(say("规则", "Rules"), language) },
		],
		rows,
		{ total, headings: true },
		cells,
	);
	const differences = preview.items.flatMap((item) =>
		item.kind !== "changed"
			? []
			: item.differences.map(
					(one) =>
						`  ${item.number ?? ""} ${labelOr(vocab.importField, one.field, language)}: ${one.ledger ?? "-"} → ${one.document ?? "-"}`,
				),
	);
	const { summary } = preview;
	const sum = say(
		`新增 ${summary.new}，变化 ${summary.changed}，相同 ${summary.same}，拒绝 ${summary.refused}，文件中不再出现 ${summary.vanished}`,
		`${summary.new} new, ${summary.changed} changed, ${summary.same} the same, ${summary.refused} refused, ${summary.vanished} no longer named`,
	);
	const blocking = (bringsNothing(preview) ? [] : preview.blocking).map(
		(finding) => `! ${speak(refusalText(finding), language)}`,
	);
	return [
		...table.trimEnd().split("\n"),
		...differences,
		...unitLines(preview, context),
		"",
		speak(sum, language),
		...blocking,
	];
}
