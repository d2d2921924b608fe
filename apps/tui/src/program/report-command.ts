import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText, plainRows } from "../command-line/output.ts";
import { columnHeading, columnText, USUAL_COLUMNS } from "../issues/columns.ts";
import { issueSections } from "../issues/sections.ts";
import { say, speak } from "../say.ts";

const LIMIT = 200;

/** What `zhenggai` prints where no full-screen program can run: the numbers of the day, then the ledger. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language } = context;
	const me = await client.access.me.query();
	const counted = await Promise.all(
		issueSections(me).map(async (section) => {
			const { filter } = section;
			if (!filter.ok) return null;
			const page = await client.issues.list.query({ filter: filter.filter, limit: 1 });
			return { section, total: page.total };
		}),
	);
	const page = await client.issues.list.query({ limit: LIMIT });
	const sections = counted.filter((one) => one !== null);
	if (formatOf(context) === "json") {
		const counts = sections.map(({ section, total }) => ({
			section: section.number,
			label: section.label,
			...total,
		}));
		context.out(
			jsonText({ me, sections: counts, items: page.items, asOf: page.asOf }, context.environment.columns),
		);
		return EXIT.done;
	}
	context.out(
		`${speak(say("整改台账", "Rectification ledger"), language)}  ${me.regionName}  ${page.asOf}\n\n`,
	);
	context.out(
		plainRows(
			sections.map(({ section, total }) => [
				speak(section.label, language),
				`${total.count}${total.exact ? "" : "+"}`,
			]),
		),
	);
	const headings = USUAL_COLUMNS.map((key) => columnHeading(key, language));
	const rows = page.items.map((row) => USUAL_COLUMNS.map((key) => columnText(key, row, language)));
	context.out(`\n${plainRows([headings, ...rows])}`);
	if (page.nextCursor !== null)
		context.talk(
			say(
				`只列出前 ${LIMIT} 条，其余见 zhenggai issues list --limit all`,
				`Only the first ${LIMIT}; all of them: zhenggai issues list --limit all`,
			),
		);
	return EXIT.done;
};
