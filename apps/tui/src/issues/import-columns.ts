import type { Outputs, ZhenggaiClient } from "@zhenggai/client";
import type { ColumnMapping } from "@zhenggai/domain/issues";
import { formatInstant } from "@zhenggai/domain/vocabulary";
import type { CommandContext } from "../command-line/command.ts";
import { say } from "../say.ts";
import { checkMapped, unknownColumnsText } from "./table-columns.ts";

type Draft = Outputs["issues"]["startImport"];

/** Keeps the columns of every table that was read with `--map`. */
async function remember(command: CommandContext, client: ZhenggaiClient, draft: Draft): Promise<void> {
	const done = new Set<string>();
	for (const { layout, kind, columns } of draft.proposal.tables) {
		if (layout === null || kind === null || done.has(layout)) continue;
		if (!columns.some(({ how }) => how === "mapped")) continue;
		done.add(layout);
		await client.issues.saveColumnLayout.mutate({
			layout,
			kind,
			columns: columns.map(({ index, words, field, how }) => ({
				index,
				words,
				field: how === "guessed" ? "other" : (field ?? "other"),
			})),
		});
		command.talk(
			say(
				`已记住这种表头的对应（${layout}），以后自动套用`,
				`Remembered the columns of this header (${layout}); they are applied from now on`,
			),
		);
	}
}

/**
 * Says how the columns of the document were understood: whose memory was used, and which are not known. Throws where
 * `--map` names a column that is not there.
 */
export async function tellColumns(
	command: CommandContext,
	client: ZhenggaiClient,
	draft: Draft,
	mapping: ColumnMapping | null,
): Promise<void> {
	checkMapped(mapping, draft.proposal.tables);
	for (const { remembered, layout } of draft.hint.columns ?? []) {
		if (remembered === undefined) continue;
		command.talk(
			say(
				`列按 ${remembered.by} ${formatInstant(remembered.at, "zh-CN")} 的对应读取（zhenggai layouts forget ${layout ?? ""} 可忘掉）`,
				`Columns as mapped by ${remembered.by} on ${formatInstant(remembered.at, "en")} (zhenggai layouts forget ${layout ?? ""} forgets it)`,
			),
		);
	}
	if (command.options.flag("remember")) await remember(command, client, draft);
	const open = unknownColumnsText(draft.proposal.tables);
	if (open !== null) command.talk(open);
}
