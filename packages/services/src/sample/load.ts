import {
	type Actor,
	addDays,
	CommandEnvelope,
	InspectionId,
	type Instant,
	type IsoDate,
	IssueId,
	type Outcome,
	type PersonId,
	RegionCode,
	type UnitId,
} from "@zhenggai/domain/kernel";
import { createServices } from "../create-services.ts";
import type { ServiceDependencies } from "../ports.ts";
import type { Services } from "../services.ts";
import { assignmentsOf, registerCommand } from "./commands.ts";
import { SAMPLE_ACCOUNTS } from "./data/accounts.ts";
import { CITY_ISSUES } from "./data/city-issues.ts";
import { COUNTY_ISSUES } from "./data/county-issues.ts";
import { HANDED_DOWN_ISSUES } from "./data/handed-down.ts";
import { SAMPLE_INSPECTIONS } from "./data/inspections.ts";
import type { SampleIssue } from "./data/kinds.ts";
import { SAMPLE_REGIONS } from "./data/places.ts";
import { PROVINCE_ISSUES } from "./data/province-issues.ts";
import { SAMPLE_UNITS } from "./data/units.ts";
import { deadlineOn, workMoment } from "./dates.ts";
import { type Directory, peopleOf, splitPerson } from "./people.ts";

const SYSTEM: Actor = { kind: "system", name: "示例数据" };
const ISSUES: readonly SampleIssue[] = [
	...PROVINCE_ISSUES,
	...CITY_ISSUES,
	...HANDED_DOWN_ISSUES,
	...COUNTY_ISSUES,
];
const JUSTIFICATION = "示例台账";

/** The value of an outcome; the sample must not be refused by the rules it shows. */
function accepted<T>(what: string, outcome: Outcome<T>): T {
	if (outcome.ok) return outcome.value;
	const reasons = outcome.refusals.map((refusal) => `${refusal.rule}: ${refusal.message.en}`).join("; ");
	throw new Error(`the sample ledger was refused at ${what}: ${reasons || "conflict"}`);
}

/** The services with a clock that the loader sets, so that the sample has a past. */
function servicesAt(dependencies: ServiceDependencies): {
	services: Services;
	setClock: (moment: Instant) => void;
} {
	let moment = dependencies.now();
	return {
		services: createServices({ ...dependencies, now: () => moment }),
		setClock: (next) => {
			moment = next;
		},
	};
}

/**
 * Fills an empty ledger with the fictional sample: places, units, people, one account a role, inspections and some
 * sixty issues, with deadlines spread around `today` and a history that begins at each inspection's feedback. It goes
 * through the same use cases as everything else, so that the journal is whole.
 */
export async function loadSample(dependencies: ServiceDependencies, today: IsoDate): Promise<void> {
	const { services, setClock } = servicesAt(dependencies);
	const { newId } = dependencies;
	setClock(workMoment(addDays(today, -440), 0));
	accepted(
		"places",
		await services.responsibilities.registerRegions(
			SYSTEM,
			SAMPLE_REGIONS.map(({ code, name }) => ({ code: RegionCode.parse(code), name })),
		),
	);
	const directory = await loadDirectory(services);
	await loadAccounts(services, directory);
	const inspections = await loadInspections(services, setClock, newId, today);

	const registered = new Map<string, { id: IssueId; issue: SampleIssue }>();
	for (const [step, issue] of ISSUES.entries()) {
		const inspectionId = inspections.get(issue.inspection);
		const feedbackDay = SAMPLE_INSPECTIONS.find(({ key }) => key === issue.inspection)?.feedbackDay;
		if (inspectionId === undefined || feedbackDay === undefined)
			throw new Error(`unknown inspection: ${issue.inspection}`);
		const issueId = IssueId.parse(newId());
		const parent = issue.parent === undefined ? null : (registered.get(issue.parent) ?? null);
		const on = (days: number) => {
			const date = addDays(today, Math.min(feedbackDay + days, -1));
			setClock(workMoment(date, step));
			return date;
		};
		const run = commandRunner(services, issueId, issue.key);
		const setting = { directory, newId, today };
		on(parent === null ? 2 : 9);
		await run(registerCommand(issue, { ...setting, issueId, inspectionId, parent }));
		if (issue.also !== undefined) {
			const [other, number, deadline] = issue.also;
			const otherId = inspections.get(other);
			if (otherId === undefined) throw new Error(`unknown inspection: ${other}`);
			const mandate = { inspectionId: otherId, number, seq: null, deadline: deadlineOn(today, deadline) };
			await run({ type: "addMandate", mandate, importId: null });
		}
		const assignments = assignmentsOf(issue, setting, on(parent === null ? 4 : 11));
		if (issue.lead !== null) await run({ type: "assignIssue", assignments, importId: null });
		if (issue.progress === "acknowledged" || issue.progress === "planning") {
			on(14);
			for (const assignment of assignments.filter(
				({ role }) => role === "lead" || role === "responsible" || role === "responsibleLeader",
			)) {
				await run({ type: "acknowledgeAssignment", assignmentId: assignment.id });
			}
		}
		if (issue.progress === "planning") {
			on(16);
			await run({ type: "startPlanning" });
		}
		registered.set(issue.key, { id: issueId, issue });
	}
	await loadDecompositions(services, registered, setClock, today);
	await loadEndings(services, registered, setClock, today);
}

