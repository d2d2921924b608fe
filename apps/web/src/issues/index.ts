export { CommandForm } from "./actions/command-form.tsx";
export {
	type DeadlineDraft,
	type DeadlineInput,
	deadlineOf,
	draftOf as deadlineDraft,
	emptyDeadline,
} from "./actions/deadline-draft.ts";
export { DeadlineEditor } from "./actions/deadline-editor.tsx";
export { createFormDraft } from "./actions/form-draft.ts";
export type { FormProps } from "./actions/form-props.ts";
export { IssuePicker } from "./actions/issue-picker.tsx";
export { sendCommand } from "./actions/send-command.ts";
export { UnitList } from "./actions/unit-list.tsx";
export { isActionVerb, roomOf } from "./actions/verbs.ts";
export type { DetailProps } from "./detail/detail-props.ts";
export { Elements } from "./detail/elements.tsx";
export { InspectionChoice } from "./inspections/inspection-choice.tsx";
export { issueTimeline } from "./timeline.ts";
export { ledgerHref } from "./url.ts";
