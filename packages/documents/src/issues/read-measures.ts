import type { ProposedIssue, ProposedMeasure } from "@zhenggai/domain/issues";
import type { ProposedDeadline } from "@zhenggai/domain/kernel";
import { splitItems } from "../text/enumeration.ts";
import { findLabels } from "../text/find-labels.ts";
import { flow } from "../text/flow.ts";
import type { LabelField } from "../text/labels.ts";
import { type Passage, part, placeOf } from "../text/view.ts";
import { type Bracket, bracketsIn, closes } from "./brackets.ts";
import { datePhrases } from "./date-phrase.ts";
import { lastDayOf, readDeadline } from "./deadline.ts";
import type { DraftField } from "./draft.ts";
import { splitUnits } from "./units.ts";

type UnitRole = "responsible" | "lead" | "support" | "supervise";

export interface ReadMeasures {
	reading: ProposedIssue["measures"];
	leadIn: ProposedIssue["measuresLeadIn"];
	/** Units that brackets at the end of the measures name for the whole. */
	units: Record<UnitRole, DraftField[]>;
	/** A deadline in brackets that closes the measures as a whole. */
	closing: Passage | null;
}

const ROLES: readonly UnitRole[] = ["responsible", "lead", "support", "supervise"];
const roleOf = (field: LabelField): UnitRole | null => ROLES.find((role) => role === field) ?? null;
const CLOSING = /\(([^()]{3,60})\)\s?[。;]?\s*$/;
const emptyUnits = (): Record<UnitRole, DraftField[]> => ({
	responsible: [],
	lead: [],
	support: [],
	supervise: [],
});

/** Reads a measures field: items of the top rank, their own dates and units, the lead-in, and what closes the whole. */
export function readMeasures(field: DraftField | undefined): ReadMeasures {
	if (!field) return { reading: null, leadIn: null, units: emptyUnits(), closing: null };
	const { leadIn, items } = splitItems(field.passage);
	const brackets = items.map((item) => bracketsOf(item.passage, field));
	const used = brackets.filter((list) => list.length > 0).length;
	const whole =
		used === 1 && (brackets.at(-1)?.length ?? 0) === 1 && closes(items.at(-1)?.passage, brackets.at(-1)?.[0]);
	const units = emptyUnits();
	for (const bracket of brackets.flat()) {
		for (const named of bracket.fields) {
			const role = roleOf(named.field);
			// Units of single measures also answer for the issue, but less surely.
			if (role) units[role].push({ ...named, confidence: whole ? 0.95 : 0.6 });
		}
	}
	const measures = items.map((item, i) =>
		measureOf(item.number, item.passage, whole ? [] : (brackets[i] ?? []), brackets[i] ?? []),
	);
	const place = placeOf(field.passage);
	return {
		reading: {
			value: measures,
			raw: field.passage.rawBetween(0, field.passage.text.length),
			place: {
				...place,
				line: field.passage.cells === null ? Math.min(field.labelLine, place.line) : place.line,
			},
			confidence: field.confidence,
		},
		leadIn: leadIn
			? { value: flow(leadIn.text), raw: leadIn.text, place: placeOf(leadIn), confidence: 0.8 }
			: null,
		units,
		closing:
			(whole ? bracketDeadline(items.at(-1)?.passage, brackets.at(-1)?.[0]) : null) ??
			closingDeadline(field.passage, items.length),
	};
}

/** What brackets in a measure say of it, or else labels on lines of their own below it. */
function bracketsOf(passage: Passage, field: DraftField): Bracket[] {
	const found = bracketsIn(passage, field);
	return found.length > 0 ? found : trailingLabels(passage, field);
}

