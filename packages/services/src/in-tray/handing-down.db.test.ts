import type { InTrayItem } from "@zhenggai/domain/in-tray";
import { type IssueCommand, inTrayOf } from "@zhenggai/domain/issues";
import { AssignmentId, IsoDate, type IssueId, officialCalendar, RegionCode } from "@zhenggai/domain/kernel";
import { type Database, readerOf } from "@zhenggai/storage";
import { loadIssues } from "@zhenggai/storage/issues";
import { instrumentsOf } from "@zhenggai/storage/supervision";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsheet } from "../issues/index.ts";
import { lawOf } from "../kit/rules-for.ts";
import { newId, person, testServices } from "../testing/index.ts";
import {
	accepted,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	OTHER_COUNTY,
	PROVINCE,
	provOffice,
	registration,
} from "../testing/ledger.ts";

const { services, database, dependencies } = await testServices();
const world = await buildWorld(services);
const TODAY = IsoDate.parse(dependencies.now().slice(0, 10));

/** Whether a command was accepted, as whoever keeps the lists of the city and below. */
async function act(issueId: IssueId, command: IssueCommand): Promise<boolean> {
	const issue = (await loadIssues(readerOf(database), [issueId])).get(issueId);
	if (issue === undefined) throw new Error("an issue");
	const who = issue.region === PROVINCE ? provOffice : cityOffice;
	return (await services.issues.commandIssue(who, issueId, command, { expectedVersion: issue.version })).ok;
}

async function register(more: Parameters<typeof registration>[1] = {}): Promise<IssueId> {
	const command = registration(world, more);
	const who = command.region === PROVINCE ? provOffice : cityOffice;
	accepted(await services.issues.commandIssue(who, command.issueId, command, { expectedVersion: 0 }));
	return command.issueId;
}

/** The same where what it is to hang below may be closed to it by now. */
async function tryRegister(more: Parameters<typeof registration>[1]): Promise<IssueId | null> {
	const command = registration(world, more);
	const envelope = { expectedVersion: 0 };
	const outcome = await services.issues.commandIssue(cityOffice, command.issueId, command, envelope);
	return outcome.ok ? command.issueId : null;
}

const decompose = (issueId: IssueId, ...regions: RegionCode[]) =>
	act(issueId, {
		type: "decomposeIssue",
		children: regions.map((region) => ({ issueId: registration(world).issueId, region })),
	});
const withdraw = (issueId: IssueId) =>
	act(issueId, { type: "withdrawIssue", document: "青整改〔2026〕9号", reason: "重复登记" });
const assign = (issueId: IssueId, unitId: typeof world.units.countyGov) =>
	act(issueId, {
		type: "assignIssue",
		importId: null,
		assignments: [
			{
				id: AssignmentId.parse(newId()),
				role: "responsible",
				kind: null,
				unitId,
				personId: null,
				from: TODAY,
			},
		],
	});
const declareNotOurs = (issueId: IssueId, region: RegionCode) =>
	act(issueId, {
		type: "declareNotOurs",
		notOurs: {
			region,
			reason: "辖区内无此类设施",
			consentDocument: "省整改办复函〔2026〕3号",
			consentBy: "省整改办",
		},
	});

/** What the tray holds of an issue, by key. */
async function kept(from: Database, issueId: IssueId): Promise<readonly InTrayItem[]> {
	const { rows } = await from.pool.query<{ item: InTrayItem }>(
		"SELECT item FROM ledger.in_tray WHERE issue_id = $1",
		[issueId],
	);
	return rows.map(({ item }) => item).sort(byKey);
}
const byKey = (a: InTrayItem, b: InTrayItem) => (a.key < b.key ? -1 : 1);

/** What it has to hold: looked up as the page of the issue looks it up, another way than the trays do. */
async function due(issueId: IssueId): Promise<readonly InTrayItem[]> {
	const reader = readerOf(database);
	const issue = (await loadIssues(reader, [issueId])).get(issueId);
	if (issue === undefined) throw new Error("an issue");
	const { around, inspections } = await factsheet(reader, issue);
	const inspection = inspections.get(world.inspectionId);
	return inTrayOf(issue, await instrumentsOf(reader, issueId), {
		rules: (await lawOf(reader)).rules(inspection, issue.region, TODAY),
		calendar: officialCalendar(),
		asOf: TODAY,
		feedbackDate: around.feedbackDate,
		uncovered: around.uncovered,
	}).sort(byKey);
}

const hanging = async (issueId: IssueId) =>
	(await kept(database, issueId)).find(({ kind }) => kind === "handDown")?.reason.zh ?? null;

