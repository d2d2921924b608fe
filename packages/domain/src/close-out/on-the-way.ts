import type { Issue } from "../issues/index.ts";
import { type Instant, type IsoDate, shanghaiDate } from "../kernel/index.ts";
import { closeOutOf, openObjections, runningNotice } from "./state.ts";

/** Where an issue is on the last steps of the way out: `receipt` is filed and waits for the tier above. */
export const CLOSING_STAGES = ["publicNotice", "signing", "filing", "receipt", "closed"] as const;
export type ClosingStage = (typeof CLOSING_STAGES)[number];

/** Where an issue stands in the lists of the way out. */
export type ClosingPlace = {
	readonly stage: ClosingStage;
	/** The last day of a running notice; else the day on which the stage began. */
	readonly sortOn: IsoDate;
	/** The first day by which an open objection has to be answered; null where none is open. */
	readonly objectionDue: IsoDate | null;
	/** When the result of the close-out was published; null where it was not. */
	readonly publishedOn: IsoDate | null;
};

const latest = (moments: readonly Instant[], otherwise: Instant): IsoDate =>
	shanghaiDate(moments.toSorted().at(-1) ?? otherwise);

/** The day on which everything was there that the present step follows on. */
function readySince({ closeOut, updatedAt }: Pick<Issue, "closeOut" | "updatedAt">): IsoDate {
	const { acceptances, notices, signatures } = closeOutOf({ closeOut });
	const ended = notices.flatMap(({ ended: end }) => (end === null ? [] : [end.at]));
	return latest([...acceptances.map(({ at }) => at), ...ended, ...signatures.map(({ at }) => at)], updatedAt);
}

type Placed = Pick<Issue, "lifecycle" | "closeOut" | "updatedAt">;

/** Where an issue stands in the lists of the way out; null before them and off the ledger. */
export function closingPlace(issue: Placed): ClosingPlace | null {
	const state = closeOutOf(issue);
	switch (issue.lifecycle) {
		case "publicNotice": {
			const notice = runningNotice(state);
			if (notice === undefined) return null;
			const due = openObjections(notice).map(({ answerDueOn }) => answerDueOn);
			return {
				stage: "publicNotice",
				sortOn: notice.end,
				objectionDue: due.toSorted()[0] ?? null,
				publishedOn: null,
			};
		}
		case "signing":
			return { stage: "signing", sortOn: readySince(issue), objectionDue: null, publishedOn: null };
		case "filing": {
			const filed = state.filings.at(-1);
			return filed !== undefined && filed.receipt === null
				? { stage: "receipt", sortOn: filed.on, objectionDue: null, publishedOn: null }
				: { stage: "filing", sortOn: readySince(issue), objectionDue: null, publishedOn: null };
		}
		case "closed":
			return {
				stage: "closed",
				sortOn: state.closedOn ?? shanghaiDate(issue.updatedAt),
				objectionDue: null,
				publishedOn: state.resultPublished?.on ?? null,
			};
		default:
			return null;
	}
}
