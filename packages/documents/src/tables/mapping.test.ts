import type { ColumnMapping, ColumnTarget, Proposal, ReadTable } from "@zhenggai/domain/issues";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "../reading.ts";
import { lostLines } from "../testing/invariants.ts";
import { type Cells, workbook } from "../testing/workbook.ts";

const RIVER = "青屏河入河排污口整治不彻底，雨季溢流问题突出。";
const DUST = "城北片区建筑工地扬尘管控不严，群众反映强烈。";

const read = (rows: Cells, columns: readonly ColumnMapping[] = []): Promise<Proposal> =>
	readDocument({ name: "台账.xlsx", bytes: workbook([{ rows }]) }, { hint: { columns: [...columns] } });

const tableOf = ({ tables }: Proposal): ReadTable => {
	const [table] = tables;
	if (table === undefined) throw new Error("no table was listed");
	return table;
};

/** What a clerk makes of a listed table: fields by words, everything else as it was. */
const mappingOf = (
	table: ReadTable,
	fields: Readonly<Record<string, ColumnTarget>>,
	kind: ColumnMapping["kind"] = "plan",
): ColumnMapping => ({
	layout: table.layout,
	header: null,
	kind,
	columns: table.columns.map(({ index, words, field }) => ({
		index,
		words,
		field: fields[words] ?? field ?? "other",
	})),
});

/** What an issue says, without where it stands. */
const said = ({ issues }: Proposal) =>
	issues.map((issue) => ({
		seq: issue.seq,
		statement: issue.statement.value,
		responsible: issue.responsibleUnits?.value,
		deadline: issue.deadline?.value,
		measures: issue.measures?.value.map(({ text }) => text),
		goal: issue.goal?.value,
	}));

const KNOWN = ["序号", "反馈问题", "责任单位", "整改时限", "整改措施"];
const STRANGE = ["序号", "反馈问题", "哪家来办", "啥时候弄完", "咋办"];
const ROWS: Cells = [
	[1, RIVER, "市水务局、石桥县政府", "2025年12月底前", "1.截污。\n2.清淤。"],
	[2, DUST, "市住建局", "立行立改", "加强巡查。"],
];
const STRANGE_FIELDS = { 哪家来办: "responsibleUnits", 啥时候弄完: "deadline", 咋办: "measures" } as const;

test("a sheet that nobody can read still lists its columns, with samples", async () => {
	const proposal = await read([["市里的表"], STRANGE, ...ROWS]);
	expect(proposal.kind).toBe("unknown");
	expect(proposal.tables).toMatchObject([
		{
			kind: null,
			header: { line: 2, rows: 1, cells: "表1!A2:E2" },
			columns: [
				{ words: "序号", how: "guessed", field: "rowNumber" },
				{ words: "反馈问题", how: "guessed", field: "statement" },
				{ words: "哪家来办", how: "unknown", field: null, samples: ["市水务局、石桥县政府", "市住建局"] },
				{ words: "啥时候弄完", how: "guessed", field: "deadline" },
				{ words: "咋办", how: "unknown", field: null, samples: ["1.截污。 2.清淤。", "加强巡查。"] },
			],
		},
	]);
});

test("columns mapped by a clerk read as if their labels were known", async () => {
	const mapping = mappingOf(tableOf(await read([STRANGE, ...ROWS])), STRANGE_FIELDS);
	const mapped = await read([["市里的表"], STRANGE, ...ROWS], [mapping]);
	expect(said(mapped)).toEqual(said(await read([["市里的表"], KNOWN, ...ROWS])));
	expect(tableOf(mapped).columns.map(({ how }) => how)).toEqual(Array.from({ length: 5 }, () => "mapped"));
	expect(lostLines(mapped)).toEqual([]);
});

test("a mapping holds for the layout alone: width, punctuation and spaces aside", async () => {
	const mapping = mappingOf(tableOf(await read([STRANGE, ...ROWS])), STRANGE_FIELDS);
	const spelt = ["序 号", "【反馈问题】", "哪家\n来办：", "啥时候弄完", "　咋办"];
	expect(said(await read([["表"], spelt, ...ROWS], [mapping]))).toHaveLength(2);
	const other = [...STRANGE.slice(0, 4), "咋整"];
	expect((await read([other, ...ROWS], [mapping])).kind).toBe("unknown");
});

