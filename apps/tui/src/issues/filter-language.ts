import type { Bilingual } from "@zhenggai/domain/kernel";
import { badges, isLabelled, type Labels, valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";
import type { FilterInput } from "./wire.ts";

/** A name in the filter that only the server can turn into an identifier. */
export type Lookup = { readonly kind: "region" | "unit" | "inspection"; readonly name: string };

/** What a filter text asks for. Names are still names. */
export type ParsedFilter = {
	readonly filter: FilterInput;
	readonly lookups: readonly Lookup[];
	readonly problems: readonly Bilingual[];
};

type Draft = { filter: FilterInput; lookups: Lookup[]; words: string[] };

/** A field of the filter language: `区域:兰江市`. */
export type FilterField = {
	readonly names: readonly string[];
	readonly example: Bilingual;
	/** What may stand behind the colon, where it is a closed list. */
	readonly labels: Labels<string> | null;
	/** Takes the value into the draft; false where it means nothing. */
	read(draft: Draft, value: string, inverse: boolean): boolean;
};

type Words<K extends string> = (key: K) => Bilingual | null;

/** The value of an enum that a word names: its key, its label, its short word, or a part that only one label has. */
function valueNamed<K extends string>(labels: Labels<K>, short: Words<K>, word: string): K | null {
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

const none = () => null;

/** Several values, `a,b`; null when one of them means nothing. */
function valuesNamed<K extends string>(labels: Labels<K>, short: Words<K>, text: string): K[] | null {
	const words = text.split(/[,，、|]/).filter((word) => word !== "");
	const values = words.map((word) => valueNamed(labels, short, word)).filter((value) => value !== null);
	return values.length === words.length && values.length > 0 ? values : null;
}

const complement = <K extends string>(labels: Labels<K>, values: readonly K[]): K[] =>
	valuesOf(labels).filter((key) => !values.includes(key));

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `2026-01-01..2026-06-30`, either side may be left out; one day alone is itself. */
function readDays(filter: FilterInput, value: string): boolean {
	const [from = "", to = from] = value.split("..");
	if (![from, to].every((day) => day === "" || DAY.test(day)) || (from === "" && to === "")) return false;
	if (from !== "") filter.dueFrom = from;
	if (to !== "") filter.dueTo = to;
	return true;
}

const UNIT_ROLES = ["lead", "responsible", "supporting", "supervising", "acceptance"] as const;
const ROLE_NAMES: Record<(typeof UNIT_ROLES)[number], readonly string[]> = {
	lead: ["牵头", "lead"],
	responsible: ["责任", "responsible"],
	supporting: ["配合", "supporting"],
	supervising: ["督导", "supervising"],
	acceptance: ["验收", "acceptance"],
};

const unitField = (role: (typeof UNIT_ROLES)[number] | null): FilterField => ({
	names: role === null ? ["单位", "unit"] : ROLE_NAMES[role],
	example: say("水务局", "Water Bureau"),
	labels: null,
	read(draft, value, inverse) {
		if (inverse) return false;
		draft.lookups.push({ kind: "unit", name: value });
		if (role !== null) draft.filter.unitRole = role;
		return true;
	},
});

/** The fields, in the order in which help lists them. They are those of every other front's filter. */
export const FILTER_FIELDS: readonly FilterField[] = [
	{
		names: ["时限", "due"],
		example: say("逾期", "overdue"),
		labels: vocab.deadlineStanding,
		read({ filter }, value, inverse) {
			if (inverse) return false;
			if (readDays(filter, value)) return true;
			const standing = valueNamed(vocab.deadlineStanding, (key) => badges.standing[key].word, value);
			if (standing !== null) filter.standing = standing;
			return standing !== null;
		},
	},
	{
		names: ["状态", "state"],
		example: say("整改中", "inProgress"),
		labels: vocab.issueState,
		read({ filter }, value, inverse) {
			const states = valuesNamed(vocab.issueState, (key) => badges.issueState[key].word, value);
			if (states === null) return false;
			filter.states = inverse ? complement(vocab.issueState, states) : states;
			return true;
		},
	},
	{
		names: ["区域", "region"],
		example: say("621200", "621200"),
		labels: null,
		read({ filter, lookups }, value, inverse) {
			if (inverse) return false;
			if (/^[1-9]\d{5}$/.test(value)) filter.region = value;
			else lookups.push({ kind: "region", name: value });
			return true;
		},
	},
	unitField(null),
	...UNIT_ROLES.map(unitField),
	{
		names: ["来源", "source"],
		example: say("省级督察", "provincialInspection"),
		labels: vocab.sourceKind,
		read({ filter }, value, inverse) {
			const kinds = valuesNamed(vocab.sourceKind, none, value);
			if (kinds === null) return false;
			filter.sourceKinds = inverse ? complement(vocab.sourceKind, kinds) : kinds;
			return true;
		},
	},
	{
		names: ["督察", "inspection"],
		example: say("2026年省级督察", "2026 inspection"),
		labels: null,
		read({ lookups }, value, inverse) {
			if (inverse) return false;
			lookups.push({ kind: "inspection", name: value });
			return true;
		},
	},
	{
		names: ["轮次", "round"],
		example: say("3", "3"),
		labels: null,
		read({ filter }, value, inverse) {
			const round = Number(value);
			if (inverse || !Number.isInteger(round) || round < 1 || round > 50) return false;
			filter.round = round;
			return true;
		},
	},
	{
		names: ["层级", "tier"],
		example: say("市级", "city"),
		labels: vocab.tier,
		read({ filter }, value, inverse) {
			const tier = valueNamed(vocab.tier, none, value);
			if (tier === null || inverse) return false;
			filter.tier = tier;
			return true;
		},
	},
	{
		names: ["领域", "field"],
		example: say("重金属", "heavyMetal"),
		labels: vocab.issueField,
		read({ filter }, value, inverse) {
			const found = valueNamed(vocab.issueField, none, value);
			if (found === null || inverse) return false;
			filter.field = found;
			return true;
		},
	},
	{
		names: ["类型", "generality"],
		example: say("共性", "common"),
		labels: vocab.generality,
		read({ filter }, value, inverse) {
			const found = valueNamed(vocab.generality, none, value);
			if (found === null) return false;
			const other = found === "common" ? "individual" : "common";
			filter.generality = inverse ? other : found;
			return true;
		},
	},
	{
		names: ["缺项", "incomplete"],
		example: say("是", "yes"),
		labels: null,
		read({ filter }, value, inverse) {
			if (!/^(是|有|yes|true)$/i.test(value) || inverse) return false;
			filter.incomplete = true;
			return true;
		},
	},
];

const fieldOf = (name: string): FilterField | undefined =>
	FILTER_FIELDS.find((field) => field.names.some((known) => known.toLowerCase() === name.toLowerCase()));

const TOKEN = /[!！]?(?:[^\s"“”:：]+[:：])?(?:["“][^"”]*["”]?|[^\s"“”]+)/gu;
const PARTS = /^([!！]?)(?:([^\s"“”:：]+)[:：])?(.*)$/su;

function readToken(draft: Draft, token: string): Bilingual | null {
	const [, mark = "", name, rest = ""] = PARTS.exec(token) ?? [];
	const value = rest.replace(/^["“]|["”]$/gu, "").trim();
	const inverse = mark !== "";
	if (value === "") return null;
	const field = name === undefined ? undefined : fieldOf(name);
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
 * Reads a filter text: words to search for, `!词` for words that must not occur, `字段:值` for fields (in Chinese or
 * English), quotes round what contains spaces. Never fails: what means nothing is a problem to show.
 */
export function parseFilter(text: string): ParsedFilter {
	const draft: Draft = { filter: {}, lookups: [], words: [] };
	const problems = (text.match(TOKEN) ?? [])
		.map((token) => readToken(draft, token))
		.filter((problem) => problem !== null);
	const words = draft.words.join(" ").trim();
	if (words !== "") draft.filter.text = words;
	return { filter: draft.filter, lookups: draft.lookups, problems };
}
