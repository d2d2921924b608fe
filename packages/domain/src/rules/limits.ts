import { z } from "zod";
import type { Bilingual, Role } from "../kernel/index.ts";
import { sameJson, say } from "../kernel/index.ts";
import { kindOf } from "./params.ts";
import type { ParamValue } from "./schema.ts";

/** What a number of a parameter counts. */
export const ParamUnit = z.enum([
	"days",
	"workingDays",
	"months",
	"hours",
	"dayOfMonth",
	"times",
	"items",
	"people",
	"channels",
	"metres",
	"percentagePoints",
	"points",
	"ratio",
]);
export type ParamUnit = z.infer<typeof ParamUnit>;

/**
 * Which way an office may move a value away from what it would have without it: `never`, up alone (`raise`), down alone
 * (`lower`), or both. Of a list, up is to add entries and down to leave entries out; of yes and no, up is yes; of
 * choices, up is a later one of the list.
 */
export const ParamMove = z.enum(["never", "raise", "lower", "free"]);
export type ParamMove = z.infer<typeof ParamMove>;

const move = {
	/** What the office of a province may do to the value of the rule set. */
	province: ParamMove,
	/** What the office of a city may do to the value that holds in its province. */
	city: ParamMove,
	/** Source of the limit. */
	src: z.string().min(1).max(60),
};

/** What a parameter may be set to, and by whom. */
export const ParamLimit = z.discriminatedUnion("kind", [
	z.object({
		kind: z.literal("number"),
		min: z.number(),
		max: z.number(),
		step: z.number().positive(),
		unit: ParamUnit,
		...move,
	}),
	z.object({
		kind: z.literal("numbers"),
		min: z.number(),
		max: z.number(),
		step: z.number().positive(),
		unit: ParamUnit,
		most: z.int().min(1),
		...move,
	}),
	z.object({ kind: z.literal("flag"), ...move }),
	z.object({ kind: z.literal("choice"), options: z.array(z.string()).min(1), ...move }),
	z.object({
		kind: z.literal("words"),
		/** The entries there are; null where any wording may be one. */
		options: z.array(z.string()).nullable(),
		/** Entries that have to stay, whatever else is left out. */
		needed: z.array(z.string()),
		/** Whether the order of the entries means something: then they may be put into another one only by `free`. */
		ordered: z.boolean(),
		most: z.int().min(1),
		...move,
	}),
]);
export type ParamLimit = z.infer<typeof ParamLimit>;

/** A narrower frame that a province sets for its cities. */
export const ParamBounds = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("locked") }),
	z.object({ kind: z.literal("range"), min: z.number(), max: z.number() }),
	z.object({ kind: z.literal("words"), options: z.array(z.string().min(1).max(60)).min(1).max(60) }),
]);
export type ParamBounds = z.infer<typeof ParamBounds>;

/** Offices that keep rule sets; a county works by its city's (domain.md §6). */
export const RULE_KEEPERS = ["provOffice", "cityOffice"] as const satisfies readonly Role[];
export type RuleTier = "province" | "city";

/** What is wrong with a value, and what would be right. */
export type LimitBreach = { readonly code: string; readonly message: Bilingual; readonly clears: Bilingual };

const breach = (code: string, message: Bilingual, clears: Bilingual): LimitBreach => ({
	code,
	message,
	clears,
});
const wrongKind = (): LimitBreach =>
	breach(
		"PARAM_KIND",
		say("参数取值类型不符", "The value is of another kind than this parameter"),
		say("按参数的类型填写", "Give a value of the parameter's kind"),
	);

/** Steps are compared in thousandths of a step: 0.15 is three steps of 0.05, whatever binary fractions say. */
const onStep = (value: number, min: number, step: number): boolean => {
	const steps = (value - min) / step;
	return Math.abs(steps - Math.round(steps)) < 0.001;
};

