import type { Outputs } from "@zhenggai/client";
import type { IsoDate } from "@zhenggai/domain/kernel";
import { caseVocab, formatDate, formatNames, label } from "@zhenggai/domain/vocabulary";
import { limitOption } from "../command-line/all-pages.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText, plainRows, tableText, writeListing } from "../command-line/output.ts";
import { required, usageError } from "../command-line/values.ts";
import { findIssue } from "../issues/index.ts";
import { say, speak } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";
import { lightCounts, lightWord, scheduleCounts, scheduleWord, summaryOf } from "./totals-text.ts";
import { dayOption, ledgerFilter, readLedger, type SimulatedRow, type WholeLedger } from "./whole-ledger.ts";

type Simulation = Outputs["supervision"]["simulate"];
type OnDay = Simulation["onDay"];
type Unknown = Pick<WholeLedger, "unknownYears">;

const SHOWS = ["changed", "lit", "all"] as const;

/** What an earlier and a later day mean, once, for people. */
const MEANS: Readonly<Record<WholeLedger["when"], ReturnType<typeof say>>> = {
	past: say("按当日日志还原", "as the journal knew it then"),
	today: say("今天", "today"),
	future: say("按现状推演：此后无人办理", "if nobody does anything from now on"),
};

/** Years without a calendar are no mistake of the reader's, and nothing was guessed for them. */
function tellUnknown(context: CommandContext, { unknownYears }: Unknown): void {
	for (const { rule, message } of unknownYears) {
		context.talk(
			say(`${rule} ${message.zh}，有关期限未计算`, `${rule} ${message.en}; such days are left open`),
		);
	}
}

const kindsText = (
	kinds: readonly (keyof typeof caseVocab.instrumentKind)[],
	context: CommandContext,
): string =>
	formatNames(
		kinds.map((kind) => label(caseVocab.instrumentKind, kind, context.language)),
		context.language,
	);

const arrow = (from: string, to: string): string => (from === to ? to : `${from} → ${to}`);

async function writeSummary(context: CommandContext, { totals }: WholeLedger, asOf: IsoDate): Promise<void> {
	const format = formatOf(context);
	if (format !== "table" && format !== "plain") return;
	const { language } = context;
	const headings = [
		say("合计", "Total"),
		say("今天", "Today"),
		say(asOf, asOf),
		say("增加", "Comes"),
		say("减少", "Goes"),
	].map((heading) => speak(heading, language));
	const rows = summaryOf(totals, language).map(([what, ...numbers]) => [what, ...numbers.map(String)]);
	const columns = headings.map((heading, at) => ({
		heading,
		...(at === 0 ? { flexible: true } : { align: "right" as const }),
	}));
	const total = context.environment.columns ?? 80;
	context.out(
		format === "plain"
			? plainRows([headings, ...rows])
			: tableText(columns, rows, { total, headings: true }, await context.cells()),
	);
	context.out("\n");
}

/** What `--json` prints of the ledger: counts ready to use, the cells that they are made of, and the lines. */
const wholeJson = ({ totals, ...whole }: WholeLedger) => ({
	...whole,
	totals: {
		...{ issues: totals.issues, changed: totals.changed, registeredLater: totals.registeredLater },
		lights: lightCounts(totals).map(({ key: light, ...counts }) => ({ light, ...counts })),
		schedules: scheduleCounts(totals).map(({ key: schedule, ...counts }) => ({ schedule, ...counts })),
		proposals: totals.proposals,
		changes: { lights: totals.lights, schedules: totals.schedules },
	},
});

const rowText = (row: SimulatedRow, context: CommandContext): string[] => {
	const { language } = context;
	const [now, onDay] = [row.now, row.onDay];
	return [
		row.number,
		row.regionName,
		row.statement,
		row.due === null ? "" : formatDate(row.due, language),
		arrow(lightWord(now.light, language), lightWord(onDay.light, language)),
		arrow(scheduleWord(now.schedule, language), scheduleWord(onDay.schedule, language)),
		kindsText(onDay.proposals, context),
		row.reasons.map(({ rule }) => rule).join(" "),
	];
};

