import type { Inputs } from "@zhenggai/client";
import { Region as RegionSchema, tierOf } from "@zhenggai/domain/kernel";
import { label, vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
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
import { writeListing } from "../command-line/output.ts";
import { type PlaceOf, refusedError } from "../command-line/refused.ts";
import { usageError } from "../command-line/values.ts";
import { say, speak } from "../say.ts";
import { isRegion, type Region, regionNamed } from "./places.ts";

const CODE = say("代码应为六位行政区划代码，如 680100", "the code must have six digits, such as 680100");
const NAME = say("名称应为 1–60 个字", "the name must have 1 to 60 characters");

async function writeRegions(context: CommandContext, regions: readonly Region[]): Promise<void> {
	const { language } = context;
	const headings = [say("代码", "Code"), say("名称", "Name"), say("层级", "Tier")];
	await writeListing(
		context,
		headings.map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Name" })),
		regions.map((region) => [
			region.code,
			region.name,
			label(vocab.tier, tierOf(RegionSchema.shape.code.parse(region.code)), language),
		]),
		{ items: regions },
	);
}

/** `regions list`: the places of the ledger. */
export const list: Runner = async (context) => {
	const { client } = await context.connect();
	const all = await client.responsibilities.listRegions.query({});
	const [wanted] = context.arguments;
	if (wanted === undefined) {
		await writeRegions(context, all);
		return EXIT.done;
	}
	const found = regionNamed(all, wanted);
	if (!isRegion(found)) throw new CommandError(EXIT.notFound, found);
	await writeRegions(context, await client.responsibilities.listRegions.query({ within: found.code }));
	return EXIT.done;
};

type NewRegion = Inputs["responsibilities"]["registerRegions"]["regions"][number];
type Wanted = { readonly regions: readonly NewRegion[]; readonly placeOf: PlaceOf };

const CODE_COLUMN: ListColumn<"code" | "name"> = {
	key: "code",
	names: ["代码", "code", "区划代码", "行政区划代码", "行政区划编码", "编码"],
	required: true,
};
const NAME_COLUMN: ListColumn<"code" | "name"> = {
	key: "name",
	names: ["名称", "name", "区划名称", "行政区划", "行政区域", "行政区划名称", "地区", "地名"],
	required: true,
};

/** What is wrong in a row; that a value is missing is told already. */
function problemsOf(row: ListRow<"code" | "name">, lineOf: Map<string, number>): RowProblem[] {
	const { code, name } = row.values;
	const at = { line: row.line, column: columnName(CODE_COLUMN) };
	const problems: RowProblem[] = [];
	if (code !== undefined) {
		const before = lineOf.get(code);
		if (!RegionSchema.shape.code.safeParse(code).success) problems.push({ ...at, problem: CODE });
		if (before === undefined) lineOf.set(code, row.line);
		else
			problems.push({
				...at,
				problem: say(`${code} 在第 ${before} 行已有`, `${code} stands in row ${before} already`),
			});
	}
	if (name !== undefined && !RegionSchema.shape.name.safeParse(name).success)
		problems.push({ ...at, column: columnName(NAME_COLUMN), problem: NAME });
	return problems;
}

async function fromFile(path: string): Promise<Wanted> {
	const missing: RowProblem[] = [];
	const rows = await readList(path, [CODE_COLUMN, NAME_COLUMN], missing);
	const lineOf = new Map<string, number>();
	const wrong = rows.flatMap((row) => problemsOf(row, lineOf));
	const problems = [...missing, ...wrong].toSorted((a, b) => a.line - b.line);
	const regions = rows.map(({ values: { code = "", name = "" } }) => ({ code, name }));
	if (problems.length > 0) throw rowsError(problems);
	return {
		regions,
		placeOf(field) {
			const row = rows[Number(/^regions\.(\d+)/.exec(field)?.[1] ?? -1)];
			return row === undefined ? null : rowPlace(row.line, null);
		},
	};
}

async function wantedRegions({ arguments: words, options }: CommandContext): Promise<Wanted> {
	const file = options.value("file");
	const [code, name] = words;
	if (file !== undefined && code !== undefined)
		throw usageError("--file", say("不能与代码、名称同时使用", "goes without a code and a name"));
	if (file !== undefined) return fromFile(file);
	if (code === undefined || name === undefined)
		throw usageError(
			"regions add",
			say("请写代码和名称，或用 --file 指定清单", "say a code and a name, or a list with --file"),
		);
	if (!RegionSchema.shape.code.safeParse(code).success) throw usageError(code, CODE);
	if (!RegionSchema.shape.name.safeParse(name).success) throw usageError(name, NAME);
	return { regions: [{ code, name: name.trim() }], placeOf: () => null };
}

/** `regions add`: names places, all or none. The first ones say where the ledger is. */
export const add: Runner = async (context) => {
	const { regions, placeOf } = await wantedRegions(context);
	const { client } = await context.connect();
	const outcome = await client.responsibilities.registerRegions.mutate({ regions: [...regions] });
	if (!outcome.ok) throw refusedError(outcome.refusals, placeOf);
	await writeRegions(context, outcome.value);
	const me = await client.access.me.query();
	const count = outcome.value.length;
	context.talk(
		say(
			`已登记 ${count} 个行政区域。台账所在：${me.regionName}。下一步：zhenggai units add 登记单位`,
			`${count} places registered. The ledger is kept for ${me.regionName}. Next: zhenggai units add`,
		),
	);
	return EXIT.done;
};
