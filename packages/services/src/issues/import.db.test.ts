import type { ImportProgress } from "@zhenggai/domain/issues";
import { IssueId } from "@zhenggai/domain/kernel";
import fc from "fast-check";
import { beforeEach, describe, expect, it, test } from "vitest";
import { ServiceError } from "../errors.ts";
import { person, testServices } from "../testing/index.ts";
import {
	accepted,
	auditor,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	otherCity,
	PROVINCE,
	provOffice,
	register,
	rulesOf,
	type World,
} from "../testing/ledger.ts";
import { choicesFor, contextFor, finding, type PlanItem, planText, preview } from "../testing/plan.ts";

const { services, database } = await testServices();
let world: World;

beforeEach(async () => {
	const { rows } = await database.pool.query<{ name: string }>(
		"SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname = 'ledger'",
	);
	await database.pool.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")}`);
	world = await buildWorld(services);
});

const plan = (count: number, more: Partial<PlanItem> = {}): PlanItem[] =>
	Array.from({ length: count }, (_, at) => ({
		statement: finding(at),
		units: ["市水务局", "松泉县政府"],
		supervising: ["省生态环境厅"],
		leader: "沈知远",
		...more,
	}));

const errorOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);

const apply = (importId: Parameters<typeof services.issues.applyImport>[1], actor = cityOffice) =>
	services.issues.applyImport(actor, importId, {});

const countIssues = async (): Promise<number> => {
	const { rows } = await database.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM ledger.issue");
	return rows[0]?.n ?? -1;
};

describe("preview", () => {
	it("matches the units of a plan and shows what is new", async () => {
		const { preview: shown } = await preview(world, cityOffice, planText(plan(3)));
		expect(shown.summary).toEqual({ new: 3, changed: 0, same: 0, refused: 0, vanished: 0 });
		expect(shown.blocking).toEqual([]);
		expect(Object.fromEntries(shown.units.map(({ name, matched }) => [name, matched?.name]))).toEqual({
			市水务局: "青屏市水务局",
			松泉县政府: "松泉县人民政府",
			省生态环境厅: "岚江省生态环境厅",
		});
		expect(shown.items[0]?.findings.map(({ rule }) => rule)).toContain("PLAN-01");
	});

	it("does not take a completion notice for a plan", async () => {
		const notice = [
			"关于松泉县生态环境保护督察反馈问题（序号三）整改情况的公示",
			"整改任务：岚江支流沿岸三处砂石堆场未按要求退出。",
			"整改目标：堆场全部退出并复绿。",
			"整改完成情况：三处堆场已全部拆除，复绿二十亩。",
			"公示时间：2026年3月2日至2026年3月13日。公示期间如有异议，请与县整改办联系。",
		].join("\n");
		const { preview: shown } = await preview(world, cityOffice, notice);
		expect(shown.items).toEqual([]);
		expect(shown.blocking.map(({ rule }) => rule)).toEqual(["NOTICE_IS_NO_PLAN"]);
	});

	it("holds up what nobody has decided, and suggests", async () => {
		const { preview: shown } = await preview(
			world,
			cityOffice,
			planText(plan(2, { units: ["青屏市水务管理局"] })),
		);
		expect(shown.blocking.map(({ rule }) => rule)).toEqual(["UNITS_UNDECIDED"]);
		const unit = shown.units.find(({ name }) => name === "青屏市水务管理局");
		expect(unit?.suggestions[0]?.name).toBe("青屏市水务局");
	});

	it("leaves out those who are many, without asking", async () => {
		const { preview: shown } = await preview(
			world,
			cityOffice,
			planText(plan(1, { units: ["市水务局", "各县区政府"] })),
		);
		expect(shown.units.find(({ name }) => name === "各县区政府")).toMatchObject({
			collective: true,
			matched: null,
		});
		expect(shown.blocking).toEqual([]);
	});

	it("asks for the inspection first", async () => {
		const { preview: shown } = await preview(world, cityOffice, planText(plan(1)), { context: null });
		expect(shown.blocking.map(({ rule }) => rule)).toEqual(["CONTEXT_MISSING"]);
	});

	it("finds a number that stands twice in the document", async () => {
		const text = planText(plan(2)).replace("二、", "一、");
		const { preview: shown } = await preview(world, cityOffice, text);
		const kinds = shown.items.map(({ kind }) => kind);
		expect(shown.items).toHaveLength(2);
		expect(kinds).toEqual(["new", "refused"]);
		expect(shown.items[1]?.findings.map(({ rule }) => rule)).toEqual(["DATA-01"]);
	});

	it("does not enter an inspection a second time", async () => {
		const [known] = await services.issues.listInspections(cityOffice);
		if (known === undefined) throw new Error("no inspection");
		const { id: _, version: __, regionName: ___, issueCount: ____, planDueOn: _____, ...inspection } = known;
		const context = { ...contextFor(world), inspection: { kind: "new", inspection } as const };
		const { preview: shown } = await preview(world, provOffice, planText(plan(1)), { context });
		expect(shown.blocking.map(({ rule }) => rule)).toEqual(["INSPECTION_EXISTS"]);
	});
});

