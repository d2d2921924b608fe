import type { IssueDetail } from "@zhenggai/domain/issues";
import type { InstrumentRow, Light } from "@zhenggai/domain/supervision";
import { badges, caseBadges, caseVocab, type Tone } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { word } from "../i18n/format.ts";
import { say } from "../i18n/index.ts";
import { Badge, Tag } from "../ui/badge.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";

type Shown = Pick<IssueDetail["light"], "light" | "colour">;

const ICONS: Readonly<Record<Light, IconName>> = {
	good: "check",
	yellow: "alert",
	red: "stop",
	none: "minus",
};

/** The tone of a light: a rule set may show what goes well in blue. */
const toneOf = ({ light, colour }: Shown): Tone =>
	light === "good" && colour === "blue" ? "active" : caseBadges.light[light].tone;

const BIG: Readonly<Record<Tone, string>> = {
	neutral: "bg-sunken text-ink-soft border-line-strong",
	active: "bg-calm-wash text-calm border-calm",
	attention: "bg-near-wash text-near border-near",
	bad: "bg-late-wash text-late border-late",
	good: "bg-done-wash text-done border-done",
	ended: "bg-transparent text-ink-faint border-line",
};

/** A light as a sign of its own: letter, drawing and word; the colour only repeats them. */
export function LightSign(props: { light: Shown }): JSX.Element {
	const of = () => caseBadges.light[props.light.light];
	return (
		<span
			class={`inline-flex items-center gap-2 rounded-md border-2 px-3 py-1.5 text-[1.21rem] font-semibold ${BIG[toneOf(props.light)]}`}
			data-light={props.light.light}
		>
			<Icon name={ICONS[props.light.light]} size={20} />
			<span class="font-mono text-[1rem]" aria-hidden="true">
				{of().letter}
			</span>
			{say(of().word)}
		</span>
	);
}

/** A light in little room. */
export function LightMark(props: { light: Light }): JSX.Element {
	return (
		<Tag tone={caseBadges.light[props.light].tone}>
			<Icon name={ICONS[props.light]} size={12} />
			<span class="font-mono text-[0.79rem] font-semibold" aria-hidden="true">
				{caseBadges.light[props.light].letter}
			</span>
			{say(caseBadges.light[props.light].word)}
		</Tag>
	);
}

/** 进度状态 with the day by which it is counted. */
export function ScheduleMark(props: { schedule: NonNullable<IssueDetail["schedule"]> }): JSX.Element {
	return (
		<Badge
			of={caseBadges.scheduleStatus[props.schedule]}
			word={word(caseVocab.scheduleStatus, props.schedule)}
		/>
	);
}

/** Where an instrument stands on the board, and its own state where that says more. */
export function StageMark(props: { row: Pick<InstrumentRow, "stage" | "state"> }): JSX.Element {
	const own = () => word(caseVocab.instrumentState, props.row.state);
	return (
		<span class="inline-flex flex-wrap items-center gap-1">
			<Badge
				of={caseBadges.instrumentStage[props.row.stage]}
				word={props.row.stage === "over" ? own() : word(caseVocab.instrumentStage, props.row.stage)}
			/>
			<Show when={props.row.stage !== "over"}>
				<span class="text-[0.86rem] text-ink-faint">{own()}</span>
			</Show>
		</span>
	);
}

/** How near the day is on which something is due. */
export const standingBadge = (days: number) => {
	if (days < 0) return badges.standing.overdue;
	return days <= 7 ? badges.standing.due7 : badges.standing.later;
};
