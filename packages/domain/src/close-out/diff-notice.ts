import type { Issue, IssueCommand } from "../issues/index.ts";
import { type ImportId, NoticeId, wordingLikeness } from "../kernel/index.ts";
import type { NoticeDifference, NoticeField } from "./import.ts";
import { comparableNumber } from "./numbers.ts";
import { type AttachedNotice, contentOf, isCurrentNotice, type NoticeContent, noticesOf } from "./schema.ts";

/** From which document, and in which act, a notice comes. */
export type NoticeAct = {
	readonly importId: ImportId;
	readonly document: { readonly name: string; readonly sha256: string | null };
	readonly lines: readonly [number, number] | null;
	/** A new UUIDv7. */
	readonly newId: () => string;
};

/** What a notice means for its issue. */
export type NoticeDiff = {
	readonly kind: "new" | "same" | "changed";
	/** Every field that differs from the earlier edition, chosen or not; empty for a new notice. */
	readonly differences: readonly NoticeDifference[];
	/** What brings about the chosen fields; null where nothing is left to do. */
	readonly command: Extract<IssueCommand, { type: "attachNotice" }> | null;
};

/** Reports of what was done that are at least this much alike are editions of one report (`D`). */
const SAME_REPORT = 0.5;

const lines = (items: NoticeContent["measures"]): string | null =>
	items.map(({ number, text }) => `${number ?? ""}${text}`).join("\n") || null;
const list = (items: readonly string[]): string | null => items.join("、") || null;

function publicityText({ publicity, publicityLength }: NoticeContent): string | null {
	const period = publicity === null ? [] : [`${publicity.start}/${publicity.end}`];
	const length = publicityLength === null ? [] : [`${publicityLength.days} ${publicityLength.unit}`];
	return [...period, ...length].join(" ") || null;
}

/** A field as the two sides of a difference show it. */
const SHOWN: Readonly<Record<NoticeField, (content: NoticeContent) => string | null>> = {
	kind: ({ kind }) => (kind === "unknown" ? null : kind),
	number: ({ number }) => number,
	statement: ({ statement }) => statement,
	receiptNumbers: ({ receiptNumbers }) => list(receiptNumbers),
	responsibleUnits: ({ responsibleUnits }) => list(responsibleUnits),
	supervisingUnits: ({ supervisingUnits }) => list(supervisingUnits),
	acceptanceUnits: ({ acceptanceUnits }) => list(acceptanceUnits),
	deadline: ({ deadline }) => deadline,
	goal: ({ goal }) => goal,
	measures: ({ measures }) => lines(measures),
	completion: ({ completion }) => completion,
	publicity: publicityText,
	contact: ({ contact }) => contact,
	otherFields: ({ otherFields }) =>
		otherFields.map(({ label, text }) => `${label}：${text}`).join("\n") || null,
};

/** What of a notice each field of an import brings. */
const BRINGS: Readonly<Record<NoticeField, (content: NoticeContent) => Partial<NoticeContent>>> = {
	kind: ({ kind }) => ({ kind }),
	number: ({ number, tier }) => ({ number, tier }),
	statement: ({ statement }) => ({ statement }),
	receiptNumbers: ({ receiptNumbers }) => ({ receiptNumbers }),
	responsibleUnits: ({ responsibleUnits }) => ({ responsibleUnits }),
	supervisingUnits: ({ supervisingUnits }) => ({ supervisingUnits }),
	acceptanceUnits: ({ acceptanceUnits }) => ({ acceptanceUnits }),
	deadline: ({ deadline }) => ({ deadline }),
	goal: ({ goal }) => ({ goal }),
	measures: ({ measures }) => ({ measures }),
	completion: ({ completion, completionItems }) => ({ completion, completionItems }),
	publicity: ({ publicity, publicityLength }) => ({ publicity, publicityLength }),
	contact: ({ contact }) => ({ contact }),
	otherFields: ({ otherFields }) => ({ otherFields }),
};

