import type {
	Inspection,
	InspectionFacts,
	Issue,
	IssueFacts,
	IssueSurroundings,
	NeededFacts,
	PersonFacts,
	TakenNumber,
	UnitFacts,
} from "@zhenggai/domain/issues";
import { listRegion } from "@zhenggai/domain/issues";
import type { InspectionId, IssueId, PersonId, RegionCode, Tier, UnitId } from "@zhenggai/domain/kernel";
import { stateOf, TIER_CODE } from "../lists/codes.ts";
import { evidenceUses, uploadsFor } from "../progress/index.ts";
import type { Reader } from "../tx/tx.ts";
import { loadInspections } from "./inspections.ts";
import { listNumber } from "./projection.ts";
import { loadIssues } from "./read.ts";

/** The list that numbers are looked up on. */
export interface NumberList {
	readonly tier: Tier;
	readonly region: RegionCode;
}

export const factsOf = (issue: Issue): IssueFacts => ({
	id: issue.id,
	region: issue.region,
	tier: issue.tier,
	lifecycle: issue.lifecycle,
	parentId: issue.parentId,
});

async function unitFacts(reader: Reader, ids: readonly UnitId[]): Promise<ReadonlyMap<UnitId, UnitFacts>> {
	if (ids.length === 0) return new Map();
	const { rows } = await reader.client.query<UnitFacts>({
		name: "unit-facts",
		text: "SELECT id, name, active FROM ledger.unit WHERE id = ANY($1::uuid[])",
		values: [ids],
	});
	return new Map(rows.map((row) => [row.id, row]));
}

async function personFacts(
	reader: Reader,
	ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, PersonFacts>> {
	if (ids.length === 0) return new Map();
	const { rows } = await reader.client.query<PersonFacts>({
		name: "person-facts",
		text: `SELECT id, name, unit_id AS "unitId" FROM ledger.person WHERE id = ANY($1::uuid[])`,
		values: [ids],
	});
	return new Map(rows.map((row) => [row.id, row]));
}

const inspectionFacts = (
	inspections: ReadonlyMap<InspectionId, Inspection>,
): ReadonlyMap<InspectionId, InspectionFacts> =>
	new Map([...inspections].map(([id, { kind, region, feedback }]) => [id, { id, kind, region, feedback }]));

/** The files of a command that attaches evidence; there is one issue at most that they are for. */
async function evidenceFacts(
	reader: Reader,
	files: NeededFacts["files"],
): Promise<Pick<IssueSurroundings, "files" | "evidenceUses">> {
	const [first] = files;
	if (first === undefined) return { files: NO_FILES, evidenceUses: [] };
	const hashes = files.map(({ sha256 }) => sha256);
	return {
		files: await uploadsFor(reader, first.issueId, hashes),
		evidenceUses: await evidenceUses(reader, hashes, first.issueId),
	};
}

const NO_FILES: IssueSurroundings["files"] = new Map();

/** Who carries these numbers on a list. */
export async function takenNumbers(
	reader: Reader,
	numbers: NeededFacts["numbers"],
	list: NumberList,
): Promise<TakenNumber[]> {
	if (numbers.length === 0) return [];
	type Row = Pick<TakenNumber, "issueId" | "inspectionId" | "number"> & { readonly code: number };
	const { rows } = await reader.client.query<Row>({
		name: "numbers-taken",
		text: `SELECT n.issue_id AS "issueId", n.inspection_id AS "inspectionId", n.number, i.lifecycle AS code
			FROM unnest($1::uuid[], $2::text[]) AS w(inspection_id, number)
			JOIN ledger.issue_number n ON n.inspection_id = w.inspection_id AND n.tier = $3::smallint
				AND n.list_region = $4::int AND n.number = w.number
			JOIN ledger.issue i ON i.id = n.issue_id`,
		values: [
			numbers.map(({ inspectionId }) => inspectionId),
			numbers.map(({ number }) => number),
			TIER_CODE[list.tier],
			listNumber(list.tier, list.region),
		],
	});
	const place = { tier: list.tier, listRegion: listRegion(list.tier, list.region) };
	return rows.map(({ code, ...row }) => ({ ...row, ...place, lifecycle: stateOf(code) }));
}

export interface LoadedSurroundings {
	readonly surroundings: IssueSurroundings;
	/** The whole states of the issues and inspections among them. */
	readonly issues: ReadonlyMap<IssueId, Issue>;
	readonly inspections: ReadonlyMap<InspectionId, Inspection>;
}

/**
 * The facts that a decision needs. Locked, the issues among them stay as they are until the transaction ends: two
 * mergers into each other cannot both pass.
 */
export async function loadSurroundings(
	reader: Reader,
	needed: NeededFacts,
	list: NumberList,
	lock: "none" | "share",
): Promise<LoadedSurroundings> {
	const issues = await loadIssues(reader, needed.issueIds, lock);
	const inspections = await loadInspections(reader, needed.inspectionIds);
	return {
		issues,
		inspections,
		surroundings: {
			issues: new Map([...issues].map(([id, issue]) => [id, factsOf(issue)])),
			inspections: inspectionFacts(inspections),
			units: await unitFacts(reader, needed.unitIds),
			people: await personFacts(reader, needed.personIds),
			takenNumbers: await takenNumbers(reader, needed.numbers, list),
			...(await evidenceFacts(reader, needed.files)),
		},
	};
}

/** Whether an error says that another issue took a number on the same list in the meantime (DATA-01). */
export const isNumberTaken = (thrown: unknown): boolean =>
	thrown instanceof Error && "constraint" in thrown && thrown.constraint === "issue_number_pkey";
