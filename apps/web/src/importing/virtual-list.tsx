import { createVirtualizer, defaultRangeExtractor } from "@tanstack/solid-virtual";
import { createRenderEffect, createSignal, For, type JSX, onCleanup, onMount, Show } from "solid-js";

type Keyed = { readonly key: string };

/** A little longer than the virtualizer takes a scroll to last after its last event. */
const SETTLED_MS = 200;

/** What the owner of a list can ask of it. */
export type VirtualListControl = {
	readonly show: (key: string) => void;
	/** Scrolls so that a row begins at the top, or with a part (0 to 1) of it above. */
	readonly top: (key: string, part: number) => void;
};

/**
 * A long list of which only what is on the screen stands in the page. It scrolls within `scroller`, at whatever place
 * it stands there; rows may be of any height and change it. `pinned` stays in the page wherever the list is scrolled:
 * a row somebody is typing in.
 */
export function VirtualList<T extends Keyed>(props: {
	label: string;
	items: readonly T[];
	scroller: () => HTMLElement | undefined;
	/** About how high a row is, in pixels. */
	estimate: number;
	pinned?: string | undefined;
	class?: string;
	onReady?: (control: VirtualListControl) => void;
	/** Told while the list scrolls: which row is at the top, and which part (0 to 1) of it is above. */
	onTop?: (key: string, part: number) => void;
	children: (item: () => T) => JSX.Element;
}): JSX.Element {
	let list: HTMLOListElement | undefined;
	const [margin, setMargin] = createSignal(0);
	// Known once it stands in the page: before that it belongs to no window, and nothing of it can be watched.
	const [scroller, setScroller] = createSignal<HTMLElement | null>(null);
	const indexOf = (key: string | undefined): number =>
		key === undefined ? -1 : props.items.findIndex((item) => item.key === key);
	const virtualizer = createVirtualizer<HTMLElement, HTMLLIElement>({
		get count() {
			return props.items.length;
		},
		get getScrollElement() {
			const element = scroller();
			return () => element;
		},
		estimateSize: () => props.estimate,
		// A new function for every list of items: sizes belong to rows, not to their places.
		get getItemKey() {
			const { items } = props;
			return (index: number) => items[index]?.key ?? index;
		},
		get scrollMargin() {
			return margin();
		},
		get rangeExtractor() {
			const pinned = indexOf(props.pinned);
			return (range: Parameters<typeof defaultRangeExtractor>[0]) => {
				const shown = defaultRangeExtractor(range);
				if (pinned === -1 || shown.includes(pinned)) return shown;
				return [...shown, pinned].sort((a, b) => a - b);
			};
		},
		overscan: 8,
	});
	const measureMargin = () => {
		const around = scroller();
		if (list === undefined || around === null) return;
		const top = list.getBoundingClientRect().top - around.getBoundingClientRect().top;
		setMargin(Math.round(top + around.scrollTop));
	};
	onMount(() => {
		setScroller(props.scroller() ?? null);
		measureMargin();
		// What stands above the list grows and shrinks.
		const observer = new ResizeObserver(measureMargin);
		for (const child of scroller()?.children ?? []) if (child !== list) observer.observe(child);
		onCleanup(() => observer.disconnect());
		props.onReady?.({
			show: (key) => {
				const index = indexOf(key);
				if (index !== -1) virtualizer.scrollToIndex(index, { align: "center" });
			},
			top: (key, part) => {
				const index = indexOf(key);
				const place = virtualizer.measurementsCache[index];
				if (index !== -1 && place !== undefined) virtualizer.scrollToOffset(place.start + part * place.size);
			},
		});
		const around = scroller();
		const told = () => {
			const offset = around?.scrollTop ?? 0;
			const place = virtualizer.getVirtualItemForOffset(offset);
			const item = place === undefined ? undefined : props.items[place.index];
			if (place === undefined || item === undefined) return;
			props.onTop?.(item.key, Math.min(1, Math.max(0, (offset - place.start) / place.size)));
		};
		around?.addEventListener("scroll", told, { passive: true });
		onCleanup(() => around?.removeEventListener("scroll", told));
	});
	return (
		<ol
			ref={(element) => {
				list = element;
			}}
			class={`relative ${props.class ?? ""}`}
			style={{ height: `${virtualizer.getTotalSize()}px` }}
			aria-label={props.label}
		>
			<For each={virtualizer.getVirtualItems()}>
				{(place) => {
					const item = () => props.items[place.index];
					let row: HTMLLIElement | undefined;
					let gone = false;
					onCleanup(() => {
						gone = true;
					});
					// A row that is made while its page is still being put together has no size yet.
					const measure = () => {
						if (row === undefined || gone) return;
						if (!row.isConnected) {
							requestAnimationFrame(measure);
							return;
						}
						virtualizer.measureElement(row);
						// What is put into a row during a scroll is measured when it ends: its size may be another's.
						if (virtualizer.isScrolling) setTimeout(measure, SETTLED_MS);
					};
					// Not an effect: those of a page that is still being put together are lost with its transition.
					createRenderEffect(() => {
						if (item()?.key !== undefined) queueMicrotask(measure);
					});
					return (
						<li
							ref={(element) => {
								row = element;
							}}
							data-index={place.index}
							aria-setsize={props.items.length}
							aria-posinset={place.index + 1}
							class="absolute top-0 left-0 w-full"
							style={{ transform: `translateY(${place.start - margin()}px)` }}
						>
							<Show when={item()?.key} keyed>
								{(_key) => <Show when={item()}>{(found) => props.children(found)}</Show>}
							</Show>
						</li>
					);
				}}
			</For>
		</ol>
	);
}
