import type { ComplaintTotals } from "@zhenggai/client";
import type { Language } from "@zhenggai/domain/kernel";
import { label, vocab } from "@zhenggai/domain/vocabulary";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { regionOption } from "../responsibilities/index.ts";
import { say, speak } from "../say.ts";
import { batchOption, countedInspection } from "./options.ts";
import { percentText, RATE_NAMES } from "./rates.ts";

const HEADINGS = [
	say("行政区域", "Region"),
	say("件数", "Cases"),
	vocab.complaintStatus.closed,
	vocab.complaintStatus.stageClosed,
	vocab.complaintStatus.open,
	say("办结未写明", "No status"),
	RATE_NAMES.strict,
	RATE_NAMES.broad,
	vocab.verdict.untrue,
];

type Counted = Pick<ComplaintTotals, "tally" | "rates">;

const cellsOf = (name: string, { tally, rates }: Counted): string[] => [
	name,
	String(tally.cases),
	String(tally.statuses.closed),
	String(tally.statuses.stageClosed),
	String(tally.statuses.open),
	String(tally.noStatus),
	percentText(rates.strict),
	percentText(rates.broad),
	String(tally.verdicts.untrue),
];

function rowsOf(totals: ComplaintTotals, language: Language): string[][] {
	const own = speak(say("（跨地区或不明）", " (several or unknown)"), language);
	return [
		...totals.regions.map((one) => cellsOf(`${one.name}${one.own ? own : ""}`, one)),
		cellsOf(speak(say("合计", "All"), language), totals),
	];
}

/** `complaints totals`: what the tables of an inspection add up to, by region, with both closure rates. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language, options } = context;
	const region = options.value("region");
	const batch = batchOption(context);
	const totals = await client.complaints.totals.query({
		inspectionId: await countedInspection(context, client),
		...(batch === null ? {} : { batch }),
		...(region === undefined ? {} : { region: await regionOption(client, region) }),
	});
	await writeListing(
		context,
		HEADINGS.map((heading, index) => ({
			heading: speak(heading, language),
			align: index === 0 ? "left" : "right",
			flexible: index === 0,
		})),
		rowsOf(totals, language),
		totals,
	);
	for (const { rule, severity, message } of totals.findings)
		context.talk(
			say(
				`${label(vocab.severity, severity, "zh-CN")} ${rule}  ${message.zh}`,
				`${label(vocab.severity, severity, "en")} ${rule}  ${message.en}`,
			),
		);
	return EXIT.done;
};