/** Runs commands on one issue, one version after the other. */
function commandRunner(services: Services, issueId: IssueId, what: string, from = 0) {
	let version = from;
	return async (command: Parameters<Services["issues"]["commandIssue"]>[2]) => {
		const envelope = CommandEnvelope.parse({ expectedVersion: version, justification: JUSTIFICATION });
		const detail = accepted(
			`${what} ${command.type}`,
			await services.issues.commandIssue(SYSTEM, issueId, command, envelope),
		);
		version = detail.row.version;
	};
}

async function loadDirectory(services: Services): Promise<Directory> {
	const directory: Directory = { units: new Map<string, UnitId>(), people: new Map<string, PersonId>() };
	for (const unit of SAMPLE_UNITS) {
		const parentId = unit.parent === undefined ? null : (directory.units.get(unit.parent) ?? null);
		const outcome = await services.responsibilities.registerUnit(SYSTEM, {
			name: unit.name,
			aliases: unit.aliases ?? [],
			kind: unit.kind,
			region: RegionCode.parse(unit.region),
			parentId,
		});
		directory.units.set(unit.key, accepted(unit.name, outcome).id);
	}
	for (const { unit, text } of peopleOf(ISSUES)) {
		const unitId = directory.units.get(unit) ?? null;
		const person = { ...splitPerson(text), unitId, phone: null };
		const outcome = await services.responsibilities.registerPerson(SYSTEM, person);
		directory.people.set(`${unit}:${text}`, accepted(text, outcome).id);
	}
	return directory;
}

async function loadAccounts(services: Services, directory: Directory): Promise<void> {
	for (const account of SAMPLE_ACCOUNTS) {
		const outcome = await services.access.registerUser(SYSTEM, {
			username: account.username,
			name: account.name,
			role: account.role,
			region: RegionCode.parse(account.region),
			unitId: account.unit === null ? null : (directory.units.get(account.unit) ?? null),
			personId: null,
		});
		accepted(account.username, outcome);
	}
}

async function loadInspections(
	services: Services,
	setClock: (moment: Instant) => void,
	newId: () => string,
	today: IsoDate,
): Promise<Map<string, InspectionId>> {
	const inspections = new Map<string, InspectionId>();
	for (const sample of SAMPLE_INSPECTIONS) {
		const inspectionId = InspectionId.parse(newId());
		const dayOrNull = (days: number | null) => (days === null ? null : addDays(today, days));
		setClock(workMoment(addDays(today, sample.feedbackDay + 1), 0));
		const outcome = await services.issues.commandInspection(
			SYSTEM,
			inspectionId,
			{
				type: "registerInspection",
				inspectionId,
				inspection: {
					kind: sample.kind,
					name: sample.name,
					round: sample.round,
					batch: sample.batch,
					team: sample.team,
					region: RegionCode.parse(sample.region),
					enteredOn: dayOrNull(sample.enteredDay),
					leftOn: dayOrNull(sample.leftDay),
					feedback: {
						feedbackDate: addDays(today, sample.feedbackDay),
						title: sample.title,
						documentNumber: sample.documentNumber,
					},
					ruleSet: sample.ruleSet,
				},
			},
			{ expectedVersion: 0 },
		);
		accepted(sample.name, outcome);
		inspections.set(sample.key, inspectionId);
	}
	return inspections;
}

type Registered = Map<string, { id: IssueId; issue: SampleIssue }>;

async function currentVersion(services: Services, issueId: IssueId): Promise<number> {
	return (await services.issues.getIssue(SYSTEM, issueId)).row.version;
}

/** Records on each parent what was handed down, and which regions declined with consent. */
async function loadDecompositions(
	services: Services,
	registered: Registered,
	setClock: (moment: Instant) => void,
	today: IsoDate,
): Promise<void> {
	for (const [key, { id, issue }] of registered) {
		const children = [...registered.values()]
			.filter((child) => child.issue.parent === key)
			.map((child) => ({ issueId: child.id, region: RegionCode.parse(child.issue.region) }));
		const run = commandRunner(services, id, key, await currentVersion(services, id));
		setClock(workMoment(addDays(today, -2), children.length));
		if (children.length > 0) await run({ type: "decomposeIssue", children });
		for (const { region, reason } of issue.notOurs ?? []) {
			const notOurs = {
				region: RegionCode.parse(region),
				reason,
				consentDocument: "岚整改办函〔2026〕41号",
				consentBy: "岚江省生态环境保护督察整改工作领导小组办公室",
			};
			await run({ type: "declareNotOurs", notOurs });
		}
	}
}

/** Ends the few items that leave the ledger, as events. */
async function loadEndings(
	services: Services,
	registered: Registered,
	setClock: (moment: Instant) => void,
	today: IsoDate,
): Promise<void> {
	setClock(workMoment(addDays(today, -3), 40));
	for (const { id, issue } of registered.values()) {
		if (issue.ending === undefined) continue;
		const envelope = { expectedVersion: await currentVersion(services, id), justification: JUSTIFICATION };
		const target = issue.ending.kind === "merged" ? registered.get(issue.ending.into)?.id : undefined;
		const outcome =
			issue.ending.kind === "withdrawn"
				? await services.issues.commandIssue(
						SYSTEM,
						id,
						{ type: "withdrawIssue", document: "岚整改办〔2026〕27号", reason: issue.ending.reason },
						envelope,
					)
				: target === undefined
					? undefined
					: await services.issues.commandIssue(
							SYSTEM,
							id,
							{ type: "mergeIssue", into: target, intoTier: "county", reason: issue.ending.reason },
							envelope,
						);
		if (outcome !== undefined) accepted(`${issue.key} ending`, outcome);
	}
}
