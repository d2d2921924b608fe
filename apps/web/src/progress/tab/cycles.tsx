import type { IssueDetail } from "@zhenggai/domain/issues";
import type { ReportingCycle } from "@zhenggai/domain/progress";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { cycleText } from "../../i18n/cycle-text.ts";
import { date, momentText, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Section } from "../../ui/section.tsx";
import { Act, mayDo } from "./act.tsx";

type CycleState = "answered" | "returned" | "late" | "open";

/** How a cycle stands, with the entry that says so. */
function standing({ progress, asOf }: IssueDetail, { key, dueOn }: ReportingCycle) {
	const own = progress.reports.filter(({ cycle }) => cycle === key);
	const answer = own.findLast(({ returned }) => returned === null);
	const last = own.at(-1);
	const state = (): CycleState => {
		if (answer !== undefined) return "answered";
		if (last !== undefined) return "returned";
		return dueOn < asOf ? "late" : "open";
	};
	return { state: state(), answer, returned: answer === undefined ? (last?.returned ?? null) : null };
}

const TONES = { answered: "good", returned: "bad", late: "bad", open: "active" } as const;

/** 调度周期: what was asked for when, and whether it was answered. */
export function Cycles(props: DetailProps): JSX.Element {
	const cycles = () => props.detail.progress.cycles.toReversed();
	return (
		<Section
			title={t("cycles.title")}
			count={cycles().length}
			aside={<Act {...props} verb="openReportingCycle" />}
		>
			<Show when={cycles().length > 0} fallback={<p class="text-ink-soft">{t("cycles.none")}</p>}>
				<ul class="flex flex-col divide-y divide-line">
					<For each={cycles()}>
						{(cycle) => {
							const now = () => standing(props.detail, cycle);
							return (
								<li class="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5" data-cycle={cycle.key}>
									<strong class="tabular-nums">{cycleText(cycle.key)}</strong>
									<Tag tone={TONES[now().state]}>{t(`cycles.${now().state}`)}</Tag>
									<span class="text-ink-soft">
										{word(caseVocab.cadence, cycle.cadence)} · {t("cycles.due", { date: date(cycle.dueOn) })}
									</span>
									<Show when={now().answer}>
										{(answer) => (
											<span class="text-[0.93rem] text-ink-faint">
												{answer().by.name} {momentText(answer().at)}
											</span>
										)}
									</Show>
									<Show when={now().returned}>
										{(returned) => (
											<span class="basis-full text-late">
												{t("cycles.returnedBy", { by: returned().by.name, reason: returned().reason })}
											</span>
										)}
									</Show>
									<Show when={mayDo(props.detail, "reportProgress")}>
										<span class="no-print ml-auto">
											<Act
												{...props}
												verb="reportProgress"
												part={cycle.key}
												primary={now().state !== "answered" && cycle.key === cycles()[0]?.key}
												label={now().state === "answered" ? t("cycles.correct") : t("cycles.fill")}
											/>
										</span>
									</Show>
								</li>
							);
						}}
					</For>
				</ul>
			</Show>
		</Section>
	);
}
