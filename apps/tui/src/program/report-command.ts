import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText, plainRows } from "../command-line/output.ts";
import { complaintSections, complaintsView, seesComplaints } from "../complaints/index.ts";
import { columnHeading, columnText, USUAL_COLUMNS } from "../issues/columns.ts";
import { issueSections } from "../issues/sections.ts";
import type { Section } from "../panes/screen-state.ts";
import { say, speak } from "../say.ts";

const LIMIT = 200;

type Total = { readonly count: number; readonly exact: boolean };
type Counted = { readonly section: Pick<Section<object>, "number" | "label">; readonly total: Total };

/** How many there are in each section that the reader has. */
async function counted<F>(
	sections: readonly Section<F>[],
	ask: (filter: F) => Promise<{ total: Total }>,
): Promise<Counted[]> {
	const all = await Promise.all(
		sections.map(async (section) =>
			section.filter.ok ? { section, total: (await ask(section.filter.filter)).total } : null,
		),
	);
	return all.filter((one) => one !== null);
}

const countsOf = (list: readonly Counted[]) =>
	list.map(({ section, total }) => ({ section: section.number, label: section.label, ...total }));

/** What `zhenggai` prints where no full-screen program can run: the numbers of the day, then the ledger. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language } = context;
	const me = await client.access.me.query();
	const sections = await counted(issueSections(me), (filter) =>
		client.issues.list.query({ filter, limit: 1 }),
	);
	const complaints = seesComplaints(me)
		? await counted(complaintSections(null), (filter) => client.complaints.list.query({ filter, limit: 1 }))
		: [];
	const page = await client.issues.list.query({ limit: LIMIT });
	if (formatOf(context) === "json") {
		const counts = { sections: countsOf(sections), complaints: countsOf(complaints) };
		context.out(jsonText({ me, ...counts, items: page.items, asOf: page.asOf }, context.environment.columns));
		return EXIT.done;
	}
	context.out(
		`${speak(say("整改台账", "Rectification ledger"), language)}  ${me.regionName}  ${page.asOf}\n\n`,
	);
	const rows = (list: readonly Counted[]) =>
		plainRows(
			list.map(({ section, total }) => [
				speak(section.label, language),
				`${total.count}${total.exact ? "" : "+"}`,
			]),
		);
	context.out(rows(sections));
	if (complaints.length > 0)
		context.out(`\n${speak(complaintsView.words.title, language)}\n\n${rows(complaints)}`);
	const headings = USUAL_COLUMNS.map((key) => columnHeading(key, language));
	const lines = page.items.map((row) => USUAL_COLUMNS.map((key) => columnText(key, row, language)));
	context.out(`\n${plainRows([headings, ...lines])}`);
	if (page.nextCursor !== null)
		context.talk(
			say(
				`只列出前 ${LIMIT} 条，其余见 zhenggai issues list --limit all`,
				`Only the first ${LIMIT}; all of them: zhenggai issues list --limit all`,
			),
		);
	return EXIT.done;
};
