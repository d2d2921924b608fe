import type { Issue } from "../issues/index.ts";
import { addWorkingDays, say } from "../kernel/index.ts";
import { goalsMet, unsettledMeasures } from "../progress/index.ts";
import { caseVocab, formatDate, formatNames } from "../vocabulary/index.ts";
import { missingForApplication, wantedItems } from "./dossier.ts";
import { LEAD, OFFICES } from "./refusals.ts";
import { BEFORE, closeOutRule } from "./rules-subject.ts";
import { closeOutOf, openSitesOf } from "./state.ts";

export const acc01 = closeOutRule({
	id: "ACC-01",
	group: "ACC",
	severity: "block",
	gate: "selfCheck",
	title: say("措施全部落实", "All measures carried out"),
	statement: say(
		"每条措施都已完成，或经批准不再实施，方可自查通过",
		"Every measure is done, or was let go by the approving tier, before the self-check",
	),
	params: [],
	src: ["S18"],
	who: ["leadUnit", "respUnit"],
	check: ({ issue }) => {
		if (!BEFORE.selfCheck(issue)) return null;
		const open = unsettledMeasures(issue).length;
		if (open === 0) return null;
		return {
			field: "measures",
			message: say(`还有${open}条措施没有完成`, `${open} measures are not done yet`),
			clears: say(
				"完成措施，或报批准方案的整改办同意不再实施",
				"Carry them out, or have them let go by the approving office",
			),
		};
	},
});

export const acc02 = closeOutRule({
	id: "ACC-02",
	group: "ACC",
	severity: "block",
	gate: "selfCheck",
	title: say("目标指标达到", "Goals are met"),
	statement: say(
		"方案中的指标和成果均已达到，并有监测数据或成果材料",
		"The plan's figures are reached and its deliverables are there, with what shows it",
	),
	params: [],
	src: ["S18", "S19"],
	who: ["leadUnit", "respUnit"],
	check: ({ issue }) => {
		if (!BEFORE.selfCheck(issue) || (issue.plan?.goals.length ?? 0) === 0) return null;
		const standing = goalsMet(issue);
		if (standing === "met") return null;
		return {
			field: "goals",
			message:
				standing === "unmet"
					? say("目标指标尚未达到", "A goal is not met yet")
					: say("目标指标还没有监测数据或成果材料", "A goal has no figure or deliverable yet"),
			clears: say("达到目标后登记监测数据或成果", "Record the figure or the deliverable once it is reached"),
		};
	},
});

export const acc03 = closeOutRule({
	id: "ACC-03",
	group: "ACC",
	severity: "block",
	gate: "applyAcceptance",
	title: say("销号档案齐全", "Dossier complete"),
	statement: say(
		"申请验收时，规则集所列档案中应由责任单位提供的材料齐全",
		"At the application the dossier holds what the rule set wants of the responsible side",
	),
	params: ["dossierItems"],
	src: ["S21", "S23", "S28"],
	who: LEAD,
	check: ({ issue }, params) => {
		if (!BEFORE.application(issue)) return null;
		const missing = missingForApplication(issue, wantedItems(params.strings("dossierItems")));
		if (missing.length === 0) return null;
		const names = (language: "zh" | "en", locale: "zh-CN" | "en") =>
			formatNames(
				missing.map((item) => caseVocab.dossierItem[item][language]),
				locale,
			);
		return {
			field: "dossier",
			message: say(`档案缺少${names("zh", "zh-CN")}`, `The dossier lacks ${names("en", "en")}`),
			clears: say("补齐材料", "Add what is missing"),
		};
	},
});

export const acc04 = closeOutRule({
	id: "ACC-04",
	group: "ACC",
	severity: "warn",
	gate: "applyAcceptance",
	title: say("及时申请验收", "Applied for in time"),
	statement: say(
		"自查通过后在规定的工作日内申请验收",
		"The application follows the self-check within a number of working days",
	),
	params: ["applyWd"],
	src: ["D"],
	who: LEAD,
	check: ({ issue }, params, { asOf, calendar }) => {
		const since = issue.closeOut?.selfCheck?.on;
		if (!BEFORE.application(issue) || since === undefined) return null;
		const wanted = params.number("applyWd");
		const due = addWorkingDays(calendar, since, wanted);
		if (!due.ok || asOf <= due.value) return null;
		return {
			message: say(
				`应于${formatDate(due.value, "zh-CN")}前申请验收（自查通过后${wanted}个工作日），已逾期`,
				`The application was due by ${formatDate(due.value, "en")} (${wanted} working days after the self-check)`,
			),
			clears: say("写明原因后申请验收", "Apply with the reason for the delay"),
		};
	},
});

export const acc13 = closeOutRule({
	id: "ACC-13",
	group: "ACC",
	severity: "block",
	gate: "closeOut",
	title: say("点位全部达标", "Every site accepted"),
	statement: say(
		"有一处点位没有整改到位，问题就不能自查通过和销号；规则集要求逐点销号的，每处都有现场核查",
		"One site that is not put right holds the issue up; where sites are closed out one by one, each was checked on the spot",
	),
	params: ["siteCloseout"],
	src: ["S27"],
	who: ["leadUnit", "respUnit", ...OFFICES],
	check: ({ issue }, params) => {
		if (issue.sites.length === 0) return null;
		const before = BEFORE.selfCheck(issue);
		if (!before && !BEFORE.wayOut(issue)) return null;
		const open = before
			? issue.sites.filter(({ state }) => state === "open" || state === "reopened")
			: openSitesOf(issue);
		const gate = before ? ("selfCheck" as const) : ("closeOut" as const);
		if (open.length > 0) {
			const [zh, en] = [namesOf(open, "zh-CN"), namesOf(open, "en")];
			return {
				field: "sites",
				gate,
				message: say(`点位${zh}没有整改到位`, `Sites that are not put right: ${en}`),
				clears: before
					? say("整改到位并逐处自查", "Put them right and self-check each")
					: say(
							"再次核查认定到位，或验收不通过、退回整改",
							"Check them again and find them done, or fail it and send it back to work",
						),
				used: [],
			};
		}
		if (before || !params.boolean("siteCloseout")) return null;
		const { siteChecks, selfCheck } = closeOutOf(issue);
		const since = selfCheck?.on;
		const seen = new Set(
			siteChecks
				.filter(({ finding, on }) => finding === "done" && (since === undefined || on >= since))
				.flatMap(({ siteIds }) => siteIds),
		);
		const unseen = issue.sites.filter(({ id }) => !seen.has(id));
		if (unseen.length === 0) return null;
		return {
			field: "siteChecks",
			message: say(
				`点位${namesOf(unseen, "zh-CN")}还没有现场核查`,
				`Sites that nobody has checked: ${namesOf(unseen, "en")}`,
			),
			clears: say("逐处现场核查", "Check each on the spot"),
		};
	},
});

const namesOf = (sites: Issue["sites"], language: "zh-CN" | "en"): string =>
	formatNames(
		sites.map(({ name }) => name),
		language,
	);
