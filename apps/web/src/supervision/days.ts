import { caseVocab } from "@zhenggai/domain/vocabulary";
import { word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";

const DAY_MS = 86_400_000;

/** Days from one day (ISO) of the calendar to another; negative backwards. */
export const daysUntil = (day: string, asOf: string): number =>
	Math.round((Date.parse(day) - Date.parse(asOf)) / DAY_MS);

/** How long a reply takes, in words. */
export const replyText = (reply: { readonly days: number; readonly working: boolean } | null): string => {
	if (reply === null) return t("sup.noReply");
	return t(reply.working ? "sup.replyWorkingDays" : "sup.replyDays", { n: reply.days });
};

/** The name of a kind of instrument. */
export const kindWord = (kind: string): string => word(caseVocab.instrumentKind, kind);
