import { useNavigate } from "@solidjs/router";
import type { InTrayLateness } from "@zhenggai/domain/in-tray";
import { caseVocab, formatNumber } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { date, daysLeftText, word } from "../i18n/format.ts";
import { language, say, t } from "../i18n/index.ts";
import type { Column } from "../list/column.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import type { TrayRow } from "./tray-list.ts";
import { itemHref } from "./url.ts";

/** The order is the server's: the most urgent first. */
export type TraySort = "urgency";

const LOOK: Readonly<Record<InTrayLateness, { icon: IconName; class: string }>> = {
	overdue: { icon: "alert", class: "text-late" },
	soon: { icon: "clock", class: "text-near" },
	later: { icon: "check", class: "text-ink-soft" },
	undated: { icon: "minus", class: "text-ink-faint" },
};

/** How pressing an item is: a drawing and a word, the colour only repeats them. */
export function Urgency(props: { row: Pick<TrayRow, "lateness"> }): JSX.Element {
	const look = () => LOOK[props.row.lateness];
	return (
		<span class={`inline-flex items-center gap-1.5 whitespace-nowrap ${look().class}`}>
			<Icon name={look().icon} size={14} />
			{word(caseVocab.inTrayLateness, props.row.lateness)}
		</span>
	);
}

/** The rule behind an item. A press on it leads to the rule, not to the form of its line. */
function RuleCell(props: { rule: string }): JSX.Element {
	const navigate = useNavigate();
	const href = () => `/rules#${props.rule}`;
	const follow = (event: MouseEvent) => {
		event.stopPropagation();
		if (event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		navigate(href());
	};
	return (
		<a
			ref={(link) => link.addEventListener("click", follow)}
			href={href()}
			link={false}
			tabindex="-1"
			class="font-mono text-[0.86rem] text-accent underline decoration-dotted underline-offset-2"
		>
			{props.rule}
		</a>
	);
}

/** The day with the days that are left of it; nothing for what has none. */
export const dueText = ({ due, daysLeft: left }: Pick<TrayRow, "due" | "daysLeft">): string =>
	due === null ? "" : `${date(due)} · ${daysLeftText(left)}`;

export const trayColumns = (): readonly Column<TrayRow, TraySort>[] => [
	{
		id: "urgency",
		heading: () => t("inTray.urgency"),
		width: 112,
		shown: true,
		text: (row) => word(caseVocab.inTrayLateness, row.lateness),
		cell: (row) => <Urgency row={row} />,
	},
	{
		id: "kind",
		heading: () => t("inTray.kind"),
		width: 140,
		shown: true,
		text: (row) => word(caseVocab.inTrayKind, row.kind),
		href: itemHref,
	},
	{
		id: "due",
		heading: () => t("inTray.due"),
		width: 212,
		shown: true,
		text: dueText,
	},
	{
		id: "issue",
		heading: () => t("inTray.issue"),
		width: 300,
		shown: true,
		text: (row) => `${formatNumber(row.issue.number, language())} ${row.issue.statement}`,
	},
	{
		// The same number stands at every tier of one finding.
		id: "region",
		heading: () => t("inTray.region"),
		width: 96,
		shown: true,
		text: (row) => row.issue.regionName,
	},
	{
		id: "reason",
		heading: () => t("inTray.reason"),
		width: 316,
		shown: true,
		text: (row) => say(row.reason),
	},
	{
		id: "rule",
		heading: () => t("inTray.rule"),
		width: 92,
		shown: true,
		text: (row) => row.rule ?? "",
		cell: (row) => <Show when={row.rule}>{(rule) => <RuleCell rule={rule()} />}</Show>,
	},
];
