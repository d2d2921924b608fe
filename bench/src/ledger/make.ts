import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Issue, missingElements } from "@zhenggai/domain/issues";
import { InspectionId, Instant, IsoDate, RegionCode, shanghaiDate, UnitId } from "@zhenggai/domain/kernel";
import { type Database, migrate, openDatabase, withTransaction } from "@zhenggai/storage";
import { type IssueToSave, loadIssuesInBulk, saveInspections } from "@zhenggai/storage/issues";
import { saveRegions, saveUnits } from "@zhenggai/storage/responsibilities";
import { benchIssue, COUNTIES, idOf, PROVINCE, type Setting } from "./issue.ts";
import { workingIssue } from "./working.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const NOTE_EVERY = 100_000;
const UNITS = 400;

/** What the issues of a ledger are made by: in planning, or in full work with plans, reports and lights. */
const MAKERS = {
	issues: benchIssue,
	working: (n: number, setting: Setting): Issue => workingIssue(n, setting, WORKED_UNTIL),
} as const;

/** The day as of which issues in full work are laid out. */
const WORKED_UNTIL = IsoDate.parse("2026-06-30");

/** The data folder of a ledger with that many issues. Made once and kept, as making a large one takes minutes. */
export async function benchLedger(
	issues: number,
	note: (line: string) => void,
	kind: keyof typeof MAKERS = "issues",
): Promise<string> {
	const dataDir = join(process.env.ZHENGGAI_BENCH ?? join(ROOT, ".zhenggai", "bench"), `${kind}-${issues}`);
	const done = join(dataDir, "complete");
	if (existsSync(done)) return dataDir;
	rmSync(dataDir, { recursive: true, force: true });
	const database = await openDatabase({ embedded: { dataDir, settings: { max_wal_size: "8GB" } } });
	try {
		await migrate(database);
		const setting = await fillDirectory(database);
		const day = shanghaiDate(setting.moment);
		const start = performance.now();
		await loadIssuesInBulk(database, benchIssues(issues, setting, day, kind), {
			day,
			onProgress: (loaded) => {
				if (loaded % NOTE_EVERY === 0)
					note(`${loaded} issues, ${Math.round((performance.now() - start) / 1000)} s`);
			},
		});
	} finally {
		await database.close();
	}
	writeFileSync(done, "");
	return dataDir;
}

/** The issues one after the other, so that a million of them never stand in memory at once. */
function* benchIssues(
	count: number,
	setting: Setting,
	day: IsoDate,
	kind: keyof typeof MAKERS,
): Generator<IssueToSave> {
	for (let n = 0; n < count; n++) {
		const issue = MAKERS[kind](n, setting);
		yield { issue, missing: missingElements(issue, day) };
	}
}

/** Places, units and inspections that the issues name. */
async function fillDirectory(database: Database): Promise<Setting> {
	const moment = Instant.parse("2026-01-01T01:00:00.000Z");
	const units = Array.from({ length: UNITS }, (_, n) => UnitId.parse(idOf(3, n)));
	const inspections = Array.from({ length: 12 }, (_, n) => InspectionId.parse(idOf(4, n)));
	const places = [PROVINCE, ...COUNTIES.map((code) => `${code.slice(0, 4)}00`), ...COUNTIES];
	await withTransaction(database, async (tx) => {
		await saveRegions(
			tx,
			[...new Set(places)].map((code) => ({ code: RegionCode.parse(code), name: `地区${code}` })),
		);
		await saveUnits(
			tx,
			units.map((id, n) => ({
				id,
				version: 1,
				name: `第${n + 1}责任单位`,
				aliases: [],
				kind: "department",
				region: RegionCode.parse(PROVINCE),
				parentId: null,
				active: true,
			})),
		);
		await saveInspections(
			tx,
			inspections.map((id, n) => ({
				id,
				version: 1,
				kind: "centralInspection",
				name: `第${n + 1}次督察`,
				round: 1 + (n % 3),
				batch: 1,
				team: null,
				region: RegionCode.parse(PROVINCE),
				enteredOn: null,
				leftOn: null,
				feedback: null,
				ruleSet: null,
			})),
		);
	});
	return { inspections, units, moment };
}
