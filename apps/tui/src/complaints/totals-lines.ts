import type { Bilingual, Language } from "@zhenggai/domain/kernel";
import { badges, badgeText, label, vocab } from "@zhenggai/domain/vocabulary";
import { badgeTone } from "../panes/badge-tone.ts";
import { say, speak } from "../say.ts";
import { type Column, columns, type Line, line, lineWidth, segment, textLine } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import { writePage } from "../terminal/page.ts";
import { percentText, RATE_NAMES } from "./rates.ts";
import type { TotalsState } from "./totals-state.ts";
import type { ComplaintTotals } from "./wire.ts";

const SHORT_RATES = {
	strict: say("只计已办结", "closed only"),
	broad: say("含阶段性", "with stage"),
} as const;

/** Findings that say that figures do not agree, as against those that only explain. */
const disagreements = (totals: ComplaintTotals): number =>
	totals.findings.filter(({ severity }) => severity !== "inform").length;

/** The name of the region that is counted. */
const regionText = ({ scope, totals }: TotalsState): string =>
	totals?.regions.find(({ own }) => own)?.name ?? totals?.region ?? scope?.region ?? "";

function scopeText(state: TotalsState, language: Language): string {
	const batch = state.scope?.batch ?? null;
	const region = state.scope?.region ?? null;
	const parts = [
		state.name,
		batch === null ? "" : speak(say(`第${batch}批`, `batch ${batch}`), language),
		region === null ? "" : regionText(state),
	];
	return parts.filter((part) => part !== "").join("  ");
}

/** What the sum is of, in a word: the list below it may be filtered further. */
function sumName({ scope }: TotalsState): Bilingual {
	if (scope?.region != null) return say("地区合计", "Region");
	const batch = scope?.batch ?? null;
	return batch === null ? say("督察合计", "Inspection") : say(`第${batch}批合计`, `Batch ${batch}`);
}

/** How many figures do not agree, and how many only need a word; `short` leaves out what is less urgent. */
function notesText(totals: ComplaintTotals, short: boolean): Bilingual {
	const wrong = disagreements(totals);
	const notes = totals.findings.length - wrong;
	const first =
		wrong === 0 ? say("", "") : say(`! ${wrong}处不符`, short ? `! ${wrong} off` : `! ${wrong} do not agree`);
	if (notes === 0 || (short && wrong > 0)) return first;
	const second = say(`说明 ${notes} 条`, `${notes} notes`);
	return say(`${first.zh} ${second.zh}`.trim(), `${first.en} ${second.en}`.trim());
}

/** The line above the list: how many, both 办结率 each under its name, and whether the figures agree. */
export function totalsLine(state: TotalsState, width: number, look: Look): Line {
	const { language } = look;
	const { totals } = state;
	if (totals === null) return textLine("");
	const { tally, rates } = totals;
	const head = segment(
		` ${speak(sumName(state), language)} ${tally.cases}${speak(say("件", ""), language)}`,
		"strong",
	);
	const rate = (names: typeof RATE_NAMES | typeof SHORT_RATES, key: "strict" | "broad") => [
		segment(`  ${speak(names[key], language)} `, "dim"),
		segment(percentText(rates[key]), "strong"),
	];
	const sign = (briefly: boolean) => {
		const notes = speak(notesText(totals, briefly), language);
		return segment(notes === "" ? "" : `  ${notes}`, disagreements(totals) > 0 ? "warning" : "notice");
	};
	const counts = segment(
		`  ${(["closed", "stageClosed", "open"] as const)
			.map((key) => `${label(vocab.complaintStatus, key, language)} ${tally.statuses[key]}`)
			.join("  ")}`,
	);
	const short = [head, ...rate(SHORT_RATES, "strict"), ...rate(SHORT_RATES, "broad")];
	const long = [head, ...rate(RATE_NAMES, "strict"), ...rate(RATE_NAMES, "broad")];
	const offers = [
		line(...long, counts, sign(false), segment(`  ${scopeText(state, language)}`, "dim")),
		line(...long, counts, sign(false)),
		line(...long, sign(false)),
		line(...short, sign(false)),
		line(...short, sign(true)),
	];
	return offers.find((one) => lineWidth(look.cells, one) <= width) ?? line(...short);
}

const COUNT_WIDTH = 7;
const STATUSES = ["closed", "stageClosed", "open"] as const;

type Counted = Pick<ComplaintTotals, "tally" | "rates">;
const HEADINGS: readonly Bilingual[] = [
	say("件数", "Cases"),
	badges.complaintStatus.closed.word,
	badges.complaintStatus.stageClosed.word,
	badges.complaintStatus.open.word,
	say("未写明", "None"),
];
/** Narrower headings of the two rates; the lines below the table say what they are. */
const RATE_HEADINGS: readonly Bilingual[] = [
	say("只计已办结", "Closed only"),
	say("含阶段性办结", "With stage"),
];
const RATE_WIDTH = 12;