type Range = { readonly min: number; readonly max: number; readonly step: number };
function numberBreach(value: number, { min, max, step }: Range): LimitBreach | null {
	if (Number.isFinite(value) && value >= min && value <= max && onStep(value, min, step)) return null;
	return breach(
		"PARAM_RANGE",
		say(
			`${value} 不在 ${min} 至 ${max}（步长 ${step}）之内`,
			`${value} is not within ${min} to ${max} in steps of ${step}`,
		),
		say(`填写 ${min} 至 ${max} 之间的数`, `Give a number from ${min} to ${max}`),
	);
}

function wordsBreach(
	value: readonly string[],
	limit: Extract<ParamLimit, { kind: "words" }>,
): LimitBreach | null {
	const blank = value.find((word) => word.trim() === "" || word.length > 60);
	const unknown = limit.options === null ? blank : value.find((word) => !limit.options?.includes(word));
	if (unknown !== undefined) {
		return breach(
			"PARAM_ELEMENT",
			say(`“${unknown}”不是可选项`, `"${unknown}" is not one of the entries there are`),
			say("从可选项中选择", "Choose among the entries"),
		);
	}
	const missing = limit.needed.find((word) => !value.includes(word));
	if (missing !== undefined) {
		return breach(
			"PARAM_NEEDED",
			say(`“${missing}”不能去掉`, `"${missing}" cannot be left out`),
			say("保留必备项", "Keep the entries that are needed"),
		);
	}
	if (new Set(value).size < value.length || value.length > limit.most) {
		return breach(
			"PARAM_LIST",
			say(`条目重复，或多于 ${limit.most} 项`, `Entries are repeated, or more than ${limit.most}`),
			say("去掉重复或多余的条目", "Leave out what is repeated or too much"),
		);
	}
	return null;
}

/** Whether a value is one that the parameter can have at all: its kind, range, step and entries. */
export function limitBreach(limit: ParamLimit, value: ParamValue): LimitBreach | null {
	switch (limit.kind) {
		case "number":
			return typeof value === "number" ? numberBreach(value, limit) : wrongKind();
		case "flag":
			return typeof value === "boolean" ? null : wrongKind();
		case "choice":
			if (typeof value !== "string") return wrongKind();
			return limit.options.includes(value)
				? null
				: breach(
						"PARAM_ELEMENT",
						say(`“${value}”不是可选项`, `"${value}" is not one of the choices`),
						say("从可选项中选择", "Choose among them"),
					);
		case "numbers": {
			const numbers = z.array(z.number()).safeParse(value);
			if (!numbers.success) return wrongKind();
			if (new Set(numbers.data).size < numbers.data.length || numbers.data.length > limit.most) {
				return breach(
					"PARAM_LIST",
					say(`数值重复，或多于 ${limit.most} 个`, `Numbers are repeated, or more than ${limit.most}`),
					say("去掉重复或多余的数值", "Leave out what is repeated or too much"),
				);
			}
			return numbers.data.map((one) => numberBreach(one, limit)).find((found) => found !== null) ?? null;
		}
		case "words": {
			const words = z.array(z.string()).safeParse(value);
			return words.success ? wordsBreach(words.data, limit) : wrongKind();
		}
	}
}

/** Where a value stands to another one: the same, only up from it, only down, or neither. */
function wayFrom(limit: ParamLimit, from: ParamValue, to: ParamValue): "same" | "up" | "down" | "aside" {
	if (sameJson(from, to)) return "same";
	if (limit.kind === "choice") {
		const [was, is] = [limit.options.indexOf(String(from)), limit.options.indexOf(String(to))];
		if (was < 0 || is < 0) return "aside";
		return is > was ? "up" : "down";
	}
	if (Array.isArray(from) && Array.isArray(to)) return wayOfList(limit, from, to);
	if (typeof from === "number" && typeof to === "number") return to > from ? "up" : "down";
	if (typeof from === "boolean" && typeof to === "boolean") return to ? "up" : "down";
	return "aside";
}

