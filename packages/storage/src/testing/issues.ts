import { randomBytes } from "node:crypto";
import { type Inspection, type Issue, IssueState, missingElements } from "@zhenggai/domain/issues";
import {
	AssignmentId,
	Deadline,
	InspectionId,
	Instant,
	IsoDate,
	IssueId,
	RegionCode,
	tierOf,
	UnitId,
} from "@zhenggai/domain/kernel";
import type { Assignment, Unit } from "@zhenggai/domain/responsibilities";
import type { ChangedIssue } from "../issues/save.ts";

let count = 0;

/** A UUIDv7-like id; later calls give later ids. */
export function testId(): string {
	count += 1;
	const tail = randomBytes(6).toString("hex");
	return `01900000-${(count >>> 16).toString(16).padStart(4, "0")}-7${(count & 0xfff).toString(16).padStart(3, "0")}-8${((count >>> 12) & 0xf).toString(16)}00-${tail}`;
}

export const DAY = IsoDate.parse("2026-03-02");

export const testInspection = (region = "680000", more: Partial<Inspection> = {}): Inspection => ({
	id: InspectionId.parse(testId()),
	version: 1,
	kind: "centralInspection",
	name: "第三轮中央生态环境保护督察",
	round: 3,
	batch: 2,
	team: null,
	region: RegionCode.parse(region),
	enteredOn: null,
	leftOn: null,
	feedback: null,
	ruleSet: null,
	...more,
});

export const testUnit = (name: string, region = "680000"): Unit => ({
	id: UnitId.parse(testId()),
	version: 1,
	name,
	aliases: [],
	kind: "department",
	region: RegionCode.parse(region),
	parentId: null,
	active: true,
});

export const testDeadline = (date: string): Deadline =>
	Deadline.parse({ text: date, category: "fixed", point: { precision: "day", date } });

export const testAssignment = (
	role: Assignment["role"],
	unitId: UnitId,
	more: Partial<Assignment> = {},
): Assignment => ({
	id: AssignmentId.parse(testId()),
	role,
	kind: null,
	unitId,
	personId: null,
	from: IsoDate.parse("2026-01-01"),
	until: null,
	acknowledged: null,
	takesOverFrom: null,
	endReason: null,
	...more,
});

/** A state as `evolve` would have made it, with what a test does not care about filled in. */
export function testIssue(
	inspectionId: InspectionId,
	more: Partial<Issue> & { number?: string; seq?: number | null } = {},
): Issue {
	const { number = String(count), seq = null, ...fields } = more;
	const region = fields.region ?? RegionCode.parse("680121");
	const at = Instant.parse("2026-03-01T00:00:00.000Z");
	return {
		id: IssueId.parse(testId()),
		version: 1,
		region,
		tier: tierOf(region),
		parentId: null,
		childIds: [],
		notOurs: [],
		mandates: [{ inspectionId, number, seq, deadline: null }],
		numberByTier: { central: null, province: null, city: null, county: null },
		statement: "河道沿线生活污水未经处理直排。",
		sourceTexts: [],
		field: null,
		generality: null,
		goal: null,
		deadline: null,
		assignments: [],
		measures: [],
		sites: [],
		constraints: [],
		remarks: null,
		lifecycle: "registered",
		ending: null,
		importIds: [],
		registeredAt: at,
		updatedAt: at,
		...fields,
	};
}

/** A new issue as stores take it. */
export const asNew = (issue: Issue): ChangedIssue => ({
	issue,
	before: null,
	missing: missingElements(issue),
});

export const ALL_STATES = IssueState.options;
