import { createEffect, createMemo, createSignal, For, type JSX, Show } from "solid-js";
import { type Failure, failureOf, isOurFault } from "../failure.ts";
import { say, t } from "../i18n/index.ts";
import { Button } from "./button.tsx";
import { Icon, type IconName } from "./icon.tsx";

type Note = { id: number; text: string; tone: "good" | "bad" };

const [notes, setNotes] = createSignal<readonly Note[]>([]);
let nextNote = 1;
const SHOWN_MS = 6000;

/** Says what has just been saved or has failed: shown for a while and spoken to screen readers. */
export function notify(text: string, tone: Note["tone"] = "good"): void {
	const note = { id: nextNote, text, tone };
	nextNote += 1;
	setNotes((shown) => [...shown.slice(-3), note]);
	setTimeout(() => setNotes((shown) => shown.filter((other) => other.id !== note.id)), SHOWN_MS);
}

/** Where notes appear. The region is always in the page, so that screen readers watch it. */
export function Notes(): JSX.Element {
	return (
		<div
			class="no-print pointer-events-none fixed bottom-16 left-1/2 z-50 flex -translate-x-1/2 flex-col items-center gap-2 md:bottom-6"
			role="status"
			aria-live="polite"
		>
			<For each={notes()}>
				{(note) => (
					<p
						class={`flex items-center gap-2 rounded-md border px-3 py-2 shadow-float ${note.tone === "good" ? "border-line bg-sheet text-ink" : "border-late bg-late-wash text-late"}`}
					>
						<Icon name={note.tone === "good" ? "check" : "alert"} />
						{note.text}
					</p>
				)}
			</For>
		</div>
	);
}

/** What went wrong, its code and the way to try again. */
export function ErrorBox(props: { error: unknown; onRetry?: () => void }): JSX.Element {
	const failure = createMemo((): Failure => failureOf(props.error));
	// Our own mistake: whoever looks into it finds it in the browser's console.
	createEffect(() => isOurFault(failure()) && console.error(props.error));
	return (
		<div class="flex flex-col items-start gap-2 rounded-md border border-late bg-late-wash p-4" role="alert">
			<p class="flex items-center gap-2 font-medium text-late">
				<Icon name="alert" />
				{say(failure().text)}
			</p>
			<p class="text-[0.93rem] text-ink-soft">
				{t("error.code", { code: failure().code })}
				<Show when={failure().requestId}>
					{(id) => <span class="ml-3">{t("error.reference", { id: id() })}</span>}
				</Show>
			</p>
			<Show when={props.onRetry}>
				<Button size="small" icon="refresh" onClick={() => props.onRetry?.()}>
					{t("retry")}
				</Button>
			</Show>
		</div>
	);
}

/** Nothing here yet, and what to do first. */
export function Empty(props: {
	icon: IconName;
	title: string;
	text?: string;
	children?: JSX.Element;
}): JSX.Element {
	return (
		<div class="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-14 text-center">
			<Icon name={props.icon} size={36} class="text-ink-faint" />
			<p class="text-[1.14rem] font-medium">{props.title}</p>
			<Show when={props.text}>
				<p class="text-ink-soft">{props.text}</p>
			</Show>
			<div class="mt-2 flex flex-wrap justify-center gap-2">{props.children}</div>
		</div>
	);
}

/** Grey bars in the shape of what is coming. */
export function SkeletonLines(props: { lines: number; label?: string }): JSX.Element {
	return (
		<div class="flex flex-col gap-3" role="status" aria-label={props.label ?? t("loading")}>
			<For each={Array.from({ length: props.lines }, (_, index) => index)}>
				{(index) => <div class="skeleton h-4" style={{ width: `${[92, 76, 84, 60][index % 4]}%` }} />}
			</For>
		</div>
	);
}
