import { IssueChange, IssuePage, IssueRow } from "@zhenggai/domain/issues";

/** The id of the n-th test row. */
export const idOf = (n: number): string => `01980000-0000-7000-8000-${String(n).padStart(12, "0")}`;

const INSPECTION = "01980000-0000-7000-9000-000000000001";

type RowInput = Partial<Record<keyof IssueRow, unknown>>;

/** A valid row of the ledger; `changes` replaces what a test is about. */
export const row = (n: number, changes: RowInput = {}): IssueRow =>
	IssueRow.parse({
		id: idOf(n),
		version: 1,
		region: "621200",
		regionName: "示例市",
		tier: "city",
		sourceKind: "centralInspection",
		inspectionId: INSPECTION,
		inspectionName: "第三轮督察",
		round: 3,
		batch: null,
		number: String(n),
		numberByTier: { central: null, province: null, city: String(n), county: null },
		statement: `问题${n}`,
		field: null,
		generality: null,
		goal: null,
		deadline: null,
		due: null,
		standing: "none",
		daysLeft: null,
		leadUnits: [],
		responsibleUnits: [],
		supportingUnits: [],
		supervisingUnits: [],
		acceptanceUnits: [],
		responsibleLeaders: [],
		responsiblePersons: [],
		measureCount: 0,
		missing: [],
		mandateCount: 1,
		childCount: 0,
		lifecycle: "registered",
		remarks: null,
		updatedAt: "2026-11-01T00:00:00.000Z",
		...changes,
	});

/** A page of rows. */
export const page = (
	items: readonly IssueRow[],
	nextCursor: string | null = null,
	count = items.length,
): IssuePage =>
	IssuePage.parse({
		items,
		nextCursor,
		total: { count, exact: true },
		asOf: "2026-11-22",
		liveFrom: "1:1",
	});

/** A live change of a row; without a row it has gone out of scope. */
export const change = (n: number, version: number, next: IssueRow | null): IssueChange =>
	IssueChange.parse({
		cursor: `${version}:${n}`,
		issueId: idOf(n),
		version,
		types: ["issueAmended"],
		by: "王",
		at: "2026-11-22T01:00:00.000Z",
		row: next,
	});
