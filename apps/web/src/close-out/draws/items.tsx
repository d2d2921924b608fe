import { A } from "@solidjs/router";
import type { DrawDetail } from "@zhenggai/domain/close-out";
import { caseVocab, formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { DrawRequest } from "./draw-page.tsx";

type Item = DrawDetail["items"][number];
type Props = { detail: DrawDetail; onAction: (request: DrawRequest) => void };

const RESULT_TONE = { held: "good", weakened: "attention", rebounded: "bad", neverDone: "bad" } as const;
const OF_ONE = ["assignChecker", "recordDrawn", "waiveDrawn"] as const;

/** What was drawn: of which stratum and why, who checks it until when, and what was found. */
export function Items(props: Props): JSX.Element {
	const { progress } = props.detail.row;
	return (
		<Section
			title={t("draws.items")}
			count={props.detail.items.length}
			aside={
				<span class="text-ink-soft tabular-nums">
					{t("draws.progress", { checked: progress.checked, waived: progress.waived, open: progress.open })}
				</span>
			}
		>
			<ul class="flex flex-col divide-y divide-line">
				<For each={props.detail.items}>{(item) => <Line {...props} item={item} />}</For>
			</ul>
		</Section>
	);
}

function Line(props: Props & { item: Item }): JSX.Element {
	const item = () => props.item;
	const isOpen = () => item().result === null && item().waived === null;
	const may = (verb: (typeof OF_ONE)[number]) =>
		props.detail.actions.some((action) => action.verb === verb && action.allowed);
	return (
		<li
			class="grid gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0 md:grid-cols-[minmax(0,1fr)_minmax(14rem,20rem)]"
			data-drawn={item().issueId}
		>
			<div class="min-w-0">
				<p class="flex flex-wrap items-center gap-2">
					<A
						class="tap font-medium text-accent hover:underline"
						href={`/issues/${item().issueId}?tab=closeOut`}
					>
						{formatNumber(item().number, language())}
					</A>
					<Tag tone={item().why === "always" ? "attention" : "neutral"}>
						{t(item().why === "always" ? "draws.whyAlways" : "draws.whyDrawn")}
					</Tag>
				</p>
				<p class="text-[0.93rem] text-ink-soft">
					{[item().regionName, item().unitName, item().type === "" ? "" : word(vocab.issueField, item().type)]
						.filter((part) => part !== "")
						.join(" · ")}
				</p>
			</div>
			<div class="flex flex-col items-start gap-1 md:items-end">
				<Standing item={item()} />
				<Show when={isOpen()}>
					<span class="no-print flex flex-wrap gap-1">
						<For each={OF_ONE}>
							{(verb) => (
								<Show when={may(verb)}>
									<Button
										size="small"
										look={verb === "recordDrawn" ? "plain" : "quiet"}
										onClick={() => props.onAction({ verb, part: item().issueId })}
									>
										{word(caseVocab.drawVerb, verb)}
									</Button>
								</Show>
							)}
						</For>
					</span>
				</Show>
			</div>
		</li>
	);
}

function Standing(props: { item: Item }): JSX.Element {
	return (
		<Switch
			fallback={
				<Tag tone="attention">
					<Icon name="clock" size={12} />
					{t("draws.noChecker")}
				</Tag>
			}
		>
			<Match when={props.item.result}>
				{(found) => (
					<span class="flex flex-wrap items-center gap-2">
						<Tag tone={RESULT_TONE[found().result]}>{word(caseVocab.lookBackResult, found().result)}</Tag>
						<span class="text-ink-faint">
							{date(found().on)} · {found().by.name}
						</span>
					</span>
				)}
			</Match>
			<Match when={props.item.waived}>
				{(held) => (
					<span class="text-ink-soft">
						{word(caseVocab.drawVerb, "waiveDrawn")}：{held().reason}
					</span>
				)}
			</Match>
			<Match when={props.item.checker}>
				{(checker) => (
					<span class="flex flex-wrap items-center gap-2">
						{props.item.checkerName}
						<Show when={checker().name}>{(name) => <span>{name()}</span>}</Show>
						<Show when={checker().dueOn}>
							{(due) => (
								<Tag tone={props.item.late ? "bad" : "neutral"}>
									{t(props.item.late ? "draws.late" : "draws.due", { date: date(due()) })}
								</Tag>
							)}
						</Show>
					</span>
				)}
			</Match>
		</Switch>
	);
}
