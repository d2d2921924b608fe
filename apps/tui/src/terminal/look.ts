import type { Language } from "@zhenggai/domain/kernel";
import type { Environment } from "../settings/environment.ts";
import { type Cells, makeCells } from "./cells.ts";
import { makePalette, type Palette } from "./palette.ts";

/** Marks that the dashboard draws itself. */
export type Marks = {
	readonly column: string;
	readonly rule: string;
	readonly bullet: string;
	readonly middle: string;
	readonly selected: string;
	readonly changed: string;
	readonly up: string;
	readonly down: string;
	readonly scroll: string;
	/** Where a text goes on in a new line. */
	readonly newline: string;
};

/** Everything that drawing needs to know about the terminal and its reader. */
export type Look = {
	readonly cells: Cells;
	readonly palette: Palette;
	readonly language: Language;
	readonly marks: Marks;
};

const DRAWN: Marks = {
	column: "│",
	rule: "─",
	bullet: "·",
	middle: " · ",
	selected: ">",
	changed: "*",
	up: "↑",
	down: "↓",
	scroll: "┃",
	newline: "↵",
};
const PLAIN: Marks = {
	column: "|",
	rule: "-",
	bullet: "-",
	middle: " - ",
	selected: ">",
	changed: "*",
	up: "^",
	down: "v",
	scroll: "#",
	newline: "\\",
};

/** The look for these surroundings. Drawn marks are of ambiguous width, so they go where that is two cells. */
export function makeLook(environment: Environment): Look {
	const ascii = environment.ascii || environment.ambiguousWide;
	const cells = makeCells({ ambiguousWide: environment.ambiguousWide, ascii });
	return {
		cells,
		palette: makePalette(cells, environment.colour),
		language: environment.language,
		marks: ascii ? PLAIN : DRAWN,
	};
}
