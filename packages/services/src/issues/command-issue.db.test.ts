import { type IssueCommand, IssueEvent, replayIssue } from "@zhenggai/domain/issues";
import { ImportId, IsoDate, IssueId } from "@zhenggai/domain/kernel";
import { readStream } from "@zhenggai/storage";
import { describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { newId, person, program, testServices } from "../testing/index.ts";
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
	measure,
	OTHER_CITY,
	OTHER_COUNTY,
	otherCity,
	PROVINCE,
	provOffice,
	register,
	registration,
	rulesOf,
	run,
} from "../testing/ledger.ts";

const { services, setNow, database } = await testServices();
const world = await buildWorld(services);
const { units } = world;

type CommandOf<T extends IssueCommand["type"]> = Extract<IssueCommand, { type: T }>;

const assign = (unitId = units.cityEco): CommandOf<"assignIssue"> => ({
	type: "assignIssue",
	assignments: [assignment("lead", unitId), assignment("supervising", units.provinceEco)],
	importId: null,
});

const errorOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);

describe("one command", () => {
	it("changes the page, the list and the journal together", async () => {
		const issue = await register(world);
		const next = accepted(await run(world, cityOffice, issue, assign()));
		expect(next.row).toMatchObject({ version: 2, lifecycle: "assigned", leadUnits: ["青屏市生态环境局"] });
		expect((await services.issues.getIssue(provOffice, issue.row.id)).row).toEqual(next.row);
		const page = await services.issues.listIssues(cityOffice, {
			filter: { unitId: units.cityEco, unitRole: "lead" },
			sort: "updated",
			descending: true,
			limit: 5,
		});
		expect(page.items).toContainEqual(next.row);
		const history = await services.issues.listHistory(cityOffice, { issueId: issue.row.id, limit: 10 });
		expect(history.items.map(({ type, version }) => [type, version])).toEqual([
			["issueAssigned", 2],
			["issueRegistered", 1],
		]);
		expect(await services.journal.verifyIssue(cityOffice, issue.row.id)).toEqual({
			whole: true,
			firstBroken: null,
			events: 2,
		});
	});

	it("is refused to a role that may not, as data, and nothing happens", async () => {
		const issue = await register(world);
		const outcome = await run(world, auditor, issue, assign());
		expect(rulesOf(outcome)).toEqual(["NOT_ALLOWED"]);
		expect((await services.issues.getIssue(auditor, issue.row.id)).row.version).toBe(1);
	});

	it("does not find an issue of another region, as little as one that is not there", async () => {
		const issue = await register(world);
		expect(await errorOf(run(world, otherCity, issue, assign()))).toBe("NOT_FOUND");
		const nowhere = IssueId.parse(newId());
		expect(
			await errorOf(services.issues.commandIssue(cityOffice, nowhere, assign(), { expectedVersion: 0 })),
		).toBe("NOT_FOUND");
		expect(await errorOf(services.issues.getIssue(otherCity, issue.row.id))).toBe("NOT_FOUND");
	});

	it("is refused to a program whose key may only read", async () => {
		const issue = await register(world);
		expect(rulesOf(await run(world, program("cityOffice", CITY, ["read"]), issue, assign()))).toEqual([
			"KEY_LACKS_VERB",
		]);
	});

	it("wants somebody who is signed in", async () => {
		const issue = await register(world);
		expect(await errorOf(run(world, { kind: "anonymous" }, issue, assign()))).toBe("NOT_SIGNED_IN");
	});

	it("cannot pretend to be of an import", async () => {
		const issue = await register(world);
		const command = { ...assign(), importId: ImportId.parse(newId()) };
		expect(await errorOf(run(world, cityOffice, issue, command))).toBe("BAD_INPUT");
	});
});

describe("the same version twice", () => {
	it("tells the second what the first has changed", async () => {
		const issue = await register(world);
		accepted(await run(world, cityOffice, issue, assign()));
		const outcome = await run(world, provOffice, issue, assign(units.cityWater));
		if (outcome.ok) throw new Error("accepted");
		expect(outcome.conflict).toMatchObject({
			currentVersion: 2,
			changes: [{ version: 2, type: "issueAssigned", by: "cityOffice 680100" }],
		});
	});

	it("lets exactly one of many at once through", async () => {
		const issue = await register(world);
		const outcomes = await Promise.all(
			Array.from({ length: 8 }, (_, at) =>
				run(world, cityOffice, issue, {
					type: "amendIssue",
					changes: { remarks: `备注${at}` },
					reason: "同时更正",
					importId: null,
				}),
			),
		);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		for (const outcome of outcomes) if (!outcome.ok) expect(outcome.conflict?.currentVersion).toBe(2);
		expect((await services.issues.getIssue(cityOffice, issue.row.id)).row.version).toBe(2);
	});

	it("registers a number once, of two at once", async () => {
		const [one, other] = [registration(world, { number: "双-1" }), registration(world, { number: "双-1" })];
		const outcomes = await Promise.all(
			[one, other].map((command) =>
				services.issues.commandIssue(provOffice, command.issueId, command, { expectedVersion: 0 }),
			),
		);
		expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		expect(outcomes.flatMap(rulesOf)).toEqual(["DATA-01"]);
	});
});

