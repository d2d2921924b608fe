import type { Bilingual, Language } from "@zhenggai/domain/kernel";
import { caseVocab, inTrayListText } from "@zhenggai/domain/vocabulary";
import { say, speak } from "../say.ts";
import { type Line, line, segment } from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import type { TrayList } from "./wire.ts";

/** The lists that wait beside the items, what is over first, then what is due soonest. */
export const byUrgency = (lists: readonly TrayList[]): TrayList[] =>
	lists.toSorted(
		(a, b) =>
			Number(b.overdue.count > 0) - Number(a.overdue.count > 0) ||
			((a.firstDue ?? "~") < (b.firstDue ?? "~") ? -1 : 1),
	);

/** The filter of the screen of complaints that shows just those of a list, as it is typed. */
export const filterOf = ({ waiting }: TrayList, language: Language): string => {
	const label = speak(caseVocab.complaintWait[waiting], language).replaceAll(" ", "");
	return language === "en" ? `waiting:${waiting}` : `待办:${label}`;
};

/** A head line of the in-tray in words: a letter and the sentence. */
const headText = (list: TrayList, language: Language): string =>
	`${list.overdue.count > 0 ? "!" : "-"} ${speak(inTrayListText(list), language)}`;

const OPENS: Bilingual = say("c 打开", "c opens them");
const TYPED: Bilingual = say("c 后输入", "c, then type");

/** The head lines above the items: which lists wait, and how each is opened. The key opens the first. */
export const headLines = (lists: readonly TrayList[], { language }: Look): Line[] =>
	lists.map((list, at) =>
		line(
			segment(` ${headText(list, language)}`, list.overdue.count > 0 ? "danger" : "plain"),
			segment(
				at === 0 ? `  ${speak(OPENS, language)}` : `  ${speak(TYPED, language)} /${filterOf(list, language)}`,
				"dim",
			),
		),
	);
