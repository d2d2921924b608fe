import { useNavigate } from "@solidjs/router";
import { createVirtualizer } from "@tanstack/solid-virtual";
import { createEffect, createSignal, For, type JSX, on, Show } from "solid-js";
import { client } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorBox } from "../../ui/feedback.tsx";
import type { Wizard } from "./wizard.ts";

const LINE_HEIGHT = 28;

/** The source text line by line; the lines of what is pointed at are marked. */
export function SourcePane(props: {
	wizard: Wizard;
	lines: readonly [number, number] | null;
	onLine: (line: number) => void;
}): JSX.Element {
	let scroller: HTMLDivElement | undefined;
	const text = () => props.wizard.draft.proposal.source.lines;
	const virtualizer = createVirtualizer({
		get count() {
			return text().length;
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
				<span>{t("reading.sourceLines", { n: text().length })}</span>
				<Show when={props.lines}>
					{(lines) => (
						<span class="ml-auto flex items-center gap-2">
							{t("source.lines", { from: lines()[0], to: lines()[1] })}
							<ReRead wizard={props.wizard} line={lines()[0]} />
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
								<span class="min-w-0 flex-1 break-words whitespace-pre-wrap">{text()[item.index]}</span>
							</button>
						)}
					</For>
				</div>
			</div>
		</section>
	);
}

/** Reads the same text again with the hint that the issues begin at this line. */
function ReRead(props: { wizard: Wizard; line: number }): JSX.Element {
	const navigate = useNavigate();
	const [busy, setBusy] = createSignal(false);
	const [failure, setFailure] = createSignal<unknown>(null);
	const read = async () => {
		setBusy(true);
		setFailure(null);
		try {
			const { draft } = props.wizard;
			const next = await client.issues.startImport.mutate({
				source: { kind: "pasted", text: draft.proposal.source.lines.join("\n") },
				hint: { issuesStartAtLine: props.line },
			});
			await client.issues.discardImport.mutate({ importId: draft.id });
			navigate(`/imports/${next.id}`);
		} catch (error) {
			setFailure(() => error);
		} finally {
			setBusy(false);
		}
	};
	return (
		<>
			<Button size="small" look="quiet" icon="refresh" busy={busy()} onClick={() => void read()}>
				{t("reading.again")}
			</Button>
			<Show when={failure()}>{(error) => <ErrorBox error={error()} />}</Show>
		</>
	);
}
