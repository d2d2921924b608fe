import { useQuery } from "@tanstack/solid-query";
import type { CalendarYearRow, WorkingCalendar } from "@zhenggai/client";
import { createSignal, For, type JSX, Show } from "solid-js";
import { queries } from "../../api.ts";
import { countText, dateText, momentText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Timeline } from "../../journal/index.ts";
import { loaded } from "../../loaded.ts";
import { useMe } from "../../shell/me.tsx";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Section } from "../../ui/section.tsx";
import { CalendarDialog } from "./calendar-dialog.tsx";
import { calendarTimeline } from "./calendar-timeline.ts";

/** So many years are shown at first: those that anything still running can reach. */
const RECENT = 3;

type Draft = { year: number; known: CalendarYearRow | undefined };

/** 工作日历: every year with its days and its notice; the province loads the next one, or corrects one. */
export function CalendarSection(): JSX.Element {
	const me = useMe();
	const calendar = useQuery(() => queries.rules.calendar());
	const [all, setAll] = createSignal(false);
	const [open, setOpen] = createSignal<Draft | null>(null);
	const years = () => {
		const known = loaded(calendar)?.years ?? [];
		return all() ? known : known.slice(0, RECENT);
	};
	/** The year that is wanted first, else the one after the last; none where no notice can be out yet. */
	const next = (found: WorkingCalendar): number | null => {
		const after = (found.years[0]?.year ?? 0) + 1;
		const latest = Number(me().today.slice(0, 4)) + 1;
		return found.refusal === null ? (found.wanted[0] ?? (after <= latest ? after : null)) : null;
	};
	return (
		<Section
			title={t("calendar.title")}
			count={loaded(calendar)?.years.length}
			aside={
				<Show when={loaded(calendar)}>
					{(found) => (
						<>
							<Button size="small" onClick={() => setAll(!all())}>
								{all() ? t("calendar.recent") : t("calendar.all")}
							</Button>
							<Show when={next(found())}>
								{(year) => (
									<Button size="small" onClick={() => setOpen({ year: year(), known: undefined })}>
										{t("calendar.load", { year: year() })}
									</Button>
								)}
							</Show>
						</>
					)}
				</Show>
			}
		>
			<p class="mb-2 text-ink-soft">{t("calendar.text")}</p>
			<Show when={calendar.isError}>
				<ErrorBox error={calendar.error} onRetry={() => void calendar.refetch()} />
			</Show>
			<Show
				when={loaded(calendar)}
				fallback={
					<Show when={!calendar.isError}>
						<SkeletonLines lines={3} />
					</Show>
				}
			>
				{(found) => (
					<>
						<For each={found().wanted}>
							{(year) => (
								<p class="mb-2 rounded-md border border-near bg-near-wash p-2.5 text-near" data-wanted={year}>
									{found().refusal === null
										? t("calendar.wanted", { year })
										: t("calendar.wantedOfProvince", { year })}
								</p>
							)}
						</For>
						<ul class="flex flex-col divide-y divide-line">
							<For each={years()}>
								{(year) => (
									<Year
										row={year}
										officialSource={found().officialSource}
										onCorrect={
											found().refusal === null ? () => setOpen({ year: year.year, known: year }) : undefined
										}
									/>
								)}
							</For>
						</ul>
					</>
				)}
			</Show>
			<Show when={open()}>
				{(draft) => (
					<CalendarDialog year={draft().year} known={draft().known} onClose={() => setOpen(null)} />
				)}
			</Show>
		</Section>
	);
}

/** Days of a year, short: its figures stand above. */
const daysText = (days: readonly string[]): string =>
	days.length === 0 ? t("calendar.none") : days.map((day) => day.slice(5).replace("-", "/")).join(" ");

function Year(props: {
	row: CalendarYearRow;
	officialSource: string;
	onCorrect: (() => void) | undefined;
}): JSX.Element {
	const [told, setTold] = createSignal(false);
	const last = () => props.row.words[0];
	return (
		<li class="py-2.5" data-year={props.row.year}>
			<p class="flex flex-wrap items-center gap-2">
				<span class="font-medium">{t("calendar.year", { year: props.row.year })}</span>
				<span class="tabular-nums">{t("calendar.workingDays", { n: countText(props.row.workingDays) })}</span>
				<Show when={last()?.reason}>
					<Tag>{t("calendar.corrected")}</Tag>
				</Show>
				<span class="ml-auto flex gap-1.5">
					<Show when={props.row.version > 0}>
						<Button size="small" aria-expanded={told()} onClick={() => setTold(!told())}>
							{t("calendar.history")}
						</Button>
					</Show>
					<Show when={props.onCorrect}>
						{(correct) => (
							<Button
								size="small"
								aria-label={t("calendar.correctYear", { year: props.row.year })}
								onClick={() => correct()()}
							>
								{t("calendar.correct")}
							</Button>
						)}
					</Show>
				</span>
			</p>
			<dl class="mt-1 grid gap-x-3 text-[0.93rem] sm:grid-cols-[auto_1fr]">
				<dt class="text-ink-soft">{t("calendar.holidays")}</dt>
				<dd class="tabular-nums">{daysText(props.row.holidays)}</dd>
				<dt class="text-ink-soft">{t("calendar.makeUpDays")}</dt>
				<dd class="tabular-nums">{daysText(props.row.makeUpDays)}</dd>
				<dt class="text-ink-soft">{t("calendar.source")}</dt>
				<dd class="text-ink-faint">
					<Show when={last()} fallback={t("calendar.official", { source: props.officialSource })}>
						{(said) => (
							<>
								{t("calendar.notice", { ...said().notice, issuedOn: dateText(said().notice.issuedOn) })}
								{t("calendar.said", { by: said().by, at: momentText(said().at) })}
							</>
						)}
					</Show>
				</dd>
			</dl>
			<Show when={told()}>
				<div class="mt-2">
					<Timeline of={calendarTimeline(props.row.year)} version={props.row.version} />
				</div>
			</Show>
		</li>
	);
}
