import { A } from "@solidjs/router";
import type { InstrumentRow } from "@zhenggai/domain/supervision";
import { For, type JSX, Show } from "solid-js";
import { date, daysLeftText, names } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Badge, Tag } from "../../ui/badge.tsx";
import { Section } from "../../ui/section.tsx";
import { supervisionHref } from "../board/url.ts";
import { daysUntil, kindWord } from "../days.ts";
import { StageMark, standingBadge } from "../marks.tsx";

/** The instruments on the issue, the newest first, each with whose step is next and by when. */
export function Instruments(props: DetailProps): JSX.Element {
	return (
		<Section
			title={t("sup.instruments")}
			count={props.detail.instruments.length}
			aside={
				<Show when={props.detail.instruments.length > 1}>
					<A
						class="tap text-[0.93rem] text-accent underline"
						href={supervisionHref({ issueId: props.detail.row.id })}
					>
						{t("sup.onBoard")}
					</A>
				</Show>
			}
		>
			<Show
				when={props.detail.instruments.length > 0}
				fallback={<p class="text-ink-soft">{t("sup.noInstruments")}</p>}
			>
				<ul class="flex flex-col divide-y divide-line">
					<For each={props.detail.instruments}>{(row) => <Line row={row} asOf={props.detail.asOf} />}</For>
				</ul>
			</Show>
		</Section>
	);
}

function Line(props: { row: InstrumentRow; asOf: InstrumentRow["issuedOn"] }): JSX.Element {
	const row = () => props.row;
	const due = () => (row().stage === "over" ? null : (row().limitOn ?? row().replyDueOn));
	const left = (day: NonNullable<InstrumentRow["issuedOn"]>) =>
		props.asOf === null ? 0 : daysUntil(day, props.asOf);
	return (
		<li class="flex flex-col gap-0.5 py-2 first:pt-0 last:pb-0">
			<p class="flex flex-wrap items-center gap-2">
				<Tag>{kindWord(row().kind)}</Tag>
				<A class="tap font-medium text-accent underline underline-offset-2" href={`/supervision/${row().id}`}>
					{row().title}
				</A>
				<StageMark row={row()} />
			</p>
			<p class="flex flex-wrap items-center gap-x-3 text-[0.93rem] text-ink-soft">
				<Show when={row().documentNumber}>{(number) => <span>{number()}</span>}</Show>
				<span>{t("sup.to", { units: names(row().addressees.map(({ name }) => name)) })}</span>
				<Show when={row().issuedOn}>{(on) => <span>{t("sup.issuedOn", { date: date(on()) })}</span>}</Show>
				<Show when={due()}>
					{(day) => (
						<span class="flex items-center gap-1.5">
							{t(row().limitOn === null ? "sup.replyBy" : "sup.limitBy", { date: date(day()) })}
							<Show
								when={row().stage === "late" || row().stage === "toAcknowledge" || row().stage === "toReply"}
							>
								<Badge of={standingBadge(left(day()))} word={daysLeftText(left(day()))} />
							</Show>
						</span>
					)}
				</Show>
			</p>
		</li>
	);
}
