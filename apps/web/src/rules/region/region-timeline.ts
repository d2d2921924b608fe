import { caseVocab } from "@zhenggai/domain/vocabulary";
import { client } from "../../api.ts";
import { word } from "../../i18n/format.ts";
import type { TimelineOf } from "../../journal/index.ts";

/** What a region said about its rules. No import ever makes any of it. */
export const regionTimeline = (region: string): TimelineOf => ({
	key: ["rules", "history", region],
	history: (page, signal) => client.rules.regionHistory.query({ region, ...page }, { signal }),
	check: (signal) => client.journal.verifyRegionRules.query({ region }, { signal }),
	eventWord: (type) => word(caseVocab.regionRulesEvent, type),
	importHref: () => "/imports",
});
