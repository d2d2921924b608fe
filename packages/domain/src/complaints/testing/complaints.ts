/** Builders for this room's tests: a small fictional place and its tables. */
import {
	type Actor,
	ComplaintId,
	ImportId,
	InspectionId,
	Instant,
	IsoDate,
	officialCalendar,
	RegionCode,
	type Role,
} from "../../kernel/index.ts";
import { builtInRuleSets, type RuleContext, resolveRules } from "../../rules/index.ts";
import {
	type Complaint,
	type ComplaintCommand,
	type ComplaintContext,
	type ComplaintElements,
	type ComplaintImportAct,
	decideComplaint,
	evolveComplaint,
	type ProposedComplaint,
} from "../index.ts";

const uuid = (n: number, kind: number) =>
	`${kind.toString(16).padStart(8, "0")}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
export const complaintId = (n: number) => ComplaintId.parse(uuid(n, 8));
export const importId = (n: number) => ImportId.parse(uuid(n, 9));
export const INSPECTION = InspectionId.parse(uuid(1, 7));
export const PROVINCE = RegionCode.parse("990000");
export const CITY = RegionCode.parse("990100");
export const OTHER_CITY = RegionCode.parse("990200");
export const COUNTY = RegionCode.parse("990102");
export const NOW = Instant.parse("2026-03-02T01:00:00.000Z");
export const LATER = Instant.parse("2026-03-20T01:00:00.000Z");
export const day = (date: string) => IsoDate.parse(date);

export const actor = (role: Role, region: string): Actor => ({
	kind: "person",
	userId: role,
	personId: null,
	name: role,
	role,
	region: RegionCode.parse(region),
	unitId: null,
});
export const CLERK = actor("provOffice", "990000");

export const contextOf = (more: Partial<ComplaintContext> = {}): ComplaintContext => ({
	actor: CLERK,
	now: NOW,
	surroundings: {
		inspections: new Map([[INSPECTION, { region: PROVINCE }]]),
		receipts: new Map(),
		complaints: new Set(),
	},
	...more,
});

export const elements = (more: Partial<ComplaintElements> = {}): ComplaintElements => ({
	seq: 7,
	receiptNumber: "D3QS202605280007",
	channel: "phone",
	isKey: false,
	batch: 1,
	batchDay: day("2026-05-28"),
	regionText: "澄川市青石县",
	places: [COUNTY],
	pollutionTypes: ["water"],
	typesText: "水",
	summary: "河边一处洗砂场向河道排放泥浆水。",
	investigation: "经查，洗砂场沉淀池容积不足，雨天有泥浆水外溢。",
	verdict: "true",
	closureTarget: null,
	handling: "责令停止排放并扩建沉淀池。",
	status: "closed",
	accountability: null,
	remarks: null,
	otherFields: [],
	...more,
});

type Register = Extract<ComplaintCommand, { type: "registerComplaint" }>;

export const register = (more: Partial<Register> = {}): Register => ({
	type: "registerComplaint",
	...elements(),
	complaintId: complaintId(1),
	inspectionId: INSPECTION,
	listRegion: PROVINCE,
	cited: [],
	source: { document: "第1批公开表.xlsx", sha256: null, lines: [3, 4] },
	importId: null,
	...more,
});

/** The state after commands that must all be accepted. */
export function stateAfter(
	commands: readonly ComplaintCommand[],
	context: ComplaintContext = contextOf(),
	state: Complaint | null = null,
): Complaint {
	let now = state;
	for (const command of commands) {
		const decision = decideComplaint(now, command, context);
		if (!decision.ok) throw new Error(JSON.stringify(decision.refusals));
		for (const event of decision.events) now = evolveComplaint(now, event);
	}
	if (now === null) throw new Error("nothing happened");
	return now;
}

export const complaint = (more: Partial<Register> = {}): Complaint => stateAfter([register(more)]);

export function rulesOn(asOf = "2026-06-10", id = "base"): RuleContext {
	const rules = resolveRules(builtInRuleSets(), id, day(asOf));
	if (!rules.ok) throw new Error(JSON.stringify(rules.refusals));
	return { rules: rules.value, calendar: officialCalendar(), asOf: day(asOf) };
}

const read = <T>(value: T, raw = String(value)) => ({
	value,
	raw,
	place: { line: 3, endLine: 3, cells: null },
	confidence: 0.9,
});

/** A row as the reader gives it, of the same contents as {@link elements}. */
export const row = (more: Partial<ProposedComplaint> = {}): ProposedComplaint => ({
	key: "c1",
	seq: 7,
	receiptNumber: "D3QS202605280007",
	citedReceipts: [],
	isKey: false,
	batch: 1,
	channel: "phone",
	summary: read("河边一处洗砂场向河道排放泥浆水。"),
	region: read("澄川市青石县"),
	pollutionTypes: read(["water" as const], "水"),
	investigation: read("经查，洗砂场沉淀池容积不足，雨天有泥浆水外溢。"),
	verdict: read("true" as const, "属实"),
	closureTarget: null,
	handling: read("责令停止排放并扩建沉淀池。"),
	status: read("closed" as const, "已办结"),
	accountability: null,
	remarks: null,
	otherFields: [],
	lines: [3, 4],
	...more,
});
export const reading = read;

export const act = (more: Partial<ComplaintImportAct> = {}): ComplaintImportAct => ({
	importId: importId(1),
	inspectionId: INSPECTION,
	listRegion: PROVINCE,
	batch: null,
	batchDay: null,
	document: { name: "第1批公开表（更正）.xlsx", sha256: null },
	placesOf: (text) => (text.includes("青石县") ? [COUNTY] : []),
	...more,
});
