import { assignColumns, type Cell, type Column, type Token } from "../tables/assign.ts";
import { findHeader } from "../tables/header.ts";
import { isGapped, tokensOf } from "../tables/tokens.ts";
import { type ComplaintField, fieldOfColumn, isComplaintHeader } from "../text/columns.ts";
import { isReceipt } from "../text/receipts.ts";
import { part, type View } from "../text/view.ts";
import type { ComplaintDraft } from "./build-complaint.ts";
import { isPlace, isTypes, readStatus, readVerdict } from "./values.ts";

const INVESTIGATES =
	/^(?:[一1(（①]?[、.)]?)?(?:经(?:查|调查|核实|现场|核查|了解|排查|实地)|调查核实|现场(?:检查|核查|调查)|\d{1,2}月\d{1,2}日,|接(?:到|件|办)后|反映(?:的|问题)?.{0,8}(?:属实|不实))/;
const ACTS =
	/^(?:[一1(①]?[、.)]?\s?)(?:责令|要求|下一步|立即|已(?:责令|整改|完成|督促|对)|加强|督促|针对|持续|处理|整改|对.{2,20}(?:处罚|立案|责令))/;
const isStatus = (norm: string): boolean => norm.length <= 8 && readStatus(norm) !== null;
const isVerdict = (norm: string): boolean =>
	norm.length <= 12 && readVerdict(norm) !== null && !/^未发现/.test(norm);
const prose = (norm: string): number => (norm.length >= 14 ? 1 : norm.length >= 6 ? 0.4 : -0.2);
const shortCell = ({ norm }: Token): number => (isReceipt(norm) || isVerdict(norm) || isTypes(norm) ? 3 : 0);

const FITS: Readonly<Record<ComplaintField, (token: Token, first: boolean) => number>> = {
	seq: ({ norm }, first) => (first && /^\d{1,4}$/.test(norm) ? 5 : -14),
	receipt: ({ norm }, first) =>
		isReceipt(norm)
			? 9
			: first && /^[\dA-Za-z第批]{1,20}$/.test(norm)
				? 3
				: /^[\dA-Z]{1,14}$/.test(norm)
					? 1
					: -14,
	batch: ({ norm }) => (/^第?[一二三四五六七八九十\d]{1,4}批?$/.test(norm) ? 4 : -8),
	channel: ({ norm }) => (/^(?:来电|来信|电话|信件|微信|网络|来访)/.test(norm) && norm.length <= 6 ? 7 : -8),
	summary: (token, first) =>
		prose(token.norm) - shortCell(token) - (first && INVESTIGATES.test(token.norm) ? 2.5 : 0),
	region: ({ norm }, first) =>
		isTypes(norm)
			? -4
			: isPlace(norm)
				? 5
				: norm.length <= 6 && !/[。,;]/.test(norm)
					? first
						? 0.5
						: 1
					: norm.length <= 40 && !/[。;]/.test(norm)
						? -1.5
						: -7,
	city: ({ norm }) => (isPlace(norm) && norm.length <= 8 ? 5 : -6),
	types: ({ norm }, first) =>
		isTypes(norm) ? 8 : !first && /^(?:污染|环境|破坏|生态|类)$/.test(norm) ? 6 : -12,
	investigation: (token, first) =>
		prose(token.norm) - shortCell(token) + (first && INVESTIGATES.test(token.norm) ? 3 : 0),
	verdict: ({ norm }, first) =>
		isVerdict(norm) ? (first ? 8 : -1) : /^(?:部分|基本|属实|不)$/.test(norm) ? 4 : -14,
	target: (token, first) =>
		prose(token.norm) * 0.9 - shortCell(token) - (first && ACTS.test(token.norm) ? 0.5 : 0),
	handling: (token, first) =>
		prose(token.norm) -
		shortCell(token) +
		(first && ACTS.test(token.norm) ? 1 : 0) -
		(isStatus(token.norm) ? 3 : 0),
	status: ({ norm }, first) =>
		isStatus(norm) ? (first ? 8 : -1) : /^(?:已|未|阶段性?|办结)$/.test(norm) ? 4 : -14,
	accountability: ({ norm }) =>
		/^(?:无|\/|-+|暂无|无。|否)$/.test(norm)
			? 4
			: /问责|约谈|处分|诫勉|批评教育|谈话/.test(norm)
				? 1.5
				: norm.length <= 12
					? -1
					: -2.5,
	remarks: ({ norm }) => (/^(?:无|\/|-+|是|否|[*★☆]+)$/.test(norm) ? 2 : norm.length <= 12 ? -1 : -3),
	other: ({ norm }) => (norm.length <= 14 ? 0.3 : -2),
};

