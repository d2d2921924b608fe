import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";

/** The value of `source` once it has rested for `delay` milliseconds. */
export function createDebounced<T>(source: Accessor<T>, delay: number): Accessor<T> {
	const [value, setValue] = createSignal<T>(source());
	createEffect(
		on(
			source,
			(next) => {
				const timer = setTimeout(() => setValue(() => next), delay);
				onCleanup(() => clearTimeout(timer));
			},
			{ defer: true },
		),
	);
	return value;
}