const isField = (key: string): key is NoticeField => Object.hasOwn(SHOWN, key);
const FIELDS = Object.keys(SHOWN).filter(isField);

const fold = (text: string): string => text.normalize("NFKC").replace(/[\s\p{P}]+/gu, "");
const sameWords = (a: string | null, b: string | null): boolean =>
	a === b || (a !== null && b !== null && fold(a) === fold(b));

/** Dates hold by their signs; elsewhere white space and punctuation say nothing. */
const sameIn = (field: NoticeField, a: string | null, b: string | null): boolean =>
	field === "publicity" ? a === b : sameWords(a, b);

/** What a document says otherwise than the attached notice. What it does not say differs in nothing. */
function differencesOf(content: NoticeContent, held: NoticeContent): NoticeDifference[] {
	return FIELDS.flatMap((field) => {
		const [ledger, document] = [SHOWN[field](held), SHOWN[field](content)];
		return document === null || sameIn(field, ledger, document) ? [] : [{ field, ledger, document }];
	});
}

const compatible = (a: string | null, b: string | null): boolean =>
	a === null || b === null || comparableNumber(a) === comparableNumber(b);

/** How surely two notices are editions of one: 0 when they are not. */
function sameness(content: NoticeContent, held: AttachedNotice): number {
	const kinds = content.kind === held.kind || content.kind === "unknown" || held.kind === "unknown";
	if (!kinds || !compatible(content.number, held.number)) return 0;
	const receipts = content.receiptNumbers.length > 0 && held.receiptNumbers.length > 0;
	if (receipts && !content.receiptNumbers.some((one) => held.receiptNumbers.includes(one))) return 0;
	if (content.completion === null || held.completion === null) {
		return sameWords(content.statement, held.statement) ? SAME_REPORT : 0;
	}
	return wordingLikeness(content.completion, held.completion);
}

/** The attached notice that a notice is another edition of: alike in kind, number and what it reports. */
function earlierEdition(content: NoticeContent, issue: Issue): AttachedNotice | null {
	let best: AttachedNotice | null = null;
	let bestScore = 0;
	for (const held of noticesOf(issue).filter(isCurrentNotice)) {
		const score = sameness(content, held);
		if (score >= SAME_REPORT && score >= bestScore) [best, bestScore] = [held, score];
	}
	return best;
}

/**
 * What a notice means for its issue: new, the same as one that is attached, or a corrected edition of it, field by
 * field, and the command that brings about the chosen fields (all of them when `fields` is left out). Applying the
 * command and asking again gives `same`. What was archived when the issue was closed is never replaced (CLO-06): a later
 * edition of it is new and stands beside it.
 */
export function diffNotice(
	content: NoticeContent,
	issue: Issue,
	act: NoticeAct,
	fields?: readonly NoticeField[],
): NoticeDiff {
	const attach = (said: NoticeContent, replaces: NoticeId | null): NoticeDiff["command"] => ({
		type: "attachNotice",
		notice: {
			...said,
			id: NoticeId.parse(act.newId()),
			source: {
				document: [...act.document.name.trim()].slice(0, 300).join("") || "—",
				sha256: act.document.sha256,
				lines: act.lines === null ? null : [...act.lines],
			},
			replaces,
		},
		importId: act.importId,
	});
	const earlier = earlierEdition(content, issue);
	if (earlier === null) return { kind: "new", differences: [], command: attach(content, null) };
	const held = contentOf(earlier);
	const differences = differencesOf(content, held);
	if (differences.length === 0) return { kind: "same", differences, command: null };
	const archived = issue.lifecycle === "closed" && !earlier.afterClose;
	if (archived) return { kind: "new", differences: [], command: attach(content, null) };
	const chosen = differences.map(({ field }) => field).filter((field) => fields?.includes(field) ?? true);
	let said = held;
	for (const field of chosen) said = { ...said, ...BRINGS[field](content) };
	const command = chosen.length === 0 ? null : attach(said, earlier.id);
	return { kind: "changed", differences, command };
}
