import type { Bilingual } from "@zhenggai/domain/kernel";
import { isLabelled, type Labels, valuesOf } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";

/** A name in a filter that only the server can turn into an identifier, and where that goes. */
export type Lookup<F> = {
	readonly kind: "region" | "unit" | "inspection";
	readonly name: string;
	put(filter: F, id: string): void;
};

/** What a filter text asks for. Names are still names. */
export type ParsedFilter<F> = {
	readonly filter: F;
	readonly lookups: readonly Lookup<F>[];
	readonly problems: readonly Bilingual[];
};

export type Draft<F> = { filter: F; lookups: Lookup<F>[]; words: string[] };

/** What help says of a field. */
export type FieldHelp = {
	readonly names: readonly string[];
	readonly example: Bilingual;
	/** What may stand behind the colon, where it is a closed list. */
	readonly labels: Labels<string> | null;
};

/** A field of a filter language: `区域:兰江市`. */
export type FilterField<F> = FieldHelp & {
	/** Takes the value into the draft; false where it means nothing. */
	read(draft: Draft<F>, value: string, inverse: boolean): boolean;
};

/** A way to write filters: its fields, and how a text is read. */
export type FilterLanguage<F> = {
	readonly fields: readonly FilterField<F>[];
	parse(text: string): ParsedFilter<F>;
};

export type Words<K extends string> = (key: K) => Bilingual | null;

/** The value of an enum that a word names: its key, its label, its short word, or a part that only one label has. */
export function valueNamed<K extends string>(labels: Labels<K>, short: Words<K>, word: string): K | null {
	if (isLabelled(labels, word)) return word;
	const wanted = word.toLowerCase();
	const keys = valuesOf(labels);
	const whole = keys.find((key) =>
		[key, labels[key].zh, labels[key].en, short(key)?.zh, short(key)?.en].some(
			(name) => name?.toLowerCase() === wanted,
		),
	);
	if (whole !== undefined) return whole;
	const partly = keys.filter(
		(key) => labels[key].zh.includes(word) || labels[key].en.toLowerCase().includes(wanted),
	);
	return partly.length === 1 ? (partly[0] ?? null) : null;
}

/** No short words. */
export const none = () => null;

/** Several values, `a,b`; null when one of them means nothing. */
export function valuesNamed<K extends string>(labels: Labels<K>, short: Words<K>, text: string): K[] | null {
	const words = text.split(/[,，、|]/).filter((word) => word !== "");
	const values = words.map((word) => valueNamed(labels, short, word)).filter((value) => value !== null);
	return values.length === words.length && values.length > 0 ? values : null;
}

/** Every value but these. */
export const complement = <K extends string>(labels: Labels<K>, values: readonly K[]): K[] =>
	valuesOf(labels).filter((key) => !values.includes(key));

const TOKEN = /[!！]?(?:[^\s"“”:：]+[:：])?(?:["“][^"”]*["”]?|[^\s"“”]+)/gu;
const PARTS = /^([!！]?)(?:([^\s"“”:：]+)[:：])?(.*)$/su;

/** One piece of a typed line: a word, or `字段:值`. */
export type Token = { readonly name: string | undefined; readonly value: string; readonly inverse: boolean };

/** The pieces of a typed line; quotes round what contains spaces. Pieces without a value are left out. */
export const readTokens = (text: string): Token[] =>
	(text.match(TOKEN) ?? [])
		.map((token) => {
			const [, mark = "", name, rest = ""] = PARTS.exec(token) ?? [];
			return { name, value: rest.replace(/^["“]|["”]$/gu, "").trim(), inverse: mark !== "" };
		})
		.filter(({ value }) => value !== "");

/** Whether a field goes by this name, in any language and any case. */
export const isNamed = (field: Pick<FieldHelp, "names">, name: string): boolean =>
	field.names.some((known) => known.toLowerCase() === name.toLowerCase());

function readToken<F>(fields: readonly FilterField<F>[], draft: Draft<F>, token: Token): Bilingual | null {
	const { name, value, inverse } = token;
	const field = name === undefined ? undefined : fields.find((known) => isNamed(known, name));
	if (field === undefined) {
		const word = name === undefined ? value : `${name}:${value}`;
		draft.words.push(inverse ? `!${word}` : word);
		return null;
	}
	if (field.read(draft, value, inverse)) return null;
	return inverse
		? say(
				`“${name}”不能用 ! 取反，或没有“${value}”这个值`,
				`"${name}" cannot be inverted, or has no value "${value}"`,
			)
		: say(`“${name}”没有“${value}”这个值`, `"${name}" has no value "${value}"`);
}

/**
 * Makes a filter language: words to search for, `!词` for words that must not occur, `字段:值` for fields (in Chinese
 * or English), quotes round what contains spaces. Reading never fails: what means nothing is a problem to show.
 */
export function filterLanguage<F>(
	fields: readonly FilterField<F>[],
	make: { empty(): F; text(filter: F, words: string): void },
): FilterLanguage<F> {
	return {
		fields,
		parse(text) {
			const draft: Draft<F> = { filter: make.empty(), lookups: [], words: [] };
			const problems = readTokens(text)
				.map((token) => readToken(fields, draft, token))
				.filter((problem) => problem !== null);
			const words = draft.words.join(" ").trim();
			if (words !== "") make.text(draft.filter, words);
			return { filter: draft.filter, lookups: draft.lookups, problems };
		},
	};
}

const REGION_CODE = /^[1-9]\d{5}$/;

/** `区域:兰江市` or `区域:621200`. */
export const regionField = <F>(put: (filter: F, id: string) => void): FilterField<F> => ({
	names: ["区域", "region"],
	example: say("621200", "621200"),
	labels: null,
	read({ filter, lookups }, value, inverse) {
		if (inverse) return false;
		if (REGION_CODE.test(value)) put(filter, value);
		else lookups.push({ kind: "region", name: value, put });
		return true;
	},
});

/** `督察:2026年省级督察`. */
export const inspectionField = <F>(put: (filter: F, id: string) => void): FilterField<F> => ({
	names: ["督察", "inspection"],
	example: say("2026年省级督察", "2026 inspection"),
	labels: null,
	read({ lookups }, value, inverse) {
		if (inverse) return false;
		lookups.push({ kind: "inspection", name: value, put });
		return true;
	},
});

/** A field whose values are a closed list; several with commas, `!` for all others. */
export const valuesField = <F, K extends string>(
	names: readonly string[],
	example: Bilingual,
	labels: Labels<K>,
	put: (filter: F, values: K[]) => void,
	short: Words<K> = none,
): FilterField<F> => ({
	names,
	example,
	labels,
	read({ filter }, value, inverse) {
		const values = valuesNamed(labels, short, value);
		if (values === null) return false;
		const wanted = inverse ? complement(labels, values) : values;
		if (wanted.length === 0) return false;
		put(filter, wanted);
		return true;
	},
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `2026-01-01..2026-06-30`, either side may be left out; one day alone is itself. Null where it is no such thing. */
export function readDays(value: string): { from: string | null; to: string | null } | null {
	const [from = "", to = from] = value.split("..");
	if (![from, to].every((day) => day === "" || DAY.test(day)) || (from === "" && to === "")) return null;
	return { from: from === "" ? null : from, to: to === "" ? null : to };
}

/** Whether a word says yes. */
export const isYes = (value: string): boolean => /^(是|有|yes|true)$/i.test(value);
