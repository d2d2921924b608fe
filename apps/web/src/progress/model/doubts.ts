import type { IssueDetail } from "@zhenggai/domain/issues";
import type { Doubt, Evidence, ProgressReport } from "@zhenggai/domain/progress";

type Known = Pick<IssueDetail, "progress">;

/** The entries that a doubt names, each behind the one that it is compared with: a repeated text is read beside the first. */
export function partsInDoubt({ about }: Doubt, { progress }: Known): readonly ProgressReport[] {
	const at = progress.reports.findIndex(({ id }) => about.includes(id));
	if (at < 0) return [];
	const before = progress.reports.slice(0, at).findLast(({ returned }) => returned === null);
	const named = progress.reports[at];
	return [...(before === undefined ? [] : [before]), ...(named === undefined ? [] : [named])];
}

/** The evidence that a doubt is about: the piece it names, or what is filed under the measure or site that it names. */
export function evidenceInDoubt({ evidenceId, about }: Doubt, { progress }: Known): readonly Evidence[] {
	if (evidenceId !== null) return progress.evidence.filter(({ id }) => id === evidenceId);
	return progress.evidence.filter(
		({ measureId, siteId, goalId, withdrawn }) =>
			withdrawn === null && [measureId, siteId, goalId].some((part) => part !== null && about.includes(part)),
	);
}
