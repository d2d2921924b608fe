import type { Issue } from "../issues/index.ts";
import type { Measure } from "../plans/index.ts";
import { progressOf } from "./content.ts";
import type { ProgressEvent } from "./events.ts";
import type { Attainment, ProgressState } from "./schema.ts";

const withState = (
	measures: readonly Measure[],
	measureId: Measure["id"],
	change: (state: Measure["state"]) => Measure["state"],
): Measure[] =>
	measures.map((measure) =>
		measure.id === measureId ? { ...measure, state: change(measure.state) } : measure,
	);

/** Work on a measure begins it. */
const begun = (state: Measure["state"]): Measure["state"] => (state === "notStarted" ? "inProgress" : state);

const replaceLast = <T>(items: readonly T[], is: (item: T) => boolean, change: (item: T) => T): T[] => {
	const at = items.findLastIndex(is);
	return items.map((item, index) => (index === at ? change(item) : item));
};

type Verdict = NonNullable<Attainment["verified"]>;

function judged(issue: Issue, measureId: Measure["id"], verified: Verdict): Partial<Issue> {
	const progress = progressOf(issue);
	const completions = replaceLast(
		progress.completions,
		(said) => said.measureId === measureId,
		(said) => ({ ...said, verified }),
	);
	return {
		progress: { ...progress, completions },
		measures: withState(issue.measures, measureId, () =>
			verified.verdict === "verified" ? "verified" : "inProgress",
		),
	};
}

/** What an event does to the contents of an issue; the lifecycle follows from the table. */
export function evolveProgress(issue: Issue, event: ProgressEvent): Partial<Issue> {
	const progress = progressOf(issue);
	const changed = (changes: Partial<ProgressState>): Partial<Issue> => ({
		progress: { ...progress, ...changes },
	});
	switch (event.type) {
		case "workLogged": {
			const { kind, measureId } = event.work;
			const begins = kind === "work" && measureId !== null;
			return {
				...changed({ work: [...progress.work, event.work] }),
				...(begins ? { measures: withState(issue.measures, measureId, begun) } : {}),
			};
		}
		case "reportingCycleOpened":
			return changed({ cycles: [...progress.cycles, event.cycle] });
		case "progressReported": {
			const { content, at, by } = event.report;
			return changed({
				reports: [...progress.reports, event.report],
				forecast: { value: content.forecast, reason: null, at, by },
			});
		}
		case "reportReturned": {
			const { reportId, at, by, reason } = event;
			return changed({
				reports: progress.reports.map((report) =>
					report.id === reportId ? { ...report, returned: { at, by, reason } } : report,
				),
			});
		}
		case "forecastSet": {
			const { forecast: value, reason, at, by } = event;
			return changed({ forecast: { value, reason, at, by } });
		}
		case "evidenceAttached":
			return changed({ evidence: [...progress.evidence, event.evidence] });
		case "evidenceWithdrawn": {
			const { evidenceId, at, by, reason } = event;
			return changed({
				evidence: progress.evidence.map((held) =>
					held.id === evidenceId ? { ...held, withdrawn: { at, by, reason } } : held,
				),
			});
		}
		case "milestoneCompleted":
			return {
				...changed({ attainments: [...progress.attainments, event.attainment] }),
				measures: withState(issue.measures, event.attainment.measureId, begun),
			};
		case "milestoneVerified": {
			const { measureId, key, verdict, at, by, reason } = event;
			return changed({
				attainments: replaceLast(
					progress.attainments,
					(said) => said.measureId === measureId && said.key === key,
					(said) => ({ ...said, verified: { verdict, at, by, reason } }),
				),
			});
		}
		case "measureCompleted": {
			const { measureId, evidenceIds, at, by } = event;
			return {
				...changed({
					completions: [...progress.completions, { measureId, evidenceIds, at, by, verified: null }],
				}),
				measures: withState(issue.measures, measureId, () => "done"),
			};
		}
		case "measureVerified": {
			const { measureId, at, by, reason } = event;
			return judged(issue, measureId, { verdict: "verified", at, by, reason });
		}
		case "measureRejected": {
			const { measureId, at, by, reason } = event;
			return judged(issue, measureId, { verdict: "rejected", at, by, reason });
		}
		case "measureWaived": {
			const { measureId, reason, at, by } = event;
			return {
				...changed({ waivers: [...progress.waivers, { measureId, reason, at, by }] }),
				measures: withState(issue.measures, measureId, () => "waived"),
			};
		}
		case "readingRecorded":
			return changed({ readings: [...progress.readings, event.reading] });
		case "deliveryRecorded":
			return changed({ deliveries: [...progress.deliveries, event.delivery] });
		case "siteSelfChecked":
			return {
				sites: issue.sites.map((site) =>
					site.id === event.siteId ? { ...site, state: "selfChecked" } : site,
				),
			};
		case "doubtRaised":
			return changed({ doubts: [...progress.doubts, event.doubt] });
		case "doubtResolved": {
			const { doubtId, outcome, reason, at, by } = event;
			return changed({
				doubts: progress.doubts.map((doubt) =>
					doubt.id === doubtId ? { ...doubt, resolved: { outcome, reason, at, by } } : doubt,
				),
			});
		}
	}
}
