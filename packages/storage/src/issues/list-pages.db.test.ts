import type { Issue, IssueSort } from "@zhenggai/domain/issues";
import { Instant, IsoDate, RegionCode } from "@zhenggai/domain/kernel";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { saveUnits } from "../responsibilities/index.ts";
import { testDatabase } from "../testing/index.ts";
import {
	ALL_STATES,
	asNew,
	DAY,
	testAssignment,
	testDeadline,
	testInspection,
	testIssue,
	testUnit,
} from "../testing/issues.ts";
import { withTransaction } from "../tx/tx.ts";
import { listIssueRows, type Position, saveInspections, saveIssues } from "./index.ts";

const database = await testDatabase();
const inspection = testInspection();
const unit = testUnit("岚江省生态环境厅");
const REGIONS = ["680000", "680100", "680121", "680122", "680200", "680221"].map((code) =>
	RegionCode.parse(code),
);
const SORTS: readonly IssueSort[] = ["due", "number", "updated", "region"];

/** Issues whose sort keys often meet: ties are what pages break on. */
const anyIssue: fc.Arbitrary<Issue> = fc
	.record({
		region: fc.constantFrom(...REGIONS),
		lifecycle: fc.constantFrom(...ALL_STATES),
		due: fc.constantFrom(null, "2026-01-01", "2026-01-02", "2027-05-05"),
		minute: fc.integer({ min: 0, max: 3 }),
		number: fc.constantFrom("1", "2", "38-2", "38-10", "十七"),
		assigned: fc.boolean(),
	})
	.map(({ region, lifecycle, due, minute, number, assigned }) => ({
		...testIssue(inspection.id, { region, lifecycle, number }),
		deadline: due === null ? null : testDeadline(due),
		updatedAt: Instant.parse(`2026-03-01T00:0${minute}:00.000Z`),
		assignments: assigned ? [testAssignment("lead", unit.id)] : [],
	}));

const save = (issues: readonly Issue[]) =>
	withTransaction(database, (tx) => saveIssues(tx, unique(issues).map(asNew), DAY));

/** Numbers stand once on a list: here every issue gets one of its own that sorts with the drawn one. */
let spread = 0;
const unique = (issues: readonly Issue[]): Issue[] =>
	issues.map((issue) => {
		spread += 1;
		return {
			...issue,
			mandates: issue.mandates.map((mandate) => ({ ...mandate, number: `${mandate.number} ${spread}` })),
		};
	});

beforeAll(() =>
	withTransaction(database, async (tx) => {
		await saveInspections(tx, [inspection]);
		await saveUnits(tx, [unit]);
	}),
);

const requests = fc.record({
	sort: fc.constantFrom(...SORTS),
	descending: fc.boolean(),
	limit: fc.integer({ min: 1, max: 7 }),
	prefix: fc.constantFrom("", "68", "6801", "680121"),
	filter: fc.constantFrom(
		{},
		{ standing: "overdue" } as const,
		{ unitId: unit.id },
		{ text: "污水" },
		{ text: "生活污水未经" },
	),
});

test("pages give every row exactly once in order, whatever comes in between", {
	timeout: 240_000,
}, async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(anyIssue, { minLength: 1, maxLength: 40 }),
			fc.array(anyIssue, { maxLength: 6 }),
			requests,
			async (before, meanwhile, { sort, descending, limit, prefix, filter }) => {
				await database.pool.query(
					"TRUNCATE ledger.issue, ledger.issue_search, ledger.issue_number, ledger.inspection_tally",
				);
				await save(before);
				const scope = { regionPrefix: prefix, unitId: null };
				const asOf = IsoDate.parse("2026-03-02");
				const ask = (after: Position | null, size: number) =>
					listIssueRows(database, { scope, filter, sort, descending, limit: size, after, asOf });
				const whole = await ask(null, 200);
				const late = [...meanwhile];
				const seen: string[] = [];
				let after: Position | null = null;
				do {
					const page = await ask(after, limit);
					seen.push(...page.rows.map(({ id }) => id));
					after = page.next;
					const next = late.pop();
					if (next !== undefined) await save([next]);
				} while (after !== null);
				const old = new Set<string>(whole.rows.map(({ id }) => id));
				expect(seen.filter((id) => old.has(id))).toEqual(whole.rows.map(({ id }) => id));
				expect(new Set(seen).size).toBe(seen.length);
				expect(whole.total).toEqual({ count: whole.rows.length, exact: true });
			},
		),
		{ numRuns: 60 },
	);
});
