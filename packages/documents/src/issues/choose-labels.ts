import type { Label, LabelForm } from "../text/find-labels.ts";
import type { LabelField } from "../text/labels.ts";

const STRONG: ReadonlySet<LabelForm> = new Set(["colon", "boxed", "pipe", "paren", "glued"]);

/** Forms that are believed only in company: each with or without a number mark before the label. */
const classOf = (label: Label): string => `${label.form}${label.mark ? `:${label.mark.style}` : ""}`;

const countBy = <T, K>(items: readonly T[], key: (item: T) => K): Map<K, number> => {
	const counts = new Map<K, number>();
	for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
	return counts;
};

const largest = (counts: ReadonlyMap<unknown, number>): number => Math.max(0, ...counts.values());

/** Fields that make an issue list; a contact line or a publicity date alone does not. */
export const LIST_FIELDS: ReadonlySet<LabelField> = new Set([
	"statement",
	"responsible",
	"lead",
	"support",
	"supervise",
	"acceptance",
	"accountability",
	"leader",
	"person",
	"deadline",
	"goal",
	"measures",
	"progress",
]);

/**
 * Chooses the labels to believe. A colon, box, cell border or full label in running text is believed as it stands.
 * A label without any of these (整改目标 alone on its line, which may be a chapter title of the preamble) is
 * believed when its form carries the document: three different fields of that form, or as many of one field as
 * there are issues.
 */
export function chooseLabels(labels: readonly Label[]): Label[] {
	const strong = labels.filter((label) => STRONG.has(label.form) && LIST_FIELDS.has(label.field));
	const outside = strong.filter((label) => label.form !== "paren");
	const strongCounts = countBy(outside, (label) => label.field);
	const groups = Math.max(0, ...[...strongCounts].map(([field, n]) => (field === "progress" ? 0 : n)));
	const weakClasses = new Map<string, Label[]>();
	for (const label of labels) {
		if (STRONG.has(label.form)) continue;
		const name = classOf(label);
		const members = weakClasses.get(name);
		if (members) members.push(label);
		else weakClasses.set(name, [label]);
	}
	const believed = new Set<Label>(labels.filter((label) => STRONG.has(label.form)));
	const first = outside[0]?.start ?? 0;
	for (const members of weakClasses.values()) {
		for (const label of believedOf(members, groups, strongCounts, first)) believed.add(label);
	}
	if (outside.length === 0) for (const label of inRhythm([...weakClasses.values()])) believed.add(label);
	for (const label of sameSeries(labels, believed)) believed.add(label);
	return labels.filter((label) => believed.has(label));
}

/**
 * Labels that lost all their colons (责任单位 甲 ↵ 整改时限 2019年底 ↵ 整改措施 ↵ …): some stand before their value, some
 * alone, but they come again together. Chapter titles of a preamble come once.
 */
function inRhythm(classes: readonly (readonly Label[])[]): readonly Label[] {
	const members = classes.flat().filter(({ field, mark }) => LIST_FIELDS.has(field) && mark === null);
	const counts = [...countBy(members, ({ field }) => field).values()].toSorted((a, b) => b - a);
	const [most = 0, , third = 0] = counts;
	return third >= 3 && third >= most * 0.8 ? members : [];
}

/**
 * Bare labels whose number counts on from that of a believed label: 二、整改目标 甲 makes 三、整改措施 a label too,
 * though it stands alone on its line.
 */
function sameSeries(labels: readonly Label[], believed: ReadonlySet<Label>): Label[] {
	const out: Label[] = [];
	let previous: Label | null = null;
	for (const label of labels) {
		const { mark } = label;
		const follows: boolean =
			previous?.mark != null && mark?.style === previous.mark.style && mark.value === previous.mark.value + 1;
		if (believed.has(label)) {
			if (mark) previous = label;
		} else if (follows) {
			out.push(label);
			previous = label;
		}
	}
	return out;
}

function believedOf(
	members: readonly Label[],
	groups: number,
	strong: ReadonlyMap<LabelField, number>,
	first: number,
): readonly Label[] {
	const counts = countBy(
		members.filter((label) => LIST_FIELDS.has(label.field)),
		(label) => label.field,
	);
	const strongTotal = [...strong.values()].reduce((sum, n) => sum + n, 0);
	const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
	// Chapter titles of a preamble (整改目标, 整改措施) never name the issue itself.
	const namesIssue = counts.has("statement");
	const carries = (counts.size >= 4 || (counts.size === 3 && namesIssue)) && total >= strongTotal / 2;
	const twoFields =
		counts.size === 2 &&
		namesIssue &&
		strongTotal === 0 &&
		members.every((label) => label.mark !== null || largest(counts) >= 2);
	if (carries || twoFields) return members;
	if (groups >= 2) {
		return members.filter(
			(label) =>
				(counts.get(label.field) ?? 0) >= Math.max(2, groups * 0.5) &&
				!strong.has(label.field) &&
				label.start > first,
		);
	}
	// One issue only: chapters such as 二、整改落实情况 complete the labelled part.
	if (strong.size >= 2) {
		return members.filter(
			(label) =>
				label.mark !== null &&
				label.start > first &&
				!(strong.has(label.field) && label.field !== "progress"),
		);
	}
	return [];
}
