import { createUniqueId, type JSX, Show, splitProps } from "solid-js";
import { t } from "../i18n/index.ts";

export type FieldIds = { id: string; describedBy: string | undefined; invalid: boolean };

/** A labelled input with its hint and its error, wired for screen readers. */
export function Field(props: {
	label: string;
	hint?: string | undefined;
	error?: string | null | undefined;
	required?: boolean;
	class?: string;
	children: (ids: FieldIds) => JSX.Element;
}): JSX.Element {
	const id = createUniqueId();
	const ids: FieldIds = {
		id,
		get describedBy() {
			if (props.error) return `${id}-error`;
			return props.hint ? `${id}-hint` : undefined;
		},
		get invalid() {
			return Boolean(props.error);
		},
	};
	return (
		<div class={props.class ?? ""} data-required={props.required ? props.label : undefined}>
			<label for={id} class="mb-1 block text-ink-soft">
				{props.label}
				<Show when={props.required}>
					<span class="ml-1 text-late" title={t("required")}>
						<span aria-hidden="true">*</span>
						<span class="sr-only">{t("required")}</span>
					</span>
				</Show>
			</label>
			{props.children(ids)}
			<Show when={props.error}>
				<p id={`${id}-error`} class="mt-1 text-late">
					{props.error}
				</p>
			</Show>
			<Show when={!props.error && props.hint}>
				<p id={`${id}-hint`} class="mt-1 text-[0.9rem] text-ink-faint">
					{props.hint}
				</p>
			</Show>
		</div>
	);
}

type Common = {
	label: string;
	hint?: string | undefined;
	error?: string | null | undefined;
	required?: boolean;
	value: string;
	onInput: (value: string) => void;
	class?: string;
};

export function TextField(
	props: Common &
		Pick<
			JSX.InputHTMLAttributes<HTMLInputElement>,
			"type" | "placeholder" | "max" | "min" | "maxLength" | "autocomplete"
		>,
): JSX.Element {
	const [own, input] = splitProps(props, ["label", "hint", "error", "required", "value", "onInput", "class"]);
	return (
		<Field
			label={own.label}
			hint={own.hint}
			error={own.error}
			required={own.required ?? false}
			class={own.class ?? ""}
		>
			{(ids) => (
				<input
					{...input}
					id={ids.id}
					class="field-box"
					value={own.value}
					aria-describedby={ids.describedBy}
					aria-invalid={ids.invalid}
					aria-required={own.required}
					onInput={(event) => own.onInput(event.currentTarget.value)}
				/>
			)}
		</Field>
	);
}

export function TextArea(props: Common & { rows?: number }): JSX.Element {
	return (
		<Field
			label={props.label}
			hint={props.hint}
			error={props.error}
			required={props.required ?? false}
			class={props.class ?? ""}
		>
			{(ids) => (
				<textarea
					id={ids.id}
					class="field-box"
					rows={props.rows ?? 3}
					value={props.value}
					aria-describedby={ids.describedBy}
					aria-invalid={ids.invalid}
					aria-required={props.required}
					onInput={(event) => props.onInput(event.currentTarget.value)}
				/>
			)}
		</Field>
	);
}

export function CheckField(props: {
	label: string;
	checked: boolean;
	onChange: (checked: boolean) => void;
	disabled?: boolean;
	class?: string;
}): JSX.Element {
	return (
		<label class={`tap inline-flex items-center gap-2 ${props.class ?? ""}`}>
			<input
				type="checkbox"
				class="size-4 accent-accent"
				checked={props.checked}
				disabled={props.disabled}
				onChange={(event) => props.onChange(event.currentTarget.checked)}
			/>
			<span>{props.label}</span>
		</label>
	);
}
