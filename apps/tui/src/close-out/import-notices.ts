import { randomUUID } from "node:crypto";
import type { NoticeChoices, NoticePreview, ZhenggaiClient } from "@zhenggai/client";
import { valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext } from "../command-line/command.ts";
import { EXIT, type ExitCode } from "../command-line/exit.ts";
import { formatOf, jsonText } from "../command-line/output.ts";
import { refusedError } from "../command-line/refused.ts";
import { usageError } from "../command-line/values.ts";
import { theInspection } from "../complaints/index.ts";
import { bringsNothing, findIssue, NOTHING_NEW } from "../issues/index.ts";
import { regionOption } from "../responsibilities/index.ts";
import { say } from "../say.ts";
import { noticePreviewText } from "./preview-text.ts";

type Context = NonNullable<NoticeChoices["context"]>;
type Items = NoticeChoices["items"];

const tierOfCode = (code: string): Context["tier"] =>
	code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "county";

/** Whose list the printed numbers stand on: as `--tier` says, else that of the region. */
function tierOption({ options }: CommandContext, region: string): Context["tier"] {
	const named = options.value("tier");
	if (named === undefined) return tierOfCode(region);
	const tier = valuesOf(vocab.tier).find((key) => key === named || vocab.tier[key].zh === named);
	if (tier !== undefined) return tier;
	throw usageError(
		"--tier",
		say(`应为 ${valuesOf(vocab.tier).join("、")} 之一`, `must be one of ${valuesOf(vocab.tier).join(", ")}`),
	);
}

/** `n2=55` attaches the second notice to number 55; `55` alone is enough where the document has one notice. */
async function issueOptions(
	{ options }: CommandContext,
	client: ZhenggaiClient,
	keys: readonly string[],
): Promise<Items> {
	const items: Items = {};
	for (const given of options.values("issue")) {
		const [, key = keys.length === 1 ? keys[0] : undefined, number = ""] =
			/^(?:(n\d+)=)?(.+)$/.exec(given) ?? [];
		if (key === undefined || !keys.includes(key)) {
			throw usageError(
				"--issue",
				say(
					`请写成“项=编号”，如 n1=12；本文件有 ${keys.join("、")}`,
					`write item=number, such as n1=12; this document has ${keys.join(", ")}`,
				),
			);
		}
		items[key] = { apply: true, issueId: await findIssue(client, number) };
	}
	return items;
}

async function choicesOf(
	context: CommandContext,
	client: ZhenggaiClient,
	keys: readonly string[],
): Promise<NoticeChoices> {
	const region = await regionOption(client, context.options.value("region"));
	const inspectionId = await theInspection(context, client);
	return {
		context: { inspectionId, region, tier: tierOption(context, region) },
		items: await issueOptions(context, client, keys),
		corrections: {},
	};
}

async function apply(
	context: CommandContext,
	client: ZhenggaiClient,
	importId: string,
	print: () => Promise<void>,
): Promise<void> {
	const json = formatOf(context) === "json";
	const outcome = await client.closeOut.applyImport.mutate({
		importId,
		envelope: { idempotencyKey: randomUUID() },
	});
	if (json) context.out(jsonText(outcome, context.environment.columns));
	if (!outcome.ok) throw refusedError(outcome.refusals);
	const { attached, replaced } = outcome.value;
	context.talk(
		say(
			`已附上：新增 ${attached.length} 份，更正 ${replaced.length} 份（导入 ${importId}）`,
			`Attached: ${attached.length} new notices, ${replaced.length} corrected (import ${importId})`,
		),
	);
	if (!json) await print();
}

/** Shows to which issues the notices of a document go, and with `--apply` attaches them, all or nothing; `kept` then. */
export async function importNotices(
	context: CommandContext,
	client: ZhenggaiClient,
	draft: { readonly id: string; readonly keys: readonly string[] },
): Promise<{ code: ExitCode; kept: boolean }> {
	const preview: NoticePreview = await client.closeOut.previewImport.mutate({
		importId: draft.id,
		choices: await choicesOf(context, client, draft.keys),
	});
	const nothing = bringsNothing({ summary: { ...preview.summary, vanished: 0 } });
	const shown = nothing ? { ...preview, blocking: [] } : preview;
	const print = async () => {
		if (formatOf(context) === "json") context.out(jsonText(preview, context.environment.columns));
		else for (const line of await noticePreviewText(shown, context)) context.out(`${line}\n`);
	};
	if (nothing) {
		await print();
		context.talk(NOTHING_NEW);
		return { code: EXIT.done, kept: false };
	}
	const blocked = preview.blocking.length > 0;
	if (blocked || !context.options.flag("apply")) {
		await print();
		return { code: blocked ? EXIT.failed : EXIT.done, kept: false };
	}
	await apply(context, client, draft.id, print);
	return { code: EXIT.done, kept: true };
}
