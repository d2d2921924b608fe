import { Role } from "@zhenggai/domain/kernel";
import { caseVocab, formatDate, formatNames, label, vocab } from "@zhenggai/domain/vocabulary";
import { limitOption } from "../command-line/all-pages.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, writeListing } from "../command-line/output.ts";
import { optionNamed } from "../command-line/values.ts";
import { say, speak } from "../say.ts";
import { lightCounts, lightWord } from "./totals-text.ts";
import { ledgerFilter, readLedger, type SimulatedRow, type WholeLedger } from "./whole-ledger.ts";

/** The counts in front of the list; programs find them in the JSON. */
function writeCounts(context: CommandContext, { totals }: WholeLedger): void {
	const format = formatOf(context);
	if (format === "json" || format === "csv") return;
	for (const { key, now } of lightCounts(totals)) {
		context.out(`${lightWord(key, context.language)}\t${now}\n`);
	}
	context.out("\n");
}

/** One line a reason: an issue may be lit for several. */
function rowsOf(row: SimulatedRow, { language }: CommandContext): string[][] {
	return row.reasons.map((reason, at) => [
		at === 0 ? lightWord(row.onDay.light, language) : "",
		at === 0 ? row.number : "",
		at === 0 ? row.regionName : "",
		at === 0 ? row.statement : "",
		at === 0 && row.due !== null ? formatDate(row.due, language) : "",
		reason.rule,
		speak(reason.message, language),
		speak(reason.clears, language),
		formatNames(
			reason.who.flatMap((who) => {
				const role = Role.safeParse(who);
				return role.success ? [label(vocab.role, role.data, language)] : [];
			}),
			language,
		),
	]);
}

/** `lights`: how many issues show which light today, and each lit one with its rule and what puts it out. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language } = context;
	const wanted = optionNamed(context, "light", caseVocab.light);
	const { asOf } = await client.issues.list.query({ limit: 1 });
	const query = {
		...{ asOf, filter: await ledgerFilter(context, client) },
		show: wanted === "good" || wanted === "none" ? ("all" as const) : ("lit" as const),
	};
	const limit = limitOption(context);
	// Of one light alone the others must not use up the limit.
	const whole = await readLedger(context, client, query, wanted === null ? limit : Number.POSITIVE_INFINITY);
	const shown = whole.items.filter(({ onDay }) => wanted === null || onDay.light === wanted).slice(0, limit);
	const lights = Object.fromEntries(lightCounts(whole.totals).map(({ key, now }) => [key, now]));
	const headings = [
		say("预警", "Light"),
		say("编号", "Number"),
		say("地区", "Region"),
		say("反馈问题", "Finding"),
		say("时限", "Due"),
		say("规则", "Rule"),
		say("亮灯原因", "Why"),
		say("如何灭灯", "What puts it out"),
		say("由谁", "Who"),
	];
	const flexible = new Set(["Finding", "Why", "What puts it out", "Who"]);
	// On a terminal there is no room for all: what says why and what to do comes first.
	const left = new Set(formatOf(context) === "table" ? ["Finding", "Due", "Who"] : []);
	const kept = headings.flatMap(({ en }, at) => (left.has(en) ? [] : [at]));
	writeCounts(context, whole);
	await writeListing(
		context,
		headings
			.filter(({ en }) => !left.has(en))
			.map((heading) => ({ heading: speak(heading, language), flexible: flexible.has(heading.en) })),
		shown.flatMap((row) => rowsOf(row, context)).map((row) => kept.map((at) => row[at] ?? "")),
		{ asOf, issues: whole.totals.issues, lights, items: shown },
	);
	const lit = (lights.red ?? 0) + (lights.yellow ?? 0);
	const rest =
		shown.length < lit && wanted === null
			? say("，--limit all 列出全部", "; --limit all lists all")
			: say("", "");
	context.talk(
		say(
			`共 ${whole.totals.issues} 条，亮黄牌或红灯 ${lit} 条${rest.zh}（${asOf}）`,
			`${lit} of ${whole.totals.issues} issues are lit${rest.en} (${asOf})`,
		),
	);
	return EXIT.done;
};
