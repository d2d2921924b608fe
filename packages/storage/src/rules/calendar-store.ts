import type { CalendarYear } from "@zhenggai/domain/rules";
import type { Reader, Tx } from "../tx/tx.ts";

/** States as they were saved; only this package writes them, so the types hold. */
interface StateRow {
	readonly state: CalendarYear;
}

/** What the ledger says about the years of its calendar, in their order. */
export async function loadCalendarYears(reader: Reader): Promise<CalendarYear[]> {
	const { rows } = await reader.client.query<StateRow>({
		name: "calendar-years-all",
		text: "SELECT state FROM ledger.calendar_year ORDER BY year",
	});
	return rows.map(({ state }) => state);
}

/** Writes what the ledger says about a year; the caller journals its events in the same transaction. */
export async function saveCalendarYear(tx: Tx, year: CalendarYear): Promise<void> {
	await tx.client.query({
		name: "calendar-year-write",
		text: `INSERT INTO ledger.calendar_year (year, id, version, state) VALUES ($1, $2, $3, $4)
			ON CONFLICT (year) DO UPDATE SET version = excluded.version, state = excluded.state`,
		values: [year.year, year.id, year.version, JSON.stringify(year)],
	});
}
