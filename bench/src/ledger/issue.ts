import type { Issue, IssueState } from "@zhenggai/domain/issues";
import {
	AssignmentId,
	addDays,
	type InspectionId,
	Instant,
	IsoDate,
	IssueId,
	MeasureId,
	RegionCode,
	type UnitId,
} from "@zhenggai/domain/kernel";
import type { AssignmentRole } from "@zhenggai/domain/responsibilities";

/** Where the made-up issues lie: one province, ten cities, ten counties each. */
export const PROVINCE = "680000";
export const COUNTIES: readonly string[] = Array.from({ length: 100 }, (_, index) => {
	const city = String(1 + Math.floor(index / 10)).padStart(2, "0");
	const county = String(21 + (index % 10)).padStart(2, "0");
	return `68${city}${county}`;
});

const SUBJECTS = [
	"污水管网",
	"历史渣场",
	"到期矿山",
	"规模养殖",
	"自然保护区",
	"工业园区",
	"建筑工地",
	"饮用水源",
	"黑臭水体",
	"夜间施工",
];
const FAULTS = [
	"混接直排",
	"渗漏超标",
	"修复滞后",
	"粪污直排",
	"违规采砂",
	"扬尘失控",
	"监管缺位",
	"台账不清",
	"反复反弹",
	"推进缓慢",
];
const ADDITIONS = [
	"群众反映强烈",
	"雨季尤其突出",
	"整改不彻底",
	"底数不清",
	"责任未落实",
	"进展缓慢",
	"数据失真",
	"设施闲置",
];
const STATES: readonly IssueState[] = [
	"registered",
	"assigned",
	"assigned",
	"planning",
	"planning",
	"planning",
];
const START = IsoDate.parse("2026-01-01");

const at = <T>(items: readonly T[], index: number): T => {
	const item = items[Math.abs(index) % items.length];
	if (item === undefined) throw new Error("an empty list");
	return item;
};

/** A version-7-shaped id that is the same for the same number, so that a bench ledger can be made again. */
export function idOf(kind: number, n: number): string {
	const hex = n.toString(16).padStart(12, "0");
	return `0192${kind.toString(16).padStart(4, "0")}-0000-7000-8000-${hex}`;
}

/** A repeatable scatter of numbers, so that neighbours in the list differ in every filter. */
const scatter = (n: number): number => (Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) >>> 8) & 0xffffff;

export type Setting = { inspections: readonly InspectionId[]; units: readonly UnitId[]; moment: Instant };

/** The `n`-th issue of the bench ledger. */
export function benchIssue(n: number, setting: Setting): Issue {
	const random = scatter(n + 1);
	const region = RegionCode.parse(at(COUNTIES, random));
	const number = String(n + 1);
	const due = addDays(START, (random >>> 3) % 1400);
	const deadline = { text: due, category: "fixed" as const, point: { precision: "day" as const, date: due } };
	const statement = `${at(SUBJECTS, random >>> 2)}${at(FAULTS, random >>> 5)}，${at(ADDITIONS, random >>> 7)}，第${number}处点位${at(ADDITIONS, random >>> 9)}。`;
	const assignment = (role: AssignmentRole, index: number) => ({
		id: AssignmentId.parse(idOf(0x10 + index, n)),
		role,
		kind: null,
		unitId: at(setting.units, random >>> index),
		personId: null,
		from: START,
		until: null,
		acknowledged: null,
		takesOverFrom: null,
		endReason: null,
	});
	return {
		id: IssueId.parse(idOf(1, n)),
		version: 1,
		region,
		tier: "county",
		parentId: null,
		childIds: [],
		notOurs: [],
		mandates: [{ inspectionId: at(setting.inspections, random >>> 4), number, seq: n + 1, deadline }],
		numberByTier: { central: null, province: null, city: null, county: number },
		statement,
		sourceTexts: [],
		field: "sewageWaste",
		generality: "individual",
		goal: `${at(SUBJECTS, random >>> 2)}问题整改到位，长效机制运行。`,
		deadline,
		assignments: [assignment("lead", 1), assignment("responsible", 2), assignment("supervising", 3)],
		measures: [
			{
				id: MeasureId.parse(idOf(2, n)),
				number: "（一）",
				text: `由牵头单位组织治理，明确专人负责，按月报送。`,
				type: "works",
				term: "immediateFix",
				deadline,
				responsibleUnitIds: [],
				supportingUnitIds: [],
				milestones: [],
				provisional: null,
				similarScreening: false,
				state: "notStarted",
			},
		],
		sites: [],
		constraints: [],
		remarks: null,
		lifecycle: at(STATES, random),
		ending: null,
		importIds: [],
		registeredAt: setting.moment,
		updatedAt: Instant.parse(
			new Date(Date.parse(setting.moment) + (random % 9_000_000) * 1000).toISOString(),
		),
	};
}
