import { say } from "../kernel/index.ts";
import { formatNames } from "../vocabulary/index.ts";
import { issueRule, OFFICES } from "./rules-subject.ts";

export const data01 = issueRule({
	id: "DATA-01",
	group: "DATA",
	severity: "block",
	gate: "save",
	title: say("编号唯一", "Numbers are unique"),
	statement: say(
		"同一督察、同一层级的清单中编号不重复",
		"A number stands once on the list of an inspection and tier",
	),
	params: [],
	src: ["S26"],
	who: OFFICES,
	check: ({ around: { sharedNumbers } }) => {
		if (sharedNumbers.length === 0) return null;
		const numbers = [...new Set(sharedNumbers.map(({ number }) => number))];
		return {
			field: "mandates",
			message: say(
				`编号${formatNames(numbers, "zh-CN")}在同一清单中已被使用`,
				`Number ${formatNames(numbers, "en")} is taken on the same list`,
			),
			clears: say(
				"核对原文编号；同一问题请并案或关联来源",
				"Check the printed number; for the same problem, merge or add the mandate",
			),
		};
	},
});

/** Rules on the ledger's own data. */
export const dataRules = [data01];