describe("apply", () => {
	it("writes issues with their parties, measures and links to the import", async () => {
		const { draft } = await preview(world, cityOffice, planText(plan(3)));
		const result = accepted(await apply(draft.id));
		expect(result).toMatchObject({ changed: [], unitsCreated: [] });
		expect(result.created).toHaveLength(3);
		expect(result.peopleCreated).toHaveLength(1);
		const [first] = result.created;
		const issue = await services.issues.getIssue(cityOffice, IssueId.parse(first));
		expect(issue.row).toMatchObject({
			number: "一",
			responsibleUnits: ["青屏市水务局", "松泉县人民政府"],
			supervisingUnits: ["岚江省生态环境厅"],
			responsibleLeaders: ["沈知远"],
			due: "2026-12-31",
			measureCount: 2,
		});
		expect(issue.sourceTexts[0]).toMatchObject({ sha256: draft.sha256, document: draft.sourceName });
		const made = await services.issues.listIssues(cityOffice, {
			filter: { importId: draft.id },
			sort: "number",
			descending: false,
			limit: 10,
		});
		expect(made.items.map(({ id }) => id).toSorted()).toEqual([...result.created].toSorted());
		const [event] = await services.journal.listEvents(cityOffice, issue.row.id);
		expect(event?.cause).toMatchObject({ verb: "applyImport", importId: draft.id });
		expect(await services.issues.listImports(cityOffice)).toMatchObject([
			{ id: draft.id, state: "applied", result: { created: 3, changed: 0, units: 0 } },
		]);
	});

	it("creates units only where the clerk said so", async () => {
		const text = planText(plan(2, { units: ["市水务局", "青屏市河道治理中心"] }));
		const units = { 青屏市河道治理中心: { kind: "create", region: CITY } } as const;
		const { draft } = await preview(world, cityOffice, text, { units });
		const result = accepted(await apply(draft.id));
		expect(result.unitsCreated).toHaveLength(1);
		const listed = await services.responsibilities.listUnits(cityOffice, { text: "河道治理", limit: 5 });
		expect(listed.items).toMatchObject([{ id: result.unitsCreated[0], kind: "institution", region: CITY }]);
		const again = await preview(world, cityOffice, text);
		expect(again.preview.summary).toMatchObject({ same: 2, new: 0, changed: 0 });
	});

	it("registers the inspection it speaks for", async () => {
		const inspection = {
			kind: "provincialInspection",
			name: "第二轮省级督察",
			round: 2,
			batch: null,
			team: null,
			region: CITY,
			enteredOn: null,
			leftOn: null,
			feedback: null,
			ruleSet: null,
		} as const;
		const context = { ...contextFor(world), inspection: { kind: "new", inspection } as const };
		const { draft } = await preview(world, cityOffice, planText(plan(2)), { context });
		accepted(await apply(draft.id));
		expect(await services.issues.listInspections(cityOffice)).toMatchObject([
			{ name: "第二轮省级督察", issueCount: 2 },
			{ issueCount: 0 },
		]);
		expect(await services.issues.listInspections(otherCity)).toHaveLength(1);
	});

	it("hangs the items of a lower list below those of the same number above", async () => {
		const above = await register(world, { region: PROVINCE, number: "一", seq: 1, deadline: null });
		const context = { ...contextFor(world), parentByNumber: true };
		const { draft } = await preview(world, cityOffice, planText(plan(2)), { context });
		accepted(await apply(draft.id));
		const parent = await services.issues.getIssue(provOffice, above.row.id);
		expect(parent.children.map(({ number }) => number)).toEqual(["一"]);
	});

	it("takes from a corrected document only what differs, and only the chosen fields", async () => {
		const first = plan(4);
		accepted(await apply((await preview(world, cityOffice, planText(first))).draft.id));
		const corrected = first.map((item, at) =>
			at === 1 ? { ...item, goal: "更正后的目标。", deadline: "2027年6月底前", units: ["市水务局"] } : item,
		);
		const { draft, preview: shown } = await preview(world, cityOffice, planText(corrected.slice(0, 3)));
		expect(shown.summary).toEqual({ new: 0, changed: 1, same: 2, refused: 0, vanished: 1 });
		const item = shown.items.find(({ kind }) => kind === "changed");
		expect(item?.differences.map(({ field }) => field).toSorted()).toEqual([
			"deadline",
			"goal",
			"responsibleUnits",
		]);
		const choices = choicesFor(world, { items: { [item?.key ?? ""]: { apply: true, fields: ["goal"] } } });
		await services.issues.previewImport(cityOffice, draft.id, choices);
		const result = accepted(await apply(draft.id));
		expect(result).toMatchObject({ created: [], changed: [item?.issueId] });
		const issue = await services.issues.getIssue(cityOffice, IssueId.parse(item?.issueId));
		expect(issue).toMatchObject({ goal: "更正后的目标。", row: { due: "2026-12-31" } });
		expect(issue.row.responsibleUnits).toHaveLength(2);
	});

	it("doubts an issue that only its number ties to the ledger, and leaves it out until the clerk says so", async () => {
		const first = plan(3);
		accepted(await apply((await preview(world, cityOffice, planText(first))).draft.id));
		const statement = "某园区集中供热管线老化，沿途居民多次反映夜间蒸汽放空。";
		const renumbered = first.map((item, at) => (at === 1 ? { ...item, statement } : item));
		const { draft, preview: shown } = await preview(world, cityOffice, planText(renumbered));
		const item = shown.items.find(({ kind }) => kind === "changed");
		expect(item?.chosen).toBe(false);
		const doubt = item?.findings[0];
		expect(doubt).toMatchObject({ rule: "NUMBER_ALONE", severity: "warn" });
		expect(doubt?.message.zh).toContain(statement);
		expect(doubt?.message.zh).toContain(first[1]?.statement);
		expect(rulesOf(await apply(draft.id))).toEqual(["NOTHING_TO_APPLY"]);
		const choices = choicesFor(world, { items: { [item?.key ?? ""]: { apply: true } } });
		await services.issues.previewImport(cityOffice, draft.id, choices);
		expect(accepted(await apply(draft.id)).changed).toEqual([item?.issueId]);
	});

	it("leaves out what was not chosen, and says when nothing is left", async () => {
		const { draft, preview: shown } = await preview(world, cityOffice, planText(plan(2)));
		const [one, two] = shown.items.map(({ key }) => key);
		const skip = { apply: false };
		await services.issues.previewImport(
			cityOffice,
			draft.id,
			choicesFor(world, { items: { [one ?? ""]: skip, [two ?? ""]: skip } }),
		);
		expect(rulesOf(await apply(draft.id))).toEqual(["NOTHING_TO_APPLY"]);
		await services.issues.previewImport(
			cityOffice,
			draft.id,
			choicesFor(world, { items: { [one ?? ""]: skip } }),
		);
		expect(accepted(await apply(draft.id)).created).toHaveLength(1);
	});

	it("is all or nothing when something fails in the middle", async () => {
		await database.pool.query(`CREATE FUNCTION ledger.fail() RETURNS trigger LANGUAGE plpgsql AS $$
			BEGIN IF (SELECT count(*) FROM ledger.issue_search) > 300 THEN RAISE EXCEPTION 'the disk is full'; END IF; RETURN NULL; END $$`);
		await database.pool.query(
			"CREATE TRIGGER fail AFTER INSERT ON ledger.issue_search FOR EACH STATEMENT EXECUTE FUNCTION ledger.fail()",
		);
		try {
			const { draft } = await preview(world, cityOffice, planText(plan(400, { units: ["青屏市新设机构"] })), {
				units: { 青屏市新设机构: { kind: "create", region: CITY } },
			});
			const before = await database.pool.query("SELECT count(*)::int AS n FROM journal.event");
			await expect(apply(draft.id)).rejects.toThrow("the disk is full");
			expect(await countIssues()).toBe(0);
			expect((await database.pool.query("SELECT count(*)::int AS n FROM journal.event")).rows).toEqual(
				before.rows,
			);
			expect(
				(await services.responsibilities.listUnits(cityOffice, { text: "新设机构", limit: 5 })).items,
			).toEqual([]);
			expect((await services.issues.getImport(cityOffice, draft.id)).state).toBe("draft");
			await database.pool.query("DROP FUNCTION ledger.fail CASCADE");
			expect(accepted(await apply(draft.id)).created).toHaveLength(400);
		} finally {
			await database.pool.query("DROP FUNCTION IF EXISTS ledger.fail CASCADE");
		}
	});

	it("lets exactly one of two at once through", async () => {
		const { draft } = await preview(world, cityOffice, planText(plan(30)));
		const outcomes = await Promise.all([apply(draft.id), apply(draft.id), apply(draft.id)]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(outcomes.flatMap(rulesOf)).toEqual(["IMPORT_APPLIED", "IMPORT_APPLIED"]);
		expect(await countIssues()).toBe(30);
	});

	it("finds what another draft of the same document has entered at the same moment", async () => {
		const text = planText(plan(20));
		const drafts = [await preview(world, cityOffice, text), await preview(world, provOffice, text)] as const;
		const outcomes = await Promise.all([apply(drafts[0].draft.id), apply(drafts[1].draft.id, provOffice)]);
		expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		expect(outcomes.flatMap(rulesOf)).toEqual(["NOTHING_TO_APPLY"]);
		expect(await countIssues()).toBe(20);
	});

	it("answers a repeated key with the first result", async () => {
		const { draft } = await preview(world, cityOffice, planText(plan(2)));
		const key = { idempotencyKey: "import-key-1" };
		const first = accepted(await services.issues.applyImport(cityOffice, draft.id, key));
		expect(accepted(await services.issues.applyImport(cityOffice, draft.id, key))).toEqual(first);
	});

	it("tells how far it is, to watchers on any node", async () => {
		const { draft } = await preview(world, cityOffice, planText(plan(600)));
		const seen: ImportProgress[] = [];
		const watching = (async () => {
			for await (const step of services.issues.watchImport(
				cityOffice,
				draft.id,
				new AbortController().signal,
			))
				seen.push(step);
		})();
		accepted(await apply(draft.id));
		await watching;
		expect(seen.at(-1)).toEqual({ importId: draft.id, phase: "committed", done: 600, total: 600 });
	});

	it("enters a thousand issues", { timeout: 60_000 }, async () => {
		const { draft, preview: shown } = await preview(world, cityOffice, planText(plan(999)));
		expect(shown.summary.new).toBe(999);
		expect(accepted(await apply(draft.id)).created).toHaveLength(999);
	});
});

describe("who may", () => {
	it("is for offices in their own region", async () => {
		const pasted = { kind: "pasted", text: planText(plan(1)) } as const;
		expect(await errorOf(services.issues.startImport(auditor, pasted))).toBe("NOT_ALLOWED");
		expect(await errorOf(services.issues.startImport(person("leadUnit", CITY), pasted))).toBe("NOT_ALLOWED");
		expect(await errorOf(services.issues.startImport({ kind: "anonymous" }, pasted))).toBe("NOT_SIGNED_IN");
		const { draft } = await preview(world, cityOffice, pasted.text);
		const attempts = [
			() => services.issues.getImport(otherCity, draft.id),
			() => services.issues.previewImport(otherCity, draft.id, choicesFor(world)),
			() => apply(draft.id, otherCity),
			() => services.issues.discardImport(otherCity, draft.id),
		];
		for (const attempt of attempts) expect(await errorOf(attempt())).toBe("NOT_FOUND");
		expect(await services.issues.listImports(otherCity)).toEqual([]);
		expect(await services.issues.listImports(provOffice)).toHaveLength(1);
	});

	it("does not let a county enter the feedback of the central inspection", async () => {
		const context = { ...contextFor(world), region: COUNTY, tier: "county" } as const;
		const { preview: shown } = await preview(world, countyOffice, planText(plan(1)), { context });
		expect(shown.items[0]).toMatchObject({ kind: "refused", chosen: false });
	});
});

test("looking at documents again and again never pushes an import out of the list", async () => {
	const { draft } = await preview(world, cityOffice, planText(plan(1)));
	accepted(await apply(draft.id));
	for (let look = 0; look < 51; look += 1) {
		const looked = await services.issues.startImport(cityOffice, { kind: "pasted", text: planText(plan(1)) });
		await services.issues.discardImport(cityOffice, looked.id);
	}
	const listed = await services.issues.listImports(cityOffice);
	expect(listed.at(-1)).toMatchObject({ id: draft.id, state: "applied" });
	expect(listed.filter(({ state }) => state === "discarded")).toHaveLength(50);
	expect(listed.map(({ startedAt }) => startedAt)).toEqual(
		listed
			.map(({ startedAt }) => startedAt)
			.toSorted()
			.reverse(),
	);
});

test("a discarded draft is applied no more", async () => {
	const { draft } = await preview(world, cityOffice, planText(plan(1)));
	await services.issues.discardImport(cityOffice, draft.id);
	await services.issues.discardImport(cityOffice, draft.id);
	expect(rulesOf(await apply(draft.id))).toEqual(["IMPORT_DISCARDED"]);
	expect(await errorOf(services.issues.previewImport(cityOffice, draft.id, choicesFor(world)))).toBe(
		"CONFLICT",
	);
});

test("a large document is read on a thread of its own", async () => {
	const text = planText(plan(900));
	expect(text.length).toBeGreaterThan(200_000 / 3);
	const long = `${text}\n${"附注：本清单由各责任单位填报。\n".repeat(15_000)}`;
	const draft = await services.issues.startImport(cityOffice, { kind: "pasted", text: long });
	expect(draft.proposal.issues.length).toBeGreaterThan(800);
});

const items = fc.array(
	fc.record({
		units: fc.subarray(["市水务局", "松泉县政府", "青屏市生态环境局", "各县区政府", "青屏市新设机构"], {
			minLength: 1,
		}),
		supervising: fc.constantFrom(undefined, ["省生态环境厅"]),
		leader: fc.constantFrom(undefined, "沈知远", "分管副市长", "陆青禾"),
		deadline: fc.constantFrom("2026年12月底前", "立行立改，长期坚持", "2027年6月30日前", "限期整改"),
		goal: fc.constantFrom("问题整改到位。", "断面水质达到Ⅲ类，建立长效机制。"),
		measures: fc.subarray(["开展排查。", "建设管网3公里。", "严格执法，依法查处违法行为。"], {
			minLength: 1,
		}),
	}),
	{ minLength: 1, maxLength: 8 },
);

test("the same document again proposes nothing", { timeout: 240_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(items, fc.constantFrom("create", "leaveOut"), async (drawn, kind) => {
			await database.pool.query(
				"TRUNCATE ledger.issue, ledger.issue_search, ledger.issue_number, ledger.person",
			);
			const text = planText(drawn.map((item, at) => ({ ...item, statement: finding(at * 7) })));
			const known = await services.responsibilities.listUnits(cityOffice, { text: "新设机构", limit: 1 });
			const choice = kind === "create" ? ({ kind, region: CITY } as const) : ({ kind: "leaveOut" } as const);
			const units: Parameters<typeof choicesFor>[1] =
				known.items.length > 0 && kind === "create" ? {} : { units: { 青屏市新设机构: choice } };
			const first = await preview(world, cityOffice, text, units);
			expect(first.preview.summary).toMatchObject({ new: drawn.length, refused: 0 });
			accepted(await apply(first.draft.id));
			const again = await preview(world, cityOffice, text, kind === "create" ? {} : units);
			expect(again.preview.items.flatMap(({ differences }) => differences)).toEqual([]);
			expect(again.preview.summary).toEqual({
				new: 0,
				changed: 0,
				same: drawn.length,
				refused: 0,
				vanished: 0,
			});
			expect(rulesOf(await apply(again.draft.id))).toEqual(["NOTHING_TO_APPLY"]);
		}),
		{ numRuns: 25 },
	);
});
