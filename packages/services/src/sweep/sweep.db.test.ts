import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { dateOfDay, dayNumber, ExposureId, InstrumentId, IsoDate, IssueId } from "@zhenggai/domain/kernel";
import { withTransaction } from "@zhenggai/storage";
import { dueIssues } from "@zhenggai/storage/sweep";
import { afterEach, describe, expect, test } from "vitest";
import { newId, person, testServices } from "../testing/index.ts";
import {
	accepted,
	assignment,
	auditor,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	deadline,
	OTHER_CITY,
	otherCity,
	provOffice,
	register,
} from "../testing/ledger.ts";
import { sweepBatch } from "./batch.ts";
import { sweepDay } from "./sweep-day.ts";

const { services, dependencies, database, setNow } = await testServices();
const world = await buildWorld(services);
const other = await database.another({ max: 6 });
const nodes = [sweepDay(dependencies), sweepDay({ ...dependencies, database: other })] as const;
const [sweep] = nodes;

const FIRST = 6801;
const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => void child.kill("SIGKILL")));

/** An issue of a city with its owners, which therefore reports; past its deadline it is red. */
async function newIssue(due: string, region = CITY): Promise<IssueId> {
	const owner = region === OTHER_CITY ? world.units.otherCityGov : world.units.cityEco;
	const detail = await register(world, {
		region,
		deadline: deadline(due),
		assignments: [assignment("lead", owner), assignment("supervising", world.units.cityGov)],
	});
	return detail.row.id;
}

type Entry = {
	type: string;
	at: Date;
	payload: { change?: { on: string; to: string }; cycle?: { key: string } };
};
const eventsOf = async (id: IssueId): Promise<Entry[]> =>
	(
		await database.pool.query<Entry>(
			"SELECT type, at, payload FROM journal.event WHERE stream_id = $1 AND actor->>'kind' = 'system' ORDER BY version",
			[id],
		)
	).rows;
const typesOf = async (id: IssueId) => (await eventsOf(id)).map(({ type }) => type);
const lightsOf = async (id: IssueId) =>
	(await eventsOf(id)).flatMap(({ payload: { change } }) =>
		change === undefined ? [] : [`${change.on} ${change.to}`],
	);
const trayOf = async (id: IssueId): Promise<string[]> =>
	(
		await database.pool.query<{ kind: string }>("SELECT kind FROM ledger.in_tray WHERE issue_id = $1", [id])
	).rows.map(({ kind }) => kind);
const daysOf = async (city: number): Promise<string[]> =>
	(
		await database.pool.query<{ day: string }>(
			"SELECT day::text FROM ledger.sweep WHERE city = $1 ORDER BY day",
			[city],
		)
	).rows.map(({ day }) => day);
const day = (text: string) => IsoDate.parse(text);
/** Moves the clock to a moment after midnight of a day in Shanghai. */
const nightOf = (date: string) => setNow(`${dateOfDay(dayNumber(day(date)) - 1)}T16:05:00.000Z`);
const dueOn = async (id: IssueId): Promise<string> =>
	(await database.pool.query("SELECT due_on::text AS day FROM ledger.issue_watch WHERE issue_id = $1", [id]))
		.rows[0].day;
/** Writes a state as a command would have, and has the next sweep look at it. */
const changeState = (id: IssueId, sql: string) =>
	database.pool.query(
		`WITH i AS (UPDATE ledger.issue SET state = ${sql} WHERE id = $1)
		 UPDATE ledger.issue_watch SET due_on = '-infinity', touched = touched + 1 WHERE issue_id = $1`,
		[id],
	);