describe("a key for repetition", () => {
	it("gives the first answer again and does nothing", async () => {
		const command = assign();
		const again = await register(world);
		const once = accepted(await run(world, cityOffice, again, command, { idempotencyKey: "key-000000002" }));
		accepted(
			await run(world, cityOffice, once, {
				type: "amendIssue",
				changes: { remarks: "二" },
				reason: "更正",
				importId: null,
			}),
		);
		const repeated = accepted(
			await run(world, cityOffice, again, command, { idempotencyKey: "key-000000002" }),
		);
		expect(repeated.row).toEqual(once.row);
		expect((await services.issues.getIssue(cityOffice, again.row.id)).row.version).toBe(3);
	});

	it("does it once for two at the same moment", async () => {
		const issue = await register(world);
		const command = assign();
		const outcomes = await Promise.all(
			Array.from({ length: 6 }, () =>
				run(world, cityOffice, issue, command, { idempotencyKey: "key-at-once-1" }),
			),
		);
		const rows = outcomes.map((outcome) => accepted(outcome).row);
		expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1);
		expect((await services.journal.listEvents(cityOffice, issue.row.id)).length).toBe(2);
	});

	it("refuses the key for another request, and forgets one that was refused", async () => {
		const issue = await register(world);
		const key = { idempotencyKey: "key-other-0001" };
		expect(rulesOf(await run(world, auditor, issue, assign(), key))).toEqual(["NOT_ALLOWED"]);
		accepted(await run(world, cityOffice, issue, assign(), key));
		expect(await errorOf(run(world, cityOffice, issue, assign(units.cityWater), key))).toBe("BAD_INPUT");
	});
});

describe("rules", () => {
	it("block what they block", async () => {
		const parent = await register(world, { region: PROVINCE, deadline: deadline("2026-06-30") });
		const child = registration(world, { parentId: parent.row.id, deadline: deadline("2026-12-31") });
		const outcome = await services.issues.commandIssue(cityOffice, child.issueId, child, {
			expectedVersion: 0,
			justification: "确有困难",
		});
		expect(rulesOf(outcome)).toEqual(["DL-05"]);
	});

	it("let a warning pass with a justification, which is journalled", async () => {
		const parent = await register(world, { region: PROVINCE, deadline: deadline("2027-12-31") });
		const child = registration(world, { parentId: parent.row.id, deadline: deadline("2026-03-31") });
		const ask = (justification?: string) =>
			services.issues.commandIssue(cityOffice, child.issueId, child, {
				expectedVersion: 0,
				...(justification === undefined ? {} : { justification }),
			});
		const held = await ask();
		expect(rulesOf(held)).toEqual(["DL-06"]);
		const passed = await ask("已与上级商定提前完成");
		if (!passed.ok) throw new Error("refused");
		expect(passed.warnings.map(({ rule }) => rule)).toEqual(["DL-06"]);
		const [event] = await services.journal.listEvents(cityOffice, child.issueId);
		expect(event?.cause).toMatchObject({ verb: "registerIssue", justification: "已与上级商定提前完成" });
		const later = await run(world, cityOffice, passed.value, {
			type: "amendIssue",
			changes: { goal: "目标另行细化。" },
			reason: "细化目标",
			importId: null,
		});
		expect(later.ok).toBe(true);
	});
});

