import type { ImportRecord } from "@zhenggai/domain/issues";
import { complaintsHref } from "../complaints/index.ts";
import { t } from "../i18n/index.ts";
import { ledgerHref } from "../issues/index.ts";

/** What an import made, in a few words. */
export function madeText({ kind, result }: ImportRecord): string {
	const made = result ?? { created: 0, changed: 0, units: 0 };
	if (kind === "complaints") return t("import.madeComplaints", made);
	if (kind === "notice") return t("import.madeNotices", made);
	return t("import.madeLong", made);
}

/** Where the rows stand that an import made or changed. */
export function madeHref({ kind, id }: Pick<ImportRecord, "kind" | "id">): string {
	if (kind === "complaints") return complaintsHref({ importId: id });
	return ledgerHref({ importId: id });
}
