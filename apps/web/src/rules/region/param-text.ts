import type { RegionRulesParam } from "@zhenggai/client";
import type { Param, ParamBounds, ParamLimit, ParamValue } from "@zhenggai/domain/rules";
import { caseVocab, labelOr, ruleParamNote, ruleParamText, unappliedMark } from "@zhenggai/domain/vocabulary";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { basisText } from "../basis.ts";

/** A value in words, with its unit where it counts something. */
export function valueText(limit: ParamLimit, value: ParamValue): string {
	const text = ruleParamText(value, language());
	if (limit.kind !== "number" && limit.kind !== "numbers") return text;
	if (limit.unit === "ratio") return text;
	const unit = word(caseVocab.paramUnit, limit.unit);
	return language() === "en" ? `${text} ${unit.toLowerCase()}` : `${text}${unit}`;
}

/** What a parameter is called, and that nothing goes by it so far where that is so. */
export const paramTitle = (name: string): string =>
	`${word(caseVocab.ruleParam, name)}${unappliedMark(name)[language() === "en" ? "en" : "zh"]}`;

/** What it is for. */
export const paramNote = (name: string): string => labelOr(ruleParamNote, name, language());

/** What it may be set to, where that is a range. */
export const rangeText = (limit: ParamLimit): string =>
	limit.kind === "number" || limit.kind === "numbers"
		? t("regionRules.range", { min: limit.min, max: limit.max, step: limit.step })
		: "";

/** Which way the offices may move it. */
export const movesText = (limit: ParamLimit): string =>
	[
		t("regionRules.province", { move: word(caseVocab.paramMove, limit.province) }),
		t("regionRules.city", { move: word(caseVocab.paramMove, limit.city) }),
	].join(language() === "en" ? "; " : "，");

/** Where a value comes from: a tag of the reference, or an office. */
export const sourceText = ({ src }: Param): string =>
	src.startsWith("office ")
		? t("regionRules.officeSource")
		: t("regionRules.source", { src: basisText([src]) });

/** A province's frame in words. */
export function frameText(bounds: ParamBounds): string {
	if (bounds.kind === "locked") return t("regionRules.frameLocked");
	if (bounds.kind === "range") return `${bounds.min} – ${bounds.max}`;
	return ruleParamText(bounds.options, language());
}

/** Whether a line is one that an office had a say in. */
export const isTouched = (param: RegionRulesParam): boolean =>
	param.setBy !== null || param.overruled !== null || param.planned.length > 0 || param.frame !== null;
