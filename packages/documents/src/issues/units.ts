import { fold } from "../text/fold.ts";

const OPENING = new Set(["(", "（", "〔", "["]);
const CLOSING = new Set([")", "）", "〕", "]"]);

/** What the name of an office or a place ends with: only after it may a space or a line end separate two units. */
const COMPLETE =
	/(?:局|委|厅|办|室|府|院|司|会|部|处|站|所|队|署|中心|集团|公司|组|校|大学|县|市|区|州|盟|旗|镇|乡|街道|办事处|村|厂|场|库|行|团|师|单位|部门|等|地|港|\))$/;
const COMMITTEE = /(?:党|工|省|市|县|区|州|盟|旗|地|镇|乡|街道|场|团|师|\)|党工|林|自治区)委$/;
const GOVERNMENT =
	/^(.{0,16}?)(?:人民)?(?:政府|行署|行政公署|管委会|管理委员会|办事处)(?:\([^()]*\)|督查室|督查局|办公室|办公厅|办)?$/;
const LEVEL =
	/^(?:各?(?:省|市|县|区|州|盟|旗|地区|镇|乡|街道|自治区|自治州|自治县|兵团|师|团场)?(?:\([^()]*\))?)$/;

/** “某市委、政府”, “某县委、县政府” and “各地(市)委、行署(政府)” name one joint body. */
function isJoint(left: string, right: string): boolean {
	const [a, b] = [fold(left).replace(/\s/g, ""), fold(right).replace(/\s/g, "")];
	if (!COMMITTEE.test(a)) return false;
	const government = GOVERNMENT.exec(b);
	if (!government) return false;
	const name = government[1] ?? "";
	if (LEVEL.test(name)) return true;
	const place = a.replace(/(?:党工|党|工)?委$/, "");
	return place.length > 1 && (name === place || place.endsWith(name));
}

interface Piece {
	text: string;
	/** The separator before it, space or not. */
	gap: string;
}

/** Cuts at top-level separators, keeping each separator with the piece that follows it. */
function pieces(text: string): Piece[] {
	const out: Piece[] = [];
	let depth = 0;
	let current = "";
	let gap = "";
	const push = (next: string) => {
		if (current.trim().length > 0) {
			out.push({ text: current.trim(), gap });
			gap = "";
		}
		gap += next;
		current = "";
	};
	for (const char of text) {
		if (OPENING.has(char)) depth++;
		if (CLOSING.has(char)) depth = Math.max(0, depth - 1);
		if (depth === 0 && /[、，,；;\s|｜/]/.test(char)) push(char);
		else current += char;
	}
	push("");
	return out;
}

const MOST_PIECES = 1000;

/**
 * Splits a list of units at 、 ， ； and, behind a complete name, at spaces and line ends. Brackets hold together
 * (各县(市、区)政府), joint bodies (某市委、市政府) stay one, and a name broken by a space or a line end is mended.
 */
export function splitUnits(text: string): string[] {
	const clean = text.replace(/^[\s:：|｜由]+/, "").replace(/[\s。．.|｜]+$/, "");
	const units: string[] = [];
	const all = pieces(clean);
	// No list of offices is that long: it is text that stands where units were expected, and it is kept whole.
	if (all.length > MOST_PIECES) return [clean];
	for (const piece of mended(all)) {
		const last = units.at(-1);
		if (last !== undefined && isJoint(last, piece.text))
			units[units.length - 1] = last + piece.gap.replace(/\n\s*/g, "") + piece.text;
		else units.push(piece.text);
	}
	return units
		.map((unit) => unit.replace(/[。．]+$/, ""))
		.filter((unit) => unit.length > 0 && !/^[-—/无]$/.test(unit));
}

/** Words that name an office only together with the place before them. */
const BARE =
	/^(?:(?:人民)?政府|党委|委员会|管委会|管理委员会|行署|行政公署|办事处|人民政府办公室|局|委|厅|办|府|署|及|和|与|等|\(|（)/;

/** Puts together the pieces of a name that a space or a line end has broken: the name before is not complete yet, or the piece cannot stand alone. */
function mended(all: readonly Piece[]): Piece[] {
	const out: Piece[] = [];
	for (const piece of all) {
		const last = out.at(-1);
		const onlySpace = /^\s+$/.test(piece.gap);
		const whole = last !== undefined && last.text.length > 1 && COMPLETE.test(fold(last.text.slice(-8)));
		const bare = BARE.test(piece.text) && !/(?:政府|委|局|厅|办|署)$/.test(last?.text ?? "");
		if (!last || !onlySpace || (whole && !bare && !ALWAYS_BARE.test(piece.text))) {
			out.push(piece);
			continue;
		}
		const latin = /[A-Za-z]$/.test(last.text) && /^[A-Za-z]/.test(piece.text);
		out[out.length - 1] = { ...last, text: last.text + (latin ? " " : "") + piece.text };
	}
	return out;
}

const ALWAYS_BARE = /^(?:局|委|厅|办|府|署|\(|（|及|和|与|等|[市县区旗州镇乡]$)/;

const COLLECTIVE = /^(?:各|有关|相关|全省|全市|全区|全县|自治区有关|省有关|市有关|省直有关|市直有关|其他)/;

/** Whether a unit stands for many (各县(市、区)政府): it cannot be matched to one office. */
export const isCollective = (unit: string): boolean =>
	COLLECTIVE.test(fold(unit)) || /有关(?:部门|单位)$|等$/.test(fold(unit));

/** Splits a list of persons' names; an office in front of a name keeps them together. */
export function splitPersons(text: string): string[] {
	const clean = text
		.replace(/\s*\n\s*/g, "")
		.replace(/[。;；\s|｜]+$/, "")
		.trim();
	if (clean.length === 0) return [];
	const parts = clean.split(/[、,，;；]/).map((name) => name.trim());
	return parts.every((name) => name.length >= 2 && name.length <= 4) ? parts : [clean];
}
