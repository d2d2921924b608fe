import { isSealedAuthor } from "@zhenggai/domain/close-out";
import type { IssueDetail } from "@zhenggai/domain/issues";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, daysLeftText, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { NoticeCalendar } from "../notice-calendar.tsx";
import { objectionNumber } from "../objection-number.ts";
import { ObjectionContact } from "./objection-contact.tsx";
import { Do, Fact, None, Stamp } from "./parts.tsx";

type Notice = IssueDetail["closeOut"]["state"]["notices"][number];
type Objection = Notice["objections"][number];

const isRunning = ({ ended, stopped }: Notice): boolean => ended === null && stopped === null;

/** 公示: the clock that runs, which of its days count, and every objection with the day of its answer. */
export function Notice(props: DetailProps): JSX.Element {
	const notices = () => props.detail.closeOut.state.notices.toReversed();
	return (
		<Section
			title={t("closeOut.notice")}
			count={notices().length}
			aside={
				<>
					<Do {...props} verb="startNotice" />
					<Do {...props} verb="registerObjection" />
					<Do {...props} verb="endNotice" />
				</>
			}
		>
			<Show when={notices().length > 0} fallback={<None text={t("closeOut.noNotice")} />}>
				<ul class="flex flex-col divide-y divide-line">
					<For each={notices()}>{(notice) => <One {...props} notice={notice} />}</For>
				</ul>
			</Show>
		</Section>
	);
}

function One(props: DetailProps & { notice: Notice }): JSX.Element {
	const notice = () => props.notice;
	return (
		<li
			class="flex flex-col gap-2 py-3 first:pt-0 last:pb-0"
			data-notice-state={isRunning(notice()) ? "running" : "over"}
		>
			<p class="flex flex-wrap items-center gap-2">
				<span class="font-medium">
					{t("closeOut.fromTo", { from: date(notice().start), to: date(notice().end) })}
				</span>
				<NoticeState {...props} />
			</p>
			<dl class="flex flex-col gap-1">
				<Fact name={t("closeOut.channel")}>{notice().channel}</Fact>
				<Fact name={t("closeOut.contact")}>{notice().contact}</Fact>
				<Fact name={t("closeOut.completion")}>{notice().completion}</Fact>
				<Show when={notice().stopped}>
					{(stopped) => <Fact name={t("closeOut.stopped")}>{stopped().reason}</Fact>}
				</Show>
			</dl>
			<Stamp by={notice().by} at={notice().at} />
			<Show when={isRunning(notice())}>
				<NoticeCalendar
					terms={props.detail.closeOut.terms}
					start={notice().start}
					today={props.detail.asOf}
				/>
			</Show>
			<For each={notice().objections}>
				{(objection) => <ObjectionLine {...props} objection={objection} />}
			</For>
		</li>
	);
}

const DAY_MS = 86_400_000;

function NoticeState(props: DetailProps & { notice: Notice }): JSX.Element {
	const left = () => (Date.parse(props.notice.end) - Date.parse(props.detail.asOf)) / DAY_MS;
	return (
		<Show
			when={isRunning(props.notice)}
			fallback={
				<Tag tone={props.notice.stopped === null ? "good" : "bad"}>
					<Icon name={props.notice.stopped === null ? "check" : "stop"} size={12} />
					{t(props.notice.stopped === null ? "closeOut.noticeOver" : "closeOut.stopped")}
				</Tag>
			}
		>
			<Tag tone="active">
				<Icon name="clock" size={12} />
				{left() < 0 ? t("closeOut.noticeFull") : daysLeftText(left())}
			</Tag>
		</Show>
	);
}

function ObjectionLine(props: DetailProps & { notice: Notice; objection: Objection }): JSX.Element {
	const answer = () => props.objection.answer;
	const isLate = () => answer() === null && props.objection.answerDueOn < props.detail.asOf;
	return (
		<div
			class="flex flex-col gap-1 rounded border border-line bg-paper px-3 py-2"
			data-objection={answer()?.verdict ?? "open"}
		>
			<p class="flex flex-wrap items-center gap-2">
				<span class="font-medium">{t("closeOut.objectionOf", { from: props.objection.from })}</span>
				<span class="text-ink-faint">{date(props.objection.on)}</span>
				<Show when={props.objection.by.kind === "system"}>
					<span class="text-ink-faint">
						{t("closeOut.objectionNumber", { number: objectionNumber(props.objection.id) })}
					</span>
				</Show>
				<Show
					when={answer()}
					fallback={
						<Tag tone={isLate() ? "bad" : "attention"}>
							<Icon name={isLate() ? "alert" : "clock"} size={12} />
							{t(isLate() ? "closeOut.answerLate" : "closeOut.answerDue", {
								date: date(props.objection.answerDueOn),
							})}
						</Tag>
					}
				>
					{(given) => (
						<Tag tone={given().verdict === "upheld" ? "bad" : "good"}>
							{word(caseVocab.objectionVerdict, given().verdict)}
						</Tag>
					)}
				</Show>
				<Show when={answer() === null && isRunning(props.notice)}>
					<span class="no-print ml-auto">
						<Do {...props} verb="answerObjection" part={props.objection.id} />
					</span>
				</Show>
			</p>
			<p class="whitespace-pre-line break-words">{props.objection.text}</p>
			<Show when={isSealedAuthor(props.objection.from)}>
				<ObjectionContact issueId={props.detail.row.id} objectionId={props.objection.id} />
			</Show>
			<Show when={answer()}>
				{(given) => (
					<p class="border-l-2 border-line pl-2 whitespace-pre-line break-words">
						{given().text} <Stamp by={given().by} at={given().at} />
					</p>
				)}
			</Show>
		</div>
	);
}