function rowLine(name: string, { tally, rates }: Counted, width: number, look: Look, strong: boolean): Line {
	const tone = strong ? "strong" : "plain";
	const count = (value: number): Column => ({
		text: String(value),
		width: COUNT_WIDTH,
		align: "right",
		tone,
	});
	const rate = (value: number | null): Column => ({
		text: percentText(value),
		width: RATE_WIDTH,
		align: "right",
		tone,
	});
	return columns(look.cells, [
		{ text: name, width, tone },
		count(tally.cases),
		...STATUSES.map((key) => count(tally.statuses[key])),
		count(tally.noStatus),
		rate(rates.strict),
		rate(rates.broad),
	]);
}

const OWN = say("（跨地区或不明）", " (several or unknown)");
const LEAST_NAME = 8;
const MOST_NAME = 28;
const FIXED = 5 * (COUNT_WIDTH + 1) + 2 * (RATE_WIDTH + 1);

function regionTable(totals: ComplaintTotals, width: number, look: Look): Line[] {
	const { language } = look;
	const name = Math.max(LEAST_NAME, Math.min(MOST_NAME, width - FIXED - 1));
	const heading = columns(look.cells, [
		{ text: speak(say("行政区域", "Region"), language), width: name, tone: "dim" },
		...HEADINGS.map(
			(text): Column => ({ text: speak(text, language), width: COUNT_WIDTH, align: "right", tone: "dim" }),
		),
		...RATE_HEADINGS.map(
			(text): Column => ({ text: speak(text, language), width: RATE_WIDTH, align: "right", tone: "dim" }),
		),
	]);
	return [
		heading,
		...totals.regions.map((one) =>
			rowLine(one.own ? `${one.name}${speak(OWN, language)}` : one.name, one, name, look, false),
		),
		rowLine(speak(say("合计", "All"), language), totals, name, look, true),
	];
}

/** `来电 12  来信 3  未写明 1`, without what there is none of. */
function countsText(parts: readonly (readonly [string, number])[]): string {
	return parts
		.filter(([, count]) => count > 0)
		.map(([name, count]) => `${name} ${count}`)
		.join("  ");
}

/** Everything that the tables add up to, as lines of `width` cells. */
export function totalsPage(state: TotalsState, width: number, look: Look): readonly Line[] {
	const { language } = look;
	const { totals } = state;
	const page = writePage(look, width, language === "en" ? 20 : 14);
	if (totals === null) {
		page.text(speak(say("还没有可以合计的信访件", "There is nothing to add up yet"), language), "dim");
		return page.page().lines;
	}
	const { tally, rates } = totals;
	const none = speak(say("未写明", "not stated"), language);
	page.text(
		`${scopeText(state, language)}  ${speak(say(`截至 ${totals.asOf}`, `as of ${totals.asOf}`), language)}`,
		"dim",
	);
	page.gap();
	for (const key of ["strict", "broad"] as const)
		page.text(`${speak(RATE_NAMES[key], language)}  ${percentText(rates[key])}`, "strong");
	page.heading(speak(say("分地区", "By region"), language));
	page.raw(...regionTable(totals, width, look));
	page.heading(speak(say("构成", "What they are"), language));
	const verdicts = (["true", "mostlyTrue", "partlyTrue", "untrue"] as const).map(
		(key) => [label(vocab.verdict, key, language), tally.verdicts[key]] as const,
	);
	page.field(
		label(vocab.complaintField, "verdict", language),
		countsText([...verdicts, [none, tally.noVerdict]]),
	);
	const types = (["water", "air", "soil", "ecology", "noise", "marine", "radiation", "other"] as const).map(
		(key) => [label(vocab.pollutionType, key, language), tally.roots[key]] as const,
	);
	page.field(
		label(vocab.complaintField, "pollutionTypes", language),
		countsText([...types, [none, tally.noType]]),
	);
	const channels = (["phone", "letter", "wechat", "other"] as const).map(
		(key) => [label(vocab.complaintChannel, key, language), tally.channels[key]] as const,
	);
	page.field(
		label(vocab.complaintField, "channel", language),
		countsText([...channels, [none, tally.noChannel]]),
	);
	page.field(label(vocab.complaintField, "isKey", language), String(tally.keys));
	const batches = totals.batches.map(
		({ batch, cases }) =>
			[batch === null ? none : speak(say(`第${batch}批`, `batch ${batch}`), language), cases] as const,
	);
	if (batches.length > 0) page.field(label(vocab.complaintField, "batch", language), countsText(batches));
	page.heading(speak(say("核对", "Reconciliation"), language));
	if (totals.findings.length === 0) page.text(speak(say("各项相符", "Everything agrees"), language), "good");
	for (const { severity, rule, message, clears } of totals.findings) {
		const badge = badges.severity[severity];
		page.text(`${badgeText(badge, language)}  ${rule}  ${speak(message, language)}`, badgeTone(badge));
		page.text(speak(say("如何解决：", "Clears it: "), language) + speak(clears, language), "dim", 2);
	}
	return page.page().lines;
}
