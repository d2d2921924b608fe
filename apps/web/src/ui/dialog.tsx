import { Dialog as Kobalte } from "@kobalte/core/dialog";
import { type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { Icon } from "./icon.tsx";

const SHAPES = {
	center:
		"left-1/2 top-[6vh] max-h-[88vh] w-[min(40rem,calc(100vw-1.5rem))] -translate-x-1/2 rounded-md border border-line",
	wide: "left-1/2 top-[4vh] max-h-[92vh] w-[min(64rem,calc(100vw-1.5rem))] -translate-x-1/2 rounded-md border border-line",
	top: "left-1/2 top-[10vh] max-h-[76vh] w-[min(38rem,calc(100vw-1.5rem))] -translate-x-1/2 rounded-md border border-line",
} as const;

/** What a window begins with: the box that is marked for it, else the first one of its form. */
function focusTarget(content: EventTarget | null): HTMLElement | null {
	if (!(content instanceof HTMLElement)) return null;
	return content.querySelector<HTMLElement>(
		"[data-autofocus], form :is(input, select, textarea):not(:disabled)",
	);
}

/** A modal window: focus stays in it, Escape closes it and gives the focus back. */
export function Dialog(props: {
	open: boolean;
	title: string;
	/** Only for screen readers, where the content says it already. */
	hideTitle?: boolean;
	shape?: keyof typeof SHAPES;
	onClose: () => void;
	children: JSX.Element;
	footer?: JSX.Element;
}): JSX.Element {
	return (
		<Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
			<Kobalte.Portal>
				<Kobalte.Overlay class="fixed inset-0 z-40 bg-black/35 dark:bg-black/60" />
				<Kobalte.Content
					onOpenAutoFocus={(event) => {
						const first = focusTarget(event.currentTarget);
						if (first === null) return;
						event.preventDefault();
						first.focus();
					}}
					class={`fixed z-50 flex flex-col bg-sheet shadow-float ${SHAPES[props.shape ?? "center"]}`}
				>
					<div
						class={props.hideTitle ? "sr-only" : "flex items-center gap-2 border-b border-line px-4 py-2.5"}
					>
						<Kobalte.Title class="flex-1 text-[1.14rem] font-semibold">{props.title}</Kobalte.Title>
						<Kobalte.CloseButton
							class="tap inline-flex h-8 min-w-8 items-center justify-center rounded text-ink-soft hover:bg-hover touch:min-w-[44px]"
							aria-label={t("close")}
						>
							<Icon name="close" />
						</Kobalte.CloseButton>
					</div>
					<div class="min-h-0 flex-1 overflow-auto">{props.children}</div>
					<Show when={props.footer}>
						<div class="flex flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-3">
							{props.footer}
						</div>
					</Show>
				</Kobalte.Content>
			</Kobalte.Portal>
		</Kobalte>
	);
}