describe("the nightly sweep", () => {
	test("two nodes at once journal every colour and open every cycle exactly once", async () => {
		const red = await Promise.all(Array.from({ length: 6 }, () => newIssue("2026-03-03")));
		const calm = await Promise.all(Array.from({ length: 6 }, () => newIssue("2026-12-31", OTHER_CITY)));
		nightOf("2026-03-04");
		const summaries = await Promise.all(
			[...nodes, ...nodes].map((node) => node(day("2026-03-04"), { batch: 2 })),
		);
		for (let left = 10; left > 0 && !(await sweep(day("2026-03-04"))).complete; left--);
		for (const id of red) expect(await typesOf(id)).toEqual(["reportingCycleOpened", "lightChanged"]);
		for (const id of calm) expect(await typesOf(id)).toEqual(["reportingCycleOpened"]);
		expect(await lightsOf(red[0] ?? IssueId.parse(newId()))).toEqual(["2026-03-04 red"]);
		expect(await trayOf(red[0] ?? IssueId.parse(newId()))).toEqual(
			expect.arrayContaining(["light", "report"]),
		);
		expect(await daysOf(FIRST)).toEqual(["2026-03-04"]);
		expect(summaries.reduce((sum, { changed }) => sum + changed, 0)).toBeLessThanOrEqual(12);
	});

	test("what is swept is not swept again, and nothing is due before its day", async () => {
		const before = await database.pool.query("SELECT count(*)::int AS n FROM journal.event");
		expect(await sweep(day("2026-03-04"))).toMatchObject({
			days: 0,
			evaluated: 0,
			changed: 0,
			complete: true,
		});
		nightOf("2026-03-05");
		expect(await sweep(day("2026-03-05"))).toMatchObject({ days: 2, evaluated: 0, changed: 0 });
		const after = await database.pool.query("SELECT count(*)::int AS n FROM journal.event");
		expect(after.rows).toEqual(before.rows);
	});

	test("days that were missed are made up for in order, each under its own date, and cycles with them", async () => {
		setNow("2026-03-05T03:00:00.000Z");
		const [sixth, tenth] = [await newIssue("2026-03-06"), await newIssue("2026-03-30")];
		nightOf("2026-03-08");
		expect(await sweep(day("2026-03-08"))).toMatchObject({ days: 6, complete: true });
		expect(await daysOf(FIRST)).toEqual([
			"2026-03-04",
			"2026-03-05",
			"2026-03-06",
			"2026-03-07",
			"2026-03-08",
		]);
		const [changed] = (await eventsOf(sixth)).filter(({ type }) => type === "lightChanged");
		expect(changed?.payload.change?.on).toBe("2026-03-07");
		expect(changed?.at.toISOString()).toBe("2026-03-07T16:05:00.000Z");
		nightOf("2026-04-02");
		await sweep(day("2026-04-02"));
		const cycles = (await eventsOf(tenth)).flatMap(({ payload }) => payload.cycle?.key ?? []);
		expect(cycles).toEqual(["2026-03", "2026-04"]);
		// Red since 31 March, and once more in the cycle that begins the day after.
		expect(await lightsOf(tenth)).toEqual(["2026-03-31 red", "2026-04-01 red"]);
		expect((await daysOf(FIRST)).length).toBe(30);
	});

	test("killed in the middle, it goes on where it stopped and does nothing twice", async () => {
		const ids = await Promise.all(Array.from({ length: 6 }, () => newIssue("2026-04-02")));
		nightOf("2026-04-03");
		const program = fileURLToPath(new URL("../testing/sweep-program.ts", import.meta.url));
		const child = spawn(process.execPath, [program, database.url, "2026-04-03", dependencies.now(), "6801"], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		children.push(child);
		await once(child.stdout, "data");
		child.kill("SIGKILL");
		await once(child, "exit");
		const done = await Promise.all(ids.map(typesOf));
		expect(done.filter((types) => types.length > 0)).toHaveLength(2);
		for (let left = 50; left > 0 && !(await sweep(day("2026-04-03"))).complete; left--);
		for (const id of ids) expect(await typesOf(id)).toEqual(["reportingCycleOpened", "lightChanged"]);
		expect((await daysOf(FIRST)).at(-1)).toBe("2026-04-03");
	});

	test("an issue that somebody changes meanwhile is looked at again, and its command does not wait", async () => {
		const id = await newIssue("2026-04-03");
		nightOf("2026-04-04");
		const target = day("2026-04-04");
		const outcome = await withTransaction(database, async (tx) => {
			const batch = (await dueIssues(tx, FIRST, target, 50)).filter((watched) => watched.id === id);
			const { row } = await services.issues.getIssue(provOffice, id);
			accepted(
				await services.issues.commandIssue(
					cityOffice,
					id,
					{
						type: "recordExposure",
						exposureId: ExposureId.parse(newId()),
						kind: "media",
						level: "city",
						document: "电视曝光",
						on: target,
					},
					{ expectedVersion: row.version },
				),
			);
			return sweepBatch(tx, dependencies, { city: FIRST, day: target, batch, hasFailures: false });
		});
		expect(outcome).toMatchObject({ changed: 0, overtaken: 1 });
		expect(await dueOn(id)).toBe("-infinity");
		await sweep(target);
		expect(await typesOf(id)).toEqual(["reportingCycleOpened", "lightChanged"]);
		expect(await dueOn(id)).toBe("2026-04-25");
	});

	test("an instrument on an issue has it looked at again", async () => {
		const id = await newIssue("2026-12-31");
		nightOf("2026-04-05");
		await sweep(day("2026-04-05"));
		expect(await dueOn(id)).not.toBe("-infinity");
		const instrumentId = InstrumentId.parse(newId());
		accepted(
			await services.supervision.commandInstrument(
				cityOffice,
				instrumentId,
				{
					...{ type: "draftInstrument", instrumentId, issueId: id, kind: "reminderLetter" },
					...{ title: "提醒函", body: "请回复进展。", addresseeUnitIds: [world.units.cityEco] },
					cause: { rules: ["SUP-01"], text: "临期", skipsRungReason: null },
				},
				{ expectedVersion: 0 },
			),
		);
		expect(await dueOn(id)).toBe("-infinity");
	});

	test("a notice whose term is over is ended, one with an open objection is not", async () => {
		const [free, doubted] = [await newIssue("2026-12-31"), await newIssue("2026-12-31")];
		const by = { kind: "system", id: "system", name: "测试", role: null, region: null, unitId: null };
		const at = "2026-03-20T02:00:00.000Z";
		const notice = (objections: readonly object[]) => ({
			...{
				id: newId(),
				start: "2026-03-20",
				end: "2026-04-05",
				channel: "网站",
				contact: "电话",
				completion: "完成",
			},
			...{ at, by, objections, ended: null, stopped: null },
		});
		const objection = {
			...{ id: newId(), from: "群众", text: "仍有异味", on: "2026-04-01", answerDueOn: "2026-04-20", at, by },
			answer: null,
		};
		const closeOut = (objections: readonly object[]) =>
			JSON.stringify({
				...{
					selfCheck: null,
					application: null,
					atTier: null,
					siteChecks: [],
					expertOpinions: [],
					discussions: [],
				},
				...{
					rulings: [],
					supervisingOpinion: null,
					acceptances: [],
					gates: [],
					mechanisms: [],
					screening: null,
				},
				...{ notices: [notice(objections)], signatures: [], filings: [], archive: null, closedOn: null },
				...{
					resultPublished: null,
					lookBacks: [],
					round: 1,
					earlier: [],
					rebounds: [],
					reinforced: null,
					longTerm: null,
				},
			});
		const publish = (id: IssueId, objections: readonly object[]) =>
			changeState(
				id,
				`(state::jsonb || '{"lifecycle": "publicNotice"}' || jsonb_build_object('closeOut', '${closeOut(objections)}'::jsonb))::json`,
			);
		await publish(free, []);
		await publish(doubted, [objection]);
		nightOf("2026-04-06");
		expect(await sweep(day("2026-04-06"))).toMatchObject({ failed: 0 });
		expect(await typesOf(free)).toContain("noticeEnded");
		expect((await services.issues.getIssue(provOffice, free)).row.lifecycle).toBe("signing");
		expect(await typesOf(doubted)).not.toContain("noticeEnded");
	});

	test("an issue that cannot be evaluated stops nobody, is named, and is tried again the next night", async () => {
		const [broken, sound] = [await newIssue("2026-04-06"), await newIssue("2026-04-06")];
		const { rows } = await database.pool.query("SELECT state::text FROM ledger.issue WHERE id = $1", [
			broken,
		]);
		await changeState(broken, `(state::jsonb - 'measures')::json`);
		nightOf("2026-04-07");
		expect(await sweep(day("2026-04-07"))).toMatchObject({ failed: 1, complete: true });
		expect(await lightsOf(sound)).toEqual(["2026-04-07 red"]);
		const [row] = await services.supervision.listSweeps(cityOffice);
		expect(row).toMatchObject({
			...{ region: CITY, regionName: "青屏市", sweptThrough: "2026-04-07", underWay: null },
			last: { day: "2026-04-07", full: false, failed: 1 },
			failures: [{ issueId: broken, day: "2026-04-07" }],
		});
		const [ofCounty] = await services.supervision.listSweeps(countyOffice);
		expect(ofCounty).toMatchObject({ region: CITY, sweptThrough: "2026-04-07", failures: [] });
		await database.pool.query("UPDATE ledger.issue SET state = $2 WHERE id = $1", [broken, rows[0].state]);
		nightOf("2026-04-08");
		expect(await sweep(day("2026-04-08"))).toMatchObject({ failed: 0 });
		expect(await lightsOf(broken)).toEqual(["2026-04-08 red"]);
		expect((await services.supervision.listSweeps(cityOffice))[0]?.failures).toEqual([]);
	});

	test("a rule that holds from a day on has every issue of its region looked at on that day", async () => {
		accepted(
			await services.rules.commandRegionRules(
				provOffice,
				OTHER_CITY,
				{
					...{ type: "changeParameter", name: "immediateDays", value: 20, effectiveFrom: day("2026-04-10") },
					reason: "加快立行立改",
				},
				{ expectedVersion: 0 },
			),
		);
		for (const [date, full] of [
			["2026-04-09", false],
			["2026-04-10", true],
			["2026-04-11", false],
		] as const) {
			nightOf(date);
			const { evaluated } = await sweep(day(date), { prefix: "6802" });
			const [row] = await services.supervision.listSweeps(otherCity);
			expect(row?.last).toMatchObject({ day: date, full });
			expect(evaluated).toBe(full ? 6 : 0);
		}
	});

	test("only the province's office sweeps by hand, and only those who oversee a region read about it", async () => {
		setNow("2026-04-11T02:00:00.000Z");
		expect(await services.supervision.runSweep(provOffice)).toMatchObject({
			day: "2026-04-11",
			complete: true,
		});
		expect(await services.supervision.runSweep(provOffice)).toMatchObject({ days: 0, evaluated: 0 });
		for (const who of [cityOffice, auditor]) {
			await expect(services.supervision.runSweep(who)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
		}
		expect((await services.supervision.listSweeps(auditor)).map(({ region }) => region)).toEqual([
			CITY,
			OTHER_CITY,
		]);
		expect((await services.supervision.listSweeps(otherCity)).map(({ region }) => region)).toEqual([
			OTHER_CITY,
		]);
		const unit = person("leadUnit", COUNTY, world.units.countyGov);
		await expect(services.supervision.listSweeps(unit)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
	});

	test("a program that judges anew mends the tray that says something else, and writes no other row", async () => {
		setNow("2026-08-05T03:00:00.000Z");
		const [mended, kept] = [await newIssue("2026-08-02"), await newIssue("2026-08-02")];
		nightOf("2026-08-06");
		for (let left = 10; left > 0 && !(await sweep(day("2026-08-06"))).complete; left--);
		const trays = () =>
			database.pool.query("SELECT id, item::text FROM ledger.in_tray WHERE issue_id = $1 ORDER BY id", [
				mended,
			]);
		const writes = () =>
			database.pool.query(
				`SELECT issue_id, xmin::text FROM ledger.issue_watch WHERE issue_id = ANY($1::uuid[])
				 UNION ALL SELECT id, xmin::text FROM ledger.in_tray WHERE issue_id = $2 ORDER BY 1`,
				[[mended, kept], kept],
			);
		const [before, written] = [await trays(), await writes()];
		expect(before.rows.length).toBeGreaterThan(2);
		await database.pool.query(
			"DELETE FROM ledger.in_tray WHERE issue_id = $1 AND kind IN ('light', 'acknowledge')",
			[mended],
		);
		await database.pool.query(
			`INSERT INTO ledger.in_tray (issue_id, id, whose, kind, due_on, region, item)
			 SELECT issue_id, gen_random_uuid(), whose, kind, due_on, region, '{"key":"𠮷"}'
			 FROM ledger.in_tray WHERE issue_id = $1 LIMIT 1`,
			[mended],
		);
		nightOf("2026-08-07");
		const anew = sweepDay({ ...dependencies, version: "another" });
		expect(await anew(day("2026-08-07"))).toMatchObject({ changed: 0, failed: 0, complete: true });
		expect((await trays()).rows).toEqual(before.rows);
		expect((await writes()).rows).toEqual(written.rows);
	});
});
