import { IssueListQuery } from "@zhenggai/domain/issues";
import { type IsoDate, RegionCode, regionPrefix } from "@zhenggai/domain/kernel";
import type { Database } from "@zhenggai/storage";
import { listIssueRows } from "@zhenggai/storage/issues";
import { COUNTIES, PROVINCE } from "./issue.ts";

/** One list as a client asks for it, and as the database is asked. */
export type Asked = { path: string; query: IssueListQuery };
export type Statement = { name: string; text: string; values: readonly unknown[] };

const LIST = "/trpc/issues.list";

const ask = (query: object): Asked => ({
	path: `${LIST}?input=${encodeURIComponent(JSON.stringify(query))}`,
	query: IssueListQuery.parse(query),
});

/** Filtered, sorted lists of 50: each city's open issues by due date, and by what changed last. */
export function filteredLists(): Asked[] {
	const cities = [...new Set(COUNTIES.map((county) => `${county.slice(0, 4)}00`))];
	return cities.flatMap((region) => [
		ask({ filter: { region, states: ["assigned", "planning"] }, sort: "due", limit: 50 }),
		ask({ filter: { region, dueFrom: "2027-01-01" }, sort: "due", limit: 50 }),
		ask({ filter: { region, states: ["planning"] }, sort: "updated", descending: true, limit: 50 }),
	]);
}

/** Lists of what a word of two characters finds, common and rare. */
export const searches = (): Asked[] =>
	["渗漏", "矿山", "直排", "失真", "第9999处", "夜间 反弹"].map((text) =>
		ask({ filter: { text }, sort: "due", limit: 50 }),
	);

/** The list's own statement; estimates of how much a word finds are not what is measured. */
const isPage = (statement: unknown): statement is Statement =>
	typeof statement === "object" && statement !== null && "values" in statement && "text" in statement;

/**
 * The statements that the store sends for these lists once it is warm, caught on their way to the driver: the raw
 * limit runs the very same ones.
 */
export async function statementsOf(
	database: Database,
	asked: readonly Asked[],
	asOf: IsoDate,
): Promise<Statement[]> {
	let caught: Statement | null = null;
	const pool = new Proxy(database.pool, {
		get: (target, key) => {
			if (key !== "query") return Reflect.get(target, key, target);
			return (...given: Parameters<typeof target.query>) => {
				const [statement] = given;
				if (isPage(statement)) caught = statement;
				return target.query(...given);
			};
		},
	});
	const watched: Database = { ...database, pool };
	const statements: Statement[] = [];
	for (const { query } of asked) {
		const { filter, sort, descending, limit } = query;
		const scope = { regionPrefix: regionPrefix(RegionCode.parse(PROVINCE)), unitId: null };
		const request = { scope, filter, sort, descending, limit, after: null, asOf };
		// The first time counts and plans; what is measured is the steady state.
		await listIssueRows(watched, request);
		await listIssueRows(watched, request);
		if (caught !== null) statements.push(withName(caught, statements.length));
	}
	return statements;
}

const withName = (statement: Statement, index: number): Statement => ({
	...statement,
	name: statement.name ?? `raw-${index}`,
});
