import type { Language } from "@zhenggai/domain/kernel";
import { label, vocab } from "@zhenggai/domain/vocabulary";
import type { Link } from "../panes/screen.ts";
import { say, speak } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";
import { statusText, verdictText } from "./columns.ts";
import type { ComplaintDetail } from "./wire.ts";

type Relation = ComplaintDetail["relations"][number];
type Back = ComplaintDetail["relatedBy"][number];
type Other = Back["complaint"];

const NOT_HERE = say("台账中没有这件", "not on the ledger");
const FAR = say("不在您的辖区内", "outside of your region");
/** The other end's words: what names this one, what repeats it. */
const BACKWARDS: Record<Back["kind"], ReturnType<typeof say>> = {
	cites: say("被提及于", "Cited by"),
	repeats: say("被重复于", "Repeated by"),
};

const receiptOf = (printed: string | null, other: Other | null): string =>
	cleanLine(printed ?? other?.receiptNumber ?? other?.summary ?? "");

function otherText(other: Other | null, language: Language): string {
	if (other === null) return speak(NOT_HERE, language);
	if (!other.open) return `${other.regionName}  ${speak(FAR, language)}`;
	const state = statusText({ status: other.status, state: "registered" }, language);
	return [other.regionName, state, verdictText(other, language), cleanLine(other.summary ?? "")]
		.filter((part) => part !== "")
		.join("  ");
}

/** How a relation is told, from either end: its kind, and the other complaint. */
export const relationKind = ({ kind }: Relation, language: Language): string =>
	label(vocab.relationKind, kind, language);
export const backKind = ({ kind }: Back, language: Language): string => speak(BACKWARDS[kind], language);

export const relationText = ({ receiptNumber, complaint }: Relation, language: Language): string =>
	`${receiptOf(receiptNumber, complaint)}  ${otherText(complaint, language)}`;
export const backText = ({ complaint }: Back, language: Language): string =>
	`${receiptOf(null, complaint)}  ${otherText(complaint, language)}`;

const offOf = (other: Other | null) => (other === null ? NOT_HERE : other.open ? null : FAR);

/** What a complaint leads to, and what leads to it. */
export function linksOf({ relations, relatedBy }: ComplaintDetail): readonly Link[] {
	return [
		...relations.map(
			(one, index): Link => ({
				id: one.complaint?.id ?? `${index}`,
				label: say(
					`${relationKind(one, "zh-CN")}  ${relationText(one, "zh-CN")}`,
					`${relationKind(one, "en")}  ${relationText(one, "en")}`,
				),
				off: offOf(one.complaint),
			}),
		),
		...relatedBy.map(
			(one): Link => ({
				id: one.complaint.id,
				label: say(
					`${backKind(one, "zh-CN")}  ${backText(one, "zh-CN")}`,
					`${backKind(one, "en")}  ${backText(one, "en")}`,
				),
				off: offOf(one.complaint),
			}),
		),
	];
}
