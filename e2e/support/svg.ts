import type { IBufferCell, Terminal } from "@xterm/headless";

/** The sixteen colours of the picture; what a dark terminal usually has. */
const PALETTE = [
	"#1c2028",
	"#f0716f",
	"#8fc98b",
	"#e3b85f",
	"#6ea6f2",
	"#c795e6",
	"#63c5cf",
	"#c9ced8",
	"#5c6473",
	"#ff8d8a",
	"#a9dfa4",
	"#f3cf80",
	"#8fbcff",
	"#dcb1f5",
	"#86dbe3",
	"#f2f4f8",
] as const;
const FOREGROUND = "#c9ced8";
const BACKGROUND = "#14171d";
const CELL_WIDTH = 8.5;
const CELL_HEIGHT = 19;
const FONT_SIZE = 14;
const MARGIN = 14;
const FONTS =
	"'Sarasa Mono SC','Noto Sans Mono CJK SC','Source Han Mono SC',Menlo,Consolas,'DejaVu Sans Mono',monospace";

type Style = { fore: string; back: string | null; bold: boolean; dim: boolean; underline: boolean };
type Run = { at: number; cells: number; text: string; style: Style };

const escaped = (text: string): string =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function styleOf(cell: IBufferCell): Style {
	const colour = (isPalette: boolean, index: number) => (isPalette ? (PALETTE[index] ?? null) : null);
	const fore = colour(cell.isFgPalette(), cell.getFgColor()) ?? FOREGROUND;
	const back = colour(cell.isBgPalette(), cell.getBgColor());
	const swapped = cell.isInverse() !== 0;
	return {
		fore: swapped ? (back ?? BACKGROUND) : fore,
		back: swapped ? fore : back,
		bold: cell.isBold() !== 0,
		dim: cell.isDim() !== 0,
		underline: cell.isUnderline() !== 0,
	};
}

const same = (a: Style, b: Style): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Stretches of one style in one line. Wide glyphs and narrow ones are kept apart, so that each keeps its cells. */
function runsOf(terminal: Terminal, row: number): Run[] {
	const { active } = terminal.buffer;
	const line = active.getLine(active.baseY + row);
	const runs: Run[] = [];
	let lastWidth = 0;
	for (let column = 0; column < terminal.cols; column += 1) {
		const cell = line?.getCell(column);
		if (cell === undefined || cell.getWidth() === 0) continue;
		const style = styleOf(cell);
		const width = cell.getWidth();
		const text = cell.getChars() === "" ? " " : cell.getChars();
		const last = runs.at(-1);
		if (last !== undefined && width === lastWidth && same(last.style, style)) {
			last.text += text;
			last.cells += width;
		} else runs.push({ at: column, cells: width, text, style });
		lastWidth = width;
	}
	return runs;
}

const round = (value: number): string => String(Math.round(value * 100) / 100);

function drawRun({ at, cells, text, style }: Run, row: number): string {
	const x = MARGIN + at * CELL_WIDTH;
	const y = MARGIN + row * CELL_HEIGHT;
	const width = round(cells * CELL_WIDTH);
	if (text.trim() === "") return "";
	const weight = style.bold ? ' font-weight="700"' : "";
	const opacity = style.dim ? ' opacity="0.6"' : "";
	const line = style.underline ? ' text-decoration="underline"' : "";
	return `<text x="${round(x)}" y="${round(y + FONT_SIZE)}" textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="${style.fore}"${weight}${opacity}${line} xml:space="preserve">${escaped(text)}</text>`;
}

/** Backgrounds in as few pieces as can be: seams would show between them. */
function drawBacks(runs: readonly Run[], row: number): string {
	const pieces: { at: number; cells: number; fill: string }[] = [];
	for (const { at, cells, style } of runs) {
		if (style.back === null) continue;
		const last = pieces.at(-1);
		if (last !== undefined && last.fill === style.back && last.at + last.cells === at) last.cells += cells;
		else pieces.push({ at, cells, fill: style.back });
	}
	return pieces
		.map(({ at, cells, fill }) => {
			const [x, y] = [round(MARGIN + at * CELL_WIDTH), round(MARGIN + row * CELL_HEIGHT)];
			return `<rect x="${x}" y="${y}" width="${round(cells * CELL_WIDTH)}" height="${CELL_HEIGHT}" fill="${fill}"/>`;
		})
		.join("");
}

/** The screen as a picture: every glyph in its own cells, whatever font the reader has. `title` is for those who cannot see it. */
export function svgOf(terminal: Terminal, title: string): string {
	const width = round(terminal.cols * CELL_WIDTH + 2 * MARGIN);
	const height = round(terminal.rows * CELL_HEIGHT + 2 * MARGIN);
	const rows = Array.from({ length: terminal.rows }, (_, row) => {
		const runs = runsOf(terminal, row);
		return drawBacks(runs, row) + runs.map((run) => drawRun(run, row)).join("");
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONTS}" font-size="${FONT_SIZE}" role="img">`,
		`<title>${escaped(title)}</title>`,
		`<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
		...rows,
		"</svg>",
		"",
	].join("\n");
}
