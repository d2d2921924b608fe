import { valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import fc from "fast-check";
import { test } from "vitest";
import { type LedgerView, readLedgerUrl, writeLedgerUrl } from "./url.ts";

const id = fc.uuid({ version: 7 });
const day = fc
	.date({ min: new Date("2000-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const some = <T>(values: readonly T[]) =>
	fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });

const filter = fc.record(
	{
		text: fc.stringMatching(/^[一-鿿a-z0-9]{1,12}$/),
		region: fc.constantFrom("620000", "621200", "621202"),
		unitId: id,
		unitRole: fc.constantFrom(...valuesOf(vocab.assignmentRole)),
		sourceKinds: some(valuesOf(vocab.sourceKind)),
		inspectionId: id,
		round: fc.integer({ min: 1, max: 50 }),
		tier: fc.constantFrom(...valuesOf(vocab.tier)),
		states: some(valuesOf(vocab.issueState)),
		field: fc.constantFrom(...valuesOf(vocab.issueField)),
		generality: fc.constantFrom(...valuesOf(vocab.generality)),
		dueFrom: day,
		dueTo: day,
		standing: fc.constantFrom(...valuesOf(vocab.deadlineStanding)),
		parentId: id,
		importId: id,
		incomplete: fc.constant(true),
	},
	{ requiredKeys: [] },
);

const view: fc.Arbitrary<LedgerView> = fc.record({
	filter,
	sort: fc.constantFrom(...valuesOf(vocab.issueSort)),
	descending: fc.boolean(),
});

test("an address that was written is read back as it was meant", () => {
	fc.assert(
		fc.property(view, (meant) => {
			const read = readLedgerUrl(writeLedgerUrl(meant));
			return JSON.stringify(sorted(read)) === JSON.stringify(sorted(meant));
		}),
		{ numRuns: 300 },
	);
});

test("any address is read without a failure", () => {
	const params = fc.dictionary(fc.string(), fc.option(fc.string(), { nil: undefined }));
	fc.assert(
		fc.property(params, (any) => {
			readLedgerUrl(any);
		}),
		{ numRuns: 300 },
	);
});

const sorted = (meant: LedgerView) => ({
	...meant,
	filter: Object.fromEntries(Object.entries(meant.filter).sort(([a], [b]) => (a < b ? -1 : 1))),
	keys: null,
	sort: meant.sort,
});
