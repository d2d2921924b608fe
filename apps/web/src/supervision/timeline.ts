import { caseVocab } from "@zhenggai/domain/vocabulary";
import { client } from "../api.ts";
import { word } from "../i18n/format.ts";
import type { TimelineOf } from "../journal/index.ts";

/** The history of an instrument. No import ever makes any of it. */
export const instrumentTimeline = (instrumentId: string): TimelineOf => ({
	key: ["supervision", "history", instrumentId],
	history: (page, signal) => client.supervision.history.query({ instrumentId, ...page }, { signal }),
	check: (signal) => client.journal.verifyInstrument.query({ instrumentId }, { signal }),
	eventWord: (type) => word(caseVocab.instrumentEvent, type),
	importHref: () => "/imports",
});
