import { createVirtualizer } from "@tanstack/solid-virtual";
import { createEffect, For, type JSX, on, Show } from "solid-js";
import { t } from "../i18n/index.ts";

const LINE_HEIGHT = 28;

/** The source text line by line; the lines of what is pointed at are marked and brought into view. */
export function SourceLines(props: {
	text: readonly string[];
	lines: readonly [number, number] | null;
	onLine: (line: number) => void;
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
				if (lines !== null) virtualizer.scrollToIndex(lines[0] - 1, { align: "center" });
			},
			{ defer: true },
		),
	);
	const marked = (line: number) => props.lines !== null && props.lines[0] <= line && line <= props.lines[1];
	return (
		<section
			class="flex min-h-0 flex-col border-t border-line bg-sunken lg:border-t-0 lg:border-l"
			aria-label={t("reading.source")}
		>
			<div class="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1 text-[0.93rem] text-ink-soft">
				<span>{t("reading.sourceLines", { n: props.text.length })}</span>
				<Show when={props.lines}>
					{(lines) => <span class="ml-auto">{t("source.lines", { from: lines()[0], to: lines()[1] })}</span>}
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
			>
				<div class="relative" style={{ height: `${virtualizer.getTotalSize()}px` }}>
					<For each={virtualizer.getVirtualItems()}>
						{(item) => (
							<button
								type="button"
								ref={(element) => queueMicrotask(() => virtualizer.measureElement(element))}
								data-index={item.index}
								tabindex="-1"
								class={`absolute top-0 left-0 flex w-full gap-3 px-3 py-0.5 text-left font-song leading-relaxed hover:bg-hover ${marked(item.index + 1) ? "bg-mark" : ""}`}
								style={{ transform: `translateY(${item.start}px)` }}
								onClick={() => props.onLine(item.index + 1)}
							>
								<span class="w-10 shrink-0 pt-0.5 text-right font-mono text-[0.79rem] text-ink-faint select-none">
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
