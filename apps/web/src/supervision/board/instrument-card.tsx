import type { InstrumentRow } from "@zhenggai/domain/supervision";
import { formatNumber } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { names } from "../../i18n/format.ts";
import { language } from "../../i18n/index.ts";
import { kindWord } from "../days.ts";
import { StageMark } from "../marks.tsx";
import { DueCell } from "./columns.tsx";

/** What an instrument shows on a narrow screen. */
export function InstrumentCard(props: { row: InstrumentRow }): JSX.Element {
	return (
		<>
			<span class="flex w-full flex-wrap items-center gap-1.5">
				<span class="font-medium">{kindWord(props.row.kind)}</span>
				<StageMark row={props.row} />
				<span class="ml-auto">
					<DueCell row={props.row} />
				</span>
			</span>
			<span class="clamp-2 leading-snug">{props.row.title}</span>
			<span class="w-full truncate text-[0.9rem] text-ink-soft">
				{formatNumber(props.row.issueNumber, language())} ·{" "}
				{names(props.row.addressees.map(({ name }) => name))}
			</span>
		</>
	);
}
