/** The calendar quarter that a day lies in, both ends included. */
export function quarterOf(day: string): { from: string; to: string } {
	const [year = 1970, month = 1] = day.split("-").map(Number);
	const first = Math.floor((month - 1) / 3) * 3;
	const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
	return { from: text(Date.UTC(year, first, 1)), to: text(Date.UTC(year, first + 3, 0)) };
}
