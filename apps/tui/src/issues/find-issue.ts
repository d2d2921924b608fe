import type { ZhenggaiClient } from "@zhenggai/client";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { say } from "../say.ts";
import type { IssueRow } from "./wire.ts";

/** How ids are written. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CANDIDATES = 200;

const numbersOf = (row: IssueRow): (string | null)[] => [row.number, ...Object.values(row.numberByTier)];

/**
 * The id of the issue that a person means: an id, or the number it has in any list. A number that several issues
 * have is refused with the ones it could be.
 */
export async function findIssue(client: ZhenggaiClient, wanted: string): Promise<string> {
	if (UUID.test(wanted)) return wanted;
	const page = await client.issues.list.query({
		filter: { text: wanted },
		sort: "number",
		limit: CANDIDATES,
	});
	const found = page.items.filter((row) => numbersOf(row).includes(wanted));
	const own = found.filter((row) => row.number === wanted);
	const meant = own.length > 0 ? own : found;
	const [first] = meant;
	if (first === undefined)
		throw new CommandError(
			EXIT.notFound,
			say(
				`没有编号为“${wanted}”的问题，或不在您的辖区内`,
				`There is no issue "${wanted}", or it is outside of your region`,
			),
		);
	if (meant.length === 1) return first.id;
	const list = meant
		.slice(0, 8)
		.map((row) => `\n  ${row.id}  ${row.number}  ${row.regionName}  ${row.inspectionName}`)
		.join("");
	throw new CommandError(
		EXIT.usage,
		say(
			`编号“${wanted}”有 ${meant.length} 条，请用标识：${list}`,
			`${meant.length} issues have the number "${wanted}"; use the id:${list}`,
		),
	);
}
