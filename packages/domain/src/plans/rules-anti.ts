import type { IssueSubject } from "../issues/index.ts";
import { type Role, say } from "../kernel/index.ts";
import { defineRule, type FindingDraft } from "../rules/index.ts";
import { formatNumber } from "../vocabulary/index.ts";
import { isLive, type Measure } from "./elements.ts";
import { patternOf, saidPhrase } from "./phrases.ts";
import type { Goal } from "./schema.ts";

const issueRule = defineRule<IssueSubject>();
const PLANNERS: readonly Role[] = ["leadUnit", "respUnit", "provOffice", "cityOffice", "countyOffice"];

const nameOf = (measure: Measure, index: number): string => measure.number ?? String(index + 1);

export const anti03 = issueRule({
	id: "ANTI-03",
	group: "ANTI",
	severity: "block",
	gate: "submitPlan",
	title: say("禁止“一刀切”", "No blanket stops"),
	statement: say(
		"不得一律关停、先停再说；关停类措施须针对一家具名的单位，并有法律依据",
		"No blanket stop: a stop is ordered for one named enterprise on a legal basis",
	),
	params: ["bannedPhrases", "phraseNegations"],
	src: ["S35", "S19", "S36"],
	who: PLANNERS,
	check: ({ issue }, params) => {
		const phrases = params.strings("bannedPhrases");
		let drafts: FindingDraft<"bannedPhrases" | "phraseNegations">[] | null = null;
		for (const [index, measure] of issue.measures.entries()) {
			if (!isLive(measure)) continue;
			if (measure.entity?.legalBasis) continue;
			const phrase = saidPhrase(measure.text, phrases, params.strings("phraseNegations"));
			if (phrase === null && measure.type !== "closure") continue;
			const name = nameOf(measure, index);
			drafts ??= [];
			drafts.push({
				field: phrase === null ? `measures.${index}.entity` : `measures.${index}.text`,
				message:
					phrase === null
						? say(
								`措施${name}为关停，没有写明针对哪一家单位和法律依据`,
								`Measure ${name} is a closure without one named enterprise and a legal basis`,
							)
						: say(`措施${name}属“${phrase}”，搞“一刀切”`, `Measure ${name} is a blanket stop (“${phrase}”)`),
				clears: say(
					"改为一企一策；确需关停的，逐家写明单位名称、类别和法律依据",
					"Treat each enterprise by itself; where one has to stop, name it, its category and the legal basis",
				),
			});
		}
		return drafts;
	},
});

export const anti04 = issueRule({
	id: "ANTI-04",
	group: "ANTI",
	severity: "block",
	gate: "submitPlan",
	title: say("停产措施分类施策", "Stops depend on the category"),
	statement: say(
		"停产类措施须写明对象的类别：合法合规的不得停产，合法但不合规的须有法律依据方可停产",
		"A stop states the category of its enterprise: a legal and compliant one is never stopped, a legal one that does not comply only where the cited law allows it",
	),
	params: [],
	src: ["S35"],
	who: PLANNERS,
	check: ({ issue }) => {
		let drafts: FindingDraft<never>[] | null = null;
		for (const [index, measure] of issue.measures.entries()) {
			if (!isLive(measure) || (measure.type !== "closure" && measure.provisional === null)) continue;
			const said = stopFault(measure, nameOf(measure, index));
			if (said === null) continue;
			drafts ??= [];
			drafts.push({ field: `measures.${index}.entity`, ...said });
		}
		return drafts;
	},
});

/** What is wrong with a stop, as far as its enterprise's category goes. */
function stopFault(
	{ entity }: Measure,
	name: string,
): Pick<FindingDraft<never>, "message" | "clears"> | null {
	if (entity === null || entity === undefined) {
		return {
			message: say(
				`停产措施${name}没有写明对象及其类别`,
				`Stop ${name} does not say whom it is for, nor the category`,
			),
			clears: say("写明单位名称和类别", "Name the enterprise and its category"),
		};
	}
	if (entity.category === "legalCompliant") {
		return {
			message: say(
				`${entity.name}合法合规，不得采取停产措施`,
				`${entity.name} is legal and compliant: it may not be stopped`,
			),
			clears: say("撤销停产，改用其他措施", "Take the stop back, or measure in another way"),
		};
	}
	if (entity.category === "legalNonCompliant" && entity.legalBasis === null) {
		return {
			message: say(
				`${entity.name}合法但不合规，停产须写明法律依据`,
				`${entity.name} is legal but does not comply: a stop needs a legal basis`,
			),
			clears: say("写明允许停产的法律条文，或改为限期整改", "Cite the provision, or give it a term instead"),
		};
	}
	return null;
}

