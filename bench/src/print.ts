import type { BenchResult } from "./result.ts";

const figure = (value: number): string =>
	value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(value >= 10 ? 1 : 2);

/** The results as a table for people. */
export function table(results: readonly BenchResult[]): string {
	const rows = results.map((r) => [
		r.name,
		`${figure(r.value)} ${r.unit}`,
		r.limit === null ? "" : `${figure(r.limit)} ${r.unit}`,
		r.ratio === null ? "" : r.ratio.toFixed(2),
		r.target,
		r.ok ? "ok" : "MISSED",
	]);
	const head = ["what", "measured", "raw limit", "ratio", "target", ""];
	const widths = head.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	return [head, ...rows]
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}
