import {
	ComplaintDetail,
	ComplaintPage,
	ComplaintRow,
	ComplaintTotals,
	closureRates,
	emptyTally,
} from "@zhenggai/domain/complaints";

const id = (n: number): string => `01980000-0000-7000-9000-${n.toString(16).padStart(12, "0")}`;

export const INSPECTION = id(9000);

/** A complaint of the list, made up; every field can be set. */
export function complaint(n: number, changes: Record<string, unknown> = {}) {
	return ComplaintRow.parse({
		id: id(n),
		version: 2,
		state: "registered",
		inspectionId: INSPECTION,
		inspectionName: "2026年第三轮省级生态环境保护督察",
		region: "621202",
		regionName: "云岭县",
		regionText: "云岭县",
		placeCount: 1,
		batch: 1,
		batchDay: "2026-05-01",
		seq: n,
		receiptNumber: `D3LJ20260501${String(n).padStart(4, "0")}`,
		channel: "phone",
		isKey: n === 1,
		pollutionTypes: ["noise", "dust"],
		summary: `第${n}件：采石场夜间放炮，“三口”水井①②③浑浊，粉尘落在晾晒的粮食上`,
		verdict: "partlyTrue",
		closureTarget: null,
		status: n % 2 === 0 ? "closed" : "open",
		relationCount: 2,
		updatedAt: "2026-07-12T01:02:03.000Z",
		...changes,
	});
}

/** A page of `count` complaints that begins with number `from`. */
export const complaintPageOf = (from: number, count: number, nextCursor: string | null = null) =>
	ComplaintPage.parse({
		items: Array.from({ length: count }, (_, index) => complaint(from + index)),
		nextCursor,
		total: { count: 30, exact: true },
		asOf: "2026-07-12",
		liveFrom: "1:1",
	});

const link = (n: number, open: boolean) => ({
	id: id(n),
	receiptNumber: `X3LJ20260501${String(n).padStart(4, "0")}`,
	regionName: open ? "松泉县" : "外市",
	summary: open ? "同一采石场，另一户反映井水浑浊" : null,
	verdict: open ? "true" : null,
	status: open ? "stageClosed" : null,
	open,
});

/** The whole of complaint `n`: it repeats one, cites one that is not on the ledger, and is cited from outside. */
export const complaintDetail = (n: number) =>
	ComplaintDetail.parse({
		row: complaint(n),
		elements: {
			...complaint(n),
			places: ["621202"],
			typesText: "噪声、扬尘",
			investigation: "经查，夜间确有作业。",
			handling: "责令停止夜间作业，\n安装喷淋设施。",
			accountability: null,
			remarks: null,
			otherFields: [{ label: "包案领导", text: "沈远山" }],
		},
		receipt: null,
		listRegion: { code: "621200", name: "兰江市" },
		places: [{ code: "621202", name: "云岭县" }],
		relations: [
			{
				kind: "repeats",
				receiptNumber: link(70, true).receiptNumber,
				complaint: link(70, true),
				since: "2026-05-02T00:00:00.000Z",
			},
			{
				kind: "cites",
				receiptNumber: "D3LJ202604300009",
				complaint: null,
				since: "2026-05-02T00:00:00.000Z",
			},
		],
		relatedBy: [{ kind: "cites", complaint: link(71, false) }],
		sources: [
			{ document: "第一批公开表.xlsx", sha256: null, lines: [4, 4], recordedAt: "2026-05-02T00:00:00.000Z" },
		],
		withdrawal: null,
		findings: [],
		actions: [
			{
				verb: "amendComplaint",
				label: { zh: "更正信访件", en: "Amend complaint" },
				allowed: true,
				refusals: [],
			},
			{
				verb: "withdrawComplaint",
				label: { zh: "撤销信访件", en: "Withdraw complaint" },
				allowed: true,
				refusals: [],
			},
		],
		ruleSet: { id: "base", version: 1 },
		asOf: "2026-07-12",
	});

/** Ten cases: six closed, two stage-closed, one open, one without a status; the types exceed them. */
export function complaintTotals() {
	const tally = {
		...emptyTally(),
		cases: 10,
		statuses: { closed: 6, stageClosed: 2, open: 1 },
		noStatus: 1,
		multiType: 3,
	};
	const finding = {
		rule: "DATA-05",
		field: null,
		message: {
			zh: "污染类型合计13项，多于10件：一件可涉及多个类型",
			en: "The types add up to 13 for 10 cases",
		},
		clears: { zh: "公布时注明原因", en: "Say so" },
		who: ["cityOffice"],
		basis: null,
		params: {},
	};
	return ComplaintTotals.parse({
		inspectionId: INSPECTION,
		batch: null,
		region: null,
		tally,
		rates: closureRates(tally),
		regions: [
			{
				region: "621200",
				name: "兰江市",
				own: true,
				tally: { ...tally, cases: 1 },
				rates: { strict: 1, broad: 1 },
			},
			{
				region: "621202",
				name: "云岭县",
				own: false,
				tally: { ...tally, cases: 9 },
				rates: closureRates({ ...tally, cases: 9 }),
			},
		],
		batches: [
			{ batch: null, cases: 1 },
			{ batch: 1, cases: 4 },
			{ batch: 2, cases: 5 },
		],
		findings: [
			{ ...finding, severity: "inform" },
			{ ...finding, rule: "CMP-13", severity: "warn" },
		],
		asOf: "2026-07-12",
	});
}
