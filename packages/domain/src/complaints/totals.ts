import { z } from "zod";
import { PollutionRoot, rootsOf } from "./pollution.ts";
import { ComplaintStatus, PollutionType, Verdict } from "./proposal.ts";
import { type Complaint, ComplaintChannel } from "./schema.ts";

const count = z.int().min(0);

/** How many of something there are, by every property that tables count. `none`: the table does not say. */
export const Tally = z.object({
	cases: count,
	/** 重点关注件. */
	keys: count,
	/** With more than one type: they make the types exceed the cases. */
	multiType: count,
	/** With places in more than one region. */
	crossRegion: count,
	noType: count,
	types: z.record(PollutionType, count),
	/** By national type; a case of dust and fume is one case of air. */
	roots: z.record(PollutionRoot, count),
	channels: z.record(ComplaintChannel, count),
	noChannel: count,
	verdicts: z.record(Verdict, count),
	noVerdict: count,
	statuses: z.record(ComplaintStatus, count),
	noStatus: count,
});
export type Tally = z.infer<typeof Tally>;

/** A tally of nothing. */
export const emptyTally = (): Tally => ({
	cases: 0,
	keys: 0,
	multiType: 0,
	crossRegion: 0,
	noType: 0,
	types: {
		water: 0,
		air: 0,
		soil: 0,
		noise: 0,
		solidWaste: 0,
		ecology: 0,
		radiation: 0,
		marine: 0,
		fume: 0,
		dust: 0,
		other: 0,
	},
	roots: { water: 0, air: 0, soil: 0, ecology: 0, noise: 0, marine: 0, radiation: 0, other: 0 },
	channels: { phone: 0, letter: 0, wechat: 0, other: 0 },
	noChannel: 0,
	verdicts: { true: 0, mostlyTrue: 0, partlyTrue: 0, untrue: 0 },
	noVerdict: 0,
	statuses: { closed: 0, stageClosed: 0, open: 0 },
	noStatus: 0,
});

/** What of a complaint is counted. */
export type Counted = Pick<
	Complaint,
	"isKey" | "places" | "pollutionTypes" | "channel" | "verdict" | "status"
>;

/** Counts a complaint into a tally. */
export function countInto(tally: Tally, complaint: Counted): void {
	const types = new Set(complaint.pollutionTypes);
	tally.cases += 1;
	if (complaint.isKey) tally.keys += 1;
	if (types.size > 1) tally.multiType += 1;
	if (types.size === 0) tally.noType += 1;
	if (complaint.places.length > 1) tally.crossRegion += 1;
	for (const type of types) tally.types[type] += 1;
	for (const root of rootsOf([...types])) tally.roots[root] += 1;
	if (complaint.channel === null) tally.noChannel += 1;
	else tally.channels[complaint.channel] += 1;
	if (complaint.verdict === null) tally.noVerdict += 1;
	else tally.verdicts[complaint.verdict] += 1;
	if (complaint.status === null) tally.noStatus += 1;
	else tally.statuses[complaint.status] += 1;
}

/** The tally of some complaints. Withdrawn ones are not to be among them. */
export function tallyOf(complaints: Iterable<Counted>): Tally {
	const tally = emptyTally();
	for (const complaint of complaints) countInto(tally, complaint);
	return tally;
}

/** Both 办结率: which of the two a published figure is has to be said (CMP-13). Null without cases. */
export const ClosureRates = z.object({
	/** 已办结 ÷ 总数. */
	strict: z.number().nullable(),
	/** (已办结 + 阶段性办结) ÷ 总数. */
	broad: z.number().nullable(),
});
export type ClosureRates = z.infer<typeof ClosureRates>;

/** The closure rates of a tally, as shares of all cases. */
export function closureRates({ cases, statuses }: Pick<Tally, "cases" | "statuses">): ClosureRates {
	if (cases === 0) return { strict: null, broad: null };
	return {
		strict: statuses.closed / cases,
		broad: (statuses.closed + statuses.stageClosed) / cases,
	};
}

/** The share of 不属实 among the cases with a verdict; null without any. */
export function untrueShare({ cases, noVerdict, verdicts }: Tally): number | null {
	const judged = cases - noVerdict;
	return judged === 0 ? null : verdicts.untrue / judged;
}

/**
 * The figures that a bulletin prints; what it does not print is left out. Regions and types stand under the words of
 * the bulletin.
 */
export const PublishedTotals = z.object({
	cases: count,
	types: z.record(z.string().max(40), count).optional(),
	regions: z.record(z.string().max(60), count).optional(),
	verdicts: z.partialRecord(Verdict, count).optional(),
	statuses: z.partialRecord(ComplaintStatus, count).optional(),
	/** How many cases it says lie in several regions. */
	crossRegion: count.optional(),
	/** The 办结率 that it states, from 0 to 1. */
	closureRate: z.number().min(0).max(1).optional(),
});
export type PublishedTotals = z.infer<typeof PublishedTotals>;

/** The sum of printed figures. */
export const sumOf = (figures: Readonly<Record<string, number | undefined>>): number =>
	Object.values(figures).reduce<number>((sum, value) => sum + (value ?? 0), 0);

const addRecord = <K extends string>(
	a: Record<K, number>,
	b: Readonly<Record<K, number>>,
): Record<K, number> => {
	const sum = { ...a };
	for (const key in b) sum[key] += b[key];
	return sum;
};

/** Two tallies of different complaints as one. */
export const addTally = (a: Tally, b: Tally): Tally => ({
	cases: a.cases + b.cases,
	keys: a.keys + b.keys,
	multiType: a.multiType + b.multiType,
	crossRegion: a.crossRegion + b.crossRegion,
	noType: a.noType + b.noType,
	types: addRecord(a.types, b.types),
	roots: addRecord(a.roots, b.roots),
	channels: addRecord(a.channels, b.channels),
	noChannel: a.noChannel + b.noChannel,
	verdicts: addRecord(a.verdicts, b.verdicts),
	noVerdict: a.noVerdict + b.noVerdict,
	statuses: addRecord(a.statuses, b.statuses),
	noStatus: a.noStatus + b.noStatus,
});
