import { dateOfDay, dayNumber, isMoreSimilar, say, shanghaiDate } from "../kernel/index.ts";
import { isActive } from "../responsibilities/assignment.ts";
import { formatDate } from "../vocabulary/index.ts";
import { isLive } from "./rules-elements.ts";
import { issueRule, OFFICES, PHASE, PLANNERS } from "./rules-subject.ts";
import type { Issue, Measure } from "./schema.ts";

export const plan06 = issueRule({
	id: "PLAN-06",
	group: "PLAN",
	severity: "warn",
	gate: "submitPlan",
	title: say("共性问题有本地措施", "Common issues have local measures"),
	statement: say(
		"共性问题按个性问题对待，措施须结合本地实际，不得照抄上级措施",
		"A common issue needs measures of its own place: copies of the measures above are not enough",
	),
	params: ["maxSimilarity"],
	src: ["seed1", "D"],
	who: PLANNERS,
	check: ({ issue, around: { parent } }, params) => {
		if (issue.generality !== "common" || parent === null || parent.measureTexts.length === 0) return null;
		const most = params.number("maxSimilarity");
		const copied = (measure: Measure) =>
			parent.measureTexts.some((text) => isMoreSimilar(measure.text, text, most));
		let count = 0;
		for (const measure of issue.measures) {
			if (!isLive(measure)) continue;
			if (!copied(measure)) return null;
			count++;
		}
		if (count === 0) return null;
		return {
			field: "measures",
			message: say(
				`${count}条措施均与上级措施雷同（相似度超过${most * 100}%），没有结合本地实际的措施`,
				`All ${count} measures repeat those above (more than ${most * 100} % alike); none is of this place`,
			),
			clears: say("补充本地的具体措施", "Add measures that name what is done here"),
		};
	},
});

export const plan08 = issueRule({
	id: "PLAN-08",
	group: "PLAN",
	severity: "warn",
	gate: "submitPlan",
	title: say("当下改与长久立", "Fix now and keep it fixed"),
	statement: say(
		"措施既有当下改的，也有长效机制；确无必要的须说明理由",
		"Measures include an immediate fix and a long-term mechanism, or a reason why not",
	),
	params: [],
	src: ["seed2", "seed0"],
	who: PLANNERS,
	check: ({ issue }) => {
		let live = false;
		let now = false;
		let lasting = false;
		for (const measure of issue.measures) {
			if (!isLive(measure)) continue;
			live = true;
			now ||= measure.term === "immediateFix";
			lasting ||= measure.term === "longTermMechanism";
		}
		if (!live || (now && lasting)) return null;
		const missing = now
			? say("长效机制", "long-term mechanism")
			: lasting
				? say("当下改", "immediate fix")
				: say("当下改和长效机制", "immediate fix and long-term mechanism");
		return {
			field: "measures",
			message: say(`没有标明为${missing.zh}的措施`, `No measure is marked as ${missing.en}`),
			clears: say(
				"补充或标明相应措施，或说明不需要的理由",
				"Add or mark such a measure, or give the reason why none is needed",
			),
		};
	},
});

export const plan09 = issueRule({
	id: "PLAN-09",
	group: "PLAN",
	severity: "warn",
	hardest: "block",
	gate: "submitPlan",
	title: say("举一反三", "Screening for similar problems"),
	statement: say(
		"措施中有举一反三、排查同类问题的内容；销号时必须有",
		"A measure screens for similar problems; without one there is no close-out",
	),
	params: [],
	src: ["S18", "seed0", "seed1"],
	who: PLANNERS,
	check: ({ issue }) => {
		let live = false;
		for (const measure of issue.measures) {
			if (!isLive(measure)) continue;
			if (measure.similarScreening) return null;
			live = true;
		}
		const closing = PHASE[issue.lifecycle] === "closing";
		// Without any measure PLAN-01 speaks.
		if (!live && !closing) return null;
		return {
			field: "measures",
			message: say("没有举一反三的措施", "No measure screens for similar problems"),
			clears: say("增加排查同类问题的措施", "Add a measure that screens for similar problems"),
			...(closing ? { severity: "block" as const, gate: "closeOut" as const } : {}),
		};
	},
});

/** Since which day nobody has had a person's role on an issue; null while somebody has it on `day`. */
function vacantSince(issue: Issue, role: "responsibleLeader" | "contact", day: Parameters<typeof isActive>[1]) {
	let last: string | null = null;
	for (const assignment of issue.assignments) {
		if (assignment.role !== role) continue;
		if (isActive(assignment, day)) return null;
		const { until } = assignment;
		if (until !== null && (last === null || until > last)) last = until;
	}
	return last === null ? dayNumber(shanghaiDate(issue.registeredAt)) : dayNumber(dateText(last));
}
