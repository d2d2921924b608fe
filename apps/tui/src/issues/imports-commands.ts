import { randomUUID } from "node:crypto";
import type { Outputs, ZhenggaiClient } from "@zhenggai/client";
import { formatInstant, label, labelOr, vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText, tableText, writeListing } from "../command-line/output.ts";
import { say, speak } from "../say.ts";
import { UUID } from "./find-issue.ts";
import { refusalText } from "./import-text.ts";

type Record = Outputs["issues"]["listImports"][number];
type Preview = Outputs["issues"]["previewUndoImport"];
type Item = Preview["items"][number];

const COUNTS = ["New", "Changed"];

/** `imports`: the documents that were read, what became of them, and their ids; `--all` also those only looked at. */
export const list: Runner = async (context) => {
	const { language } = context;
	const { client } = await context.connect();
	const all = await client.issues.listImports.query();
	const items = context.options.flag("all") ? all : all.filter(({ state }) => state !== "discarded");
	const headings = [
		say("文件", "Document"),
		say("类型", "Kind"),
		say("状态", "State"),
		say("新增", "New"),
		say("变更", "Changed"),
		say("经办", "By"),
		say("时间", "Time"),
		say("标识", "Id"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({
			heading: speak(heading, language),
			flexible: heading.en === "Document" || heading.en === "Kind",
			align: COUNTS.includes(heading.en) ? "right" : "left",
		})),
		items.map((one) => [
			one.sourceName,
			label(vocab.documentKind, one.kind, language),
			label(vocab.importState, one.state, language),
			String(one.result?.created ?? ""),
			String(one.result?.changed ?? ""),
			one.undone?.by ?? one.startedBy,
			formatInstant(one.undone?.at ?? one.appliedAt ?? one.startedAt, language),
			one.id,
		]),
		{ items },
	);
	return EXIT.done;
};

/** The import that a person means: an id, or the name of a document that was applied once. */
async function findImport(client: ZhenggaiClient, wanted: string): Promise<string> {
	if (UUID.test(wanted)) return wanted;
	const named = (await client.issues.listImports.query()).filter(({ sourceName }) => sourceName === wanted);
	const applied = named.filter(({ state }) => state === "applied");
	const meant: readonly Record[] = applied.length > 0 ? applied : named;
	const [first] = meant;
	if (first === undefined)
		throw new CommandError(
			EXIT.notFound,
			say(
				`没有文件为“${wanted}”的导入；zhenggai imports 列出全部`,
				`There is no import of "${wanted}"; zhenggai imports lists them`,
			),
		);
	if (meant.length === 1) return first.id;
	const ids = meant.map(({ id, startedAt }) => `\n  ${id}  ${formatInstant(startedAt, "zh-CN")}`).join("");
	throw new CommandError(
		EXIT.usage,
		say(
			`“${wanted}”导入过${meant.length}次，请用标识：${ids}`,
			`"${wanted}" was imported ${meant.length} times; use the id:${ids}`,
		),
	);
}

const WIDTH = 110;

function itemLines(item: Item, { language }: CommandContext): string[] {
	const changes = item.changes.map(
		(one) => `  ${item.number ?? ""} ${speak(one.label, language)}: ${one.from ?? "-"} → ${one.to ?? "-"}`,
	);
	const obstacles = item.obstacles.map(
		(one) => `! ${item.number ?? ""} ${speak(refusalText(one), language)}`,
	);
	return [...changes, ...obstacles];
}

function staysText({ stays }: Preview): ReturnType<typeof say> | null {
	const { inspections, units, people } = stays;
	if (inspections.length + units + people === 0) return null;
	const zh = [
		...(inspections.length > 0 ? [`督察“${inspections.join("”、“")}”`] : []),
		...(units > 0 ? [`单位 ${units} 个`] : []),
		...(people > 0 ? [`人员 ${people} 人`] : []),
	];
	const en = [
		...(inspections.length > 0 ? [`the inspection “${inspections.join("”, “")}”`] : []),
		...(units > 0 ? [`${units} units`] : []),
		...(people > 0 ? [`${people} people`] : []),
	];
	return say(`导入时登记的${zh.join("、")}保留`, `What it entered beside stays: ${en.join(", ")}`);
}

