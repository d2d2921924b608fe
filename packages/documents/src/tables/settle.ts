import type { SourceTable } from "../source/model.ts";
import type { GridHeader, HeaderRules } from "./find-header.ts";
import { normOf } from "./header-rows.ts";

const LOOKED_AT = 40;

/**
 * Gives a field that only one column can fill to one of those that claim it: to the one that the clerk named, else to
 * the one whose words and texts fit best, else to the first. The others become what
 * the rules make of them instead, or their texts are kept as they are.
 */
export function settled<T extends string>(
	table: SourceTable,
	header: GridHeader<T>,
	rules: HeaderRules<T>,
): GridHeader<T> {
	const columns = [...header.columns];
	const how = [...header.how];
	const body = table.rows.slice(header.body, header.body + LOOKED_AT);
	const rank = (field: T, c: number): number =>
		(header.how[c] === "mapped" ? 1_000_000 : 0) +
		body.reduce((sum, row) => sum + rules.fit(field, header.words[c] ?? "", normOf(row[c])), 0);
	for (const c of categories(body, columns, rules.subjects)) {
		const field = columns[c] ?? null;
		if (field === null || header.how[c] === "mapped") continue;
		columns[c] = rules.instead(field, [], columns);
		if (columns[c] === null) how[c] = "unknown";
	}
	for (const field of new Set(columns)) {
		const most = field === null ? null : rules.most(field, columns);
		if (field === null || most === null) continue;
		const claims = columns.flatMap((one, c) => (one === field ? [c] : []));
		if (claims.length <= most) continue;
		const chosen = new Set(
			claims.toSorted((a, b) => rank(field, b) - rank(field, a) || a - b).slice(0, most),
		);
		for (const c of claims) {
			if (chosen.has(c)) continue;
			const texts = body.map((row) => normOf(row[c])).filter((norm) => norm !== "");
			columns[c] = rules.instead(field, texts, columns);
			if (columns[c] === null) how[c] = "unknown";
		}
	}
	return { ...header, columns, how };
}

/**
 * Columns that sort the rows (整改事项 merged over several of them) beside another column of the same subject that
 * says something new in every row.
 */
function categories<T extends string>(
	body: SourceTable["rows"],
	columns: readonly (T | null)[],
	subjects: readonly T[],
): number[] {
	return subjects.flatMap((subject) => {
		const claims = columns.flatMap((field, c) => (field === subject ? [c] : []));
		if (claims.length < 2) return [];
		const rows = body.filter((row) => claims.some((c) => normOf(row[c]) !== ""));
		const distinct = (c: number): number =>
			new Set(rows.map((row) => normOf(row[c])).filter((norm) => norm !== "")).size;
		const tells = claims.filter((c) => distinct(c) >= rows.length * 0.9);
		if (rows.length < 4 || tells.length === 0) return [];
		return claims.filter((c) => distinct(c) <= rows.length * 0.6);
	});
}