type Metric = Extract<Goal, { kind: "metric" }>;
const essence = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();

/** Whether two goals measure the same thing in the same unit and towards the same side. */
const isSameIndicator = (a: Metric, b: Metric): boolean =>
	a.direction === b.direction &&
	essence(a.indicator) === essence(b.indicator) &&
	essence(a.unit) === essence(b.unit);

const isStricter = (own: Metric, above: Metric): boolean =>
	own.direction === "atMost" ? own.target < above.target : own.target > above.target;

export const anti05 = issueRule({
	id: "ANTI-05",
	group: "ANTI",
	severity: "warn",
	gate: "submitPlan",
	title: say("避免层层加码", "No stricter targets tier by tier"),
	statement: say(
		"同一指标的目标值比上级更严的，须说明理由",
		"A target that is stricter than the one above on the same indicator needs a reason",
	),
	params: [],
	src: ["seed1"],
	who: PLANNERS,
	check: ({ issue: { plan }, around: { parent } }) => {
		if (plan === undefined || parent === null || parent.goals.length === 0) return null;
		let drafts: FindingDraft<never>[] | null = null;
		for (const [index, own] of plan.goals.entries()) {
			if (own.kind !== "metric") continue;
			for (const above of parent.goals) {
				if (above.kind !== "metric" || !isSameIndicator(own, above) || !isStricter(own, above)) continue;
				drafts ??= [];
				drafts.push({
					field: `plan.goals.${index}.target`,
					message: say(
						`${own.indicator}的目标值${own.target}${own.unit}严于上级${formatNumber(parent.number, "zh-CN")}的${above.target}${above.unit}`,
						`The target of ${own.target}${own.unit} for ${own.indicator} is stricter than the ${above.target}${above.unit} of ${formatNumber(parent.number, "en")} above`,
					),
					clears: say("与上级目标一致，或说明理由", "Take the target of above, or give the reason"),
				});
			}
		}
		return drafts;
	},
});

const SENTENCE = /[。；;\n]/u;
const CLAUSE = /[，,：:]/u;
/** Who, to whom and under what: such a clause does nothing by itself. */
const FRAME = /^(?:由|对|经|按|根据|依照|依规|依法|视情|并?对)/u;

/**
 * Whether a measure does nothing but hold somebody to account. A sentence that also does something is a measure with a
 * threat at its end, which is no replacement of the work.
 */
function isOnlyAccountability(text: string, phrases: readonly string[]): boolean {
	const pattern = patternOf(phrases);
	if (!pattern.test(text)) return false;
	const clauses = text
		.split(SENTENCE)
		.flatMap((sentence) => sentence.split(CLAUSE))
		.map((clause) => clause.replace(/^[\s\p{P}\p{N}一二三四五六七八九十]+/u, ""))
		.filter((clause) => clause !== "");
	return clauses.every((clause) => pattern.test(clause) || FRAME.test(clause));
}

export const anti07 = issueRule({
	id: "ANTI-07",
	group: "ANTI",
	severity: "block",
	gate: "submitPlan",
	title: say("不得以问责代替整改", "Accountability is no rectification"),
	statement: say(
		"问责追责不得作为整改措施列入；问责按规定程序另行办理",
		"Holding people to account is not entered as a measure; it takes its own course",
	),
	params: ["accountabilityPhrases"],
	src: ["S55", "S36"],
	who: PLANNERS,
	check: ({ issue }, params) => {
		const phrases = params.strings("accountabilityPhrases");
		let drafts: FindingDraft<"accountabilityPhrases">[] | null = null;
		for (const [index, measure] of issue.measures.entries()) {
			// A document on responsibility (责任追究办法) is a mechanism, not an act on somebody.
			if (!isLive(measure) || measure.type === "policy") continue;
			if (!isOnlyAccountability(measure.text, phrases)) continue;
			const name = nameOf(measure, index);
			drafts ??= [];
			drafts.push({
				field: `measures.${index}.text`,
				message: say(
					`措施${name}只是问责，没有整改内容`,
					`Measure ${name} only holds people to account: nothing is put right by it`,
				),
				clears: say(
					"删去该措施，改列解决问题的措施；问责另行移送",
					"Take it out and enter what puts the problem right; refer the matter separately",
				),
			});
		}
		return drafts;
	},
});

/** Rules against plans that replace the work by something else. */
export const antiPlanRules = [anti03, anti04, anti05, anti07];
