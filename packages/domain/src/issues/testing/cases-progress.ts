import { DoubtId, EvidenceId, ReportId, WorkId } from "../../kernel/index.ts";
import { NO_PLAN } from "../../plans/index.ts";
import { NO_PROGRESS, type ProgressState } from "../../progress/index.ts";
import type { Issue } from "../schema.ts";
import { actor, day, moment, OFFICE, stampOf, uuid } from "../testing.ts";
import { type RuleCase, report } from "./rule-case.ts";
import { contextOn, soundIssue } from "./rules.ts";

const by = stampOf(OFFICE);
const worker = stampOf(actor("leadUnit"));

/** An issue whose plan was approved on a day, with what was reported since. */
function approvedOn(date: string, progress: Partial<ProgressState> = {}): Partial<Issue> {
	const { goal, deadline, constraints, measures } = soundIssue();
	const content = { goal, goals: [], deadline, constraints, measures };
	const approvedAt = moment(`${date}T02:00:00.000Z`);
	const baseline = { version: 1, content, approvedAt, approvedBy: by, reason: null, origin: null };
	return {
		lifecycle: "inProgress",
		plan: { ...NO_PLAN, baselines: [baseline] },
		progress: { ...NO_PROGRESS, ...progress },
	};
}

const january: ProgressState["cycles"][number] = {
	key: "2026-01",
	cadence: "month",
	from: day("2026-01-01"),
	to: day("2026-01-31"),
	dueOn: day("2026-01-25"),
	openedAt: moment("2026-01-01T01:00:00.000Z"),
};
const february = {
	...january,
	key: "2026-02",
	from: day("2026-02-01"),
	to: day("2026-02-28"),
	dueOn: day("2026-02-25"),
};
const entry = (cycle: string, returned: boolean): ProgressState["reports"][number] => ({
	id: ReportId.parse(uuid(1, 31)),
	cycle,
	content: {
		progress: "完成防渗膜铺设",
		blocks: {},
		difficulties: null,
		nextSteps: null,
		forecast: "onTime",
		lagReason: null,
		typedPercent: null,
	},
	at: moment("2026-01-20T02:00:00.000Z"),
	by: worker,
	returned: returned ? { at: moment("2026-01-21T02:00:00.000Z"), by, reason: "缺少数据" } : null,
});
const visit = (date: string, kind: "visit" | "work"): ProgressState["work"][number] => ({
	id: WorkId.parse(uuid(1, 32)),
	on: day(date),
	kind,
	text: "到渣库查看防渗施工",
	measureId: null,
	at: moment(`${date}T02:00:00.000Z`),
	by,
});

const prg01: RuleCase[] = [
	{
		name: "a cycle that is answered",
		issue: approvedOn("2026-02-20", { cycles: [january], reports: [entry("2026-01", false)] }),
		finds: null,
	},
	{
		name: "the due day itself",
		issue: approvedOn("2026-02-20", { cycles: [february] }),
		context: contextOn("2026-02-25"),
		finds: null,
	},
	{
		name: "the day after the due day",
		issue: approvedOn("2026-02-20", { cycles: [february] }),
		context: contextOn("2026-02-26"),
		finds: report(null, "2026-02期调度未填报，应于2026年2月25日前报送"),
	},
	{
		name: "two cycles, one of them with a returned entry",
		issue: approvedOn("2026-02-20", { cycles: [january, february], reports: [entry("2026-01", true)] }),
		finds: report(null, "2026-01期等2期调度未填报"),
	},
];

