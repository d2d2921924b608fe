import { randomUUID } from "node:crypto";
import type { Outputs, ZhenggaiClient } from "@zhenggai/client";
import {
	badges,
	badgeText,
	complaintValueText,
	formatNames,
	labelOr,
	vocab,
} from "@zhenggai/domain/vocabulary";
import type { CommandContext } from "../command-line/command.ts";
import { EXIT, type ExitCode } from "../command-line/exit.ts";
import { formatOf, jsonText, tableText } from "../command-line/output.ts";
import { refusedError } from "../command-line/refused.ts";
import { bringsNothing, NOTHING_NEW } from "../issues/index.ts";
import { regionOption } from "../responsibilities/index.ts";
import { say, speak } from "../say.ts";
import { batchDayOption, batchOption, theInspection } from "./options.ts";
import { placesOption, refuseUnprinted } from "./place-option.ts";

type Preview = Outputs["complaints"]["previewImport"];
type Difference = Preview["items"][number]["differences"][number];

const WIDTH = 110;

/** Printed regions that mean nothing yet, with how often they stand there and what is near. */
function openRegions({ regions }: Preview, { language }: CommandContext): string[] {
	const open = regions.filter(({ places }) => places.length === 0);
	if (open.length === 0) return [];
	const title = say(
		"台账中没有的行政区域（归入清单所属地区；--place 文字=区域 指明）：",
		"Regions that the ledger does not know (kept under the table's own; --place text=region says which they are):",
	);
	const lines = open.map(({ text, count, suggestions }) => {
		const near = formatNames(
			suggestions.slice(0, 3).map(({ name }) => name),
			language,
		);
		return `  ${text} ×${count}${near === "" ? "" : speak(say(`  相近：${near}`, `  near: ${near}`), language)}`;
	});
	return ["", speak(title, language), ...lines];
}

/** The preview for people: one line a complaint, its differences, printed regions that mean nothing, the sum. */
async function previewText(preview: Preview, context: CommandContext): Promise<string[]> {
	const { language } = context;
	const table = tableText(
		[
			{ heading: speak(say("结果", "Result"), language) },
			{ heading: speak(vocab.complaintField.receiptNumber, language) },
			{ heading: speak(vocab.complaintField.summary, language), flexible: true },
			{ heading: speak(say("规则", "Rules"), language) },
		],
		preview.items.map((item) => [
			badgeText(badges.preview[item.kind], language),
			item.receiptNumber ?? "",
			item.summary,
			[...new Set(item.findings.map(({ rule }) => rule))].join(" "),
		]),
		{ total: context.environment.columns ?? WIDTH, headings: true },
		await context.cells(),
	);
	const side = (field: Difference["field"], text: string | null) =>
		text === null ? "-" : complaintValueText(field, text, language);
	const differences = preview.items.flatMap((item) =>
		item.differences.map(
			(one) =>
				`  ${item.receiptNumber ?? ""} ${labelOr(vocab.complaintImportField, one.field, language)}: ${side(one.field, one.ledger)} → ${side(one.field, one.document)}`,
		),
	);
	const { summary } = preview;
	return [
		...table.trimEnd().split("\n"),
		...differences,
		...openRegions(preview, context),
		"",
		speak(
			say(
				`信访件：新增 ${summary.new}，变化 ${summary.changed}，相同 ${summary.same}，拒绝 ${summary.refused}，文件中不再出现 ${summary.vanished}`,
				`Complaints: ${summary.new} new, ${summary.changed} changed, ${summary.same} the same, ${summary.refused} refused, ${summary.vanished} no longer named`,
			),
			language,
		),
	];
}

/** Shows what a published table of complaints would bring, and with `--apply` brings it in, all or nothing; `kept` then. */
export async function importComplaints(
	context: CommandContext,
	client: ZhenggaiClient,
	importId: string,
): Promise<{ code: ExitCode; kept: boolean }> {
	const json = formatOf(context) === "json";
	const { columns } = context.environment;
	const places = await placesOption(context, client);
	const preview = await client.complaints.previewImport.mutate({
		importId,
		choices: {
			context: {
				inspectionId: await theInspection(context, client),
				listRegion: await regionOption(client, context.options.value("region")),
				batch: batchOption(context),
				batchDay: batchDayOption(context),
			},
			...{ places, items: {}, corrections: {} },
		},
	});
	refuseUnprinted(places, preview);
	const print = async () => {
		if (json) context.out(jsonText(preview, columns));
		else for (const line of await previewText(preview, context)) context.out(`${line}\n`);
	};
	if (bringsNothing(preview)) {
		await print();
		context.talk(NOTHING_NEW);
		return { code: EXIT.done, kept: false };
	}
	const blocked = preview.blocking.length > 0;
	if (blocked || !context.options.flag("apply")) {
		await print();
		if (blocked) throw refusedError(preview.blocking);
		return { code: EXIT.done, kept: false };
	}
	const justification = context.options.value("justification");
	const outcome = await client.complaints.applyImport.mutate({
		importId,
		envelope: { idempotencyKey: randomUUID(), ...(justification === undefined ? {} : { justification }) },
	});
	if (json) context.out(jsonText(outcome, columns));
	if (!outcome.ok) throw refusedError(outcome.refusals);
	const { created, changed } = outcome.value;
	context.talk(
		say(
			`已入账：信访件新增 ${created.length} 件，更正 ${changed.length} 件（导入 ${importId}）`,
			`Applied: ${created.length} new complaints, ${changed.length} changed (import ${importId})`,
		),
	);
	if (!json) await print();
	return { code: EXIT.done, kept: true };
}
