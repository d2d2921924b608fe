import { createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { Field } from "./field.tsx";
import { Icon } from "./icon.tsx";

export type Option = { readonly id: string; readonly label: string; readonly hint?: string };

/** A box that finds one of many by typing: the list comes from the server as the words change. */
export function Combobox(props: {
	label: string;
	/** What is chosen now, null for nothing. */
	value: Option | null;
	/** The words typed; the owner answers with `options`. */
	onQuery: (text: string) => void;
	options: readonly Option[];
	loading?: boolean;
	onChange: (option: Option | null) => void;
	placeholder?: string;
	hint?: string | undefined;
	error?: string | null | undefined;
	required?: boolean;
	class?: string;
}): JSX.Element {
	const listId = createUniqueId();
	const [open, setOpen] = createSignal(false);
	const [text, setText] = createSignal<string | null>(null);
	const [active, setActive] = createSignal(0);
	const shown = () => text() ?? props.value?.label ?? "";
	const current = () => Math.min(active(), props.options.length - 1);
	const choose = (option: Option | null) => {
		setOpen(false);
		setText(null);
		props.onChange(option);
	};
	const step = (by: number) => {
		setOpen(true);
		const count = Math.max(1, props.options.length);
		setActive((current() + by + count) % count);
		document.getElementById(`${listId}-${active()}`)?.scrollIntoView({ block: "nearest" });
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.isComposing) return;
		const option = props.options[current()];
		if (event.key === "ArrowDown") step(1);
		else if (event.key === "ArrowUp") step(-1);
		else if (event.key === "Enter" && open() && option !== undefined) choose(option);
		else if (event.key === "Escape" && open()) setOpen(false);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<Field
			label={props.label}
			hint={props.hint}
			error={props.error}
			required={props.required ?? false}
			class={props.class ?? ""}
		>
			{(ids) => (
				<div class="relative">
					<input
						id={ids.id}
						class="field-box pr-8"
						role="combobox"
						aria-expanded={open()}
						aria-controls={listId}
						aria-autocomplete="list"
						aria-activedescendant={open() && props.options.length > 0 ? `${listId}-${current()}` : undefined}
						aria-describedby={ids.describedBy}
						aria-invalid={ids.invalid}
						aria-required={props.required}
						autocomplete="off"
						placeholder={props.placeholder ?? t("typeToSearch")}
						value={shown()}
						onFocus={() => {
							props.onQuery("");
							setOpen(true);
						}}
						onClick={() => setOpen(true)}
						onBlur={() => {
							setOpen(false);
							setText(null);
						}}
						onInput={(event) => {
							setText(event.currentTarget.value);
							setActive(0);
							setOpen(true);
							props.onQuery(event.currentTarget.value);
						}}
						onKeyDown={onKeyDown}
					/>
					<Show when={props.value !== null}>
						<button
							type="button"
							class="absolute top-0 right-0 flex h-full w-8 items-center justify-center text-ink-faint hover:text-ink"
							aria-label={t("clearOf", { name: props.label })}
							onClick={() => choose(null)}
						>
							<Icon name="close" size={12} />
						</button>
					</Show>
					<div
						id={listId}
						role="listbox"
						aria-label={props.label}
						class={`absolute z-30 mt-1 max-h-64 w-full min-w-56 overflow-auto rounded-md border border-line bg-sheet p-1 shadow-float ${open() ? "" : "hidden"}`}
					>
						<For each={props.options}>
							{(option, index) => (
								<div
									id={`${listId}-${index()}`}
									role="option"
									aria-selected={index() === current()}
									class="tap flex cursor-pointer items-center gap-2 rounded px-2 py-1 aria-selected:bg-accent-wash"
									// The box must keep the focus, or the list closes before the click arrives.
									onMouseDown={(event) => event.preventDefault()}
									onMouseMove={() => setActive(index())}
									onClick={() => choose(option)}
									onKeyDown={onKeyDown}
								>
									<span class="flex-1">{option.label}</span>
									<span class="text-[0.86rem] text-ink-faint">{option.hint}</span>
								</div>
							)}
						</For>
						<Show when={props.options.length === 0}>
							<div role="presentation" class="px-2 py-1.5 text-ink-faint">
								{props.loading ? t("loading") : t("nothingFound")}
							</div>
						</Show>
					</div>
				</div>
			)}
		</Field>
	);
}
