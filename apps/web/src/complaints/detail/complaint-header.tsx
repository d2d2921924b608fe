import { vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { ActionBar } from "../../commands/index.ts";
import { date, moment, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { isComplaintAction } from "../actions/request.ts";
import { StatusBadge, VerdictBadge } from "../columns.tsx";
import type { DetailProps } from "./complaint-viewer.tsx";

const COMMON: ReadonlySet<string> = new Set(["relateComplaint"]);

/** Receipt number, verdict and status, what it is about, and what can be done next. */
export function ComplaintHeader(props: DetailProps): JSX.Element {
	const row = () => props.detail.row;
	return (
		<header class="rounded-md border border-line bg-sheet px-4 py-3.5">
			<div class="flex flex-wrap items-center gap-2 text-ink-soft">
				<h2 class="font-song text-[1.29rem] font-bold text-ink tabular-nums">
					{row().receiptNumber ?? t("complaints.noReceipt")}
				</h2>
				<Show when={row().isKey}>
					<Tag tone="bad">
						<span aria-hidden="true">★</span>
						{t("complaints.key")}
					</Tag>
				</Show>
				<VerdictBadge row={row()} />
				<StatusBadge row={row()} />
				<Show when={row().state === "withdrawn"}>
					<Tag tone="ended">{word(vocab.complaintState, "withdrawn")}</Tag>
				</Show>
				<span class="ml-auto text-[0.93rem]">
					<Show when={row().batch}>{(n) => <>{t("complaints.batchN", { n: n() })} · </>}</Show>
					<Show when={row().batchDay}>{(day) => <>{date(day())} · </>}</Show>
					{row().regionText ?? row().regionName}
				</span>
			</div>
			<p class="mt-2.5 font-song text-[1.21rem] leading-relaxed whitespace-pre-line">
				{props.detail.elements.summary ?? t("complaints.noSummary")}
			</p>
			<Show when={props.detail.elements.pollutionTypes.length > 0}>
				<p class="mt-2 flex flex-wrap gap-1.5">
					<For each={props.detail.elements.pollutionTypes}>
						{(type) => <Tag>{word(vocab.pollutionType, type)}</Tag>}
					</For>
				</p>
			</Show>
			<Show when={props.detail.withdrawal}>
				{(withdrawal) => (
					<p class="mt-3 flex flex-wrap items-center gap-2 rounded border border-line bg-sunken px-3 py-2">
						<Icon name="info" />
						<strong>{word(vocab.complaintState, "withdrawn")}</strong>
						{withdrawal().reason}
						<Show when={withdrawal().document}>{(document) => <span>（{document()}）</span>}</Show>
						<span class="ml-auto text-[0.9rem] text-ink-faint">{moment(withdrawal().at)}</span>
					</p>
				)}
			</Show>
			<ActionBar
				groups={[{ actions: props.detail.actions }]}
				primary="amendComplaint"
				common={COMMON}
				onAction={(verb) => {
					if (isComplaintAction(verb)) props.onAction({ verb });
				}}
			/>
			<p class="mt-2 text-[0.9rem] text-ink-faint">
				{row().inspectionName}
				<span class="ml-3">
					{t("detail.ruleSet", { id: props.detail.ruleSet.id, version: props.detail.ruleSet.version })}
				</span>
			</p>
		</header>
	);
}
