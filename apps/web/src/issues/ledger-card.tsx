import type { IssueRow } from "@zhenggai/domain/issues";
import { badges, formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { daysLeftText, names, word } from "../i18n/format.ts";
import { language } from "../i18n/index.ts";
import { Badge } from "../ui/badge.tsx";
import { flashOf, type LineFrame } from "./ledger-line.tsx";

/** A row of the ledger on a narrow screen. */
export function LedgerCard(props: {
	frame: LineFrame;
	row: IssueRow | undefined;
	touchedAt: number | undefined;
	onOpen: (row: IssueRow) => void;
}): JSX.Element {
	return (
		<div
			id={props.frame.id}
			role="listitem"
			class={`absolute top-0 left-0 w-full border-b border-line bg-sheet ${flashOf(props.touchedAt)}`}
			style={{ transform: `translateY(${props.frame.top()}px)`, height: `${props.frame.height()}px` }}
		>
			<Show
				when={props.row}
				fallback={
					<div class="flex flex-col gap-3 p-4">
						<span class="skeleton h-4 w-2/5" />
						<span class="skeleton h-4 w-11/12" />
					</div>
				}
			>
				{(row) => (
					<button
						type="button"
						class="flex h-full w-full flex-col gap-1 px-4 py-2.5 text-left"
						onClick={() => props.onOpen(row())}
					>
						<span class="flex w-full flex-wrap items-center gap-1.5">
							<span class="font-medium">{formatNumber(row().number, language())}</span>
							<Badge of={badges.issueState[row().lifecycle]} word={word(vocab.issueState, row().lifecycle)} />
							<Badge
								of={badges.standing[row().standing]}
								{...(row().daysLeft === null ? {} : { word: daysLeftText(row().daysLeft) })}
							/>
						</span>
						<span class="clamp-2 leading-snug">{row().statement}</span>
						<span class="w-full truncate text-[0.9rem] text-ink-soft">
							{row().regionName} · {names(row().responsibleUnits)}
						</span>
					</button>
				)}
			</Show>
		</div>
	);
}
