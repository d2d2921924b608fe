import type { ZhenggaiClient } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { MOST_UNITS, unitKindOf } from "@zhenggai/domain/responsibilities";
import { isLabelled, vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import {
	columnName,
	type ListColumn,
	type ListRow,
	type RowProblem,
	readList,
	rowPlace,
	rowsError,
} from "../command-line/list-file.ts";
import { noSuchValue, valueNamed } from "../command-line/values.ts";
import { makeDirectory } from "../issues/index.ts";
import { say } from "../say.ts";
import { isRegion, regionNamed, regionOption } from "./places.ts";
import { type Placed, parentsFirst } from "./unit-order.ts";
import type { NewUnit, WantedUnits } from "./units-options.ts";

type Key = "name" | "kind" | "region" | "parent" | "aliases";

const COLUMNS: readonly ListColumn<Key>[] = [
	{ key: "name", names: ["名称", "name", "单位名称", "单位"], required: true },
	{ key: "kind", names: ["类别", "kind", "类型", "单位类型", "单位类别"], required: false },
	{
		key: "region",
		names: ["区划", "region", "行政区域", "行政区划", "区划代码", "行政区划代码", "地区", "代码"],
		required: false,
	},
	{ key: "parent", names: ["上级", "parent", "上级单位", "主管单位"], required: false },
	{ key: "aliases", names: ["别名", "aliases", "其他名称", "简称", "曾用名"], required: false },
];

function headingOf(key: Key): Bilingual {
	const column = COLUMNS.find((one) => one.key === key);
	return column === undefined ? say(key, key) : columnName(column);
}

/** What is known of a row, before its parent is. */
type Drafted = { readonly unit: NewUnit; readonly parent: string | undefined; readonly line: number };

type Surroundings = {
	readonly ownRegion: string;
	readonly regions: Awaited<ReturnType<ZhenggaiClient["responsibilities"]["listRegions"]["query"]>>;
};

function draft({ line, values }: ListRow<Key>, around: Surroundings, problems: RowProblem[]): Drafted {
	const { name = "", kind, region, parent, aliases } = values;
	const place = region === undefined ? null : regionNamed(around.regions, region);
	if (place !== null && !isRegion(place))
		problems.push({ line, column: headingOf("region"), problem: place });
	const known = kind === undefined ? unitKindOf(name) : valueNamed(vocab.unitKind, kind);
	if (known === null)
		problems.push({ line, column: headingOf("kind"), problem: noSuchValue(vocab.unitKind, kind ?? "") });
	return {
		line,
		parent,
		unit: {
			name,
			aliases: (aliases ?? "")
				.split(/[、,，;；/|]/)
				.flatMap((one) => (one.trim() === "" ? [] : [one.trim()])),
			kind: known ?? "other",
			region: place !== null && isRegion(place) ? place.code : around.ownRegion,
			parentId: null,
			parentIndex: null,
		},
	};
}

/** Parents that the list itself does not hold, from the ledger, each asked for once. */
async function withLedgerParents(
	client: ZhenggaiClient,
	rows: readonly Drafted[],
	problems: RowProblem[],
): Promise<Placed<Drafted>[]> {
	const directory = makeDirectory(client);
	const known = new Map<string, string>();
	const placed: Placed<Drafted>[] = [];
	for (const row of rows) {
		const { parent, line } = row;
		const at = rows.findIndex((other) => other.unit.name === parent);
		if (parent === undefined) placed.push({ value: row, parent: null });
		else if (at >= 0 && rows.some((other, index) => index > at && other.unit.name === parent))
			problems.push({
				line,
				column: headingOf("parent"),
				problem: say(`清单中有几个“${parent}”`, `the list has more than one "${parent}"`),
			});
		else if (at >= 0) placed.push({ value: row, parent: at });
		else {
			const found = known.has(parent)
				? { id: known.get(parent) ?? "" }
				: await directory.find({ kind: "unit", name: parent });
			if ("problem" in found) problems.push({ line, column: headingOf("parent"), problem: found.problem });
			else {
				known.set(parent, found.id);
				placed.push({ value: { ...row, unit: { ...row.unit, parentId: found.id } }, parent: null });
			}
		}
	}
	return placed;
}

const tooMany = (count: number): CommandError =>
	new CommandError(
		EXIT.failed,
		say(
			`清单有 ${count} 个单位，一次最多 ${MOST_UNITS} 个，请分成几份`,
			`The list has ${count} units and ${MOST_UNITS} fit at once; divide it`,
		),
	);

/** The units of a list, parents before what stands below them. Regions and kinds may be words; nothing is asked twice. */
export async function unitsOfFile(
	{ options }: CommandContext,
	client: ZhenggaiClient,
	path: string,
): Promise<WantedUnits> {
	const problems: RowProblem[] = [];
	const rows = await readList(path, COLUMNS, problems);
	if (rows.length > MOST_UNITS) throw tooMany(rows.length);
	const ownRegion = await regionOption(client, options.value("region"));
	const around = { ownRegion, regions: await client.responsibilities.listRegions.query({}) };
	const drafts = rows.map((row) => draft(row, around, problems));
	const placed = await withLedgerParents(client, drafts, problems);
	if (problems.length > 0) throw rowsError(problems.toSorted((a, b) => a.line - b.line));
	const ordered = parentsFirst(placed);
	if (!ordered.ok)
		throw rowsError(
			ordered.circle.map(({ line }) => ({
				line,
				column: headingOf("parent"),
				problem: say("单位之间互为上级", "these units stand above each other"),
			})),
		);
	return {
		units: ordered.list.map(({ value, parent }) => ({ ...value.unit, parentIndex: parent })),
		placeOf(field) {
			const [, index, name = ""] = field.split(".");
			const row = ordered.list[Number(index)]?.value;
			if (row === undefined) return null;
			const column = isLabelled(vocab.unitField, name) ? vocab.unitField[name] : null;
			return rowPlace(row.line, column);
		},
	};
}
