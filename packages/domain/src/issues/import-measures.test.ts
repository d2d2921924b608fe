import { expect, test } from "vitest";
import { ImportId } from "../kernel/index.ts";
import { diffMeasures } from "./import-measures.ts";
import type { ProposedMeasure } from "./proposal.ts";
import type { Measure } from "./schema.ts";
import { LEAD, measure, uuid } from "./testing.ts";

const IMPORT = ImportId.parse(uuid(1, 9));
const act = { importId: IMPORT, reason: "导入更正版", newId: () => uuid(90, 5) };
const resolution = {
	unit: () => ({ kind: "use" as const, id: LEAD }),
	person: () => ({ kind: "undecided" as const }),
};

const proposed = (responsibleUnits: string[]): ProposedMeasure => ({
	number: "（二）",
	text: "封堵裂缝",
	deadline: null,
	responsibleUnits,
	supportingUnits: [],
	place: { line: 1, endLine: 1, cells: null },
});
const held = (n: number, more: Partial<Measure> = {}): Measure => ({
	...measure(n, "封堵裂缝", { number: "（二）" }),
	state: "notStarted",
	importId: IMPORT,
	...more,
});

test("[issues I21] measures alike but for a unit are each found again, in whatever order the ledger has them", () => {
	const document = [proposed([]), proposed(["市生态环境局"])];
	const ledger = [held(1, { responsibleUnitIds: [LEAD] }), held(2)];
	expect(diffMeasures(document, ledger, resolution, act).commands).toEqual([]);
	expect(diffMeasures(document, ledger.toReversed(), resolution, act).commands).toEqual([]);
});
