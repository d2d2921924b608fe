import { useQueryClient } from "@tanstack/solid-query";
import type { CalendarCommand, CalendarPreview, CalendarYearRow, WorkingCalendar } from "@zhenggai/client";
import { readCalendarDays } from "@zhenggai/domain/kernel";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { CommandForm } from "../../commands/index.ts";
import { countText, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { createLook, LookFirst } from "../look-first.tsx";
import { Why } from "../why.tsx";
import { calendarTimeline } from "./calendar-timeline.ts";

const linesOf = (days: readonly string[] | undefined): string => (days ?? []).join("\n");

/**
 * Loads a year of the calendar, or corrects one that is known: its days as they are printed in the notice, read and
 * counted before they are saved.
 */
export function CalendarDialog(props: {
	year: number;
	/** The year as it is, where it is corrected. */
	known: CalendarYearRow | undefined;
	onClose: () => void;
}): JSX.Element {
	const me = useMe();
	const queryClient = useQueryClient();
	const { year, known } = props;
	const [holidays, setHolidays] = createSignal(linesOf(known?.holidays));
	const [makeUpDays, setMakeUpDays] = createSignal(linesOf(known?.makeUpDays));
	const [number, setNumber] = createSignal("");
	const [title, setTitle] = createSignal("");
	const [issuedOn, setIssuedOn] = createSignal("");
	const [reason, setReason] = createSignal("");
	const free = () => readCalendarDays(holidays(), year, "holidays");
	const worked = () => readCalendarDays(makeUpDays(), year, "makeUpDays");
	const unread = (parts: readonly string[]) =>
		parts.length === 0 ? null : t("calendar.unread", { parts: parts.join("、") });
	const command = (): CalendarCommand | null => {
		if (free().unread.length + worked().unread.length > 0) return null;
		if ([number(), title()].some((text) => text.trim().length < 2) || issuedOn() === "") return null;
		if (known !== undefined && reason().trim().length < 2) return null;
		const said = {
			...{ year, holidays: [...free().days], makeUpDays: [...worked().days] },
			notice: { number: number().trim(), title: title().trim(), issuedOn: issuedOn() },
		};
		return known === undefined
			? { type: "registerCalendarYear", ...said }
			: { type: "correctCalendarYear", ...said, reason: reason().trim() };
	};
	const key = () => JSON.stringify(command());
	const looked = createLook<CalendarPreview>(key, () => {
		const asked = command();
		return asked === null ? null : () => client.rules.previewCalendar.query({ command: asked });
	});
	const stale = () => void queryClient.invalidateQueries({ queryKey: ["rules"] });
	const verb = known === undefined ? "registerCalendarYear" : "correctCalendarYear";
	return (
		<CommandForm<WorkingCalendar>
			title={word(caseVocab.calendarVerb, verb)}
			intro={known === undefined ? t("calendar.intro", { year }) : t("calendar.introCorrect", { year })}
			version={known?.version ?? 0}
			ready={looked.current()?.refusals.length === 0}
			send={(envelope) => {
				const asked = command();
				if (asked === null) return Promise.reject(new Error("nothing to send"));
				return client.rules.commandCalendar.mutate({ command: asked, envelope });
			}}
			onDone={stale}
			onStale={stale}
			told={calendarTimeline(year)}
			onClose={() => props.onClose()}
		>
			{(errors) => (
				<>
					<TextArea
						label={t("calendar.holidays")}
						hint={t("calendar.daysHint", { n: countText(free().days.length) })}
						required={true}
						rows={6}
						value={holidays()}
						error={unread(free().unread) ?? errors.at("holidays")}
						onInput={setHolidays}
					/>
					<TextArea
						label={t("calendar.makeUpDays")}
						hint={t("calendar.daysHint", { n: countText(worked().days.length) })}
						value={makeUpDays()}
						error={unread(worked().unread) ?? errors.at("makeUpDays")}
						onInput={setMakeUpDays}
					/>
					<div class="grid gap-3 sm:grid-cols-2">
						<TextField
							label={t("calendar.noticeNumber")}
							required={true}
							value={number()}
							error={errors.at("notice.number")}
							onInput={setNumber}
						/>
						<TextField
							type="date"
							label={t("calendar.noticeDate")}
							required={true}
							max={me().today}
							value={issuedOn()}
							error={errors.at("notice.issuedOn")}
							onInput={setIssuedOn}
						/>
					</div>
					<TextField
						label={t("calendar.noticeTitle")}
						required={true}
						value={title()}
						error={errors.at("notice.title")}
						onInput={setTitle}
					/>
					<Show when={known !== undefined}>
						<TextArea
							label={t("form.reason")}
							hint={t("form.reasonHint")}
							required={true}
							value={reason()}
							error={errors.at("reason")}
							onInput={setReason}
						/>
					</Show>
					<LookFirst
						looked={looked}
						label={t("calendar.check")}
						first={t("calendar.checkFirst")}
						disabled={command() === null}
					>
						{(preview) => <Checked preview={preview} />}
					</LookFirst>
				</>
			)}
		</CommandForm>
	);
}

/** What the days would make of the year, to be compared with the notice. */
function Checked(props: { preview: CalendarPreview }): JSX.Element {
	const list = (days: readonly string[]) => days.map((day) => day.slice(5).replace("-", "/")).join(" ");
	const isNew = () => props.preview.workingDaysBefore === null;
	return (
		<section class="rounded-md border border-line bg-sunken p-3" aria-live="polite" data-preview>
			<Show when={props.preview.refusals.length === 0} fallback={<Why refusals={props.preview.refusals} />}>
				<p class="font-medium">
					{t("calendar.checked", {
						...{ year: props.preview.year, n: countText(props.preview.workingDays) },
					})}
					<Show when={props.preview.workingDaysBefore}>
						{(before) => t("calendar.checkedBefore", { n: countText(before()) })}
					</Show>
				</p>
				<Show when={props.preview.freed.length > 0}>
					<p class="tabular-nums">
						{t(isNew() ? "calendar.free" : "calendar.freed", { days: list(props.preview.freed) })}
					</p>
				</Show>
				<Show when={props.preview.worked.length > 0}>
					<p class="tabular-nums">
						{t(isNew() ? "calendar.makeUp" : "calendar.worked", { days: list(props.preview.worked) })}
					</p>
				</Show>
			</Show>
		</section>
	);
}