test("a clerk points at a header that has no known word, over two rows", async () => {
	const rows: Cells = [
		["某县台账"],
		["号", "事儿", "咋弄", null],
		[null, null, "谁", "几时"],
		["甲-1", RIVER, "市水务局", "2025年12月底前"],
	];
	const target = (index: number, words: string, field: ColumnTarget) => ({ index, words, field });
	const proposal = await read(rows, [
		{
			layout: null,
			header: { line: 2, rows: 2 },
			kind: "plan",
			columns: [
				target(0, "号", "number"),
				target(1, "事儿", "statement"),
				target(2, "咋弄·谁", "responsibleUnits"),
				target(3, "咋弄·几时", "deadline"),
			],
		},
	]);
	expect(proposal.issues).toMatchObject([
		{
			number: "甲-1",
			statement: { value: RIVER },
			responsibleUnits: { value: ["市水务局"] },
			deadline: { value: { text: "2025年12月底前" } },
		},
	]);
	const again = await read(rows, [{ ...mappingOf(tableOf(proposal), {}), layout: tableOf(proposal).layout }]);
	expect(said(again)).toEqual(said(proposal));
});

test("a header that is pointed at is listed with its columns before they are mapped", async () => {
	const rows: Cells = [
		["某县", "台账", "初稿"],
		["号", "事儿", "谁"],
		["甲-1", RIVER, "市水务局"],
	];
	expect(tableOf(await read(rows)).header?.line).toBe(1);
	const { tables, kind } = await read(rows, [
		{ layout: null, header: { line: 2, rows: 1 }, kind: null, columns: [] },
	]);
	expect(kind).toBe("unknown");
	expect(tables).toMatchObject([
		{
			header: { line: 2, rows: 1 },
			columns: [
				{ words: "号", samples: ["甲-1"] },
				{ words: "事儿", samples: [RIVER] },
				{ words: "谁", samples: ["市水务局"] },
			],
		},
	]);
});

test("words alone map columns of every layout, and make a header where there was none", async () => {
	const byWords = Object.entries({ ...STRANGE_FIELDS }).map(([words, field]) => ({
		index: null,
		words,
		field,
	}));
	const hint: ColumnMapping = { layout: null, header: null, kind: null, columns: byWords };
	expect(said(await read([STRANGE, ...ROWS], [hint]))).toEqual(said(await read([KNOWN, ...ROWS])));
});

test("a column may be ignored or kept; joined texts keep their order", async () => {
	const head = ["序号", "反馈问题", "责任单位", "整改时限", "市里意见", "县里意见", "录入员"];
	const rows: Cells = [head, [1, RIVER, "市水务局", "立行立改", "先截污。", "再清淤。", "小王"]];
	const mapping = mappingOf(tableOf(await read(rows)), {
		市里意见: "measures",
		县里意见: "measures",
		录入员: "ignore",
	});
	const { issues } = await read(rows, [mapping]);
	expect(issues[0]?.measures?.raw.replace(/\s/g, "")).toBe("先截污。再清淤。");
	expect(issues[0]?.otherFields).toEqual([]);
});

test("a guess is offered and fills nothing", async () => {
	const head = ["序号", "反馈问题", "责任单位", "整改时限", "拟采取的整改措施要点"];
	const proposal = await read([head, [1, RIVER, "市水务局", "立行立改", "截污清淤。"]]);
	expect(tableOf(proposal).columns[4]).toMatchObject({ field: "measures", how: "guessed" });
	expect(proposal.issues[0]?.measures).toBeNull();
	expect(proposal.issues[0]?.otherFields).toMatchObject([{ label: head[4], text: "截污清淤。" }]);
});

test("a complaint table with columns of its own, mapped", async () => {
	const rows: Cells = [
		["第几件", "单子号", "说了啥", "哪儿", "真不真", "办了没"],
		[7, "D3QP202503010007", "夜间噪声扰民，影响休息。", "石桥县", "部分属实", "已办结"],
	];
	const table = tableOf(await read(rows));
	const proposal = await read(rows, [
		mappingOf(
			table,
			{
				第几件: "seq",
				单子号: "receiptNumber",
				说了啥: "summary",
				哪儿: "regionText",
				真不真: "verdict",
				办了没: "status",
			},
			"complaints",
		),
	]);
	expect(proposal.kind).toBe("complaints");
	expect(proposal.complaints).toMatchObject([
		{
			seq: 7,
			receiptNumber: "D3QP202503010007",
			region: { value: "石桥县" },
			verdict: { value: "partlyTrue" },
			status: { value: "closed" },
		},
	]);
});

