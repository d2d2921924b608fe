import type { IssueDetail } from "@zhenggai/domain/issues";
import type { IsoDate } from "@zhenggai/domain/kernel";
import { For, type JSX, Show } from "solid-js";
import { date } from "../i18n/format.ts";
import { language, t } from "../i18n/index.ts";
import { noticeDays } from "./notice-days.ts";

const weekdayOf = (on: IsoDate): string =>
	new Intl.DateTimeFormat(language(), { weekday: "narrow", timeZone: "UTC" }).format(Date.parse(on));

/** The days of a notice, one by one: which of them count, and which is the last. */
export function NoticeCalendar(props: {
	terms: IssueDetail["closeOut"]["terms"];
	start: IsoDate;
	today: IsoDate;
}): JSX.Element {
	const days = () => noticeDays(props.terms, props.start);
	return (
		<Show when={days()} fallback={<p class="text-near">{t("closeOut.noCalendar")}</p>}>
			{(found) => (
				<div data-notice-days>
					<p class="mb-1 text-[0.93rem] text-ink-soft">
						{t(props.terms.notice.unit === "workingDay" ? "closeOut.termWorking" : "closeOut.termCalendar", {
							n: props.terms.notice.length,
						})}
						{t(props.terms.notice.countFirstDay ? "closeOut.firstCounts" : "closeOut.firstCountsNot")}
						<Show when={found().at(-1)}>
							{(last) => <strong data-last-day>{t("closeOut.endsOn", { date: date(last().on) })}</strong>}
						</Show>
					</p>
					<ol class="flex flex-wrap gap-1" aria-label={t("closeOut.noticeDays")}>
						<For each={found()}>
							{({ on, nth }) => (
								<li
									class={`flex w-11 flex-col items-center rounded border py-0.5 text-[0.79rem] leading-tight tabular-nums ${nth === null ? "border-dashed border-line text-ink-faint" : "border-line-strong bg-sheet"} ${on === props.today ? "outline-2 outline-accent" : ""}`}
									title={`${date(on)} ${nth === null ? t("closeOut.dayOff") : t("closeOut.dayNth", { n: nth })}`}
									aria-current={on === props.today ? "date" : undefined}
								>
									<span>{on.slice(5).replace("-", "/")}</span>
									<span aria-hidden="true">{weekdayOf(on)}</span>
									<span class={nth === null ? "" : "font-semibold"}>
										{nth === null ? t("closeOut.off") : t("closeOut.nth", { n: nth })}
									</span>
								</li>
							)}
						</For>
					</ol>
				</div>
			)}
		</Show>
	);
}
