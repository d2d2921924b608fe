/** A line of a flattened table, to be given to a column. */
export interface Token {
	/** Folded text without surrounding space. */
	norm: string;
	line: number;
	/** Offsets in the view. */
	start: number;
	end: number;
	/** A blank line stands before it. */
	gap: boolean;
}

/** A column that tokens may belong to. */
export interface Column<T extends string> {
	name: T;
	/** How well a token fits, positive for likely. `first` is true when the token would begin the cell. */
	fit(token: Token, first: boolean): number;
	/** Cost of the cell being empty. */
	emptyCost: number;
}

export interface Cell<T extends string> {
	name: T;
	from: number;
	to: number;
}

const REJECT = -1e9;

interface Options {
	/** Extra score for a token that begins a new row. */
	rowStart(token: Token, index: number): number;
	/** Extra cost when a token stays in the cell of the token before it. */
	stayCost(token: Token, previous: Token, index: number): number;
	/** Whether the document separates cells by blank lines. */
	gapped: boolean;
}

/**
 * Gives every token of a flattened table to a column so that columns run left to right and rows top to bottom, with
 * the best total fit (dynamic programming over tokens × columns²). Returns the rows as cells of consecutive tokens.
 */
export function assignColumns<T extends string>(
	tokens: readonly Token[],
	columns: readonly Column<T>[],
	options: Options,
): Cell<T>[][] {
	const width = columns.length;
	if (tokens.length === 0 || width === 0) return [];
	const skip = columns.map((column) => column.emptyCost);
	const cost = (from: number, to: number): number => skip.slice(from, to).reduce((sum, c) => sum + c, 0);
	const forward = columns.map((_, from) => columns.map((__, to) => (to > from ? cost(from + 1, to) : 0)));
	const tailCost = columns.map((_, from) => cost(from + 1, width));
	const headCost = columns.map((_, to) => cost(0, to));
	let best = columns.map(
		(column, c) =>
			column.fit(token0(tokens), true) -
			(headCost[c] ?? 0) +
			(c === 0 ? options.rowStart(token0(tokens), 0) : 0),
	);
	const back: Int16Array[] = [new Int16Array(width)];
	for (let i = 1; i < tokens.length; i++) {
		const token = tokens[i];
		const previous = tokens[i - 1];
		if (!token || !previous) break;
		const moveCost = options.gapped && !token.gap ? 1.2 : 0;
		const stay = options.stayCost(token, previous, i) + (options.gapped && token.gap ? 0.6 : 0);
		const rowBonus = options.rowStart(token, i);
		const rowEnd = bestRowEnd(best, tailCost);
		const next: number[] = [];
		const from = new Int16Array(width);
		for (const [c, column] of columns.entries()) {
			const begins = column.fit(token, true) - moveCost;
			let score = (best[c] ?? REJECT) + column.fit(token, false) - stay;
			let source = c;
			for (let p = 0; p < c; p++) {
				const moved = (best[p] ?? REJECT) - (forward[p]?.[c] ?? 0) + begins;
				if (moved > score) {
					score = moved;
					source = p;
				}
			}
			if (c <= 2) {
				const fresh = rowEnd.score - (headCost[c] ?? 0) + begins + rowBonus;
				if (fresh > score) {
					score = fresh;
					source = -1 - rowEnd.column;
				}
			}
			next.push(score);
			from[c] = source;
		}
		back.push(from);
		best = next;
	}
	return traceRows(tokens.length, columns, back, best, tailCost);
}

const token0 = (tokens: readonly Token[]): Token =>
	tokens[0] ?? { norm: "", line: 1, start: 0, end: 0, gap: false };

function bestRowEnd(best: readonly number[], tailCost: readonly number[]): { score: number; column: number } {
	let score = REJECT;
	let column = 0;
	for (const [c, value] of best.entries()) {
		const total = value - (tailCost[c] ?? 0);
		if (total > score) {
			score = total;
			column = c;
		}
	}
	return { score, column };
}

function traceRows<T extends string>(
	count: number,
	columns: readonly Column<T>[],
	back: readonly Int16Array[],
	best: readonly number[],
	tailCost: readonly number[],
): Cell<T>[][] {
	let column = bestRowEnd(best, tailCost).column;
	const rows: Cell<T>[][] = [];
	let row: Cell<T>[] = [];
	let to = count;
	for (let i = count - 1; i >= 0; i--) {
		const source = i === 0 ? -1 : (back[i]?.[column] ?? 0);
		if (source === column && i > 0) continue;
		const name = columns[column]?.name;
		if (name !== undefined) row.unshift({ name, from: i, to });
		to = i;
		if (source < 0) {
			rows.unshift(row);
			row = [];
			column = -1 - source;
		} else column = source;
	}
	return rows;
}
