import type { FieldText } from "../journal/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import type { NameLookup } from "../responsibilities/index.ts";
import { formatNumber, vocab } from "../vocabulary/index.ts";
import type { IssueEvent } from "./events.ts";
import type { Measure } from "./schema.ts";
import { beginningOf, partyName } from "./summary.ts";
import type { HistoryEntry } from "./view.ts";

type Undone = Extract<IssueEvent, { type: "importUndone" }>;
type FieldChange = HistoryEntry["changes"][number];

const joined = (texts: readonly string[], separator: string): string | null =>
	texts.length === 0 ? null : texts.join(separator);

/** Role by role: whom the import had named, and who answers again. */
function parties({ takenBack, restored }: Undone, lookup: NameLookup): FieldChange[] {
	const gone = [...takenBack.assignments, ...restored.assignments.map(({ from }) => from)].filter(
		({ until }) => until === null,
	);
	const back = restored.assignments.map(({ to }) => to).filter(({ until }) => until === null);
	const roles = [...new Set([...gone, ...back].map(({ role }) => role))];
	return roles.map((role) => {
		const names = (held: typeof gone) =>
			held.filter((one) => one.role === role).map((one) => partyName(one, lookup));
		return {
			field: role,
			label: vocab.assignmentRole[role],
			from: joined(names(gone), "、"),
			to: joined(names(back), "、"),
		};
	});
}

function measureText({ number, text, state }: Measure): Bilingual {
	const words = `${number ?? ""}${text}`;
	const { zh, en } = vocab.measureState.cancelled;
	return state === "cancelled"
		? say(`${words}（${zh}）`, `${words} (${en.toLowerCase()})`)
		: say(words, words);
}

/** Lines one under the other; as they are where both languages say the same. */
function lines(texts: readonly Bilingual[]): FieldText | null {
	const zh = joined(
		texts.map((text) => text.zh),
		"\n",
	);
	const en = joined(
		texts.map((text) => text.en),
		"\n",
	);
	return zh === null || en === null || zh === en ? zh : say(zh, en);
}

const asIs = (text: string): Bilingual => say(text, text);

const SOURCE = say("原文", "Source text");
const MEASURES = say("整改措施", "Measures");
const NOTICES = say("公示", "Notices");

function lists({ takenBack, restored }: Undone): FieldChange[] {
	const rows: { field: string; label: Bilingual; from: Bilingual[]; to: Bilingual[] }[] = [
		{ field: "statement", label: SOURCE, from: takenBack.sourceTexts.map(({ text }) => asIs(text)), to: [] },
		{
			field: "mandates",
			label: vocab.issueEvent.mandateAdded,
			from: takenBack.mandates.map(({ number }) =>
				say(formatNumber(number, "zh-CN"), formatNumber(number, "en")),
			),
			to: [],
		},
		{
			field: "measures",
			label: MEASURES,
			from: [...takenBack.measures, ...restored.measures.map(({ from }) => from)].map(measureText),
			to: restored.measures.map(({ to }) => measureText(to)),
		},
		{
			field: "notices",
			label: NOTICES,
			from: takenBack.notices.map(({ source }) => asIs(source.document)),
			to: restored.notices.map(({ to }) => asIs(to.source.document)),
		},
	];
	return rows
		.filter(({ from, to }) => from.length + to.length > 0)
		.map(({ field, label, from, to }) => ({
			field,
			label,
			from: lines(from),
			to: lines(to),
		}));
}

/** What undoing an import did to the lists of an issue, old and new side by side. */
export const undoneFields = (event: Undone, lookup: NameLookup): FieldChange[] => [
	...parties(event, lookup),
	...lists(event),
];

/** One sentence on what was undone. */
export function undoneSummary(changes: readonly FieldChange[]): Bilingual {
	const names = say(
		changes.map(({ label }) => label.zh).join("、"),
		changes.map(({ label }) => label.en.toLowerCase()).join(", "),
	);
	return say(
		beginningOf(`撤销导入，恢复${names.zh}`, 120),
		beginningOf(`Import undone, as before: ${names.en}`, 160),
	);
}
