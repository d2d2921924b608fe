import { dayNumber, type IsoDate, isMoreSimilar, type Language, say, shanghaiDate } from "../kernel/index.ts";
import { type PlanWaiver, patternOf } from "../plans/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { type FindingDraft, keptPhrases } from "../rules/index.ts";
import { formatDate, vocab } from "../vocabulary/index.ts";
import { isLive } from "./rules-elements.ts";
import { issueRule, PHASE, PLANNERS } from "./rules-subject.ts";
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

/** Whether the plan leaves a part out with a reason, which its review lets pass or not. */
const isWaived = ({ plan }: Issue, part: PlanWaiver["of"]): boolean =>
	plan?.waivers.some((waiver) => waiver.of === part) ?? false;

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
		now ||= isWaived(issue, "immediateFix");
		lasting ||= isWaived(issue, "longTermMechanism");
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
		if (isWaived(issue, "similarScreening")) return null;
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

type PersonsRole = "responsibleLeader" | "contact";

/** Since which day nobody has had a person's role on an issue; null while somebody has it on `asOf`. */
function vacantSince(issue: Issue, role: PersonsRole, asOf: IsoDate): IsoDate | null {
	let last: IsoDate | null = null;
	for (const assignment of issue.assignments) {
		if (assignment.role !== role) continue;
		if (isActive(assignment, asOf)) return null;
		const { until } = assignment;
		if (until !== null && (last === null || until > last)) last = until;
	}
	return last ?? shanghaiDate(issue.registeredAt);
}

const TEAM = ["responsibleLeader", "contact"] as const;

const vacancyMessage = keptPhrases();
const vacancyClears = keptPhrases();

export const plan10 = issueRule({
	id: "PLAN-10",
	group: "PLAN",
	severity: "warn",
	gate: "report",
	title: say("一个问题一套班子", "One team an issue"),
	statement: say(
		"每个问题有责任领导和联系人，空缺不得超过规定天数",
		"Every issue has a responsible leader and a contact; neither stays vacant for long",
	),
	params: ["vacancyDays"],
	src: ["seed1", "D"],
	who: PLANNERS,
	check: ({ issue }, params, { asOf }) => {
		const most = params.number("vacancyDays");
		let drafts: FindingDraft<"vacancyDays">[] | null = null;
		for (const role of TEAM) {
			const since = vacantSince(issue, role, asOf);
			if (since === null || dayNumber(asOf) - dayNumber(since) <= most) continue;
			const name = vocab.assignmentRole[role];
			drafts ??= [];
			drafts.push({
				field: "assignments",
				message: vacancyMessage(`${role} ${since} ${most}`, () =>
					say(
						`${name.zh}自${formatDate(since, "zh-CN")}起空缺，已超过${most}天`,
						`No ${name.en.toLowerCase()} since ${formatDate(since, "en")}: more than ${most} days`,
					),
				),
				clears: vacancyClears(role, () => say(`明确${name.zh}`, `Name a ${name.en.toLowerCase()}`)),
			});
		}
		return drafts;
	},
});

/** Whether a measure reads like a stop that is meant to be provisional, although nobody said until when. */
const looksProvisional = (measure: Measure, types: readonly string[], phrases: readonly string[]): boolean =>
	(measure.type === null || types.includes(measure.type)) && patternOf(phrases).test(measure.text);

type Provisional = NonNullable<Measure["provisional"]>;

/** What is wrong with the end of a provisional stop: too far away, or passed without a decision. */
function provisionalEnd(measure: Measure, { determinationOn }: Provisional, asOf: IsoDate, most: number) {
	const days = dayNumber(determinationOn) - dayNumber(asOf);
	const day = (language: Language) => formatDate(determinationOn, language);
	if (days > most) {
		return {
			message: say(
				`临时措施定于${day("zh-CN")}认定，超过${most}天`,
				`The provisional stop is to be decided on ${day("en")}: more than ${most} days ahead`,
			),
			clears: say(`在${most}天内作出认定`, `Decide within ${most} days`),
		};
	}
	if (days >= 0 || measure.state === "done" || measure.state === "verified") return null;
	return {
		gate: "report" as const,
		message: say(
			`临时措施应于${day("zh-CN")}认定，至今未定，不得以停代改`,
			`The provisional stop was to be decided on ${day("en")} and is not: a stop is no rectification`,
		),
		clears: say(
			"认定后改为正式措施，或解除停产",
			"Decide: turn it into a measure of its own, or end the stop",
		),
	};
}

export const plan11 = issueRule({
	id: "PLAN-11",
	group: "PLAN",
	severity: "block",
	gate: "submitPlan",
	title: say("临时停产有认定日期和退出条件", "Provisional stops end"),
	statement: say(
		"临时停产等措施须写明认定日期和退出条件，且在规定天数内认定",
		"A provisional stop names the day of its determination and the condition of its end, within a number of days",
	),
	params: ["provisionalMaxDays", "provisionalPhrases", "provisionalTypes"],
	src: ["seed1", "S35", "D"],
	who: PLANNERS,
	check: ({ issue }, params, { asOf }) => {
		const phrases = params.strings("provisionalPhrases");
		const types = params.strings("provisionalTypes");
		let drafts: FindingDraft<"provisionalMaxDays" | "provisionalPhrases" | "provisionalTypes">[] | null =
			null;
		for (const [index, measure] of issue.measures.entries()) {
			if (!isLive(measure)) continue;
			const field = `measures.${index}.provisional`;
			if (measure.provisional === null) {
				if (!looksProvisional(measure, types, phrases)) continue;
				drafts ??= [];
				drafts.push({
					field,
					message: say(
						"临时停产措施没有认定日期和退出条件",
						"A provisional stop has no day of determination and no exit condition",
					),
					clears: say("填写认定日期和退出条件", "Name the day of determination and the exit condition"),
					used: ["provisionalPhrases", "provisionalTypes"],
				});
				continue;
			}
			const end = provisionalEnd(measure, measure.provisional, asOf, params.number("provisionalMaxDays"));
			if (end !== null) {
				drafts ??= [];
				drafts.push({ field, used: ["provisionalMaxDays"], ...end });
			}
		}
		return drafts;
	},
});

/** Rules on what a plan says. */
export const planContentRules = [plan06, plan08, plan09, plan10, plan11];
