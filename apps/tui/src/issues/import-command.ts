import { randomUUID } from "node:crypto";
import type { Inputs, Outputs, ZhenggaiClient } from "@zhenggai/client";
import { valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import { importNotices } from "../close-out/index.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { CommandError, EXIT, type ExitCode } from "../command-line/exit.ts";
import { readInput } from "../command-line/input.ts";
import { formatOf, jsonText } from "../command-line/output.ts";
import { importComplaints } from "../complaints/index.ts";
import { say } from "../say.ts";
import { makeDirectory } from "./directory.ts";
import { UUID } from "./find-issue.ts";
import { tellColumns } from "./import-columns.ts";
import { bringsNothing, documentText, NOTHING_NEW, previewText, refusalText } from "./import-text.ts";
import { hintOption } from "./reading-hint.ts";
import { mapOption } from "./table-columns.ts";

type Draft = Outputs["issues"]["startImport"];
type Choices = Inputs["issues"]["previewImport"]["choices"];
type Context = NonNullable<Choices["context"]>;
type Preview = Outputs["issues"]["previewImport"];

/** A name on the command line as an identifier, or the command's end. */
async function idOf(client: ZhenggaiClient, kind: "region" | "inspection", name: string): Promise<string> {
	if (kind === "region" ? /^[1-9]\d{5}$/.test(name) : UUID.test(name)) return name;
	const found = await makeDirectory(client).find({ kind, name });
	if ("problem" in found) throw new CommandError(EXIT.notFound, found.problem);
	return found.id;
}

/**
 * Under which inspection and for which region the document speaks: as the options say, else as the server made it
 * out from the document.
 */
async function contextOf(command: CommandContext, client: ZhenggaiClient, draft: Draft): Promise<Context> {
	const { options } = command;
	const inspection = options.value("inspection");
	const region = options.value("region");
	const tier = options.value("tier");
	const known = draft.choices.context;
	const regionCode = region === undefined ? known?.region : await idOf(client, "region", region);
	const meant =
		inspection === undefined
			? known?.inspection
			: { kind: "existing" as const, inspectionId: await idOf(client, "inspection", inspection) };
	const ownRegion = regionCode ?? (await client.access.me.query()).region;
	if (meant === undefined) {
		const all = await client.issues.listInspections.query();
		const names = all.map((one) => one.name);
		if (names.length === 0)
			throw new CommandError(
				EXIT.usage,
				say(
					"文件没有写明是哪次督察，台账中也还没有督察。请先登记：zhenggai inspections add <名称> --kind <类型>",
					"The document does not say which inspection it is of, and the ledger has none. Register it first: zhenggai inspections add <name> --kind <kind>",
				),
			);
		throw new CommandError(
			EXIT.usage,
			say(
				`请用 --inspection 指明是哪次督察。可选：${names.join("、")}；或先用 zhenggai inspections add 登记`,
				`Say with --inspection which inspection it is. There are: ${names.join(", ")}; or register it with zhenggai inspections add`,
			),
		);
	}
	const tierKey = valuesOf(vocab.tier).find((key) => key === tier || vocab.tier[key].zh === tier);
	return {
		inspection: meant,
		region: ownRegion,
		tier: tierKey ?? known?.tier ?? tierOfCode(ownRegion),
		parentByNumber: options.flag("parent-by-number") || (known?.parentByNumber ?? false),
	};
}

const tierOfCode = (code: string): Context["tier"] =>
	code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "county";

/** What to do with unit names that the ledger does not know: as the option says, else left for the clerk. */
function unitChoices(command: CommandContext, preview: Preview, region: string): Choices["units"] {
	const choice = command.options.flag("create-units")
		? ({ kind: "create", region } as const)
		: command.options.flag("leave-out-units")
			? ({ kind: "leaveOut" } as const)
			: null;
	const open = preview.units.filter((unit) => unit.matched === null && unit.choice === null);
	if (choice === null) return {};
	return Object.fromEntries(
		open.map((unit) => [unit.name, unit.collective ? ({ kind: "leaveOut" } as const) : choice]),
	);
}

async function preview(command: CommandContext, client: ZhenggaiClient, draft: Draft): Promise<Preview> {
	const context = await contextOf(command, client, draft);
	const choices: Choices = { ...draft.choices, context };
	const first = await client.issues.previewImport.mutate({ importId: draft.id, choices });
	const units = unitChoices(command, first, context.region);
	if (Object.keys(units).length === 0) return first;
	return client.issues.previewImport.mutate({
		importId: draft.id,
		choices: { ...choices, units: { ...choices.units, ...units } },
	});
}

async function apply(command: CommandContext, client: ZhenggaiClient, draft: Draft): Promise<ExitCode> {
	const justification = command.options.value("justification");
	const outcome = await client.issues.applyImport.mutate({
		importId: draft.id,
		envelope: { idempotencyKey: randomUUID(), ...(justification === undefined ? {} : { justification }) },
	});
	if (formatOf(command) === "json") command.out(jsonText(outcome, command.environment.columns));
	if (outcome.ok) {
		const { created, changed } = outcome.value;
		command.talk(
			say(
				`已入账：新增 ${created.length} 条，更正 ${changed.length} 条（导入 ${draft.id}）`,
				`Applied: ${created.length} new, ${changed.length} changed (import ${draft.id})`,
			),
		);
		return EXIT.done;
	}
	for (const refusal of outcome.refusals) command.talk(refusalText(refusal));
	return EXIT.failed;
}

/** Looks at a plan and, with `--apply`, brings it in. `kept` tells that the draft has become an import. */
async function importPlan(
	command: CommandContext,
	client: ZhenggaiClient,
	draft: Draft,
): Promise<{ code: ExitCode; kept: boolean }> {
	const found = await preview(command, client, draft);
	const json = formatOf(command) === "json";
	const print = async () => {
		if (json) command.out(jsonText(found, command.environment.columns));
		else for (const line of await previewText(found, command)) command.out(`${line}\n`);
	};
	if (bringsNothing(found)) {
		await print();
		command.talk(NOTHING_NEW);
		return { code: EXIT.done, kept: false };
	}
	const applies = command.options.flag("apply");
	const blocked = found.blocking.length > 0;
	if (blocked || !applies) {
		await print();
		if (applies) for (const finding of found.blocking) command.talk(refusalText(finding));
		return { code: blocked ? EXIT.failed : EXIT.done, kept: false };
	}
	// The ledger first: a reader that closes its end of the pipe ends the program at the first line it does not take.
	const code = await apply(command, client, draft);
	if (!json) await print();
	return { code, kept: code === EXIT.done };
}

/** `import`: what a document would do to the ledger, and with `--apply` doing it, all or nothing. */
export const run: Runner = async (command) => {
	if (command.options.flag("apply") === command.options.flag("dry-run"))
		throw new CommandError(
			EXIT.usage,
			say("请指明 --dry-run（只看）或 --apply（入账）", "Say --dry-run (look only) or --apply"),
		);
	const { client } = await command.connect();
	const input = await readInput(command.arguments[0] ?? "");
	const mapping = mapOption(command);
	const draft = await client.issues.startImport.mutate({
		source: { kind: "file", name: input.name, base64: Buffer.from(input.bytes).toString("base64") },
		hint: hintOption(command),
	});
	let kept = false;
	try {
		command.talk(documentText(draft.proposal));
		await tellColumns(command, client, draft, mapping);
		const ended =
			draft.proposal.kind === "complaints"
				? await importComplaints(command, client, draft.id)
				: draft.proposal.kind === "notice"
					? await importNotices(command, client, {
							id: draft.id,
							keys: draft.proposal.notices.map(({ key }) => key),
						})
					: await importPlan(command, client, draft);
		kept = ended.kept;
		return ended.code;
	} finally {
		// What was only looked at leaves nothing behind.
		if (!kept) await client.issues.discardImport.mutate({ importId: draft.id }).catch(() => {});
	}
};