type Entry = string | number;
function wayOfList(limit: ParamLimit, from: readonly Entry[], to: readonly Entry[]): "up" | "down" | "aside" {
	const kept = from.filter((entry) => to.includes(entry));
	const keptThere = to.filter((entry) => from.includes(entry));
	const reordered = kept.some((entry, at) => entry !== keptThere[at]);
	if (reordered && limit.kind === "words" && limit.ordered) return "aside";
	const added = to.length > keptThere.length;
	const gone = from.length > kept.length;
	if (added && gone) return "aside";
	if (reordered && !added && !gone) return "aside";
	return gone ? "down" : "up";
}

const WORDS_OF: Readonly<Record<Exclude<ParamMove, "free">, Bilingual>> = {
	never: say("不得由本级调整", "may not be changed by this office"),
	raise: say(
		"只能高于（或多于）现行规定，不得放宽",
		"may only be more than what holds without the change, never less",
	),
	lower: say(
		"只能低于（或少于）现行规定，不得放宽",
		"may only be less than what holds without the change, never more",
	),
};

/** Whether an office of a tier may move a value there from what holds without it. The same value always may stand. */
export function moveBreach(
	limit: ParamLimit,
	tier: RuleTier,
	from: ParamValue,
	to: ParamValue,
): LimitBreach | null {
	const allowed = limit[tier];
	if (allowed === "free") return null;
	const way = wayFrom(limit, from, to);
	if (way === "same" && allowed !== "never") return null;
	if ((way === "up" && allowed === "raise") || (way === "down" && allowed === "lower")) return null;
	const how = WORDS_OF[allowed];
	return breach(
		allowed === "never" ? "PARAM_FIXED" : "PARAM_DIRECTION",
		say(`该参数${how.zh}`, `This parameter ${how.en}`),
		allowed === "never"
			? say("随规则集取值", "It comes with the rule set")
			: say("按允许的方向调整", "Move it the way that is allowed"),
	);
}

/** Whether a value lies within the frame that the province has set for its cities. */
export function boundsBreach(bounds: ParamBounds, value: ParamValue): LimitBreach | null {
	const outside = (message: Bilingual) =>
		breach(
			"OUTSIDE_PROVINCE_LIMITS",
			message,
			say("在省里允许的范围内取值，或请省整改办调整", "Stay within them, or ask the provincial office"),
		);
	if (bounds.kind === "locked") {
		return outside(
			say("省里规定该参数各市统一，不得另定", "The province keeps this parameter the same everywhere"),
		);
	}
	const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
	const fits =
		bounds.kind === "range"
			? entries.every((one) => typeof one === "number" && one >= bounds.min && one <= bounds.max)
			: entries.every((one) => typeof one === "string" && bounds.options.includes(one));
	if (fits) return null;
	const frame =
		bounds.kind === "range"
			? `${bounds.min} – ${bounds.max}`
			: bounds.options.join(bounds.options.length > 0 ? ", " : "");
	return outside(say(`超出省里允许的范围：${frame}`, `Outside of what the province allows: ${frame}`));
}

/** Whether a frame can be one of this parameter at all. */
export function boundsFit(limit: ParamLimit, bounds: ParamBounds): boolean {
	if (bounds.kind === "locked") return true;
	if (bounds.kind === "range") {
		return (limit.kind === "number" || limit.kind === "numbers") && bounds.min <= bounds.max;
	}
	if (limit.kind === "choice") return bounds.options.every((word) => limit.options.includes(word));
	if (limit.kind !== "words") return false;
	const { options } = limit;
	return options === null || bounds.options.every((word) => options.includes(word));
}

/** Whether a value is of the same kind as another: lists without entries go with lists of either kind. */
export function sameKindOf(a: ParamValue, b: ParamValue): boolean {
	const empty = (value: ParamValue) => Array.isArray(value) && value.length === 0;
	if (empty(a) || empty(b)) return Array.isArray(a) && Array.isArray(b);
	return kindOf(a) === kindOf(b);
}
