import { createVirtualizer } from "@tanstack/solid-virtual";
import { createEffect, For, type JSX, on, onMount, Show } from "solid-js";
import { t } from "../i18n/index.ts";

const LINE_HEIGHT = 28;

/** What the owner of a source can ask of it. */
export type SourceControl = {
	/** Scrolls so that a line (from 1) begins at the top, or with a part of it above: 12.5 is the middle of line 12. */
	readonly top: (line: number) => void;
};

/**
 * The source text line by line; the lines of what is pointed at are marked and brought into view. A line is pointed at
 * by a click or, once one is, by the arrow keys; with Shift the range reaches to it.
 */
export function SourceLines(props: {
	text: readonly string[];
	lines: readonly [number, number] | null;
	onLine: (line: number, extend: boolean) => void;
	/** The line that the arrow keys go on from. The last marked one when left out. */
	head?: number | undefined;
	/** What can be done with the marked lines. */
	actions?: JSX.Element;
	onReady?: (control: SourceControl) => void;
	/** Told while the text scrolls: which line is at the top, with the part of it that is above. */
	onTop?: (line: number) => void;
}): JSX.Element {
	let scroller: HTMLDivElement | undefined;
	const virtualizer = createVirtualizer({
		get count() {
			return props.text.length;
		},
		getScrollElement: () => scroller ?? null,
		estimateSize: () => LINE_HEIGHT,
		overscan: 20,
	});
	createEffect(
		on(
			() => props.lines,
			(lines) => {
				if (lines !== null && !inView(lines)) virtualizer.scrollToIndex(lines[0] - 1, { align: "center" });
			},
			{ defer: true },
		),
	);
	/** Whether marked lines can be seen: their first, and where the arrow keys are. */
	const inView = (lines: readonly [number, number]): boolean => {
		const { range } = virtualizer;
		const seen = (line: number) =>
			range !== null && range.startIndex < line - 1 && line - 1 < range.endIndex - 1;
		return seen(lines[0]) || (props.head !== undefined && seen(props.head));
	};
	onMount(() => {
		props.onReady?.({
			top: (line) => {
				const place = virtualizer.measurementsCache[Math.floor(line) - 1];
				if (place !== undefined) virtualizer.scrollToOffset(place.start + (line % 1) * place.size);
			},
		});
	});
	const told = () => {
		const offset = scroller?.scrollTop ?? 0;
		const place = virtualizer.getVirtualItemForOffset(offset);
		if (place === undefined) return;
		const part = (offset - place.start) / Math.max(1, place.size);
		props.onTop?.(place.index + 1 + Math.min(0.99, Math.max(0, part)));
	};
	const step = (event: KeyboardEvent, by: number) => {
		if (props.lines === null) return;
		const line = (props.head ?? props.lines[1]) + by;
		if (line >= 1 && line <= props.text.length) props.onLine(line, event.shiftKey);
		event.preventDefault();
	};
	const marked = (line: number) => props.lines !== null && props.lines[0] <= line && line <= props.lines[1];
	return (
		<section
			class="flex min-h-0 flex-col border-t border-line bg-sunken lg:border-t-0 lg:border-l"
			aria-label={t("reading.source")}
		>
			<div class="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1 text-[0.93rem] text-ink-soft">
				<span>{t("reading.sourceLines", { n: props.text.length })}</span>
				<Show when={props.lines}>
					{(lines) => (
						<span class="ml-auto flex flex-wrap items-center gap-1.5">
							{lines()[0] === lines()[1]
								? t("reading.line", { n: lines()[0] })
								: t("source.lines", { from: lines()[0], to: lines()[1] })}
							{props.actions}
						</span>
					)}
				</Show>
			</div>
			<div
				ref={(element) => {
					scroller = element;
				}}
				class="min-h-0 flex-1 overflow-auto py-2"
				tabindex="0"
				role="group"
				aria-label={t("reading.source")}
				onScroll={told}
				onKeyDown={(event) => {
					if (event.key === "ArrowDown") step(event, 1);
					if (event.key === "ArrowUp") step(event, -1);
				}}
			>
				<div class="relative" style={{ height: `${virtualizer.getTotalSize()}px` }}>
					<For each={virtualizer.getVirtualItems()}>
						{(item) => (
							<button
								type="button"
								ref={(element) => queueMicrotask(() => virtualizer.measureElement(element))}
								data-index={item.index}
								tabindex="-1"
								class={`absolute top-0 left-0 flex w-full gap-3 px-3 py-0.5 text-left font-song leading-relaxed ${marked(item.index + 1) ? "bg-mark" : "hover:bg-hover"}`}
								style={{ transform: `translateY(${item.start}px)` }}
								onMouseDown={(event) => event.shiftKey && event.preventDefault()}
								onClick={(event) => props.onLine(item.index + 1, event.shiftKey)}
							>
								<span
									class={`w-10 shrink-0 pt-0.5 text-right font-mono text-[0.79rem] select-none ${marked(item.index + 1) ? "text-ink-soft" : "text-ink-faint"}`}
								>
									{item.index + 1}
								</span>
								<span class="min-w-0 flex-1 break-words whitespace-pre-wrap">{props.text[item.index]}</span>
							</button>
						)}
					</For>
				</div>
			</div>
		</section>
	);
}
