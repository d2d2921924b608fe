import type { ProposedIssue } from "@zhenggai/domain/issues";
import { createSignal, type JSX } from "solid-js";
import { CorrectionFrame } from "../../importing/text-correction.tsx";
import { deadlineOf, draftOf, emptyDeadline } from "../actions/deadline-draft.ts";
import { DeadlineEditor } from "../actions/deadline-editor.tsx";
import { proposedDeadline } from "./proposed-deadline.ts";

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
		<CorrectionFrame ready={result() !== null} onSave={save} onCancel={() => props.onCancel()}>
			<DeadlineEditor value={draft()} error={null} onChange={setDraft} />
		</CorrectionFrame>
	);
}
