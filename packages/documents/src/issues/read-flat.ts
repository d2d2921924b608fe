import { assignColumns, type Cell, type Column, type Token } from "../tables/assign.ts";
import { type FlatHeader, findHeader } from "../tables/header.ts";
import { isGapped, tokensOf } from "../tables/tokens.ts";
import { closingLine } from "../text/chrome.ts";
import { fold } from "../text/fold.ts";
import { fieldOfLabel, type LabelField } from "../text/labels.ts";
import { findMarks, type Mark } from "../text/marks.ts";
import { part, type View } from "../text/view.ts";
import { readDeadline } from "./deadline.ts";
import type { Draft } from "./draft.ts";
import { mendDeadlines } from "./mend-deadlines.ts";
import { numberOfCell } from "./number.ts";
import { splitUnits } from "./units.ts";

const UNIT_END =
	/(?:党委|政府|委|局|厅|办|府|院|司|会|部|处|署|中心|集团|公司|单位|部门|等|县|市|区|州|盟|旗|镇|乡|街道|厂|\))$/;
const MARK_START =
	/^(?:\(?[一二三四五六七八九十]{1,3}[、).]|\(?\d{1,2}[、).](?!\d)|\d{1,2}\.(?=(?:19|20)\d\d年|\d{1,2}月)|[①-⑳]|[一二三四五六七八九十]是|第[一二三四五六七八九十],)/;
const STATUS_WORDS =
	/^[□☑√✓■☐\s]*(?:已(?:经)?完成|完成|未完成|基本完成|正在(?:推进|整改)|推进中|整改中|达到序时进度|未达到序时进度|按序时推进|长期坚持|持续推进|已销号|滞后|已经完成,?长期坚持)/;

const unitLike = (norm: string): boolean =>
	norm.length <= 80 &&
	!/[。:;]/.test(norm) &&
	splitUnits(norm).every((unit) => UNIT_END.test(fold(unit)) && unit.length <= 30);

const DEADLINE_WORDS =
	/(?:19|20)\d{2}年?|\d{1,2}[月日号]|"?十[一二三四五六]五"?|立行立改|即知即改|立说立行|边督边改|长期坚持|持续(?:整改|推进|坚持)|长期|限期|整改|完成|每[年季月]|上旬|中旬|下旬|第?[一二三四]季度|[上下]半年|年底|月底|底|末|前|内|期间|到|至|起|并|-|~|[.,、。()*/\s]/g;

/** How much a cell looks like a deadline: little is left when the words of deadlines are taken out. */
function deadlineLike(norm: string): number {
	if (norm.length > 60 || MARK_START.test(norm) || /以来|至今|起$/.test(norm)) return -5;
	const rest = norm.replace(/\s+/g, "").replace(DEADLINE_WORDS, "").length;
	if (rest > Math.max(2, norm.length / 8)) return -5;
	const read = readDeadline(norm);
	if (read?.deadline.point || read?.deadline.category) return 5;
	return /^(?:\d{4}年|\d{1,2}月|底|前|完成)/.test(norm) ? 2 : -4;
}

const SURNAMES =
	"赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费薛雷贺倪汤罗毕郝安常于时傅皮齐康伍余元顾孟黄萧尹姚邵汪毛米贝明戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江童颜郭梅林钟徐邱骆高夏蔡田胡凌霍万管卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁段侯宁刘景龙叶白蒲邰鄂温翟谭巴乌敖那";

/** How much a cell looks like the name of a person, or a short list of names. */
function personFit(norm: string): number {
	if (norm.length > 24 || /[。;]/.test(norm) || deadlineLike(norm) >= 5) return -5;
	const names = norm.split(/[、,\s]+/);
	if (names.every((name) => name.length >= 2 && name.length <= 4 && SURNAMES.includes(name.charAt(0))))
		return 2.5;
	return /书记|市长|县长|区长|局长|主任|厅长|负责人|主席|旗长|州长/.test(norm) ? 1.5 : -0.5;
}

