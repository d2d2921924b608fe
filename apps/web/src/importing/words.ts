import "../i18n/form-words.ts";
import { learn } from "../i18n/index.ts";
import { importing } from "../i18n/zh-CN/import.ts";
import { importColumns } from "../i18n/zh-CN/import-columns.ts";
import { importComplaints } from "../i18n/zh-CN/import-complaints.ts";
import { importReading } from "../i18n/zh-CN/import-reading.ts";
import { importUndo } from "../i18n/zh-CN/import-undo.ts";

/** The sentences of the import wizard that no other page says. */
export const importWords = {
	...importing,
	...importColumns,
	...importComplaints,
	...importReading,
	...importUndo,
};
learn(importWords);
