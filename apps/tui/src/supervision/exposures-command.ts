import { caseVocab, formatDate, formatNumber, label } from "@zhenggai/domain/vocabulary";
import { limitOption, readPages } from "../command-line/all-pages.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { tellListed, writeListing } from "../command-line/output.ts";
import { optionNamed } from "../command-line/values.ts";
import { findIssue } from "../issues/index.ts";
import { regionOption, unitIdOf } from "../responsibilities/index.ts";
import { say, speak } from "../say.ts";
import { dayOption } from "./whole-ledger.ts";

type Client = Awaited<ReturnType<CommandContext["connect"]>>["client"];

async function filterOf(context: CommandContext, client: Client) {
	const { options } = context;
	const kind = optionNamed(context, "kind", caseVocab.exposureKind);
	const level = optionNamed(context, "level", caseVocab.exposureLevel);
	const [from, to] = [options.value("from"), options.value("to")];
	const [region, issue, unit] = [options.value("region"), options.value("issue"), options.value("unit")];
	return {
		...(kind === null ? {} : { kinds: [kind] }),
		...(level === null ? {} : { levels: [level] }),
		...(options.flag("open") ? { state: "open" as const } : {}),
		...(options.flag("settled") ? { state: "settled" as const } : {}),
		...(from === undefined ? {} : { from: dayOption("from", from) }),
		...(to === undefined ? {} : { to: dayOption("to", to) }),
		...(region === undefined ? {} : { region: await regionOption(client, region) }),
		...(issue === undefined ? {} : { issueId: await findIssue(client, issue) }),
		...(unit === undefined ? {} : { unitId: await unitIdOf(client, "unit", unit) }),
	};
}

/** `exposures`: circulars and exposures over all issues, what was made public and whether it was answered. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language } = context;
	const filter = await filterOf(context, client);
	const { items, last } = await readPages(limitOption(context), (page) =>
		client.supervision.exposures.query({ filter, ...page }),
	);
	const headings = [
		say("日期", "Day"),
		say("级别", "Level"),
		say("类型", "Kind"),
		say("文件或报道", "Document"),
		say("问题", "Issue"),
		say("地区", "Region"),
		say("单位", "Units"),
		say("核销", "Answered"),
		say("天数", "Days"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({
			heading: speak(heading, language),
			flexible: ["Document", "Units", "Answered"].includes(heading.en),
		})),
		items.map((row) => [
			formatDate(row.on, language),
			label(caseVocab.exposureLevel, row.level, language),
			label(caseVocab.exposureKind, row.kind, language),
			row.document,
			formatNumber(row.issueNumber, language),
			row.regionName,
			row.units.map(({ name }) => name).join("、"),
			row.settled === null ? "" : `${formatDate(row.settled.on, language)} ${row.settled.reason}`,
			String(row.days),
		]),
		{ items, total: last.total, nextCursor: last.nextCursor, asOf: last.asOf },
	);
	tellListed(context, items.length, last, "件");
	return EXIT.done;
};