const fits: Readonly<Partial<Record<LabelField, (token: Token, first: boolean) => number>>> = {
	rowNumber: ({ norm }, first) => (first && numberOfCell(norm) ? 5 : -12),
	number: ({ norm }, first) => (first && numberOfCell(norm) ? 5 : -12),
	statement: ({ norm }, first) =>
		numberOfCell(norm)
			? -8
			: (norm.length >= 12 ? 1.5 : -0.5) -
				(deadlineLike(norm) >= 5 ? 5 : 0) -
				(unitLike(norm) ? 2 : 0) +
				(first && MARK_START.test(norm) ? 0.5 : 0),
	deadline: ({ norm }) => deadlineLike(norm),
	measures: ({ norm }, first) =>
		(MARK_START.test(norm) ? 1.8 : norm.length > 10 ? 0.6 : -1) -
		(first && deadlineLike(norm) >= 5 ? 4 : 0) -
		(first && unitLike(norm) ? 2 : 0),
	goal: ({ norm }, first) =>
		(norm.length > 8 ? 0.7 : -0.2) -
		(first && deadlineLike(norm) >= 5 ? 4 : 0) -
		(MARK_START.test(norm) ? 0.3 : 0) -
		(first && unitLike(norm) ? 2 : 0),
	progress: ({ norm }) =>
		(norm.length > 8 ? 0.6 : -0.5) +
		(/已|完成/.test(norm) ? 0.5 : 0) -
		(STATUS_WORDS.test(norm) && norm.length < 14 ? 1 : 0),
	status: ({ norm }) => (STATUS_WORDS.test(norm) && norm.length <= 30 ? 4 : -4),
	remarks: ({ norm }) => (/^(?:无|\/|-+)$/.test(norm) ? 2 : -1),
	person: ({ norm }) => personFit(norm),
	leader: ({ norm }) => personFit(norm),
};
/** How the names of offices begin; the first line of a broken name shows no more. */
const UNIT_START = /^(?:省|市|县|区|州|旗|盟|镇|乡|各|自治区|自治州|有关|相关|兵团|师|中共)/;
const unitFit = ({ norm }: Token, first: boolean): number => {
	if (first && /^(?:和|及|与|、|\))/.test(norm)) return -4;
	if (unitLike(norm)) return 3.5;
	if (norm.length > 12 || /[。;]/.test(norm)) return -6;
	return first ? (UNIT_START.test(norm) ? 0.5 : -1) : 0.5;
};
const plainFit = ({ norm }: Token): number => (norm.length <= 60 ? 0.2 : -0.5);

const UNIT_FIELDS: ReadonlySet<LabelField> = new Set([
	"responsible",
	"lead",
	"support",
	"supervise",
	"acceptance",
	"accountability",
]);
const OPTIONAL: ReadonlySet<LabelField> = new Set(["remarks", "status", "progress", "contact"]);

const columnOf = (name: LabelField | null): Column<LabelField> => {
	const field = name ?? "remarks";
	const fit = fits[field] ?? (UNIT_FIELDS.has(field) ? unitFit : plainFit);
	return {
		name: field,
		fit,
		emptyCost: OPTIONAL.has(field) ? 0.6 : field === "rowNumber" || field === "number" ? 3 : 2,
	};
};

/** Reads a table that was flattened to one cell or cell line per line (header words first, then row by row). */
export function readFlatTable(view: View): { drafts: Draft[]; header: FlatHeader<LabelField> } | null {
	const all = tokensOf(view, 0, view.norm.length);
	const header = findHeader(all, fieldOfLabel, 3);
	if (!header?.columns.some((column) => column.name === "statement")) return null;
	const rest = header.to - header.from === 1 ? all.slice(header.to).flatMap(atSpaces) : all.slice(header.to);
	const body = rest.filter((token) => !isHeaderWord(token, header));
	const closing = closingLine(["", ...body.map((token) => token.norm)], false) - 1;
	const open = closing > 0 ? body.slice(0, closing) : body;
	const dated = header.columns.some((column) => column.name === "deadline");
	const tokens = dated ? mendDeadlines(open, (norm) => deadlineLike(norm) >= 5) : open;
	if (tokens.length === 0) return null;
	const columns = header.columns.map(({ name }) => columnOf(name));
	const running = runningNumbers(tokens);
	const rows = assignColumns(tokens, columns, {
		gapped: isGapped(tokens),
		rowStart: (token, i) =>
			numberOfCell(token.norm) ? (running.has(i) ? 4 : -2) : columns[0]?.name === "rowNumber" ? -6 : -3,
		stayCost,
	});
	const pair =
		columns.filter((column) => column.name === "rowNumber" || column.name === "number").length >= 2;
	const drafts = rows.flatMap((row) => draftOf(row, tokens, view, pair, header) ?? []);
	return drafts.length > 0 ? { drafts, header } : null;
}