/** Labels on lines of their own below a measure (责任单位：甲), read like brackets that close it. */
function trailingLabels(passage: Passage, field: DraftField): Bracket[] {
	const labels = findLabels(passage.norm, []).filter(
		({ form, field: named }) => form === "colon" && (roleOf(named) || named === "deadline"),
	);
	const [first] = labels;
	if (!first || !passage.norm.slice(0, first.start).includes("\n")) return [];
	const fields = labels.flatMap((label, i) => {
		const value = part(passage, label.end, labels[i + 1]?.start ?? passage.text.length);
		return value ? [{ ...field, field: label.field, word: label.word, passage: value }] : [];
	});
	return fields.length > 0 ? [{ fields, from: first.start, to: passage.text.length }] : [];
}

function measureOf(
	number: string | null,
	passage: Passage,
	own: readonly Bracket[],
	cut: readonly Bracket[],
): ProposedMeasure {
	const first = cut[0];
	const text =
		first && closes(passage, cut.at(-1))
			? passage.text.slice(0, first.from) + passage.text.slice(cut.at(-1)?.to ?? 0)
			: passage.text;
	const named = (role: UnitRole) =>
		own.flatMap((b) => b.fields.filter((f) => f.field === role).flatMap((f) => splitUnits(f.passage.text)));
	return {
		number,
		text: flow(text),
		deadline: ownDeadline(own) ?? measureDeadline(passage.text),
		responsibleUnits: [...named("lead"), ...named("responsible")],
		supportingUnits: named("support"),
		place: placeOf(passage),
	};
}

/** The deadline that a label of the measure itself states. */
function ownDeadline(own: readonly Bracket[]): ProposedDeadline | null {
	const stated = own.flatMap(({ fields }) => fields).find(({ field }) => field === "deadline");
	return (stated && readDeadline(stated.passage.text)?.deadline) ?? null;
}

/** The one date by which a measure must be done; null when it states none, several, or only when something happened. */
function measureDeadline(text: string): ProposedDeadline | null {
	const { points, doubts, compact } = datePhrases(text);
	if (doubts.has("damaged") || doubts.has("redacted")) return null;
	const due = points.filter(
		({ at, length }) =>
			/(?:底|末)前?$/.test(compact.slice(at, at + length)) ||
			/^(?:底|末|年底)?(?:前|以前|之前|完成|内|建成|投用|完工|底)/.test(compact.slice(at + length)),
	);
	const days = new Set(due.map(({ point }) => JSON.stringify(point)));
	const [only] = due;
	if (!only || days.size !== 1) return null;
	const phrase =
		compact.slice(only.at, only.at + only.length) +
		(/^(?:底前|末前|年底前|前|底|末|以前|之前|内)/.exec(compact.slice(only.at + only.length))?.[0] ?? "");
	return { text: phrase, category: "fixed", point: only.point };
}

/** （责任单位：甲；完成时限：2018年12月底） that stands behind all measures, not inside the sentence of the last. */
function bracketDeadline(passage: Passage | undefined, bracket: Bracket | undefined): Passage | null {
	if (!passage || !bracket || !/[。;\n]\s*$/.test(passage.norm.slice(0, bracket.from))) return null;
	return bracket.fields.find(({ field }) => field === "deadline")?.passage ?? null;
}

/** “(立行立改，2023年12月31日前完成)” behind all measures; brackets of one measure among several are its own. */
function closingDeadline(passage: Passage, count: number): Passage | null {
	const match = CLOSING.exec(passage.norm.slice(-90));
	if (!match?.[1]) return null;
	const from = passage.norm.length - Math.min(90, passage.norm.length) + match.index + 1;
	const inner = part(passage, from, from + match[1].length);
	if (!inner || !/立行立改|长期坚持|完成|前$|时限|底$/.test(inner.norm)) return null;
	const alone = /[。;\n]\s*\($/.test(passage.norm.slice(0, from));
	if (count > 1 && !alone) return null;
	const read = readDeadline(inner.text);
	if (
		!read ||
		(!lastDayOf(read.deadline) &&
			read.deadline.category !== "immediate" &&
			read.deadline.category !== "longTerm")
	)
		return null;
	return /^(?:整改)?(?:完成)?时限\s?:/.test(inner.norm)
		? part(inner, inner.norm.indexOf(":") + 1, inner.text.length)
		: inner;
}
