import { For, type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { Field } from "./field.tsx";

export type Choice<V extends string> = { readonly value: V; readonly label: string };

/** The browser's own list of choices: works the same with keyboard, finger and screen reader. */
export function Select<V extends string>(props: {
	label: string;
	value: V | "";
	choices: readonly Choice<V>[];
	onChange: (value: V | "") => void;
	/** The word for "no choice"; without it a choice is always made. */
	none?: string;
	hint?: string | undefined;
	error?: string | null | undefined;
	required?: boolean;
	class?: string;
}): JSX.Element {
	return (
		<Field
			label={props.label}
			hint={props.hint}
			error={props.error}
			required={props.required ?? false}
			class={props.class ?? ""}
		>
			{(ids) => (
				<select
					id={ids.id}
					class="field-box"
					aria-describedby={ids.describedBy}
					aria-invalid={ids.invalid}
					aria-required={props.required}
					onChange={(event) => {
						const chosen = props.choices.find((choice) => choice.value === event.currentTarget.value);
						props.onChange(chosen?.value ?? "");
					}}
				>
					<Show when={props.none ?? (props.value === "" ? t("choose") : undefined)}>
						{(none) => (
							<option value="" selected={props.value === ""}>
								{none()}
							</option>
						)}
					</Show>
					<For each={props.choices}>
						{(choice) => (
							<option value={choice.value} selected={choice.value === props.value}>
								{choice.label}
							</option>
						)}
					</For>
				</select>
			)}
		</Field>
	);
}

/** Several choices at once, as a list of boxes with a way to clear them. */
export function CheckList<V extends string>(props: {
	legend: string;
	choices: readonly Choice<V>[];
	value: readonly V[];
	onChange: (value: V[]) => void;
}): JSX.Element {
	const toggle = (value: V, on: boolean) =>
		props.onChange(
			props.choices.map((choice) => choice.value).filter((v) => (v === value ? on : props.value.includes(v))),
		);
	return (
		<fieldset>
			<div class="flex items-center justify-between gap-4 px-1 pb-1">
				<legend class="float-left text-ink-faint">{props.legend}</legend>
				<Show when={props.value.length > 0}>
					<button type="button" class="tap text-accent hover:underline" onClick={() => props.onChange([])}>
						{t("clear")}
					</button>
				</Show>
			</div>
			<For each={props.choices}>
				{(choice) => (
					<label class="tap flex items-center gap-2 rounded px-1 py-1 hover:bg-hover">
						<input
							type="checkbox"
							class="size-4 accent-accent"
							checked={props.value.includes(choice.value)}
							onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
						/>
						<span>{choice.label}</span>
					</label>
				)}
			</For>
		</fieldset>
	);
}
