import { type Bilingual, say } from "../kernel/index.ts";
import type { FindingDraft } from "../rules/index.ts";
import { valuesOf, vocab } from "../vocabulary/index.ts";
import { complaintRule, TABLE_KEEPERS, type TotalsSubject } from "./rules-subject.ts";
import { closureRates, type PublishedTotals, sumOf } from "./totals.ts";

type Draft = FindingDraft<never>;

const CHECK = say("核对原表和台账中的件数", "Check the table and the ledger");
const REGIONS = say("各地合计", "regions");
const VERDICTS = say("是否属实合计", "verdicts");
const STATUSES = say("是否办结合计", "statuses");

const note = (field: string, message: Bilingual): Draft => ({
	field,
	severity: "inform",
	message,
	clears: say("公布时注明原因", "Say so where it is published"),
});

const mismatch = (field: string, what: Bilingual, sum: number, cases: number): Draft => ({
	field,
	message: say(
		`${what.zh}${sum}件，与总件数${cases}件不符`,
		`The ${what.en} add up to ${sum}, not to ${cases}`,
	),
	clears: CHECK,
});

function typesOf(sum: number, cases: number, field: string): Draft[] {
	if (sum === cases) return [];
	if (sum > cases) {
		return [
			note(
				field,
				say(
					`污染类型合计${sum}项，多于${cases}件：一件可涉及多个类型`,
					`The types add up to ${sum} for ${cases} cases: a case may have several`,
				),
			),
		];
	}
	return [mismatch(field, say("污染类型合计", "types"), sum, cases)];
}

function regionsOf(sum: number, { cases, crossRegion = 0 }: PublishedTotals): Draft[] {
	if (sum === cases) return [];
	if (crossRegion === 0 || sum < cases) return [mismatch("published.regions", REGIONS, sum, cases)];
	return [
		{
			field: "published.regions",
			message: say(
				`各地合计${sum}件，多于总件数${cases}件：跨地区的${crossRegion}件被重复计算`,
				`The regions add up to ${sum} for ${cases} cases: ${crossRegion} of several regions are counted more than once`,
			),
			clears: say("跨地区的信访件只计一次", "Count a case of several regions once"),
		},
	];
}

/** Whether the figures of a bulletin fit together. */
function withinPublished(published: PublishedTotals): Draft[] {
	const { cases, types, regions, verdicts, statuses } = published;
	const exact = (
		figures: Readonly<Record<string, number | undefined>> | undefined,
		field: string,
		what: Bilingual,
	): Draft[] => {
		const sum = figures === undefined ? cases : sumOf(figures);
		return sum === cases ? [] : [mismatch(field, what, sum, cases)];
	};
	return [
		...(types === undefined ? [] : typesOf(sumOf(types), cases, "published.types")),
		...(regions === undefined ? [] : regionsOf(sumOf(regions), published)),
		...exact(verdicts, "published.verdicts", VERDICTS),
		...exact(statuses, "published.statuses", STATUSES),
	];
}

/** Whether a bulletin says what the ledger counts. */
function againstLedger({ tally }: TotalsSubject, published: PublishedTotals): Draft[] {
	const pairs: [string, Bilingual, number | undefined, number][] = [
		["published.cases", say("总件数", "Cases"), published.cases, tally.cases],
		...valuesOf(vocab.verdict).map((verdict): [string, Bilingual, number | undefined, number] => [
			`published.verdicts.${verdict}`,
			vocab.verdict[verdict],
			published.verdicts?.[verdict],
			tally.verdicts[verdict],
		]),
		...valuesOf(vocab.complaintStatus).map((status): [string, Bilingual, number | undefined, number] => [
			`published.statuses.${status}`,
			vocab.complaintStatus[status],
			published.statuses?.[status],
			tally.statuses[status],
		]),
	];
	return pairs.flatMap(([field, what, printed, counted]) =>
		printed === undefined || printed === counted
			? []
			: [
					{
						field,
						message: say(
							`“${what.zh}”公布${printed}件，台账${counted}件`,
							`“${what.en}”: ${printed} are published, the ledger has ${counted}`,
						),
						clears: CHECK,
					},
				],
	);
}