const COSTS: Readonly<Partial<Record<ComplaintField, number>>> = {
	accountability: 0.8,
	remarks: 0.4,
	other: 0.6,
	target: 1,
	status: 1.5,
	batch: 1,
	channel: 1,
	city: 1,
};

const columnOf = (field: ComplaintField): Column<ComplaintField> => ({
	name: field,
	fit: FITS[field],
	emptyCost: COSTS[field] ?? 2.5,
});

const TORN = /^(?:部分|基本|不|部|基)\|(?:属实|分属实|本属实)$|^(?:阶段性?|已|未)\|(?:办结|性办结)$/;

/** Joins a verdict or a conclusion that was torn over two lines (部分↵属实). */
function mended(tokens: readonly Token[]): Token[] {
	const out: Token[] = [];
	for (const token of tokens) {
		const last = out.at(-1);
		if (last && TORN.test(`${last.norm}|${token.norm}`)) {
			out[out.length - 1] = { ...last, norm: last.norm + token.norm, end: token.end };
		} else out.push(token);
	}
	return out;
}

/** Tokens that count on as row numbers (1, 2, 3 … or from 53). */
function runningNumbers(tokens: readonly Token[]): Set<number> {
	const out = new Set<number>();
	let previous: number | null = null;
	for (const [i, { norm }] of tokens.entries()) {
		if (!/^\d{1,4}$/.test(norm)) continue;
		const value = Number(norm);
		const next = tokens[i + 1]?.norm ?? "";
		if (previous === null || value === previous + 1 || isReceipt(next)) {
			out.add(i);
			previous = value;
		}
	}
	return out;
}

/**
 * Reads a complaint table that lies in lines: one cell a line, cells over several lines, or pipes between and inside
 * lines. The header gives the columns; receipts, pollution types and stand-alone verdicts hold the rows together.
 */
export function readComplaintLines(view: View): { drafts: ComplaintDraft[]; from: number } | null {
	const all = tokensOf(view, 0, view.norm.length);
	const header = findHeader(all, fieldOfColumn, 4);
	if (!header || !isComplaintHeader(header.columns.map(({ name }) => name))) return null;
	const words = new Set(
		header.columns.map(({ word }) => word.replace(/\s+/g, "")).filter((word) => word.length >= 3),
	);
	const tokens = mended(all.slice(header.to).filter(({ norm }) => !words.has(norm.replace(/\s+/g, ""))));
	if (tokens.length < 3) return null;
	const columns = header.columns.map(({ name }) => columnOf(name ?? "other"));
	const running = runningNumbers(tokens);
	const first = columns[0]?.name;
	const receipts = tokens.some(({ norm }) => isReceipt(norm));
	const rows = assignColumns(tokens, columns, {
		gapped: isGapped(tokens),
		rowStart: (token, i) => {
			if (first === "seq") return running.has(i) ? 3 : isReceipt(token.norm) ? 1 : -8;
			if (isReceipt(token.norm)) return 3;
			return receipts ? -8 : /^[\dA-Za-z]{1,20}$/.test(token.norm) ? 2 : -8;
		},
		stayCost: () => 0,
	});
	const drafts = rows.flatMap((row) => draftOf(row, tokens, view, header.columns) ?? []);
	return drafts.length > 0 ? { drafts, from: all[header.from]?.line ?? 1 } : null;
}

function draftOf(
	row: readonly Cell<ComplaintField>[],
	tokens: readonly Token[],
	view: View,
	columns: readonly { name: ComplaintField | null; word: string }[],
): ComplaintDraft | null {
	const cells: ComplaintDraft["cells"] = [];
	for (const cell of row) {
		const [first, last] = [tokens[cell.from], tokens[cell.to - 1]];
		const passage = first && last ? part(view, first.start, last.end) : null;
		const word = columns.find(({ name }) => name === cell.name)?.word ?? "";
		if (passage) cells.push({ field: cell.name, word, passage });
	}
	const [first, last] = [tokens[row[0]?.from ?? 0], tokens[(row.at(-1)?.to ?? 1) - 1]];
	const substance = cells.some(
		({ field }) => field === "summary" || field === "investigation" || field === "receipt",
	);
	return first && last && substance ? { cells, lines: [first.line, last.line], confidence: 0.85 } : null;
}
