import { Me } from "@zhenggai/domain/access";
import { NO_CLOSE_OUT } from "@zhenggai/domain/close-out";
import { IssueDetail, IssuePage, IssueRow } from "@zhenggai/domain/issues";
import { NO_PROGRESS } from "@zhenggai/domain/progress";

const id = (n: number): string => `01980000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

const STATEMENTS = [
	"兰江市城南污水处理厂进水浓度长期偏低，管网错接、漏接严重，雨天溢流直排江河",
	"赤岭尾矿渣场防渗层破损，渗滤液中镉、锌超标，下游“三口”水井①②③均受影响…",
	"云雾山自然保护区调减范围后，核心区内仍有 3 家采石企业生产",
	"Noise at night from the cement works (rated 55 dB)",
] as const;

/** A row of the ledger, made up; every field can be set. */
export function row(n: number, changes: Record<string, unknown> = {}) {
	return IssueRow.parse({
		id: id(n),
		version: 3,
		region: "621200",
		regionName: "兰江市",
		tier: "city",
		sourceKind: "provincialInspection",
		inspectionId: id(9000),
		inspectionName: "2026年第三轮省级生态环境保护督察",
		round: 3,
		batch: 1,
		number: String(n),
		numberByTier: { central: null, province: String(n), city: `L-${n}`, county: null },
		statement: STATEMENTS[n % STATEMENTS.length],
		field: "sewageWaste",
		generality: "individual",
		goal: "进水浓度达到设计值",
		deadline: {
			text: "2026年6月底前",
			category: "fixed",
			point: { precision: "month", year: 2026, month: 6 },
		},
		due: "2026-06-30",
		standing: "overdue",
		daysLeft: -12,
		leadUnits: ["兰江市水务局"],
		responsibleUnits: ["兰江市人民政府", "城南区管委会"],
		supportingUnits: [],
		supervisingUnits: ["省生态环境厅"],
		acceptanceUnits: [],
		responsibleLeaders: [],
		responsiblePersons: ["周远"],
		measureCount: 1,
		missing: ["responsibleLeader"],
		mandateCount: 1,
		childCount: 0,
		lifecycle: "inProgress",
		remarks: null,
		updatedAt: "2026-07-12T01:02:03.000Z",
		...changes,
	});
}

/** A page of `count` rows that begins with number `from`. */
export const page = (from: number, count: number, nextCursor: string | null = null) =>
	IssuePage.parse({
		items: Array.from({ length: count }, (_, index) => row(from + index)),
		nextCursor,
		total: { count: 60, exact: true },
		asOf: "2026-07-12",
		liveFrom: "1:1",
	});

export const me = (unit: { id: string; name: string } | null = null) =>
	Me.parse({
		kind: "person",
		name: "周远",
		role: "cityOffice",
		region: "621200",
		regionName: "兰江市",
		unit,
		actions: [],
		today: "2026-07-12",
		serverVersion: "0.1.0",
		sample: true,
	});

const refusal = (rule: string, zh: string, en: string) => ({
	rule,
	field: null,
	message: { zh, en },
	clears: { zh: "补齐责任领导", en: "Name a responsible leader" },
	who: ["cityOffice"],
	basis: "S08",
});

/** The whole of issue `n`, with a gap in the elements, an empty link and a refused action. */
export const detail = (n: number) =>
	IssueDetail.parse({
		row: row(n),
		statement: row(n).statement,
		sourceTexts: [
			{
				text: "城南污水处理厂进水浓度长期偏低。\n雨天溢流直排江河。",
				document: "反馈意见.docx",
				sha256: null,
				lines: [12, 13],
				recordedAt: "2026-01-05T01:00:00.000Z",
			},
		],
		goal: "进水浓度达到设计值",
		constraints: ["不以调代改"],
		mandates: [],
		assignments: [
			{
				id: id(501),
				role: "lead",
				unit: { id: id(401), name: "兰江市水务局" },
				person: null,
				from: "2026-01-10",
				until: null,
				acknowledged: null,
				takesOverFrom: null,
				endReason: null,
			},
		],
		chain: [
			{
				kind: "leadership",
				role: "responsibleLeader",
				unit: null,
				person: null,
				since: null,
				acknowledged: false,
				empty: true,
				assignmentId: null,
			},
			{
				kind: "industry",
				role: "lead",
				unit: { id: id(401), name: "兰江市水务局" },
				person: null,
				since: "2026-01-10",
				acknowledged: false,
				empty: false,
				assignmentId: id(501),
			},
		],
		measures: [
			{
				id: id(601),
				number: "（一）",
				text: "完成 12.6 公里错接、漏接管网改造",
				type: "works",
				term: "immediateFix",
				deadline: null,
				milestones: [],
				provisional: null,
				similarScreening: false,
				state: "inProgress",
				responsibleUnits: [{ id: id(401), name: "兰江市水务局" }],
				supportingUnits: [],
				due: "2026-06-30",
				standing: "overdue",
			},
		],
		plan: {
			goals: [],
			waivers: [],
			authors: [],
			submissions: [],
			reviews: [],
			baselines: [],
			changes: [],
			extensions: [],
			pendingChangeId: null,
			pendingExtensionId: null,
			publications: [],
			originalDeadline: null,
			originalDue: null,
			plannedPercent: null,
			draft: [],
		},
		planTerms: {
			...{ dueOn: null, workingDaysLeft: null, criteria: [], above: null },
			extension: {
				...{ leadDays: 30, maxMonths: 6, maxCount: 1, granted: 0, higherTier: false },
				...{ askBy: null, latest: null },
			},
			publication: { by: null, channels: 1 },
		},
		progress: {
			...NO_PROGRESS,
			plannedPercent: null,
			actualPercent: null,
			lastActivityOn: null,
			unanswered: [],
			milestones: [],
			goals: [],
			goalsMet: "unknown",
		},
		closeOut: {
			state: NO_CLOSE_OUT,
			tiers: [],
			sequence: [],
			nextStep: null,
			signers: [],
			nextSigner: null,
			criteriaSet: "ah5",
			criteria: [],
			gates: [],
			dossier: [],
			watchPoints: [],
			falseReport: null,
			terms: {
				notice: { length: 5, unit: "workingDay", countFirstDay: false },
				rest: { from: "2026-07-12", to: "2026-07-12", days: ["2026-07-12"] },
				...{ minCheckers: 2, recordWd: 5, attendance: [], experts: 3 },
				...{ kinds: ["works", "nonWorks"], verdicts: ["pass", "conditional", "fail"] },
				...{ supplementsLatest: "2026-08-10", objectionReplyWd: 15, silenceAfter: null, reviewDueOn: null },
			},
		},
		sites: [],
		notices: [],
		parent: null,
		children: [],
		coverage: null,
		notOurs: [],
		screenings: { foundBy: null, started: [] },
		ending: null,
		schedule: "overdue",
		light: { light: "none", colour: null, reasons: [], recorded: "none" },
		supervision: {
			changes: [],
			contests: [],
			exposures: [],
			score: { points: 0, entries: [] },
			ladder: [],
			endsInReferral: true,
		},
		instruments: [],
		proposals: [],
		findings: [
			{
				...refusal("PLAN-01", "缺责任领导", "The responsible leader is missing"),
				severity: "block",
				params: {},
			},
		],
		actions: [
			{
				verb: "acknowledgeAssignment",
				label: { zh: "签收认领", en: "Acknowledge" },
				allowed: true,
				refusals: [],
				warnings: [],
			},
			{
				verb: "startPlanning",
				label: { zh: "编制措施", en: "Start planning" },
				allowed: false,
				refusals: [refusal("PLAN-02", "牵头单位尚未签收", "The lead unit has not acknowledged")],
				warnings: [],
			},
		],
		ruleSet: { id: "base", version: 1 },
		asOf: "2026-07-12",
	});