/** The preview for people: one line an item, then what comes back, what is in the way, and what stays. */
async function previewText(preview: Preview, context: CommandContext): Promise<string[]> {
	const { language } = context;
	const rows = preview.items.map((item) => [
		item.obstacles.length > 0
			? `! ${speak(say("受阻", "Obstructed"), language)}`
			: labelOr(vocab.undoAct, item.act, language),
		item.number ?? "",
		item.text,
	]);
	const table = tableText(
		[
			{ heading: speak(say("结果", "Result"), language) },
			{ heading: speak(say("编号", "Number"), language) },
			{ heading: speak(say("内容", "About"), language), flexible: true },
		],
		rows,
		{ total: context.environment.columns ?? WIDTH, headings: true },
		await context.cells(),
	);
	const { summary, more } = preview;
	const sum = say(
		`登记作废 ${summary.voided}，恢复 ${summary.restored}，无需处理 ${summary.nothing}，受阻 ${summary.obstructed}`,
		`${summary.voided} voided, ${summary.restored} as before, ${summary.nothing} with nothing to do, ${summary.obstructed} obstructed`,
	);
	const stays = staysText(preview);
	return [
		...(rows.length === 0 ? [] : table.trimEnd().split("\n")),
		...(more > 0 ? [speak(say(`另有 ${more} 条`, `and ${more} more`), language)] : []),
		...preview.items.flatMap((item) => itemLines(item, context)),
		"",
		speak(sum, language),
		...(stays === null ? [] : [speak(stays, language)]),
		...preview.blocking.map((refusal) => `! ${speak(refusalText(refusal), language)}`),
	];
}

async function apply(context: CommandContext, client: ZhenggaiClient, importId: string, reason: string) {
	const envelope = { idempotencyKey: randomUUID() };
	const outcome = await client.issues.undoImport.mutate({ importId, reason, envelope });
	if (formatOf(context) === "json") context.out(jsonText(outcome, context.environment.columns));
	if (outcome.ok) {
		const { voided, restored } = outcome.value;
		context.talk(
			say(
				`已撤销导入：登记作废 ${voided} 条，恢复 ${restored} 条；同一文件可以重新导入`,
				`Undone: ${voided} registrations voided, ${restored} as before; the same document can be imported again`,
			),
		);
		return EXIT.done;
	}
	for (const refusal of outcome.refusals) context.talk(refusalText(refusal));
	return EXIT.failed;
}

/** `imports undo`: what undoing an import would bring back, and with `--apply` doing it, all or nothing. */
export const undo: Runner = async (context) => {
	const { options } = context;
	if (options.flag("apply") === options.flag("dry-run"))
		throw new CommandError(
			EXIT.usage,
			say("请指明 --dry-run（只看）或 --apply（撤销）", "Say --dry-run (look only) or --apply"),
		);
	const reason = options.value("reason")?.trim() ?? "";
	if (options.flag("apply") && reason.length < 2)
		throw new CommandError(
			EXIT.usage,
			say("请用 --reason 写明撤销的原因（不少于两个字）", "Say why with --reason (at least two characters)"),
		);
	const { client } = await context.connect();
	const importId = await findImport(client, context.arguments[0] ?? "");
	if (options.flag("apply")) return apply(context, client, importId, reason);
	const preview = await client.issues.previewUndoImport.query({ importId });
	if (formatOf(context) === "json") context.out(jsonText(preview, context.environment.columns));
	else for (const line of await previewText(preview, context)) context.out(`${line}\n`);
	return preview.blocking.length > 0 ? EXIT.failed : EXIT.done;
};
