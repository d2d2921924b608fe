import type { IssueCommand, Measure, NewAssignment, NumberByTier } from "@zhenggai/domain/issues";
import {
	AssignmentId,
	type Deadline,
	type InspectionId,
	type IsoDate,
	type IssueId,
	lastDay,
	MeasureId,
	RegionCode,
	SiteId,
	type UnitId,
} from "@zhenggai/domain/kernel";
import type { AssignmentRole } from "@zhenggai/domain/responsibilities";
import type { SampleIssue } from "./data/kinds.ts";
import { deadlineOn } from "./dates.ts";
import type { Directory } from "./people.ts";

/** The number as an integer, where it is one. */
const seqOf = (number: string): number | null => {
	const digits = /\d+/.exec(number);
	return digits === null ? null : Number(digits[0]);
};

type Setting = {
	directory: Directory;
	newId: () => string;
	today: IsoDate;
};

function unitOf(directory: Directory, key: string): UnitId {
	const id = directory.units.get(key);
	if (id === undefined) throw new Error(`the sample names an unknown unit: ${key}`);
	return id;
}

/** Who answers for an issue of the sample, from the day it was assigned. */
export function assignmentsOf(issue: SampleIssue, setting: Setting, from: IsoDate): NewAssignment[] {
	const { directory, newId } = setting;
	const unit = (role: AssignmentRole, key: string, kind: NewAssignment["kind"]): NewAssignment => ({
		id: AssignmentId.parse(newId()),
		role,
		kind,
		unitId: unitOf(directory, key),
		personId: null,
		from,
	});
	const person = (role: AssignmentRole, text: string, kind: NewAssignment["kind"]): NewAssignment => ({
		id: AssignmentId.parse(newId()),
		role,
		kind,
		unitId: issue.lead === null ? null : unitOf(directory, issue.lead),
		personId: directory.people.get(`${issue.lead}:${text}`) ?? null,
		from,
	});
	return [
		...(issue.lead === null ? [] : [unit("lead", issue.lead, "industry")]),
		...(issue.responsible ?? (issue.lead === null ? [] : [issue.lead])).map((key) =>
			unit("responsible", key, isEnterprise(key) ? "enterprise" : "industry"),
		),
		...(issue.supporting ?? []).map((key) => unit("supporting", key, null)),
		...(issue.supervising === null ? [] : [unit("supervising", issue.supervising, null)]),
		...(issue.acceptance === undefined ? [] : [unit("acceptance", issue.acceptance, null)]),
		...(issue.leader === null ? [] : [person("responsibleLeader", issue.leader, "leadership")]),
		...(issue.persons ?? []).map((text) => person("responsiblePerson", text, "post")),
		...(issue.persons ?? []).slice(0, 1).map((text) => person("contact", text, null)),
	];
}

const ENTERPRISES = ["清源水务", "铜岭锌业", "松泉电力", "岚岭饮料"];
const isEnterprise = (key: string) => ENTERPRISES.includes(key);

function measuresOf(issue: SampleIssue, setting: Setting): Omit<Measure, "state">[] {
	const numbers = ["一", "二", "三", "四", "五", "六"];
	return issue.measures.map((measure, index) => {
		const deadline = deadlineOn(setting.today, measure.due);
		const due = lastDay(deadline.point);
		return {
			id: MeasureId.parse(setting.newId()),
			number: `（${numbers[index] ?? index + 1}）`,
			text: measure.text,
			type: measure.type,
			term: measure.term ?? null,
			deadline,
			responsibleUnitIds: (measure.units ?? (issue.lead === null ? [] : [issue.lead])).map((key) =>
				unitOf(setting.directory, key),
			),
			supportingUnitIds: [],
			milestones: due === null ? [] : [{ text: "完成并报送佐证材料", due, weight: 1 }],
			provisional: null,
			similarScreening: measure.screening ?? false,
		};
	});
}

/** The command that puts an issue of the sample on the ledger. */
export function registerCommand(
	issue: SampleIssue,
	setting: Setting & {
		issueId: IssueId;
		inspectionId: InspectionId;
		parent: { id: IssueId; issue: SampleIssue } | null;
	},
): Extract<IssueCommand, { type: "registerIssue" }> {
	const deadline: Deadline | null =
		issue.deadline === null ? null : deadlineOn(setting.today, issue.deadline);
	const { tier } = issue;
	const numberByTier: NumberByTier = {
		central: null,
		province: null,
		city: null,
		county: null,
		[tier]: issue.number,
	};
	if (setting.parent !== null) numberByTier[setting.parent.issue.tier] = setting.parent.issue.number;
	return {
		type: "registerIssue",
		issueId: setting.issueId,
		region: RegionCode.parse(issue.region),
		tier,
		parentId: setting.parent?.id ?? null,
		mandate: { inspectionId: setting.inspectionId, number: issue.number, seq: seqOf(issue.number), deadline },
		statement: issue.statement,
		sourceText: { text: issue.statement, document: "示例台账", sha256: null, lines: null },
		numberByTier,
		field: issue.field,
		generality: issue.generality,
		goal: issue.goal,
		deadline,
		constraints: issue.constraints ?? [],
		remarks: null,
		assignments: [],
		measures: measuresOf(issue, setting),
		sites: (issue.sites ?? []).map((site) => ({
			id: SiteId.parse(setting.newId()),
			name: site.name,
			region: RegionCode.parse(issue.region),
			address: null,
			position: site.at ?? null,
		})),
		importId: null,
	};
}
