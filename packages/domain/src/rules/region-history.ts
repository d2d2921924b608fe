import type { EventDescription } from "../journal/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import { caseVocab, formatDate, ruleParamText } from "../vocabulary/index.ts";
import type { ParamBounds } from "./limits.ts";
import { isParamName } from "./param-limits.ts";
import type { RegionRulesEvent } from "./region-schema.ts";
import type { ParamValue } from "./schema.ts";

const labelOf = (name: string): Bilingual =>
	isParamName(name) ? caseVocab.ruleParam[name] : say(name, name);
const fromDay = (from: Parameters<typeof formatDate>[0]): Bilingual =>
	say(`自${formatDate(from, "zh-CN")}起`, `from ${formatDate(from, "en")}`);

const textOf = (value: ParamValue | null): Bilingual | null =>
	value === null ? null : say(ruleParamText(value, "zh-CN"), ruleParamText(value, "en"));

/** A frame in words: 3–5, or its entries. */
export function boundsText(bounds: ParamBounds | null): Bilingual {
	if (bounds === null) return say("按一般限度", "the general limits");
	if (bounds.kind === "locked") return say("各市统一，不得另定", "the same in all cities");
	if (bounds.kind === "range") return say(`${bounds.min} 至 ${bounds.max}`, `${bounds.min} to ${bounds.max}`);
	return say(ruleParamText(bounds.options, "zh-CN"), ruleParamText(bounds.options, "en"));
}

/** One sentence on what an event did to the rules of a region. */
export function describeRegionRules(
	event: RegionRulesEvent,
	ruleSetName: (id: string) => Bilingual | undefined,
): EventDescription {
	if (event.type === "ruleSetChosen") {
		const { ruleSetId, from, reason } = event.choice;
		const when = fromDay(from);
		const name = ruleSetId === null ? null : (ruleSetName(ruleSetId) ?? say(ruleSetId, ruleSetId));
		const summary =
			name === null
				? say(`${when.zh}不再另选规则集，随上级`, `No set of its own ${when.en}: that of the region above`)
				: say(`${when.zh}采用规则集“${name.zh}”`, `Works by the rule set “${name.en}” ${when.en}`);
		return { summary, changes: [], reason, importId: null };
	}
	if (event.type === "parameterLimited") {
		const { name, bounds, from, reason } = event.frame;
		const [label, when, frame] = [labelOf(name), fromDay(from), boundsText(bounds)];
		return {
			summary: say(
				`${when.zh}限定各市“${label.zh}”：${frame.zh}`,
				`Cities' “${label.en}” ${when.en}: ${frame.en}`,
			),
			changes: [],
			reason,
			importId: null,
		};
	}
	const { name, value, from, reason } = event.change;
	const [label, when] = [labelOf(name), fromDay(from)];
	const summary =
		value === null
			? say(`${when.zh}撤销对“${label.zh}”的调整`, `“${label.en}” as inherited ${when.en}`)
			: say(
					`${when.zh}“${label.zh}”定为${ruleParamText(value, "zh-CN")}`,
					`“${label.en}” set to ${ruleParamText(value, "en")} ${when.en}`,
				);
	return {
		summary,
		changes: [{ field: name, label, from: textOf(event.before), to: textOf(value) }],
		reason,
		importId: null,
	};
}
