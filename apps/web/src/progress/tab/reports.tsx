import type { ProgressReport } from "@zhenggai/domain/progress";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { cycleText } from "../../i18n/cycle-text.ts";
import { moment, names, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Section } from "../../ui/section.tsx";
import { entryBefore, type ReportPart, reportDiff } from "../model/report-diff.ts";
import { Act, mayDo } from "./act.tsx";

const cycleName = (key: string | null): string => (key === null ? t("reports.unasked") : cycleText(key));

const FIRST = 3;

export const partWord = (part: ReportPart["part"]): string =>
	part === "difficulties" || part === "nextSteps" ? t(`entry.${part}`) : word(caseVocab.contentBlock, part);

/** 进展填报: the newest first, each with what it says otherwise than the one before. */
export function Reports(props: DetailProps): JSX.Element {
	const [all, setAll] = createSignal(false);
	const reports = () => props.detail.progress.reports.toReversed();
	return (
		<Section
			title={t("reports.title")}
			count={reports().length}
			aside={<Act {...props} verb="reportProgress" label={t("reports.extra")} />}
		>
			<Show when={reports().length > 0} fallback={<p class="text-ink-soft">{t("reports.none")}</p>}>
				<ol class="flex flex-col divide-y divide-line">
					<For each={all() ? reports() : reports().slice(0, FIRST)}>
						{(report) => <Report {...props} report={report} />}
					</For>
				</ol>
				<Show when={!all() && reports().length > FIRST}>
					<button type="button" class="tap mt-1 text-accent underline" onClick={() => setAll(true)}>
						{t("reports.more", { n: reports().length - FIRST })}
					</button>
				</Show>
			</Show>
		</Section>
	);
}

function Report(props: DetailProps & { report: ProgressReport }): JSX.Element {
	const report = () => props.report;
	const content = () => report().content;
	const before = () => entryBefore(props.detail.progress.reports, report())?.content ?? null;
	const diff = () => reportDiff(content(), before());
	return (
		<li class="py-2.5 first:pt-0" data-report={report().cycle ?? ""}>
			<p class="flex flex-wrap items-center gap-x-3 gap-y-1">
				<strong class="tabular-nums">{cycleName(report().cycle)}</strong>
				<Tag tone={content().forecast === "unlikely" ? "attention" : "neutral"}>
					{word(caseVocab.forecast, content().forecast)}
				</Tag>
				<Show when={content().lagReason}>{(lag) => <Tag>{word(caseVocab.lagReason, lag())}</Tag>}</Show>
				<Show when={content().typedPercent !== null}>
					<span class="text-[0.93rem] text-ink-faint" title={t("percent.typedIs")}>
						{t("percent.typed", { n: content().typedPercent ?? 0 })}
					</span>
				</Show>
				<span class="text-[0.93rem] text-ink-faint">
					{report().by.name} · {moment(report().at)}
				</span>
				<Show when={report().returned === null && mayDo(props.detail, "returnReport")}>
					<span class="no-print ml-auto">
						<Act {...props} verb="returnReport" part={report().id} label={t("reports.return")} />
					</span>
				</Show>
			</p>
			<p class="mt-1 whitespace-pre-line">{content().progress}</p>
			<dl class="mt-1 grid gap-x-3 gap-y-1 text-[0.93rem] sm:grid-cols-[9em_minmax(0,1fr)]">
				<For each={diff().changed.filter(({ now }) => now !== "")}>
					{(part) => (
						<>
							<dt class="text-ink-soft">{partWord(part.part)}</dt>
							<dd class="whitespace-pre-line">
								{part.now}
								<Show when={part.before !== ""}>
									<span class="block text-ink-faint">
										{t("reports.before")}
										<del>{part.before}</del>
									</span>
								</Show>
							</dd>
						</>
					)}
				</For>
			</dl>
			<Show when={diff().same.length > 0}>
				<details class="text-[0.93rem] text-ink-soft">
					<summary class="tap">
						{t("reports.same", { parts: names(diff().same.map(({ part }) => partWord(part))) })}
					</summary>
					<dl class="grid gap-x-3 gap-y-1 pt-1 sm:grid-cols-[9em_minmax(0,1fr)]">
						<For each={diff().same}>
							{(part) => (
								<>
									<dt>{partWord(part.part)}</dt>
									<dd class="whitespace-pre-line">{part.now}</dd>
								</>
							)}
						</For>
					</dl>
				</details>
			</Show>
			<Show when={report().returned}>
				{(returned) => (
					<p class="mt-1 border-l-2 border-late pl-2 text-late">
						{t("cycles.returnedBy", { by: returned().by.name, reason: returned().reason })}
					</p>
				)}
			</Show>
		</li>
	);
}
