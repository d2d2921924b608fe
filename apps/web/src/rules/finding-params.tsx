import type { Finding } from "@zhenggai/domain/rules";
import { caseVocab, ruleParamText } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { word } from "../i18n/format.ts";
import { language } from "../i18n/index.ts";

/** The parameters a finding used, so that it can be checked: 提速缓冲天数 60. Lists of words stay with the rule. */
export default function FindingParams(props: { finding: Finding }): JSX.Element {
	const text = () =>
		Object.entries(props.finding.params)
			.filter(([, param]) => !Array.isArray(param.v))
			.map(([name, param]) => `${word(caseVocab.ruleParam, name)} ${ruleParamText(param.v, language())}`)
			.join(" · ");
	return <span class="text-[0.86rem] text-ink-faint">{text()}</span>;
}
