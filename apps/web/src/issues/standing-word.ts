import type { IssueDetail } from "@zhenggai/domain/issues";
import { daysLeftText } from "../i18n/format.ts";

type Dated = Pick<IssueDetail["row"], "standing" | "daysLeft">;

/** The days to or since the deadline, in words. Of an issue that is over nobody counts them any more: empty. */
export const daysText = ({ standing, daysLeft }: Dated): string =>
	standing === "over" ? "" : daysLeftText(daysLeft);

/** What the badge of a deadline says: its days where they count, else its own word. */
export const standingWord = (row: Dated): { word?: string } =>
	row.daysLeft === null || row.standing === "over" ? {} : { word: daysText(row) };
