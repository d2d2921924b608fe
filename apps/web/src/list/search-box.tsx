import { createEffect, createSignal, type JSX, on, onCleanup } from "solid-js";
import { Icon } from "../ui/icon.tsx";

const SETTLE_MS = 220;

/** The box that finds rows by their words. `/` puts the cursor here; an empty box asks for everything. */
export function SearchBox(props: {
	label: string;
	value: string | undefined;
	onChange: (text: string | undefined) => void;
}): JSX.Element {
	const [text, setText] = createSignal(props.value ?? "");
	let timer: ReturnType<typeof setTimeout> | undefined;
	onCleanup(() => clearTimeout(timer));
	// The address may change under the box: back button, quick view, cleared chips.
	createEffect(
		on(
			() => props.value,
			(next) => {
				if ((next ?? "") !== text().trim()) setText(next ?? "");
			},
			{ defer: true },
		),
	);
	const commit = (value: string) => {
		clearTimeout(timer);
		props.onChange(value.trim() === "" ? undefined : value.trim());
	};
	return (
		<div class="relative min-w-44 flex-1 max-md:basis-full md:max-w-72">
			<Icon name="search" class="absolute top-1/2 left-2 -translate-y-1/2 text-ink-faint" />
			<input
				data-search
				type="search"
				class="field-box min-h-7! py-0.5! pl-7! touch:min-h-[44px]!"
				placeholder={props.label}
				aria-label={props.label}
				value={text()}
				onInput={(event) => {
					const { value } = event.currentTarget;
					setText(value);
					clearTimeout(timer);
					timer = setTimeout(() => commit(value), SETTLE_MS);
				}}
				onKeyDown={(event) => {
					if (event.isComposing) return;
					if (event.key === "Enter") commit(event.currentTarget.value);
					if (event.key === "Escape") event.currentTarget.blur();
				}}
			/>
		</div>
	);
}
