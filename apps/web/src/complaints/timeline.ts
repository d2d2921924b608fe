import { vocab } from "@zhenggai/domain/vocabulary";
import { client } from "../api.ts";
import { word } from "../i18n/format.ts";
import type { TimelineOf } from "../journal/index.ts";
import { complaintsHref } from "./url.ts";

/** The history of a complaint. */
export const complaintTimeline = (complaintId: string): TimelineOf => ({
	key: ["complaints", "history", complaintId],
	history: (page, signal) => client.complaints.history.query({ complaintId, ...page }, { signal }),
	check: (signal) => client.journal.verifyComplaint.query({ complaintId }, { signal }),
	eventWord: (type) => word(vocab.complaintEvent, type),
	importHref: (importId) => complaintsHref({ importId }),
});
