import stringWidth from "string-width";

/** How a text is set in its column. */
export type Align = "left" | "right";

/**
 * Measures and cuts text by the cells a terminal draws it in. The only place that knows widths: everything else
 * asks here and never counts characters.
 */
export type Cells = {
	/** Cells that the text takes. */
	width(text: string): number;
	/** The text cut to at most `width` cells, with an ellipsis where something is lost; never half of a wide glyph. */
	clip(text: string, width: number): string;
	/** The text cut or padded to exactly `width` cells. */
	fit(text: string, width: number, align?: Align): string;
	/** The text broken into lines of at most `width` cells. Line breaks in the text are kept. */
	wrap(text: string, width: number): string[];
	/** The part that begins at cell `from` and takes at most `width` cells; a wide glyph on an edge is left out. */
	window(text: string, from: number, width: number): string;
};

export type CellOptions = {
	/** Whether the terminal draws characters of ambiguous width (①…“”) in two cells. */
	ambiguousWide: boolean;
	/** Only ASCII for marks of our own. */
	ascii: boolean;
};

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });
const CACHE_LIMIT = 8000;
/** Texts that are kept cut, for each width. */
const CUT_LIMIT = 1000;

/** Characters that may not begin a line (避头). */
const NOT_FIRST = /^[，。、；：？！）》〉」』】〕”’%‰…—,.;:?!)\]}]/u;
/** Characters that may not end a line (避尾). */
const NOT_LAST = /[（《〈「『【〔“‘([{]$/u;

/** Pieces between which a line may break: words of Latin letters and digits stay whole, Chinese breaks anywhere. */
function breakables(text: string): string[] {
	const pieces: string[] = [];
	let word = "";
	for (const { segment } of segmenter.segment(text)) {
		const isWord = /^[\p{Script=Latin}\p{Nd}_./@#&+:-]/u.test(segment);
		if (isWord) {
			word += segment;
			continue;
		}
		if (word !== "") pieces.push(word);
		word = "";
		const last = pieces.at(-1);
		const joined = last !== undefined && (NOT_FIRST.test(segment) || NOT_LAST.test(last));
		if (joined) pieces.pop();
		pieces.push(joined ? last + segment : segment);
	}
	if (word !== "") pieces.push(word);
	return pieces;
}

/** Makes the measurer for one kind of terminal. */
export function makeCells(options: CellOptions): Cells {
	const cache = new Map<string, number>();
	const ellipsis = options.ascii ? ".." : "…";

	const width = (text: string): number => {
		const known = cache.get(text);
		if (known !== undefined) return known;
		const measured = stringWidth(text, { ambiguousIsNarrow: !options.ambiguousWide });
		if (cache.size >= CACHE_LIMIT) cache.clear();
		cache.set(text, measured);
		return measured;
	};

	const take = (text: string, limit: number): string => {
		let used = 0;
		let taken = "";
		for (const { segment } of segmenter.segment(text)) {
			const next = used + width(segment);
			if (next > limit) break;
			taken += segment;
			used = next;
		}
		return taken;
	};

	const cut = (text: string, limit: number): string => {
		const mark = width(ellipsis);
		return mark >= limit ? take(text, limit) : take(text, limit - mark) + ellipsis;
	};

	// A list cuts the same texts to the same widths at every key press, and counting glyphs is what a frame costs most.
	const cuts = new Map<number, Map<string, string>>();
	const clip = (text: string, limit: number): string => {
		if (limit <= 0) return "";
		if (width(text) <= limit) return text;
		const known = cuts.get(limit) ?? new Map<string, string>();
		if (known.size === 0 || known.size >= CUT_LIMIT) {
			known.clear();
			cuts.set(limit, known);
		}
		const made = known.get(text) ?? cut(text, limit);
		known.set(text, made);
		return made;
	};

	const fit = (text: string, limit: number, align: Align = "left"): string => {
		const clipped = clip(text, limit);
		const space = " ".repeat(Math.max(0, limit - width(clipped)));
		return align === "right" ? space + clipped : clipped + space;
	};

	return {
		width,
		clip,
		fit,
		wrap: (text, limit) =>
			text.split("\n").flatMap((line) => wrapLine(line, Math.max(1, limit), width, take)),
		window(text, from, limit) {
			let at = 0;
			let taken = "";
			let used = 0;
			for (const { segment } of segmenter.segment(text)) {
				const size = width(segment);
				if (at >= from) {
					if (used + size > limit) break;
					taken += segment;
					used += size;
				}
				at += size;
			}
			return taken;
		},
	};
}

function wrapLine(
	line: string,
	limit: number,
	width: (text: string) => number,
	take: (text: string, limit: number) => string,
): string[] {
	const lines: string[] = [];
	let current = "";
	const push = (piece: string) => {
		let rest = piece;
		while (width(rest) > limit) {
			const part = take(rest, limit);
			// A glyph wider than the whole column cannot be drawn at all.
			if (part === "") return;
			lines.push(part);
			rest = rest.substring(part.length);
		}
		current = rest;
	};
	for (const piece of breakables(line)) {
		if (width(current) + width(piece) <= limit) {
			current += piece;
			continue;
		}
		if (current !== "") lines.push(current.trimEnd());
		current = "";
		push(piece.trimStart());
	}
	lines.push(current.trimEnd());
	return lines;
}
