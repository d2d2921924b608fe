import { vocab } from "@zhenggai/domain/vocabulary";
import { client } from "../api.ts";
import { word } from "../i18n/format.ts";
import type { TimelineOf } from "../journal/index.ts";
import { ledgerHref } from "./url.ts";

/** The history of an issue. */
export const issueTimeline = (issueId: string): TimelineOf => ({
	key: ["issues", "history", issueId],
	history: (page, signal) => client.issues.history.query({ issueId, ...page }, { signal }),
	check: (signal) => client.journal.verifyIssue.query({ issueId }, { signal }),
	eventWord: (type) => word(vocab.issueEvent, type),
	importHref: (importId) => ledgerHref({ importId }),
});
