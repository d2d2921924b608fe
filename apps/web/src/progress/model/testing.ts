import type { IssueDetail } from "@zhenggai/domain/issues";
import { ActorStamp, EvidenceId, Instant, IsoDate, MeasureId, ReportId } from "@zhenggai/domain/kernel";
import { Evidence, NO_PROGRESS, type ProgressReport } from "@zhenggai/domain/progress";
import { emptyTray, type TrayFile } from "./tray.ts";

const BY = ActorStamp.parse({
	...{ kind: "person", id: "unit", name: "市水务局" },
	...{ role: "leadUnit", region: "680100", unitId: null },
});

export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** What of an issue's page the models look at. */
export type Page = Pick<IssueDetail, "measures" | "progress" | "plan">;

const MEASURE = MeasureId.parse(idOf(1));

/** A page with one measure of two milestones and one figure. */
export function pageOf(more: Partial<Page["progress"]> = {}): Page {
	const measure: Page["measures"][number] = {
		...{ id: MEASURE, number: "1", text: "封堵直排口", type: "works", term: null, deadline: null },
		milestones: [
			{ text: "封堵完成", due: IsoDate.parse("2026-03-10"), weight: 2 },
			{ text: "管网通水", due: IsoDate.parse("2026-06-10"), weight: 1 },
		],
		...{ provisional: null, similarScreening: false, state: "inProgress", due: null, standing: "none" },
		...{ responsibleUnits: [], supportingUnits: [] },
	};
	const reach = (due: string, text: string) => ({
		...{ measureId: MEASURE, key: `${due}|${text}`, reach: "open" as const, late: false },
	});
	return {
		measures: [measure],
		progress: {
			...NO_PROGRESS,
			...{ plannedPercent: null, actualPercent: null, lastActivityOn: null, unanswered: [] },
			milestones: [reach("2026-03-10", "封堵完成"), reach("2026-06-10", "管网通水")],
			...{ goals: [], goalsMet: "unknown" },
			...more,
		},
		plan: PLAN,
	};
}

const PLAN: Page["plan"] = {
	goals: [],
	...{ waivers: [], authors: [], submissions: [], reviews: [], baselines: [], changes: [], extensions: [] },
	...{ pendingChangeId: null, pendingExtensionId: null, publications: [] },
	...{ originalDeadline: null, originalDue: null, plannedPercent: null, draft: [] },
};

/** A stored file. */
export const fileOf = (n: number, more: Partial<TrayFile> = {}): TrayFile => ({
	...{ id: idOf(100 + n), name: `照片${n}.jpg`, sha256: String(n).repeat(64).slice(0, 64), bytes: 10 },
	...{ mediaType: "image/jpeg", takenAt: null, position: null, kind: "" },
	...more,
});

export const trayOf = (...files: TrayFile[]) => ({ ...emptyTray("photoAfter"), files });

/** Evidence on record. */
export const evidenceOf = (file: TrayFile): Evidence =>
	Evidence.parse({
		...{ id: EvidenceId.parse(file.id), kind: "photoAfter", name: file.name, sha256: file.sha256 },
		...{ bytes: 10, mediaType: "image/jpeg", measureId: null, siteId: null, goalId: null },
		...{ effectiveOn: null, takenAt: null, position: null, laboratory: null, meetsStandard: null },
		...{ note: null, at: "2026-03-02T01:00:00.000Z", by: BY, withdrawn: null },
	});

/** An entry of a cycle. */
export const reportOf = (
	n: number,
	blocks: ProgressReport["content"]["blocks"],
	more: Partial<Pick<ProgressReport, "returned">> = {},
): ProgressReport => ({
	...{ id: ReportId.parse(idOf(200 + n)), cycle: `2026-0${n}` },
	content: {
		...{ progress: `第${n}期`, blocks, difficulties: null, nextSteps: "继续", forecast: "onTime" },
		...{ lagReason: null, typedPercent: null },
	},
	...{ at: Instant.parse(`2026-0${n}-20T01:00:00.000Z`), by: BY, returned: null },
	...more,
});
