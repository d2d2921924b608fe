import type { IssueRow } from "@zhenggai/domain/issues";
import { badges, formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { names, word } from "../i18n/format.ts";
import { language } from "../i18n/index.ts";
import { Badge } from "../ui/badge.tsx";
import { standingWord } from "./standing-word.ts";

/** What a row of the ledger shows on a narrow screen. */
export function LedgerCard(props: { row: IssueRow }): JSX.Element {
	return (
		<>
			<span class="flex w-full flex-wrap items-center gap-1.5">
				<span class="font-medium">{formatNumber(props.row.number, language())}</span>
				<Badge
					of={badges.issueState[props.row.lifecycle]}
					word={word(vocab.issueState, props.row.lifecycle)}
				/>
				<Badge of={badges.standing[props.row.standing]} {...standingWord(props.row)} />
			</span>
			<span class="clamp-2 leading-snug">{props.row.statement}</span>
			<span class="w-full truncate text-[0.9rem] text-ink-soft">
				{props.row.regionName} · {names(props.row.responsibleUnits)}
			</span>
		</>
	);
}
