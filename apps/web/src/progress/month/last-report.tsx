import type { IssueDetail } from "@zhenggai/domain/issues";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { cycleText } from "../../i18n/cycle-text.ts";
import { date, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { BLOCKS } from "./month-draft.ts";
import type { Prefilled } from "./sent-steps.tsx";

const percentText = (value: number | null): string => (value === null ? "—" : `${Math.round(value)}%`);

/** What was said last, and what the ledger knows of the period: to look at while writing. */
export function LastReport(props: { detail: IssueDetail; form: Prefilled | null }): JSX.Element {
	const previous = () =>
		props.form === null
			? (props.detail.progress.reports.findLast(({ returned }) => returned === null)?.content ?? null)
			: props.form.previous;
	const progress = () => props.form ?? props.detail.progress;
	return (
		<aside class="flex min-w-0 flex-col gap-3 self-start rounded-md border border-line bg-sunken p-3 text-[0.93rem] lg:sticky lg:top-0">
			<p>
				{t("percent.planned")} <strong>{percentText(progress().plannedPercent)}</strong>
				<span class="ml-3">
					{t("percent.actual")} <strong>{percentText(progress().actualPercent)}</strong>
				</span>
			</p>
			<Show when={props.form}>
				{(form) => (
					<p class="text-ink-soft">
						{t("cycle.period", {
							...{
								key: cycleText(form().cycle.key),
								from: date(form().cycle.from),
								to: date(form().cycle.to),
							},
						})}
						<span class="ml-2">{t("cycles.due", { date: date(form().cycle.dueOn) })}</span>
					</p>
				)}
			</Show>
			<section>
				<h3 class="font-semibold">{t("month.last")}</h3>
				<Show when={previous()} fallback={<p class="text-ink-soft">{t("month.noLast")}</p>}>
					{(content) => (
						<>
							<p class="whitespace-pre-line">{content().progress}</p>
							<dl class="mt-1 flex flex-col gap-1">
								<For each={BLOCKS.filter((name) => (content().blocks[name] ?? "") !== "")}>
									{(name) => (
										<div>
											<dt class="text-ink-faint">{word(caseVocab.contentBlock, name)}</dt>
											<dd class="whitespace-pre-line">{content().blocks[name]}</dd>
										</div>
									)}
								</For>
							</dl>
						</>
					)}
				</Show>
			</section>
			<Show when={props.form?.work.length}>
				<section>
					<h3 class="font-semibold">{t("month.work")}</h3>
					<ul class="flex flex-col gap-1">
						<For each={props.form?.work}>
							{(entry) => (
								<li>
									<span class="text-ink-soft tabular-nums">{date(entry.on)}</span> {entry.text}
								</li>
							)}
						</For>
					</ul>
				</section>
			</Show>
		</aside>
	);
}
