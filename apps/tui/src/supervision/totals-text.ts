import type { LedgerTotals } from "@zhenggai/domain/issues";
import type { Bilingual, Language } from "@zhenggai/domain/kernel";
import type { Light, ScheduleStatus } from "@zhenggai/domain/supervision";
import { caseVocab, label, valuesOf } from "@zhenggai/domain/vocabulary";
import { say, speak } from "../say.ts";

/** How many issues stand in one light, status or rung: today, and on the day. */
export type Counted<K> = { readonly key: K; readonly now: number; readonly onDay: number };

type Cell<K> = { readonly now: K; readonly onDay: K; readonly issues: number };

function counted<K>(keys: readonly K[], cells: readonly Cell<K>[]): Counted<K>[] {
	const sum = (which: (cell: Cell<K>) => K, key: K): number =>
		cells.reduce((total, cell) => total + (which(cell) === key ? cell.issues : 0), 0);
	return keys.map((key) => ({
		key,
		now: sum(({ now }) => now, key),
		onDay: sum(({ onDay }) => onDay, key),
	}));
}

/** Lights from the worst on, each counted on both days. */
export const lightCounts = ({ lights }: LedgerTotals): Counted<Light>[] =>
	counted(["red", "yellow", "good", "none"], lights);

/** Statuses of the schedule, and those that left the ledger at the end. */
export const scheduleCounts = ({ schedules }: LedgerTotals): Counted<ScheduleStatus | null>[] =>
	counted([...valuesOf(caseVocab.scheduleStatus), null], schedules);

export const GONE = say("已离开台账", "Left the ledger");

export const lightWord = (light: Light, language: Language): string =>
	label(caseVocab.light, light, language);

export const scheduleWord = (schedule: ScheduleStatus | null, language: Language): string =>
	schedule === null ? speak(GONE, language) : label(caseVocab.scheduleStatus, schedule, language);

/** One line of a summary: what it counts, today, on the day, and what comes and goes. */
export type SummaryLine = readonly [what: string, now: number, onDay: number, comes: number, goes: number];

type Moving<K> = { readonly now: K; readonly onDay: K; readonly issues: number };

/** How many come to a key and how many leave it, whatever the sum says. */
const moved = <K>(cells: readonly Moving<K>[], key: K): readonly [number, number] => [
	cells.reduce((sum, { now, onDay, issues }) => sum + (onDay === key && now !== key ? issues : 0), 0),
	cells.reduce((sum, { now, onDay, issues }) => sum + (now === key && onDay !== key ? issues : 0), 0),
];

/** The totals as a table: lights, statuses and proposals, without lines that are empty on both days. */
export function summaryOf(totals: LedgerTotals, language: Language): SummaryLine[] {
	const titled = (title: Bilingual, word: string) => `${speak(title, language)} ${word}`;
	const [light, schedule, rung] = [say("预警", "Light:"), say("进度", "Schedule:"), say("建议", "Proposed:")];
	const lines: SummaryLine[] = [
		...lightCounts(totals).map(
			({ key, now, onDay }): SummaryLine => [
				titled(light, lightWord(key, language)),
				...([now, onDay] as const),
				...moved(totals.lights, key),
			],
		),
		...scheduleCounts(totals).map(
			({ key, now, onDay }): SummaryLine => [
				titled(schedule, scheduleWord(key, language)),
				...([now, onDay] as const),
				...moved(totals.schedules, key),
			],
		),
		...valuesOf(caseVocab.instrumentKind).map((kind): SummaryLine => {
			const cell = totals.proposals.find((one) => one.kind === kind);
			return [
				titled(rung, label(caseVocab.instrumentKind, kind, language)),
				...([cell?.now ?? 0, cell?.onDay ?? 0, cell?.appear ?? 0, cell?.disappear ?? 0] as const),
			];
		}),
	];
	return lines.filter(([, now, onDay]) => now > 0 || onDay > 0);
}