async function simulateLedger(context: CommandContext, asOf: IsoDate): Promise<void> {
	const { client } = await context.connect();
	const { language, options } = context;
	const asked = options.value("show") ?? "changed";
	const show = SHOWS.find((one) => one === asked);
	if (show === undefined)
		throw usageError("--show", say(`应为 ${SHOWS.join("、")}`, `must be one of ${SHOWS.join(", ")}`));
	const filter = await ledgerFilter(context, client);
	const whole = await readLedger(context, client, { asOf, filter, show }, limitOption(context));
	await writeSummary(context, whole, asOf);
	const headings = [
		say("编号", "Number"),
		say("地区", "Region"),
		say("反馈问题", "Finding"),
		say("时限", "Due"),
		say("预警", "Light"),
		say("进度", "Schedule"),
		say("建议督办", "Proposed"),
		say("规则", "Rules"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Finding" })),
		whole.items.map((row) => rowText(row, context)),
		wholeJson(whole),
	);
	const { totals } = whole;
	const later =
		totals.registeredLater === 0
			? say("", "")
			: say(`，其后登记 ${totals.registeredLater} 条`, `, ${totals.registeredLater} registered later`);
	const rest = whole.cut ? say("，--limit all 列出全部", "; --limit all lists all") : say("", "");
	context.talk(
		say(
			`${asOf}（${MEANS[whole.when].zh}）：${totals.issues} 条，与今天不同 ${totals.changed} 条${later.zh}${rest.zh}`,
			`${asOf} (${MEANS[whole.when].en}): ${totals.issues} issues, ${totals.changed} stand otherwise than today${later.en}${rest.en}`,
		),
	);
	tellUnknown(context, whole);
}

function dayLines(on: OnDay, title: string, context: CommandContext): string[][] {
	const { language } = context;
	const named = (zh: string, en: string) => speak(say(zh, en), language);
	return [
		[
			title,
			lightWord(on.light.light, language),
			scheduleWord(on.schedule, language),
			kindsText(
				on.proposals.map(({ kind }) => kind),
				context,
			),
		],
		...on.light.reasons.map(({ rule, message, clears }) => [
			"",
			rule,
			speak(message, language),
			`${named("消除", "clears")}: ${speak(clears, language)}`,
		]),
	];
}

function writeOne(context: CommandContext, simulation: Simulation): void {
	const { language } = context;
	const named = (zh: string, en: string) => speak(say(zh, en), language);
	const lines = [
		[simulation.number, simulation.regionName, simulation.statement],
		...dayLines(simulation.now, named("今天", "today"), context),
		...dayLines(simulation.onDay, simulation.asOf, context),
		...simulation.findings.map(({ rule, message }) => [
			named("检查", "finds"),
			rule,
			speak(message, language),
		]),
		...simulation.lapses.map(({ on, rule, message }) => [
			formatDate(on, language),
			rule,
			speak(message, language),
		]),
	];
	for (const line of lines) context.out(`${line.map(cleanLine).join("\t").trimEnd()}\n`);
}

async function simulateIssues(context: CommandContext, asOf: IsoDate): Promise<void> {
	const { client } = await context.connect();
	const items: Simulation[] = [];
	for (const wanted of context.arguments) {
		const issueId = await findIssue(client, wanted);
		items.push(await client.supervision.simulate.query({ issueId, asOf }));
	}
	if (formatOf(context) === "json") {
		context.out(jsonText({ asOf, items }, context.environment.columns));
		return;
	}
	for (const [at, simulation] of items.entries()) {
		if (at > 0) context.out("\n");
		writeOne(context, simulation);
	}
	const [first] = items;
	if (first === undefined) return;
	context.talk(say(`${asOf}：${MEANS[first.when].zh}`, `${asOf}: ${MEANS[first.when].en}`));
	tellUnknown(context, first);
}

/** `simulate`: lights, schedule status and proposals of issues or of the whole ledger on any day, beside today's. */
export const run: Runner = async (context) => {
	const asOf = dayOption("as-of", required("as-of", context.options.value("as-of")));
	if (context.arguments.length > 0) await simulateIssues(context, asOf);
	else await simulateLedger(context, asOf);
	return EXIT.done;
};
