import { createSignal, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { type DeadlineDraft, DeadlineEditor, emptyDeadline } from "../../issues/index.ts";
import { CheckField, TextField } from "../../ui/field.tsx";

const isPlain = ({ precision, category }: DeadlineDraft): boolean =>
	precision === "" || (precision === "day" && category === "fixed");

/** A deadline as most are: a day. Any other precision and wording is one tick away, and opens by itself where there is one. */
export function DueField(props: {
	label: string;
	value: DeadlineDraft;
	onChange: (value: DeadlineDraft) => void;
	error?: string | null | undefined;
}): JSX.Element {
	const [wide, setWide] = createSignal(!isPlain(props.value));
	const open = () => wide() || !isPlain(props.value);
	const day = (date: string) =>
		props.onChange(
			date === "" ? emptyDeadline : { ...emptyDeadline, date, precision: "day", category: "fixed" },
		);
	return (
		<div class="flex flex-col gap-1.5">
			<Show
				when={open()}
				fallback={
					<TextField
						type="date"
						label={props.label}
						value={props.value.date}
						error={props.error}
						onInput={day}
					/>
				}
			>
				<DeadlineEditor
					value={props.value}
					error={props.error ?? null}
					onChange={(value) => props.onChange(value)}
				/>
			</Show>
			<Show when={isPlain(props.value)}>
				<CheckField class="min-h-7" label={t("plans.editor.otherDate")} checked={wide()} onChange={setWide} />
			</Show>
		</div>
	);
}
