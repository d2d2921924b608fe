import { type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { together } from "../shell/preferences.ts";
import { createScrollTogether, type Spanned } from "./scroll-together.ts";
import { type SourceControl, SourceLines } from "./source-lines.tsx";
import { VirtualList, type VirtualListControl } from "./virtual-list.tsx";

/**
 * What was read beside the text it was read from: a long list and its source, which scroll together where the clerk
 * wants it.
 */
export function ReadingPanes<T extends Spanned>(props: {
	/** In the order of the source. */
	items: readonly T[];
	/** About how high an item is, in pixels. */
	estimate: number;
	/** The item that somebody is typing in. */
	pinned: string | undefined;
	/** What is said of the document as a whole. */
	above: JSX.Element;
	text: readonly string[];
	/** The lines that are pointed at. */
	lines: readonly [number, number] | null;
	/** The line that the arrow keys go on from. */
	head?: number | undefined;
	onLine: (line: number, extend: boolean) => void;
	/** What can be done with the marked lines. */
	actions?: JSX.Element;
	onReady: (control: VirtualListControl) => void;
	children: (item: () => T) => JSX.Element;
}): JSX.Element {
	let scroller: HTMLElement | undefined;
	let list: VirtualListControl | undefined;
	let source: SourceControl | undefined;
	const scrolling = createScrollTogether({
		on: together,
		items: () => props.items,
		list: () => list,
		source: () => source,
	});
	return (
		<div class="grid min-h-0 flex-1 grid-rows-2 lg:grid-cols-2 lg:grid-rows-1">
			<section
				ref={(element) => {
					scroller = element;
					scrolling.drivenBy("reading")(element);
				}}
				class="min-h-0 overflow-auto p-3"
				aria-label={t("reading.read")}
				tabindex="0"
			>
				<div>
					{props.above}
					<Show when={props.items.length === 0}>
						<p class="p-3 text-ink-soft">{t("preview.nothing")}</p>
					</Show>
				</div>
				<VirtualList
					label={t("reading.read")}
					items={props.items}
					scroller={() => scroller}
					estimate={props.estimate}
					pinned={props.pinned}
					onReady={(control) => {
						list = control;
						props.onReady(control);
					}}
					onTop={scrolling.readingAt}
				>
					{(item) => props.children(item)}
				</VirtualList>
			</section>
			<div class="grid min-h-0" ref={(element) => scrolling.drivenBy("source")(element)}>
				<SourceLines
					text={props.text}
					lines={props.lines}
					head={props.head}
					onLine={(line, extend) => props.onLine(line, extend)}
					onReady={(control) => {
						source = control;
					}}
					onTop={scrolling.sourceAt}
					actions={props.actions}
				/>
			</div>
		</div>
	);
}
