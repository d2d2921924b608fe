import type { ProposedIssue } from "@zhenggai/domain/issues";
import { createSignal, type JSX, onMount } from "solid-js";
import { t } from "../../i18n/index.ts";
import { Button } from "../../ui/button.tsx";
import { deadlineOf, draftOf, emptyDeadline } from "../actions/deadline-draft.ts";
import { DeadlineEditor } from "../actions/deadline-editor.tsx";
import { proposedDeadline } from "./proposed-deadline.ts";

/** Corrects a text in its place: Ctrl+Enter keeps, Escape leaves. */
export function TextCorrection(props: {
	label: string;
	value: string;
	onSave: (text: string) => void;
	onCancel: () => void;
}): JSX.Element {
	const [text, setText] = createSignal(props.value);
	let box: HTMLTextAreaElement | undefined;
	onMount(() => box?.focus());
	return (
		<div class="flex flex-col gap-1.5">
			<textarea
				ref={(element) => {
					box = element;
				}}
				class="field-box"
				aria-label={props.label}
				rows={Math.min(10, Math.max(2, Math.ceil(props.value.length / 32)))}
				value={text()}
				onInput={(event) => setText(event.currentTarget.value)}
				onKeyDown={(event) => {
					if (event.key === "Escape") props.onCancel();
					else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) props.onSave(text());
					else return;
					event.preventDefault();
				}}
			/>
			<Buttons onCancel={() => props.onCancel()} onSave={() => props.onSave(text())} ready={true} />
		</div>
	);
}

type Proposed = NonNullable<ProposedIssue["deadline"]>["value"];

/** Corrects a deadline: what the document leaves open stays open until the clerk knows it. */
export function DeadlineCorrection(props: {
	value: Proposed | null;
	onSave: (deadline: Proposed) => void;
	onCancel: () => void;
}): JSX.Element {
	const start = () => {
		const { value } = props;
		if (value === null) return emptyDeadline;
		if (value.point === null)
			return { ...emptyDeadline, text: value.text, category: value.category ?? ("" as const) };
		return draftOf({ text: value.text, category: value.category ?? "fixed", point: value.point });
	};
	const [draft, setDraft] = createSignal(start());
	const result = () => {
		const input = deadlineOf(draft());
		return input === null ? null : proposedDeadline(input);
	};
	const save = () => {
		const value = result();
		if (value !== null) props.onSave(value);
	};
	return (
		<div class="flex flex-col gap-1.5">
			<DeadlineEditor value={draft()} error={null} onChange={setDraft} />
			<Buttons onCancel={() => props.onCancel()} onSave={save} ready={result() !== null} />
		</div>
	);
}

const Buttons = (props: { onCancel: () => void; onSave: () => void; ready: boolean }) => (
	<div class="flex gap-2">
		<Button size="small" look="primary" disabled={!props.ready} onClick={() => props.onSave()}>
			{t("reading.keep")}
		</Button>
		<Button size="small" onClick={() => props.onCancel()}>
			{t("cancel")}
		</Button>
	</div>
);
