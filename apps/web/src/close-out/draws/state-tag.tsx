import type { DrawState } from "@zhenggai/domain/close-out";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { word } from "../../i18n/format.ts";
import { Tag } from "../../ui/badge.tsx";

const TONES = {
	opened: "neutral",
	frozen: "active",
	drawn: "attention",
	closed: "good",
	cancelled: "ended",
} as const satisfies Record<DrawState, string>;

/** How far a draw is, in its word. */
export const DrawStateTag = (props: { state: DrawState }): JSX.Element => (
	<Tag tone={TONES[props.state]}>{word(caseVocab.drawState, props.state)}</Tag>
);