describe("what hangs in neutral (PLAN-05)", () => {
	it("waits for the office of its list until every region took it on or declined", async () => {
		const issueId = await register({ generality: "common" });
		expect(await hanging(issueId)).toBe("松泉县、白鹭县尚未承接，问题挂空挡");
		const { rows } = await services.inTray.listInTray(cityOffice, {
			filter: { kind: "handDown" },
			limit: 50,
		});
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({ verb: "decomposeIssue", rule: "PLAN-05", due: "2026-03-25" });
		for (const who of [
			provOffice,
			person("countyOffice", COUNTY),
			person("leadUnit", CITY, world.units.cityEco),
		]) {
			const filter = { kind: "handDown" } as const;
			expect((await services.inTray.listInTray(who, { filter, limit: 50 })).rows).toEqual([]);
		}
		expect(await decompose(issueId, COUNTY)).toBe(true);
		expect(await hanging(issueId)).toBe("白鹭县尚未承接，问题挂空挡");
		expect(await declareNotOurs(issueId, OTHER_COUNTY)).toBe(true);
		expect(await hanging(issueId)).toBeNull();
	});

	it("comes back when the child is withdrawn, and goes when one is registered below it", async () => {
		const issueId = await register({ generality: "common" });
		await decompose(issueId, COUNTY, OTHER_COUNTY);
		expect(await hanging(issueId)).toBeNull();
		const child = (await services.issues.getIssue(cityOffice, issueId)).children.find(
			({ regionName }) => regionName === "松泉县",
		);
		if (child === undefined) throw new Error("a child");
		expect(await withdraw(child.id)).toBe(true);
		expect(await hanging(issueId)).toBe("松泉县尚未承接，问题挂空挡");
		await register({ region: COUNTY, parentId: issueId });
		expect(await hanging(issueId)).toBeNull();
	});

	it("marks the issue above for the night only where the child moves its coverage", async () => {
		const issueId = await register({ generality: "common" });
		await decompose(issueId, COUNTY, OTHER_COUNTY);
		const touched = async () =>
			(
				await database.pool.query<{ touched: number }>(
					"SELECT touched FROM ledger.issue_watch WHERE issue_id = $1",
					[issueId],
				)
			).rows[0]?.touched;
		const [child] = (await services.issues.getIssue(cityOffice, issueId)).children;
		if (child === undefined) throw new Error("a child");
		const before = (await touched()) ?? 0;
		await assign(child.id, world.units.countyGov);
		expect(await touched()).toBe(before);
		await withdraw(child.id);
		expect(await touched()).toBe(before + 1);
	});

	it("follows units that move and places that are named", async () => {
		const issueId = await register();
		expect(await hanging(issueId)).toBeNull();
		const unit = accepted(
			await services.responsibilities.registerUnit(cityOffice, {
				name: "青屏市城投公司",
				aliases: [],
				kind: "enterprise",
				region: CITY,
				parentId: null,
			}),
		);
		await assign(issueId, unit.id);
		expect(await hanging(issueId)).toBeNull();
		const moved = await services.responsibilities.amendUnit(
			cityOffice,
			unit.id,
			{ region: COUNTY },
			{ expectedVersion: 1, justification: "迁址" },
		);
		expect(moved.ok).toBe(true);
		expect(await hanging(issueId)).toBe("松泉县尚未承接，问题挂空挡");
		const common = await register({ generality: "common" });
		const named = [{ code: RegionCode.parse("680123"), name: "云岫县" }];
		accepted(await services.responsibilities.registerRegions(provOffice, named));
		expect(await hanging(common)).toBe("松泉县、白鹭县、云岫县尚未承接，问题挂空挡");
		expect(await hanging(issueId)).toBe("松泉县尚未承接，问题挂空挡");
		const renamed = [{ code: RegionCode.parse("680123"), name: "云岫区" }];
		accepted(await services.responsibilities.registerRegions(provOffice, renamed));
		expect(await hanging(common)).toBe("松泉县、白鹭县、云岫区尚未承接，问题挂空挡");
	});

	it("is right whoever of several comes last: children, and the issue itself", async () => {
		for (let round = 0; round < 4; round++) {
			const issueId = await register({ generality: "common" });
			await Promise.all([
				register({ region: COUNTY, parentId: issueId }),
				register({ region: OTHER_COUNTY, parentId: issueId }),
				assign(issueId, world.units.cityWater),
			]);
			expect(await kept(database, issueId)).toEqual(await due(issueId));
		}
	});
});

/** One act of somebody on what there is; numbers choose among it. */
type Act = { readonly kind: number; readonly on: number; readonly where: number };

it("after any acts the trays say what looking it all up anew says", async () => {
	const counties = [COUNTY, OTHER_COUNTY];
	const units = [world.units.countyGov, world.units.otherCountyGov, world.units.cityWater];
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.record({ kind: fc.nat(5), on: fc.nat(20), where: fc.nat(20) }), {
				minLength: 4,
				maxLength: 9,
			}),
			async (acts: readonly Act[]) => {
				const top = await register({ region: PROVINCE, generality: "common" });
				const tops = [top, await register({ generality: "common" }), await register()];
				const all = [...tops];
				for (const { kind, on, where } of acts) {
					const chosen = tops[on % tops.length] ?? top;
					const county = counties[where % counties.length] ?? COUNTY;
					const unit = units[where % units.length] ?? world.units.cityWater;
					if (kind === 0) await decompose(chosen, county);
					if (kind === 1) await declareNotOurs(chosen, county);
					if (kind === 2) await assign(chosen, unit);
					if (kind === 3) await withdraw(all[on % all.length] ?? chosen);
					const parentId = kind === 5 ? top : chosen === top ? null : chosen;
					if (kind >= 4) {
						const made = await tryRegister({ region: kind === 5 ? CITY : county, parentId });
						if (made !== null) all.push(made);
					}
				}
				for (const issueId of all) expect(await kept(database, issueId)).toEqual(await due(issueId));
			},
		),
		{ numRuns: 12 },
	);
}, 60_000);
