import type { Language } from "../kernel/index.ts";
import type { ParamValue } from "../rules/index.ts";
import { type Labels, labelOr } from "./label.ts";
import { say } from "./say.ts";

/** The words that a parameter may have for its value. A value of a rule set that is not here is shown as it is. */
const VALUES: Labels<string> = {
	true: say("是", "yes"),
	false: say("否", "no"),
	workingDay: say("工作日", "working days"),
	calendarDay: say("自然日", "calendar days"),
	month: say("每月", "monthly"),
	quarter: say("每季度", "quarterly"),
	"14days": say("每14天", "every 14 days"),
	planApproved: say("方案批准", "approval of the plan"),
	listIssued: say("清单印发", "issue of the list"),
	accepted: say("通过验收", "accepted"),
	acceptanceUnit: say("验收单位", "acceptance unit"),
	leadUnit: say("牵头责任单位", "lead unit"),
	dated: say("有明确时限的", "those with a date"),
	multi: say("可多选", "several"),
	single: say("单选", "one only"),
	both: say("两种都列", "both"),
};

/** The value of a rule's parameter as people read it; lists as they are, in their order. */
export function ruleParamText(value: ParamValue, language: Language): string {
	if (Array.isArray(value)) return value.join(language === "en" ? ", " : "、");
	return labelOr(VALUES, String(value), language);
}
