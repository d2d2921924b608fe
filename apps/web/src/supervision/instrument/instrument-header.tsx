import { A } from "@solidjs/router";
import { formatNumber } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { ActionBar } from "../../commands/index.ts";
import { date, daysLeftText, names } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { RuleLink } from "../../rules/index.ts";
import { Badge, Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { daysUntil, kindWord } from "../days.ts";
import { StageMark, standingBadge } from "../marks.tsx";
import type { InstrumentPartProps } from "./instrument-viewer.tsx";
import { hasStep, isInstrumentAction, primaryAction } from "./request.ts";

const COMMON: ReadonlySet<string> = new Set(["replyInstrument", "verifyReply", "liftInstrument", "holdTalk"]);

/** What it is, what it demands of whom by when, and what can be done next. */
export function InstrumentHeader(
	props: InstrumentPartProps & {
		/** On a page of its own: beside the board it is the list that would be printed. */
		printable: boolean;
	},
): JSX.Element {
	const row = () => props.detail.row;
	const cause = () => props.detail.instrument.cause;
	return (
		<header class="no-print rounded-md border border-line bg-sheet px-4 py-3.5">
			<div class="flex flex-wrap items-center gap-2 text-ink-soft">
				<Tag tone="active">{kindWord(row().kind)}</Tag>
				<StageMark row={row()} />
				<Show when={row().documentNumber}>{(number) => <span>{number()}</span>}</Show>
				<span class="ml-auto flex flex-wrap items-center gap-2 text-[0.93rem]">
					<A class="text-accent underline" href={`/issues/${row().issueId}?tab=supervision`}>
						{formatNumber(row().issueNumber, language())}
					</A>
					{row().regionName}
					<Show when={props.printable}>
						<Button size="small" look="quiet" icon="print" onClick={() => window.print()}>
							{t("sup.print")}
						</Button>
					</Show>
				</span>
			</div>
			<h2 class="mt-2 font-song text-[1.29rem] leading-relaxed font-bold">{row().title}</h2>
			<Demand {...props} />
			<Show when={props.issue}>
				{(issue) => (
					<p class="mt-2 clamp-2 text-[0.93rem] text-ink-soft">
						{t("sup.about")}
						{issue().statement}
					</p>
				)}
			</Show>
			<p class="mt-1 text-[0.93rem] text-ink-soft">
				{t("sup.causeIs")}
				{cause().text} <For each={cause().rules}>{(rule) => <RuleLink rule={rule} />}</For>
			</p>
			<Show when={cause().skipsRungReason}>
				{(reason) => (
					<p class="text-[0.93rem] text-ink-soft">
						{t("sup.skipped")}
						{reason()} <RuleLink rule="SUP-07" />
					</p>
				)}
			</Show>
			<ActionBar
				groups={[{ actions: props.detail.actions.filter(({ verb }) => hasStep(row(), verb)) }]}
				primary={primaryAction(row(), props.detail.actions)}
				common={COMMON}
				onAction={(verb) => {
					if (isInstrumentAction(verb)) props.onAction(verb);
				}}
			/>
		</header>
	);
}

/** Who has to do what by when. The clock runs from the dispatch, not from the receipt (SUP-04). */
function Demand(props: InstrumentPartProps): JSX.Element {
	const row = () => props.detail.row;
	const day = () => row().limitOn ?? row().replyDueOn;
	const left = () => {
		const until = day();
		return until === null ? 0 : daysUntil(until, props.detail.asOf);
	};
	const waits = () => ["late", "toAcknowledge", "toReply"].includes(row().stage);
	return (
		<dl class="mt-3 grid gap-x-6 gap-y-1 rounded border border-line bg-sunken px-3 py-2 sm:grid-cols-[auto_minmax(0,1fr)]">
			<dt class="text-ink-faint">{t("sup.addressees")}</dt>
			<dd>{names(row().addressees.map(({ name }) => name))}</dd>
			<dt class="text-ink-faint">{t(row().limitOn === null ? "sup.replyDue" : "sup.limit")}</dt>
			<dd class="flex flex-wrap items-center gap-2">
				<Show when={day()} fallback={<span class="text-ink-soft">{noDay(row().kind, row().issuedOn)}</span>}>
					{(until) => (
						<>
							<span class="font-medium tabular-nums">{date(until())}</span>
							<Show when={waits()}>
								<Badge of={standingBadge(left())} word={daysLeftText(left())} />
							</Show>
						</>
					)}
				</Show>
			</dd>
			<Show when={row().issuedOn}>
				{(on) => (
					<>
						<dt class="text-ink-faint">{t("sup.dispatchOn")}</dt>
						<dd class="flex flex-wrap items-center gap-x-2">
							{date(on())}
							<span class="flex items-center gap-1 text-[0.9rem] text-ink-faint">
								<Icon name="clock" size={12} />
								{t(row().kind === "admonitoryTalk" ? "sup.clockTalk" : "sup.clock")}
							</span>
						</dd>
					</>
				)}
			</Show>
		</dl>
	);
}

const noDay = (kind: string, issuedOn: string | null): string => {
	if (issuedOn === null) return t("sup.dueWhenIssued");
	return t(kind === "admonitoryTalk" ? "sup.dueWhenHeld" : "sup.noReply");
};
