import type { Cells } from "./cells.ts";
import { clipLine, type Fill, type Line, lineWidth, type Tone } from "./lines.ts";

/** Turns lines into what is written to the terminal. */
export type Palette = {
	/** The line as text of exactly `width` cells, with its styles. */
	paint(line: Line, width: number): string;
};

/** Sixteen colours only, as the user's own theme draws them; every tone also differs in weight or in words. */
const TONES: Record<Tone, { colour: string; weight: string }> = {
	plain: { colour: "", weight: "" },
	dim: { colour: "", weight: "2" },
	strong: { colour: "", weight: "1" },
	accent: { colour: "36", weight: "" },
	good: { colour: "32", weight: "" },
	notice: { colour: "33", weight: "" },
	warning: { colour: "33", weight: "1" },
	danger: { colour: "31", weight: "1" },
	match: { colour: "35", weight: "1;4" },
};

/** A filled line is drawn in one piece: its tones give way, its words stay. */
const FILLS: Record<Fill, string> = { none: "", selected: "7", marked: "1", bar: "7", banner: "7;1" };

const codes = (...parts: string[]) => parts.filter((part) => part !== "").join(";");

function style(tone: Tone, fill: Fill, colour: boolean): string {
	const { colour: hue, weight } = TONES[tone];
	if (fill === "none") return codes(weight, colour ? hue : "");
	if (fill === "marked") return codes(FILLS.marked, colour ? hue : "");
	return codes(FILLS[fill], tone === "strong" || tone === "match" ? weight : "");
}

const wrap = (text: string, code: string) =>
	code === "" || text === "" ? text : `\u001b[${code}m${text}\u001b[0m`;

/** Makes the palette of one terminal. Without colour only weight and inversion are left. */
export function makePalette(cells: Cells, colour: boolean): Palette {
	return {
		paint(source, width) {
			const cut = clipLine(cells, source, width);
			const space = " ".repeat(Math.max(0, width - lineWidth(cells, cut)));
			const body = cut.segments.map((part) => wrap(part.text, style(part.tone, cut.fill, colour))).join("");
			return body + wrap(space, cut.fill === "marked" ? "" : FILLS[cut.fill]);
		},
	};
}
