import {
	addDays,
	InspectionId,
	type IsoDate,
	type PersonId,
	RegionCode,
	type UnitId,
} from "@zhenggai/domain/kernel";
import { withoutWaiting } from "@zhenggai/storage";
import { findIssue } from "@zhenggai/storage/issues";
import { createServices } from "../create-services.ts";
import { performOnIssue } from "../issues/index.ts";
import type { ServiceDependencies } from "../ports.ts";
import type { Services } from "../services.ts";
import { OPERATOR } from "./actors.ts";
import { SAMPLE_ACCOUNTS } from "./data/accounts.ts";
import { CITY_ISSUES } from "./data/city-issues.ts";
import { COUNTY_ISSUES } from "./data/county-issues.ts";
import { HANDED_DOWN_ISSUES } from "./data/handed-down.ts";
import { SAMPLE_INSPECTIONS, type SampleInspection } from "./data/inspections.ts";
import type { SampleIssue } from "./data/kinds.ts";
import { SAMPLE_REGIONS } from "./data/places.ts";
import { PROVINCE_ISSUES } from "./data/province-issues.ts";
import { SAMPLE_UNITS } from "./data/units.ts";
import { workMoment } from "./dates.ts";
import { loadComplaints } from "./load-complaints.ts";
import { loadIssues } from "./load-issues.ts";
import { loadLoop } from "./load-loop.ts";
import { type Directory, peopleOf, splitPerson } from "./people.ts";
import { accepted, type Setting } from "./setting.ts";

const ISSUES: readonly SampleIssue[] = [
	...PROVINCE_ISSUES,
	...CITY_ISSUES,
	...HANDED_DOWN_ISSUES,
	...COUNTY_ISSUES,
];

/** The loader's own use cases, on a clock that it sets. */
function onClock(dependencies: ServiceDependencies, now: ServiceDependencies["now"]) {
	const context = { ...dependencies, now };
	const services = createServices(context);
	return { dependencies, services, perform: performOnIssue(context), stateOf: stateOf(dependencies) };
}

/**
 * Fills an empty ledger with the fictional sample: places, units, people, one account a role, inspections, some
 * sixty issues of which a few have gone on along the loop, and two batches of complaints, with deadlines spread around
 * `today` and a history that begins at each inspection's feedback. It goes through the same use cases as everything else, so that the journal is whole and every
 * step has its actor. Its six hundred transactions do not wait for the disk one after the other: the last ones, of the
 * complaints, do, and all before are on it with them.
 */
export async function loadSample(dependencies: ServiceDependencies, today: IsoDate): Promise<void> {
	let moment = workMoment(addDays(today, -440), 0);
	const now = () => moment;
	const setClock: Setting["setClock"] = (next) => {
		moment = next;
	};
	const hurried = onClock({ ...dependencies, database: withoutWaiting(dependencies.database) }, now);
	const { services } = hurried;
	const regions = SAMPLE_REGIONS.map(({ code, name }) => ({ code: RegionCode.parse(code), name }));
	accepted("places", await services.responsibilities.registerRegions(OPERATOR, regions));
	const directory = await loadDirectory(services);
	await loadAccounts(services, directory);
	const base = {
		...hurried,
		...{ setClock, newId: dependencies.newId, today, directory, registered: new Map() },
	};
	const setting: Setting = { ...base, inspections: await loadInspections(base) };
	await loadIssues(setting, ISSUES);
	await loadLoop(setting);
	await loadComplaints({ ...setting, ...onClock(dependencies, now) });
}

const stateOf =
	({ database }: ServiceDependencies): Setting["stateOf"] =>
	async (issueId) => {
		const issue = await findIssue(database, issueId, { regionPrefix: "", unitId: null });
		if (issue === null) throw new Error(`the sample has no issue ${issueId}`);
		return issue;
	};

async function loadDirectory(services: Services): Promise<Directory> {
	const directory: Directory = { units: new Map<string, UnitId>(), people: new Map<string, PersonId>() };
	for (const unit of SAMPLE_UNITS) {
		const parentId = unit.parent === undefined ? null : (directory.units.get(unit.parent) ?? null);
		const outcome = await services.responsibilities.registerUnit(OPERATOR, {
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
		const outcome = await services.responsibilities.registerPerson(OPERATOR, person);
		directory.people.set(`${unit}:${text}`, accepted(text, outcome).id);
	}
	return directory;
}

async function loadAccounts(services: Services, directory: Directory): Promise<void> {
	for (const account of SAMPLE_ACCOUNTS) {
		const outcome = await services.access.registerUser(OPERATOR, {
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

/** An inspection of the data as the ledger keeps it. */
function inspectionOf(sample: SampleInspection, today: IsoDate) {
	const dayOrNull = (days: number | null) => (days === null ? null : addDays(today, days));
	return {
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
	};
}

async function loadInspections(setting: Omit<Setting, "inspections">): Promise<Map<string, InspectionId>> {
	const { services, setClock, newId, today } = setting;
	const inspections = new Map<string, InspectionId>();
	for (const sample of SAMPLE_INSPECTIONS) {
		const inspectionId = InspectionId.parse(newId());
		setClock(workMoment(addDays(today, sample.feedbackDay + 1), 0));
		const inspection = inspectionOf(sample, today);
		const command = { type: "registerInspection", inspectionId, inspection } as const;
		const envelope = { expectedVersion: 0 };
		accepted(sample.name, await services.issues.commandInspection(OPERATOR, inspectionId, command, envelope));
		inspections.set(sample.key, inspectionId);
	}
	return inspections;
}
