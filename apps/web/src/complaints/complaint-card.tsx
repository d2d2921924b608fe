import type { ComplaintRow } from "@zhenggai/domain/complaints";
import { type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { StatusBadge, typesText, VerdictBadge } from "./columns.tsx";
import { KeyMark } from "./key-mark.tsx";

/** What a complaint shows on a narrow screen. */
export function ComplaintCard(props: { row: ComplaintRow }): JSX.Element {
	return (
		<>
			<span class="flex w-full flex-wrap items-center gap-1.5">
				<Show when={props.row.isKey}>
					<KeyMark />
				</Show>
				<span class="font-medium tabular-nums">{props.row.receiptNumber ?? t("nothing")}</span>
				<VerdictBadge row={props.row} />
				<StatusBadge row={props.row} />
			</span>
			<span class="clamp-2 leading-snug">{props.row.summary}</span>
			<span class="w-full truncate text-[0.9rem] text-ink-soft">
				{props.row.regionText ?? props.row.regionName} · {typesText(props.row)}
			</span>
		</>
	);
}
