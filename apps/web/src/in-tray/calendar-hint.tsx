import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX } from "solid-js";
import { queries } from "../api.ts";
import { t } from "../i18n/index.ts";
import { loaded } from "../loaded.ts";
import { mayDo, useMe } from "../shell/me.tsx";
import "./words.ts";

/** Asked of once in a visit: a year is loaded once a year. */
const HOUR_MS = 3_600_000;

/** Tells whoever may load it that a year's working calendar is wanted by now and not there (DL-08). */
export function CalendarHint(): JSX.Element {
	const me = useMe();
	const calendar = useQuery(() => ({
		...queries.rules.calendar(),
		enabled: mayDo(me(), "registerCalendarYear"),
		staleTime: HOUR_MS,
	}));
	const wanted = () => (mayDo(me(), "registerCalendarYear") ? (loaded(calendar)?.wanted ?? []) : []);
	return (
		<For each={wanted()}>
			{(year) => (
				<p class="no-print border-b border-near bg-near-wash px-3 py-2 text-near" data-wanted={year}>
					{t("inTray.calendarWanted", { year })}{" "}
					<A class="underline" href="/rules">
						{t("inTray.loadCalendar")}
					</A>
				</p>
			)}
		</For>
	);
}
