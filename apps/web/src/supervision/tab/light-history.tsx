import type { LightChange } from "@zhenggai/domain/supervision";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { cycleText } from "../../i18n/cycle-text.ts";
import { date, word } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { RuleLink } from "../../rules/index.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { LightMark } from "../marks.tsx";

const FIRST = 6;

/** Every light that was journalled, with its cause and what was expected then; the newest first. */
export function LightHistory(props: DetailProps): JSX.Element {
	const [all, setAll] = createSignal(false);
	const changes = () => props.detail.supervision.changes;
	const shown = () => (all() ? changes() : changes().slice(0, FIRST));
	return (
		<Section title={t("sup.history")} count={changes().length}>
			<Show when={changes().length > 0} fallback={<p class="text-ink-soft">{t("sup.noHistory")}</p>}>
				<ol class="flex flex-col gap-3">
					<For each={shown()}>{(change) => <Change change={change} />}</For>
				</ol>
				<Show when={changes().length > shown().length}>
					<Button size="small" look="quiet" onClick={() => setAll(true)}>
						{t("sup.allHistory", { n: changes().length })}
					</Button>
				</Show>
			</Show>
		</Section>
	);
}

function Change(props: { change: LightChange }): JSX.Element {
	const change = () => props.change;
	return (
		<li class="border-l border-line pl-3">
			<p class="flex flex-wrap items-center gap-1.5">
				<time class="tabular-nums" datetime={change().on}>
					{date(change().on)}
				</time>
				<Show when={change().from !== change().to} fallback={<LightMark light={change().to} />}>
					<LightMark light={change().from} />
					<span aria-hidden="true">→</span>
					<LightMark light={change().to} />
				</Show>
				<Show when={change().cycle}>
					{(cycle) => (
						<span class="text-[0.86rem] text-ink-faint">{t("sup.cycle", { cycle: cycleText(cycle()) })}</span>
					)}
				</Show>
			</p>
			<ul class="text-[0.93rem] text-ink-soft">
				<For each={change().reasons}>
					{(reason) => (
						<li>
							{say(reason.message)} <RuleLink rule={reason.rule} />
						</li>
					)}
				</For>
			</ul>
			<p class="text-[0.86rem] text-ink-faint">
				{change().by.name}
				<Show when={change().forecast}>
					{(forecast) => <> · {t("sup.forecast", { forecast: word(caseVocab.forecast, forecast()) })}</>}
				</Show>
			</p>
		</li>
	);
}