test("a mapping for complaints makes a table of complaints of what would be a plan", async () => {
	const rows: Cells = [
		["序号", "反馈问题", "责任单位", "整改时限"],
		[1, RIVER, "石桥县", "立行立改"],
	];
	const table = tableOf(await read(rows));
	expect(table.kind).toBe("plan");
	const mapping: ColumnMapping = {
		layout: table.layout,
		header: null,
		kind: "complaints",
		columns: [
			{ index: 0, words: "序号", field: "seq" },
			{ index: 1, words: "反馈问题", field: "summary" },
			{ index: 2, words: "责任单位", field: "regionText" },
			{ index: 3, words: "整改时限", field: "other" },
		],
	};
	const { kind, complaints } = await read(rows, [mapping]);
	expect(kind).toBe("complaints");
	expect(complaints[0]).toMatchObject({ region: { value: "石桥县" }, otherFields: [{ label: "整改时限" }] });
});

const PLAN_COLUMNS = [
	["序号", "1", "2"],
	["反馈问题", RIVER, DUST],
	["责任单位", "市水务局、石桥县政府", "市住建局"],
	["督导单位", "市整改办", "市整改办"],
	["整改时限", "2025年12月底前", "立行立改"],
	["整改目标", "消除黑臭", "扬尘达标"],
	["整改措施", "1.截污。\n2.清淤。", "加强巡查。"],
] as const;
const COMPLAINT_COLUMNS = [
	["序号", "1", "2"],
	["受理编号", "D3QP202503010001", "X3QP202503010002"],
	["举报内容", "夜间噪声扰民，影响休息。", "渣土车扬尘污染严重。"],
	["行政区域", "石桥县", "兰江市"],
	["污染类型", "噪声", "大气、土壤"],
	["是否属实", "部分属实", "不属实"],
	["调查核实情况", "经查，部分属实。", "经查，不属实。"],
] as const;
const UNKNOWN = [
	["网格编码", "甲01", "乙02"],
	["录入批注", "已电话核对", "待补材料"],
] as const;

const withoutPlaces = (value: unknown): unknown =>
	JSON.parse(
		JSON.stringify(value, (key, inner: unknown) =>
			["place", "otherFields", "unassigned"].includes(key) ? undefined : inner,
		),
	);

test.each([
	{ kind: "plan", columns: PLAN_COLUMNS },
	{ kind: "complaints", columns: COMPLAINT_COLUMNS },
])(
	"$kind: any order of columns and any unknown column between them read the same, and no text is lost",
	async ({ columns }) => {
		const sheet = (chosen: readonly (readonly string[])[]) =>
			[0, 1, 2].map((r) => chosen.map((column) => column[r] ?? ""));
		const plain = await read(sheet(columns));
		await fc.assert(
			fc.asyncProperty(
				fc.shuffledSubarray([...columns.keys()], { minLength: columns.length }),
				fc.array(fc.tuple(fc.nat(columns.length), fc.nat(1)), { maxLength: 3 }),
				fc.constantFrom("", " ", "\n"),
				async (order, inserted, gap) => {
					const chosen = order.map((at): readonly string[] => columns[at] ?? []);
					for (const [at, which] of inserted) chosen.splice(at, 0, UNKNOWN[which] ?? []);
					const rows = sheet(chosen);
					rows[0] = (rows[0] ?? []).map((word) => [...word].join(gap));
					const proposal = await read([["某市一览表"], ...rows]);
					expect(withoutPlaces(said(proposal))).toEqual(withoutPlaces(said(plain)));
					const [now, before] = [proposal.complaints, plain.complaints].map((list) =>
						list.map(({ lines: _, ...complaint }) => withoutPlaces(complaint)),
					);
					expect(now).toEqual(before);
					const items = JSON.stringify([proposal.issues, proposal.complaints]);
					for (const [, which] of inserted)
						for (const text of (UNKNOWN[which] ?? []).slice(1)) expect(items).toContain(text);
				},
			),
			{ numRuns: 60 },
		);
	},
);
