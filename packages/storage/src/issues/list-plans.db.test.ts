import type { IssueFilter, IssueSort } from "@zhenggai/domain/issues";
import { RegionCode } from "@zhenggai/domain/kernel";
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
import { listIssueRows, loadIssuesInBulk, saveInspections } from "./index.ts";

const ROWS = 20_000;
const database = await testDatabase();
const inspections = Array.from({ length: 200 }, () => testInspection());
const units = Array.from({ length: 400 }, (_, at) => testUnit(`第${at}管理局`));
const WORDS = [
	"污水直排",
	"尾矿渗漏",
	"扬尘噪声",
	"湿地侵占",
	"管网混流",
	"矿山复绿",
	"畜禽粪污",
	"垃圾填埋",
];

const pick = <T>(items: readonly T[], at: number): T => {
	const item = items[at % items.length];
	if (item === undefined) throw new Error("nothing to pick from");
	return item;
};

/** Twenty thousand issues in 5 cities of 9 counties, a third of them closed. */
function* ledger() {
	for (let at = 0; at < ROWS; at += 1) {
		const city = 1 + (at % 5);
		const county = (at * 7) % 10;
		const region = RegionCode.parse(`680${city}${county === 0 ? "00" : `2${county}`}`);
		const rare = at % 2000 === 0 ? "蓝藻水华" : "";
		yield asNew(
			testIssue(pick(inspections, at * 3).id, {
				region,
				number: String(at),
				seq: at % 150,
				statement: `${pick(WORDS, at)}、${pick(WORDS, at * 5 + 1)}${rare}，第${at}处。`,
				lifecycle: at % 3 === 0 ? "closed" : pick(ALL_STATES, at),
				deadline: at % 9 === 0 ? null : testDeadline(`20${20 + (at % 9)}-0${1 + (at % 9)}-15`),
				field: at % 4 === 0 ? "lake" : null,
				assignments: [
					testAssignment("lead", pick(units, at * 11).id),
					testAssignment("supervising", pick(units, at % 3).id),
				],
			}),
		);
	}
}

beforeAll(async () => {
	await withTransaction(database, async (tx) => {
		await saveInspections(tx, inspections);
		await saveUnits(tx, units);
	});
	await loadIssuesInBulk(database, ledger(), { day: DAY });
}, 180_000);

type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] };

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Runs a list and gives the plans of the statements that it sent. */
async function plansOf(work: () => Promise<unknown>): Promise<Node[]> {
	const sent: { text: string; values: unknown[] }[] = [];
	const query = database.pool.query.bind(database.pool);
	const listen = (...args: unknown[]) => {
		const [first] = args;
		if (typeof first === "object" && first !== null && "text" in first && "values" in first) {
			sent.push({ text: String(first.text), values: Array.isArray(first.values) ? first.values : [] });
		}
		return Reflect.apply(query, database.pool, args);
	};
	Object.assign(database.pool, { query: listen });
	try {
		await work();
	} finally {
		Object.assign(database.pool, { query });
	}
	const plans: Node[] = [];
	for (const { text, values } of sent) {
		const { rows } = await database.pool.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
		plans.push(...nodesOf(rows[0]["QUERY PLAN"][0].Plan));
	}
	return plans;
}

const cases: readonly {
	name: string;
	filter?: IssueFilter;
	sort?: IssueSort;
	descending?: boolean;
	prefix?: string;
}[] = [
	...(["due", "number", "updated", "region"] as const).flatMap((sort) =>
		["68", "6803", "680321"].flatMap((prefix) =>
			[false, true].map((descending) => ({
				name: `${sort} ${prefix} ${descending ? "down" : "up"}`,
				sort,
				prefix,
				descending,
			})),
		),
	),
	{ name: "states", filter: { states: ["inProgress", "withdrawn"] } },
	{ name: "standing", filter: { standing: "due30" }, sort: "updated" },
	{
		name: "columns",
		filter: { field: "lake", tier: "county", sourceKinds: ["centralInspection"], round: 3 },
	},
	{ name: "rare unit", filter: { unitId: pick(units, 77).id } },
	{ name: "common unit", filter: { unitId: pick(units, 1).id } },
	{ name: "inspection", filter: { inspectionId: pick(inspections, 5).id }, prefix: "6802" },
	{ name: "rare word", filter: { text: "蓝藻" } },
	{ name: "common word", filter: { text: "污水" } },
	{ name: "common words together", filter: { text: "污水直排" }, prefix: "6801" },
	{ name: "one character", filter: { text: "矿" } },
	{ name: "no such word", filter: { text: "鲸鱼" } },
];

test.each(cases)(
	"no list reads the table from end to end: $name",
	async ({ filter = {}, sort = "due", descending = false, prefix = "68" }) => {
		const scope = { regionPrefix: prefix, unitId: null };
		let next = null;
		const nodes = await plansOf(async () => {
			const request = { scope, filter, sort, descending, limit: 50, asOf: DAY };
			({ next } = await listIssueRows(database, { ...request, after: null }));
			await listIssueRows(database, { ...request, after: next });
		});
		const scans = nodes.filter((node) => node["Relation Name"]?.startsWith("issue"));
		expect(scans.length).toBeGreaterThan(0);
		expect(scans.map((node) => node["Node Type"])).not.toContain("Seq Scan");
	},
);
