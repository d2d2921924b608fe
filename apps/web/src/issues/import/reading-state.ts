import type { ProposedIssue, ReadingHint } from "@zhenggai/domain/issues";
import { createMemo, createSignal } from "solid-js";
import type { VirtualListControl } from "../../importing/virtual-list.tsx";
import { type AssignableField, assignText } from "./correct-issue.ts";
import type { Edited } from "./read-issue.tsx";
import {
	fieldAtLine,
	isReadField,
	issueAtLine,
	needsEye,
	type ReadField,
	readingsOf,
} from "./reading-fields.ts";
import type { Wizard } from "./wizard.ts";

/** What is pointed at: an issue, and one field of it. */
type Focus = { readonly key: string; readonly field: ReadField | null };

/** What is pointed at, marked and corrected while a reading is checked against its source. */
export function createReadingState(wizard: Wizard) {
	let list: VirtualListControl | undefined;
	const { warnings } = wizard.draft.proposal;
	const byItem = Map.groupBy(warnings, (warning) => warning.item);
	const [focus, setFocus] = createSignal<Focus | null>(null);
	/** Lines that the clerk marked himself: where he began and where he is. */
	const [marked, setMarked] = createSignal<{ anchor: number; head: number } | null>(null);
	const [editing, setEditing] = createSignal<{ key: string; field: Edited } | null>(null);
	const [onlyDoubtful, setOnlyDoubtful] = createSignal(false);
	const [rereading, setRereading] = createSignal(false);
	const [failure, setFailure] = createSignal<unknown>(null);

	/** A warning about an issue that was split or joined goes with its line. */
	const warningsOf = (issue: ProposedIssue | null) => {
		if (issue === null) return byItem.get(null) ?? [];
		const own = byItem.get(issue.key);
		const change = own === undefined ? wizard.changeBehind(issue.key) : undefined;
		if (change === undefined) return own ?? [];
		const [from, to] = issue.lines;
		return warnings.filter(
			({ item, line }) => item !== null && byItem.has(item) && line !== null && from <= line && line <= to,
		);
	};
	const doubtful = createMemo(
		() =>
			new Set(
				wizard.issues().flatMap((issue) => (needsEye(issue) || byItem.has(issue.key) ? [issue.key] : [])),
			),
	);
	const shown = createMemo(() =>
		onlyDoubtful()
			? wizard.issues().filter(({ key }) => doubtful().has(key) || editing()?.key === key)
			: wizard.issues(),
	);
	const focused = createMemo(() => wizard.issues().find((issue) => issue.key === focus()?.key));
	const lines = createMemo((): readonly [number, number] | null => {
		const own = marked();
		if (own !== null) return [Math.min(own.anchor, own.head), Math.max(own.anchor, own.head)];
		return linesOf(focused(), focus()?.field ?? null);
	});
	const target = () => {
		const at = lines();
		return (at === null ? undefined : issueAtLine(wizard.issues(), at[0])) ?? focused();
	};
	const point = (next: Focus | null) => {
		setMarked(null);
		setFocus(next);
	};
	const show = (key: string) => {
		point({ key, field: null });
		queueMicrotask(() => list?.show(key));
	};

	return {
		all: wizard.issues,
		shown,
		doubtful,
		onlyDoubtful,
		setOnlyDoubtful,
		warningsOf,
		focus,
		point,
		lines,
		head: () => marked()?.head,
		/** The issue that the marked lines belong to, else the one that is pointed at. */
		target,
		editing,
		edit(key: string, field: Edited | null): void {
			setEditing(field === null ? null : { key, field });
			if (isReadField(field)) point({ key, field });
		},
		pickLine(line: number, extend: boolean): void {
			const before = marked();
			const begun = before?.anchor ?? lines()?.[0];
			if (extend && begun !== undefined) {
				setMarked({ anchor: begun, head: line });
				return;
			}
			setMarked({ anchor: line, head: line });
			const issue = issueAtLine(wizard.issues(), line);
			if (issue === undefined) return;
			setFocus({ key: issue.key, field: fieldAtLine(issue, line) });
			list?.show(issue.key);
		},
		assign(field: AssignableField): void {
			const [at, issue] = [lines(), target()];
			if (at === null || issue === undefined) return;
			const text = wizard.draft.proposal.source.lines.slice(at[0] - 1, at[1]);
			wizard.correct(assignText(issue, field, text, { line: at[0], endLine: at[1], cells: null }));
			setFocus({ key: issue.key, field: field === "remarks" ? null : field });
			list?.show(issue.key);
		},
		split(): void {
			const [at, issue] = [lines(), target()];
			const change = at === null || issue === undefined ? null : wizard.split(issue.key, at[0]);
			const second = change?.added[1];
			if (second !== undefined) show(second.key);
		},
		join(key: string): void {
			const joined = wizard.joinNext(key)?.added[0];
			if (joined !== undefined) show(joined.key);
		},
		undoChange(key: string): void {
			const back = wizard.changeBehind(key)?.dropped[0];
			wizard.undoChange(key);
			if (back !== undefined) show(back);
		},
		rereading,
		failure,
		reread(hint: ReadingHint): void {
			setRereading(true);
			setFailure(null);
			wizard
				.reread(hint)
				.catch((error: unknown) => setFailure(() => error))
				.finally(() => setRereading(false));
		},
		setList(control: VirtualListControl): void {
			list = control;
		},
	};
}

export type ReadingState = ReturnType<typeof createReadingState>;

function linesOf(
	issue: ProposedIssue | undefined,
	field: ReadField | null,
): readonly [number, number] | null {
	if (issue === undefined) return null;
	const reading = readingsOf(issue).find((one) => one.field === field);
	return reading?.lines ?? issue.lines;
}
