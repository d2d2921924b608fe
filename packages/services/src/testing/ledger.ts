import type { IssueCommand, IssueDetail, NewAssignment } from "@zhenggai/domain/issues";
import {
	type Actor,
	AssignmentId,
	type CommandEnvelope,
	Deadline,
	InspectionId,
	IsoDate,
	IssueId,
	MeasureId,
	type Outcome,
	RegionCode,
	tierOf,
	type UnitId,
} from "@zhenggai/domain/kernel";
import type { NewUnit, UnitKind } from "@zhenggai/domain/responsibilities";
import type { Services } from "../services.ts";
import { newId, person, SYSTEM } from "./index.ts";

export const PROVINCE = RegionCode.parse("680000");
export const CITY = RegionCode.parse("680100");
export const OTHER_CITY = RegionCode.parse("680200");
export const COUNTY = RegionCode.parse("680121");
export const OTHER_COUNTY = RegionCode.parse("680122");

export const REGIONS = [
	{ code: PROVINCE, name: "岚江省" },
	{ code: CITY, name: "青屏市" },
	{ code: OTHER_CITY, name: "云渡市" },
	{ code: COUNTY, name: "松泉县" },
	{ code: OTHER_COUNTY, name: "白鹭县" },
];

export const provOffice = person("provOffice", PROVINCE);
export const cityOffice = person("cityOffice", CITY);
export const otherCity = person("cityOffice", OTHER_CITY);
export const countyOffice = person("countyOffice", COUNTY);
export const auditor = person("auditor", PROVINCE);

/** The value of an outcome that has to be accepted. */
export function accepted<T>(outcome: Outcome<T>): T {
	if (outcome.ok) return outcome.value;
	throw new Error(
		`refused: ${outcome.refusals.map(({ rule, message }) => `${rule} ${message.en}`).join("; ")} ${JSON.stringify(outcome.conflict)}`,
	);
}

/** The rules of a refusal. */
export const rulesOf = (outcome: Outcome<unknown>): string[] =>
	outcome.ok ? [] : outcome.refusals.map(({ rule }) => rule);

export const deadline = (date: string): Deadline =>
	Deadline.parse({ text: `${date}前`, category: "fixed", point: { precision: "day", date } });

type Register = Extract<IssueCommand, { type: "registerIssue" }>;

export type World = Awaited<ReturnType<typeof buildWorld>>;

/** Places, an inspection of the province, and a unit in each region. */
export async function buildWorld(services: Services) {
	accepted(await services.responsibilities.registerRegions(SYSTEM, REGIONS));
	const unit = async (
		name: string,
		region: RegionCode,
		kind: UnitKind = "department",
		more: Partial<NewUnit> = {},
	) =>
		accepted(
			await services.responsibilities.registerUnit(SYSTEM, {
				name,
				aliases: [],
				kind,
				region,
				parentId: null,
				...more,
			}),
		).id;
	const units = {
		provinceEco: await unit("岚江省生态环境厅", PROVINCE),
		cityEco: await unit("青屏市生态环境局", CITY),
		cityGov: await unit("青屏市人民政府", CITY, "government"),
		cityWater: await unit("青屏市水务局", CITY),
		countyGov: await unit("松泉县人民政府", COUNTY, "government"),
		otherCountyGov: await unit("白鹭县人民政府", OTHER_COUNTY, "government"),
		otherCityGov: await unit("云渡市人民政府", OTHER_CITY, "government"),
	};
	const inspectionId = InspectionId.parse(newId());
	accepted(
		await services.issues.commandInspection(
			SYSTEM,
			inspectionId,
			{
				type: "registerInspection",
				inspectionId,
				inspection: {
					kind: "centralInspection",
					name: "第三轮中央生态环境保护督察",
					round: 3,
					batch: 2,
					team: null,
					region: PROVINCE,
					enteredOn: null,
					leftOn: null,
					feedback: {
						feedbackDate: IsoDate.parse("2026-01-15"),
						title: "督察反馈意见",
						documentNumber: null,
					},
					ruleSet: null,
				},
			},
			{ expectedVersion: 0 },
		),
	);
	return { services, units, inspectionId };
}

let numbers = 0;

/** A registration with everything that tests do not care about filled in. */
export function registration(
	world: World,
	more: Partial<Register> & { number?: string; seq?: number } = {},
): Register {
	numbers += 1;
	const { number = String(numbers), seq = numbers, ...fields } = more;
	const region = fields.region ?? CITY;
	return {
		type: "registerIssue",
		issueId: IssueId.parse(newId()),
		region,
		tier: tierOf(region),
		parentId: null,
		mandate: { inspectionId: world.inspectionId, number, seq, deadline: null },
		statement: `第${number}项：河道沿线生活污水未经处理直排，整改推进缓慢。`,
		sourceText: null,
		numberByTier: { central: null, province: null, city: null, county: null },
		field: "sewageWaste",
		generality: "individual",
		goal: "完成截污纳管，断面水质达到Ⅲ类。",
		deadline: deadline("2026-12-31"),
		constraints: [],
		remarks: null,
		assignments: [],
		measures: [],
		sites: [],
		importId: null,
		...fields,
	};
}

/** Registers an issue and gives its page. */
export async function register(
	world: World,
	more: Parameters<typeof registration>[1] = {},
	actor: Actor = provOffice,
): Promise<IssueDetail> {
	const command = registration(world, more);
	return accepted(
		await world.services.issues.commandIssue(actor, command.issueId, command, { expectedVersion: 0 }),
	);
}

export const assignment = (
	role: NewAssignment["role"],
	unitId: UnitId,
	from = "2026-03-02",
): NewAssignment => ({
	id: AssignmentId.parse(newId()),
	role,
	kind: null,
	unitId,
	personId: null,
	from: IsoDate.parse(from),
});

export const measure = (text: string, unitIds: UnitId[] = []): Register["measures"][number] => ({
	id: MeasureId.parse(newId()),
	number: null,
	text,
	type: "works",
	term: null,
	deadline: null,
	responsibleUnitIds: unitIds,
	supportingUnitIds: [],
	milestones: [],
	provisional: null,
	similarScreening: false,
});

/** Runs a command on an issue as it is. */
export async function run(
	world: World,
	actor: Actor,
	issue: IssueDetail,
	command: IssueCommand,
	envelope: Partial<CommandEnvelope> = {},
): Promise<Outcome<IssueDetail>> {
	return world.services.issues.commandIssue(actor, issue.row.id, command, {
		expectedVersion: issue.row.version,
		...envelope,
	});
}
