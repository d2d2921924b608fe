import { countText } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { notify } from "../ui/feedback.tsx";
import type { Column } from "./column.ts";
import { copyText, toTsv } from "./tsv.ts";

/** Puts rows on the clipboard as a spreadsheet takes them, with a heading line, and says so. */
export async function copyRows<R, S extends string>(
	columns: readonly Column<R, S>[],
	rows: readonly R[],
): Promise<void> {
	const text = toTsv(
		columns.map((column) => column.heading()),
		rows.map((row) => columns.map((column) => column.text(row))),
	);
	const done = await copyText(text);
	notify(
		done ? t("ledger.copied", { n: countText(rows.length) }) : t("ledger.copyFailed"),
		done ? "good" : "bad",
	);
}