/** Why the ledger's own sums differ from its cases, where they do. */
function withinLedger({ tally, regions }: TotalsSubject): Draft[] {
	const missing: readonly (readonly [string, Bilingual, number])[] = [
		["noVerdict", say("是否属实", "the verdict"), tally.noVerdict],
		["noStatus", say("是否办结", "the status"), tally.noStatus],
		["noType", say("污染类型", "the type"), tally.noType],
	];
	const sum = regions.reduce((total, { cases }) => total + cases, 0);
	return [
		...typesOf(sumOf(tally.types) + tally.noType, tally.cases, "types"),
		...(sum === tally.cases ? [] : [mismatch("regions", REGIONS, sum, tally.cases)]),
		...(tally.crossRegion === 0
			? []
			: [
					note(
						"crossRegion",
						say(
							`${tally.crossRegion}件跨地区，只在上级地区计一次`,
							`${tally.crossRegion} lie in several regions and are counted once, above them`,
						),
					),
				]),
		...missing.flatMap(([field, what, cases]) =>
			cases === 0
				? []
				: [
						note(
							field,
							say(
								`${cases}件未注明${what.zh}，不在分项之中`,
								`${cases} do not state ${what.en}: no part holds them`,
							),
						),
					],
		),
	];
}

export const data05 = complaintRule({
	id: "DATA-05",
	group: "DATA",
	severity: "warn",
	gate: "report",
	title: say("合计相符", "Totals reconcile"),
	statement: say(
		"公布的合计须与各类型、各地区、是否属实、是否办结的分项相符，不符的说明原因；跨地区件只计一次",
		"Published totals reconcile by type, region, verdict and status, or say why not; a case of several regions counts once",
	),
	params: [],
	src: ["S43", "S46", "S47", "S49"],
	who: TABLE_KEEPERS,
	check: (subject) => {
		if (subject.kind !== "totals") return null;
		const { totals } = subject;
		const { published } = totals;
		const found = [
			...withinLedger(totals),
			...(published === null ? [] : [...withinPublished(published), ...againstLedger(totals, published)]),
		];
		return found.length === 0 ? null : found;
	},
});

/** Half of the last digit that bulletins print, 0.1 %. */
const ROUNDING = 0.0005;

export const cmp13 = complaintRule({
	id: "CMP-13",
	group: "CMP",
	severity: "inform",
	hardest: "warn",
	gate: "report",
	title: say("办结率口径", "Which closure rate"),
	statement: say(
		"办结率须注明口径：已办结占比，或已办结与阶段性办结合计占比",
		"A closure rate says which one it is: closed only, or closed and stage-closed together",
	),
	params: ["closureRateMode"],
	src: ["S46", "INF"],
	who: TABLE_KEEPERS,
	check: (subject, params) => {
		const stated = subject.kind === "totals" ? subject.totals.published?.closureRate : undefined;
		if (subject.kind !== "totals" || stated === undefined) return null;
		const { strict, broad } = closureRates(subject.totals.tally);
		const is = (rate: number | null): boolean => rate !== null && Math.abs(rate - stated) <= ROUNDING;
		const mode = params.string("closureRateMode");
		const clears = say("注明办结率的口径", "Say which closure rate it is");
		const field = "published.closureRate";
		if (is(strict) && (mode !== "broad" || is(broad))) return null;
		if (is(broad) && mode !== "strict") {
			return {
				field,
				message: say(
					"公布的办结率含阶段性办结",
					"The published closure rate counts the stage-closed ones as well",
				),
				clears,
			};
		}
		return {
			field,
			severity: "warn",
			message: say(
				"公布的办结率与台账按本地口径计算的不符",
				"The published closure rate is not what the ledger gives by this place's definition",
			),
			clears,
		};
	},
});

export const totalsRules = [data05, cmp13];
