import type { IsoDate } from "@zhenggai/domain/kernel";
import { formatDate, formatNumber } from "@zhenggai/domain/vocabulary";
import { limitOption, readPages } from "../command-line/all-pages.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { regionOption, unitIdOf } from "../responsibilities/index.ts";
import { say, speak } from "../say.ts";
import { dayOption } from "./whole-ledger.ts";

type Client = Awaited<ReturnType<CommandContext["connect"]>>["client"];

/** The period and the region that the options name. */
async function askedOf({ options }: CommandContext, client: Client) {
	const [from, to, region] = [options.value("from"), options.value("to"), options.value("region")];
	return {
		...(from === undefined ? {} : { from: dayOption("from", from) }),
		...(to === undefined ? {} : { to: dayOption("to", to) }),
		...(region === undefined ? {} : { region: await regionOption(client, region) }),
	};
}

const days = (from: IsoDate, to: IsoDate) => ({
	zh: `${formatDate(from, "zh-CN")}至${formatDate(to, "zh-CN")}`,
	en: `${formatDate(from, "en")} to ${formatDate(to, "en")}`,
});

/** `scores`: what units lost in a period, who lost most first (RSP-05). */
const ranking: Runner = async (context) => {
	const { client } = await context.connect();
	const { language } = context;
	const asked = await askedOf(context, client);
	const { items, last } = await readPages(limitOption(context), (page) =>
		client.supervision.unitScores.query({ ...asked, ...page }),
	);
	const headings = [
		say("名次", "Rank"),
		say("单位", "Unit"),
		say("扣分", "Points"),
		say("扣分项", "Entries"),
		say("红灯", "Red"),
		say("黄牌满次", "Yellow"),
		say("问题", "Issues"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Unit" })),
		items.map((row) => [
			...[String(row.rank), row.unitName, String(row.points), String(row.entries)],
			...[String(row.reds), String(row.yellows), String(row.issues)],
		]),
		{ from: last.from, to: last.to, units: last.units, items, nextCursor: last.nextCursor },
	);
	const period = days(last.from, last.to);
	context.talk(
		say(
			`${period.zh}有扣分的单位 ${last.units} 个；scores 单位名 列出逐项`,
			`${last.units} units lost points, ${period.en}; scores UNIT lists each`,
		),
	);
	return EXIT.done;
};

/** `scores <unit>`: what a unit's score is made of, each point with its rule, day and issue. */
async function points(context: CommandContext, unit: string) {
	const { client } = await context.connect();
	const { language } = context;
	const asked = { ...(await askedOf(context, client)), unitId: await unitIdOf(client, "unit", unit) };
	const { items, last } = await readPages(limitOption(context), (page) =>
		client.supervision.unitPoints.query({ ...asked, ...page }),
	);
	const headings = [
		say("日期", "Day"),
		say("分", "Points"),
		say("规则", "Rule"),
		say("事由", "Why"),
		say("问题", "Issue"),
		say("地区", "Region"),
		say("反馈问题", "Finding"),
	];
	const { unitId, unitName, from, to, entries } = last;
	await writeListing(
		context,
		headings.map((heading) => ({
			heading: speak(heading, language),
			flexible: heading.en === "Why" || heading.en === "Finding",
		})),
		items.map((row) => [
			...[formatDate(row.on, language), String(row.points), row.rule, speak(row.message, language)],
			...[formatNumber(row.issueNumber, language), row.regionName, row.statement],
		]),
		{ unitId, unitName, points: last.points, entries, from, to, items, nextCursor: last.nextCursor },
	);
	const period = days(from, to);
	context.talk(
		say(
			`${unitName}${period.zh}合计 ${last.points} 分，共 ${entries} 项`,
			`${unitName}: ${last.points} points, ${entries} entries, ${period.en}`,
		),
	);
	return EXIT.done;
}

/** `scores [unit]`: the ranking, or what one unit's score is made of. */
export const run: Runner = (context) => {
	const [unit] = context.arguments;
	return unit === undefined ? ranking(context) : points(context, unit);
};
