import type { Inputs, Outputs } from "@zhenggai/client";
import { label, vocab } from "@zhenggai/domain/vocabulary";
import { newId } from "../app/uuid.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { type PlaceOf, refusedError } from "../command-line/refused.ts";
import { optionNamed, required, usageError } from "../command-line/values.ts";
import { regionOption } from "../responsibilities/index.ts";
import { say, speak } from "../say.ts";

type Inspection = Outputs["issues"]["listInspections"][number];
type Command = Extract<Inputs["issues"]["commandInspection"]["command"], { type: "registerInspection" }>;

async function writeInspections(context: CommandContext, items: readonly Inspection[]): Promise<void> {
	const { language } = context;
	const headings = [
		say("名称", "Name"),
		say("类型", "Kind"),
		say("轮次", "Round"),
		say("批次", "Batch"),
		say("被督察地区", "Region"),
		say("问题数", "Issues"),
		say("标识", "Id"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({
			heading: speak(heading, language),
			flexible: heading.en === "Name",
			align: ["Round", "Batch", "Issues"].includes(heading.en) ? "right" : "left",
		})),
		items.map((one) => [
			one.name,
			label(vocab.sourceKind, one.kind, language),
			String(one.round ?? ""),
			String(one.batch ?? ""),
			one.regionName,
			String(one.issueCount),
			one.id,
		]),
		{ items },
	);
}

/** `inspections list`: the inspections that issues come from. */
export const list: Runner = async (context) => {
	const { client } = await context.connect();
	await writeInspections(context, await client.issues.listInspections.query());
	return EXIT.done;
};

const MOST = 50;

function ordinal({ options }: CommandContext, name: string): number | null {
	const text = options.value(name);
	if (text === undefined) return null;
	const value = Number(text);
	if (Number.isInteger(value) && value >= 1 && value <= MOST) return value;
	throw usageError(`--${name}`, say(`应为 1–${MOST} 的整数`, `must be a whole number from 1 to ${MOST}`));
}

function day({ options }: CommandContext, name: string): string | null {
	const text = options.value(name);
	if (text === undefined) return null;
	const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
	// A day that does not exist, such as the 31st of June, becomes another one or none.
	if (date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
	throw usageError(`--${name}`, say("日期应写作 2026-03-01", "write the day as 2026-03-01"));
}

const PLACES: Readonly<Record<string, string>> = {
	kind: "--kind",
	region: "--region",
	round: "--round",
	batch: "--batch",
	team: "--team",
	enteredOn: "--entered",
	leftOn: "--left",
};

const placeOf: PlaceOf = (field) => {
	const option = PLACES[field];
	return option === undefined ? null : say(option, option);
};

/** `inspections add`: an inspection whose documents are to be imported. */
export const add: Runner = async (context) => {
	const [name = ""] = context.arguments;
	const kind = required("kind", optionNamed(context, "kind", vocab.sourceKind));
	const given = {
		...{ kind, name, round: ordinal(context, "round"), batch: ordinal(context, "batch") },
		team: context.options.value("team") ?? null,
		enteredOn: day(context, "entered"),
		leftOn: day(context, "left"),
	};
	const { client } = await context.connect();
	const region = await regionOption(client, context.options.value("region"));
	const inspectionId = newId(Date.now());
	const command: Command = {
		type: "registerInspection",
		inspectionId,
		inspection: { ...given, region, feedback: null, ruleSet: null },
	};
	const outcome = await client.issues.commandInspection.mutate({
		inspectionId,
		command,
		envelope: { expectedVersion: 0, idempotencyKey: inspectionId },
	});
	if (!outcome.ok) throw refusedError(outcome.refusals, placeOf);
	await writeInspections(context, [outcome.value]);
	context.talk(
		say(
			`已登记。下一步：zhenggai import <文件> --dry-run --inspection ${outcome.value.id}`,
			`Registered. Next: zhenggai import <file> --dry-run --inspection ${outcome.value.id}`,
		),
	);
	return EXIT.done;
};