/** What speaks against (or, below zero, for) a line going on in the cell of the line before it. */
function stayCost(token: Token, previous: Token): number {
	const restarts =
		/^(?:1[、.]|\(?一[)、]|①|\(1\))/.test(token.norm) &&
		MARK_START.test(previous.norm) &&
		!/^(?:\(?一|[一二三四五六七八九十])/.test(previous.norm);
	if (restarts) return 1.5;
	const [a, b] = [markOf(previous.norm), markOf(token.norm)];
	if (a && b && a.style === b.style && b.value === a.value + 1) return -1;
	if (/[、,]$/.test(previous.norm)) return -1.5;
	// 旗自然↵资源局: the beginning of an office's name calls for its end.
	const begun =
		previous.norm.length <= 10 &&
		UNIT_START.test(previous.norm) &&
		!UNIT_END.test(previous.norm) &&
		!/[。;,:\d]/.test(previous.norm);
	if (begun && token.norm.length <= 20) return -2;
	// A short piece without a stop behind a whole sentence is the next cell sooner than more of this one.
	return /[。;]$/.test(previous.norm) && token.norm.length <= 8 && !/[。;,]/.test(token.norm) ? 0.8 : 0;
}

const markOf = (norm: string): Mark | null =>
	MARK_START.test(norm) ? (findMarks(norm.slice(0, 12)).find(({ start }) => start === 0) ?? null) : null;

const isHeaderWord = (token: Token, header: FlatHeader<LabelField>): boolean =>
	token.norm.length <= 14 &&
	header.columns.some((column) => column.word === token.norm.replace(/\s+/g, "") && column.word.length >= 2);

/** The words of a line whose table has lost its borders to spaces. */
const atSpaces = (token: Token): Token[] =>
	[...token.norm.matchAll(/\S+/g)].map((match, i) => ({
		norm: match[0],
		line: token.line,
		start: token.start + match.index,
		end: token.start + match.index + match[0].length,
		gap: i > 0 || token.gap,
	}));

/** Tokens that are whole numbers counting on from another such token: the numbers of rows. */
function runningNumbers(tokens: readonly Token[]): Set<number> {
	const values = tokens.map((token) => numberOfCell(token.norm)?.value ?? null);
	const out = new Set<number>();
	let previous: number | null = null;
	for (const [i, value] of values.entries()) {
		if (value === null) continue;
		if (previous === null || value === previous + 1) {
			out.add(i);
			previous = value;
		}
	}
	return out;
}

function draftOf(
	row: readonly Cell<LabelField>[],
	tokens: readonly Token[],
	view: View,
	pair: boolean,
	header: FlatHeader<LabelField>,
): Draft | null {
	const passageOf = (cell: Cell<LabelField>) => {
		const [first, last] = [tokens[cell.from], tokens[cell.to - 1]];
		return first && last ? part(view, first.start, last.end) : null;
	};
	const numbers = row.filter((cell) => cell.name === "rowNumber" || cell.name === "number");
	const own = numbers.find((cell) => cell.name === "number") ?? (pair ? numbers[1] : undefined);
	const running = numbers.find((cell) => cell !== own);
	const textOf = (cell: Cell<LabelField> | undefined): string | null =>
		cell ? (tokens[cell.from]?.norm ?? null) : null;
	const fields: Draft["fields"] = [];
	for (const cell of row) {
		if (cell.name === "rowNumber" || cell.name === "number") continue;
		const passage = passageOf(cell);
		if (!passage) continue;
		const word = header.columns.find((column) => column.name === cell.name)?.word ?? "";
		fields.push({ field: cell.name, word, passage, confidence: 0.85, labelLine: passage.lineAt(0) });
	}
	const [first, last] = [tokens[row[0]?.from ?? 0], tokens[(row.at(-1)?.to ?? 1) - 1]];
	if (!first || !last || !fields.some(({ field }) => field === "statement")) return null;
	return {
		mark: own ? numberOfCell(textOf(own) ?? "") : null,
		rowNumber: textOf(running),
		fields,
		lines: [first.line, last.line],
		confidence: 0.85,
	};
}