const prg02: RuleCase[] = [
	{
		name: "approved in the middle of the last period",
		issue: approvedOn("2025-11-20", { work: [visit("2026-03-01", "work")] }),
		finds: null,
	},
	{
		name: "visited in the last period",
		issue: approvedOn("2025-09-20", { work: [visit("2025-11-20", "visit")] }),
		finds: null,
	},
	{
		name: "work alone is no check",
		issue: approvedOn("2025-09-20", { work: [visit("2026-02-20", "work")] }),
		finds: report(null, "2025年10月1日以来没有督导走访或现场核查"),
	},
	{
		name: "a fortnight where the rule set says so",
		issue: approvedOn("2026-01-20", { work: [visit("2026-01-25", "visit")] }),
		context: contextOn("2026-03-02", "base", { checkCadence: { v: "fortnight", src: "S39" } }),
		finds: report(null, "督查周期为双周"),
	},
];

const prg04: RuleCase[] = [
	{ name: "approved thirty days ago", issue: approvedOn("2026-01-31"), finds: null },
	{
		name: "work in the meantime",
		issue: approvedOn("2025-12-01", { work: [visit("2026-02-10", "visit")] }),
		finds: null,
	},
	{
		name: "nothing for more than thirty days",
		issue: approvedOn("2026-01-30"),
		finds: report(null, "已31天没有任何活动"),
	},
];

const shown = (n: number, kind: ProgressState["evidence"][number]["kind"], withdrawn = false) => ({
	...{ id: EvidenceId.parse(uuid(n, 30)), kind, name: "材料", sha256: "a".repeat(64), bytes: 9 },
	...{
		mediaType: "image/jpeg",
		measureId: null,
		siteId: null,
		goalId: null,
		effectiveOn: null,
		takenAt: null,
	},
	...{ position: null, laboratory: null, meetsStandard: null, note: null, by: worker },
	at: moment("2026-02-20T02:00:00.000Z"),
	withdrawn: withdrawn ? { at: moment("2026-02-21T02:00:00.000Z"), by, reason: "误传" } : null,
});
const dossier = (
	["photoBefore", "photoAfter", "completionAcceptance", "issuedDocument", "screenedUnits"] as const
).map((kind, n) => shown(n + 1, kind));
const doubt = (resolved: boolean): ProgressState["doubts"][number] => ({
	...{ id: DoubtId.parse(uuid(1, 33)), rule: "EV-03" as const, about: "EV-03:1", evidenceId: null },
	...{ message: { zh: "同一文件两处使用", en: "One file used twice" }, by, against: [worker] },
	at: moment("2026-02-20T02:00:00.000Z"),
	resolved: resolved
		? { outcome: "cleared", reason: "已核对", at: moment("2026-02-21T02:00:00.000Z"), by }
		: null,
});
const before = (field: string, says: string, count = 1) =>
	({ severity: "block", gate: "selfCheck", field, says, count }) as const;

const ev01: RuleCase[] = [
	{
		name: "every kind that the measures need",
		issue: approvedOn("2026-02-20", { evidence: [...dossier, shown(9, "results")] }),
		finds: null,
	},
	{
		name: "a sweep without its results",
		issue: approvedOn("2026-02-20", { evidence: dossier }),
		finds: before("measures.2", "缺少佐证：排查结果"),
	},
	{
		name: "what was withdrawn shows nothing",
		issue: approvedOn("2026-02-20", { evidence: [...dossier, shown(9, "results", true)] }),
		finds: before("measures.2", "缺少佐证：排查结果"),
	},
	{
		name: "nothing at all",
		issue: approvedOn("2026-02-20"),
		finds: before("measures.0", "缺少佐证：整改前后对比照片、竣工验收材料", 3),
	},
];

const ev05: RuleCase[] = [
	{
		name: "a doubt that was cleared",
		issue: approvedOn("2026-02-20", { doubts: [doubt(true)] }),
		finds: null,
	},
	{
		name: "a doubt that is open",
		issue: approvedOn("2026-02-20", { doubts: [doubt(false)] }),
		finds: before("doubts", "疑点未核销：同一文件两处使用"),
	},
];

export const progressCases: Readonly<Record<string, readonly RuleCase[]>> = {
	"EV-01": ev01,
	"EV-05": ev05,
	"PRG-01": prg01,
	"PRG-02": prg02,
	"PRG-04": prg04,
};