describe("several issues in one act", () => {
	const decompose = (children: CommandOf<"decomposeIssue">["children"]): CommandOf<"decomposeIssue"> => ({
		type: "decomposeIssue",
		children,
	});
	const child = (region = COUNTY) => ({ issueId: IssueId.parse(newId()), region });

	it("registers the children of a decomposition, or nothing", async () => {
		const issue = await register(world, { number: "分-1" });
		const [one, two] = [child(), child(OTHER_COUNTY)];
		const parent = accepted(await run(world, cityOffice, issue, decompose([one, two])));
		expect(parent.children.map(({ id, open }) => [id, open])).toEqual([
			[one.issueId, true],
			[two.issueId, true],
		]);
		const below = await services.issues.getIssue(countyOffice, one.issueId);
		expect(below.parent).toMatchObject({ id: issue.row.id, open: false });
		expect(below.row).toMatchObject({ region: COUNTY, tier: "county", version: 1 });
		const [first] = await services.journal.listEvents(countyOffice, one.issueId);
		expect(first?.cause.verb).toBe("decomposeIssue");

		const other = await register(world, { number: "分-1b" });
		const bad = decompose([child(), { issueId: IssueId.parse(newId()), region: PROVINCE }]);
		const refused = await run(world, cityOffice, other, bad);
		expect(refused.ok).toBe(false);
		expect(
			await errorOf(services.issues.getIssue(provOffice, bad.children[0]?.issueId ?? issue.row.id)),
		).toBe("NOT_FOUND");
	});

	it("survives decompositions that cross each other", async () => {
		const parents = await Promise.all(Array.from({ length: 6 }, () => register(world)));
		const outcomes = await Promise.all(
			parents.map((parent) => run(world, cityOffice, parent, decompose([child(), child(OTHER_COUNTY)]))),
		);
		for (const outcome of outcomes) expect(accepted(outcome).children).toHaveLength(2);
	});

	it("hands the mandates of a merged issue over", async () => {
		const [from, into] = [
			await register(world, { number: "并-1" }),
			await register(world, { number: "并-2" }),
		];
		const merge = { type: "mergeIssue", into: into.row.id, intoTier: "city", reason: "同一问题" } as const;
		const merged = accepted(await run(world, provOffice, from, merge));
		expect(merged.row.lifecycle).toBe("merged");
		const target = await services.issues.getIssue(provOffice, into.row.id);
		expect(target.mandates.map(({ number }) => number)).toEqual(["并-2", "并-1"]);
		const again = registration(world, { number: "并-1" });
		expect(
			rulesOf(await services.issues.commandIssue(provOffice, again.issueId, again, { expectedVersion: 0 })),
		).toEqual(["DATA-01"]);
	});

	it("never merges two issues into each other", async () => {
		const [one, two] = [await register(world), await register(world)];
		const merge = (from: typeof one, into: typeof one) =>
			run(world, provOffice, from, {
				type: "mergeIssue",
				into: into.row.id,
				intoTier: "city",
				reason: "重复",
			});
		const outcomes = await Promise.all([merge(one, two), merge(two, one)]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
	});

	it("does not merge into an issue of another region", async () => {
		const [mine, theirs] = [await register(world), await register(world, { region: OTHER_CITY })];
		const outcome = await run(world, cityOffice, mine, {
			type: "mergeIssue",
			into: theirs.row.id,
			intoTier: "city",
			reason: "重复",
		});
		expect(rulesOf(outcome)).toEqual(["UNKNOWN_ISSUE"]);
	});
});

describe("a day", () => {
	it("shows what was in the ledger at its end, and what will stand on a later one", async () => {
		setNow("2026-03-03T02:00:00.000Z");
		const issue = await register(world, { deadline: deadline("2026-03-10") });
		setNow("2026-03-04T02:00:00.000Z");
		const unit = person("leadUnit", CITY, units.cityEco);
		const next = accepted(await run(world, cityOffice, issue, assign()));
		const mine = next.assignments.find(({ role }) => role === "lead");
		if (mine === undefined) throw new Error("no lead");
		const taken = accepted(
			await run(world, unit, next, { type: "acknowledgeAssignment", assignmentId: mine.id }),
		);
		accepted(
			await run(world, unit, taken, {
				type: "addMeasure",
				measures: [measure("截污纳管", [units.cityEco])],
				importId: null,
			}),
		);
		const on = (day: string) => services.issues.getIssue(cityOffice, issue.row.id, IsoDate.parse(day));
		expect((await on("2026-03-03")).row).toMatchObject({ version: 1, lifecycle: "registered", daysLeft: 7 });
		expect((await on("2026-03-04")).row).toMatchObject({ version: 4, measureCount: 1, standing: "due7" });
		expect((await on("2026-03-11")).row).toMatchObject({ standing: "overdue", daysLeft: -1 });
		expect(await errorOf(on("2026-03-02"))).toBe("NOT_FOUND");
	});
});

it("leaves every issue as its journal tells", async () => {
	const { rows } = await database.pool.query<{ id: string; state: unknown; version: number }>(
		"SELECT id, state, version FROM ledger.issue",
	);
	expect(rows.length).toBeGreaterThan(20);
	for (const { id, state, version } of rows) {
		const stream = await readStream(database, id);
		const replayed = replayIssue(stream.map(({ payload }) => IssueEvent.parse(payload)));
		expect(replayed).toEqual(state);
		expect(stream).toHaveLength(version);
	}
	const { rows: searched } = await database.pool.query(
		`SELECT 1 FROM ledger.issue i JOIN ledger.issue_search s ON s.issue_id = i.id
		 WHERE (i.province, i.city, i.region, i.lifecycle, i.due, i.number_key, i.updated_at, i.kinds, i.rounds, i.tier,
			i.field, i.generality, i.incomplete) = (s.province, s.city, s.region, s.lifecycle, s.due, s.number_key,
			s.updated_at, s.kinds, s.rounds, s.tier, s.field, s.generality, s.incomplete)`,
	);
	expect(searched).toHaveLength(rows.length);
});
