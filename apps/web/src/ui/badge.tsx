import type { Badge as BadgeData, Tone } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { say } from "../i18n/index.ts";

const TONES: Record<Tone, string> = {
	neutral: "text-ink-soft bg-sunken border-line",
	active: "text-calm bg-calm-wash border-transparent",
	attention: "text-near bg-near-wash border-transparent",
	bad: "text-late bg-late-wash border-transparent",
	good: "text-done bg-done-wash border-transparent",
	ended: "text-ink-faint bg-transparent border-line",
};

/** A state in its letter and word; the colour only repeats them. */
export function Badge(props: { of: BadgeData; word?: string }): JSX.Element {
	return (
		<span
			class={`inline-flex items-center gap-1 rounded-sm border px-1.5 text-[0.86rem] leading-5 whitespace-nowrap ${TONES[props.of.tone]}`}
		>
			<span class="font-mono text-[0.79rem] font-semibold" aria-hidden="true">
				{props.of.letter}
			</span>
			{props.word ?? say(props.of.word)}
		</span>
	);
}

/** A small plain label. */
export function Tag(props: { children: JSX.Element; tone?: Tone; title?: string }): JSX.Element {
	return (
		<span
			class={`inline-flex items-center gap-1 rounded-sm border px-1.5 text-[0.86rem] leading-5 whitespace-nowrap ${TONES[props.tone ?? "neutral"]}`}
			title={props.title}
		>
			{props.children}
		</span>
	);
}

export function Kbd(props: { children: JSX.Element }): JSX.Element {
	return (
		<kbd class="rounded-sm border border-line-strong bg-sunken px-1 font-mono text-[0.79rem] text-ink-soft">
			{props.children}
		</kbd>
	);
}
