import type { ReadTable } from "@zhenggai/domain/issues";
import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { Select } from "../../ui/select.tsx";

/** How far from its first line the header of a table is looked for. */
const REACH = 40;
const LONGEST = 48;
const ROWS = ["1", "2", "3"] as const;

/** Points at the row of a table that is its header, and at how many rows it takes. */
export function HeaderPointer(props: {
	table: ReadTable;
	lines: readonly string[];
	busy: boolean;
	onPoint: (line: number, rows: number) => void;
}): JSX.Element {
	const line = () => props.table.header?.line ?? props.table.lines[0];
	const rows = () => props.table.header?.rows ?? 1;
	const choices = () => {
		const [from, to] = props.table.lines;
		return props.lines.slice(from - 1, Math.min(to, from + REACH - 1)).flatMap((text, i) => {
			const words = text.trim();
			if (words === "") return [];
			const short = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
			return [{ value: String(from + i), label: `${from + i}  ${short}` }];
		});
	};
	return (
		<>
			<Select
				class="max-w-md"
				label={t("columns.headerRow")}
				value={String(line())}
				choices={choices()}
				onChange={(value) => value !== "" && !props.busy && props.onPoint(Number(value), rows())}
			/>
			<Select
				label={t("columns.headerRows")}
				value={ROWS.find((one) => one === String(rows())) ?? "1"}
				choices={ROWS.map((value) => ({ value, label: value }))}
				onChange={(value) => value !== "" && !props.busy && props.onPoint(line(), Number(value))}
			/>
		</>
	);
}
