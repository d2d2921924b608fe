import { Parser } from "htmlparser2";

interface Level {
	format: string;
	text: string;
	start: number;
}

const CN = "零一二三四五六七八九";

/** A whole number up to 999 in Chinese: 1 → 一, 17 → 十七, 103 → 一百零三. */
export function toChinese(value: number): string {
	const digit = (n: number) => CN.charAt(n);
	if (value < 10) return digit(value);
	if (value < 20) return `十${value % 10 === 0 ? "" : digit(value % 10)}`;
	if (value < 100) return `${digit(Math.floor(value / 10))}十${value % 10 === 0 ? "" : digit(value % 10)}`;
	if (value > 999) return String(value);
	const rest = value % 100;
	const tail =
		rest === 0
			? ""
			: rest < 10
				? `零${digit(rest)}`
				: `${digit(Math.floor(rest / 10))}十${rest % 10 === 0 ? "" : digit(rest % 10)}`;
	return `${digit(Math.floor(value / 100))}百${tail}`;
}

function printed(format: string, value: number): string {
	if (/chinese|japaneseCounting|ideograph|taiwanese|koreanDigital/i.test(format)) return toChinese(value);
	if (/decimalEnclosedCircle/i.test(format) && value >= 1 && value <= 20)
		return String.fromCharCode(0x245f + value);
	if (format === "upperLetter" || format === "lowerLetter") {
		const letter = String.fromCharCode(64 + (((value - 1) % 26) + 1));
		return format === "upperLetter" ? letter : letter.toLowerCase();
	}
	if (format === "bullet" || format === "none") return "";
	return format === "decimalZero" && value < 10 ? `0${value}` : String(value);
}

/** Word's automatic numbers: which text stands before a paragraph that only names its list and level. */
export class Numbering {
	private readonly abstracts = new Map<string, Map<number, Level>>();
	private readonly lists = new Map<string, string>();
	private readonly starts = new Map<string, number>();
	private readonly counters = new Map<string, number[]>();

	constructor(xml: string | null) {
		if (xml) this.parse(xml);
	}

	private parse(xml: string): void {
		let abstract = "";
		let list = "";
		let level = 0;
		let current: Level | null = null;
		const parser = new Parser(
			{
				onopentag: (name, a) => {
					const tag = name.split(":").pop();
					const value = a["w:val"] ?? "";
					if (tag === "abstractNum") {
						abstract = a["w:abstractNumId"] ?? "";
						this.abstracts.set(abstract, new Map());
					} else if (tag === "num") list = a["w:numId"] ?? "";
					else if (tag === "abstractNumId" && list) this.lists.set(list, value);
					else if (tag === "lvl") {
						level = Number(a["w:ilvl"] ?? 0);
						current = { format: "decimal", text: "", start: 1 };
						if (!list) this.abstracts.get(abstract)?.set(level, current);
					} else if (tag === "numFmt" && current) current.format = value;
					else if (tag === "lvlText" && current) current.text = value;
					else if (tag === "start" && current) current.start = Number(value) || 1;
					else if (tag === "lvlOverride") level = Number(a["w:ilvl"] ?? 0);
					else if (tag === "startOverride" && list) this.starts.set(`${list}/${level}`, Number(value) || 1);
				},
				onclosetag: (name) => {
					const tag = name.split(":").pop();
					if (tag === "num") list = "";
					if (tag === "lvl") current = null;
				},
			},
			{ xmlMode: true },
		);
		parser.write(xml);
		parser.end();
	}

	/** The number that Word shows before the next paragraph of a list, or "" for bullets and unknown lists. */
	next(list: string, level: number): string {
		const abstract = this.lists.get(list);
		const levels = abstract === undefined ? undefined : this.abstracts.get(abstract);
		const own = levels?.get(level);
		if (abstract === undefined || !levels || !own || level > 8) return "";
		const key = this.starts.has(`${list}/${level}`) ? `list:${list}` : `abstract:${abstract}`;
		const counters = this.counters.get(key) ?? [];
		this.counters.set(key, counters);
		const start = this.starts.get(`${list}/${level}`) ?? own.start;
		counters[level] = (counters[level] ?? start - 1) + 1;
		counters.length = level + 1;
		return own.text.replace(/%(\d)/g, (_, digit: string) => {
			const at = Number(digit) - 1;
			const of = levels.get(at) ?? own;
			return printed(of.format, counters[at] ?? of.start);
		});
	}
}
