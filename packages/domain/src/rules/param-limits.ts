import type { ParamName } from "./base-params.ts";
import type { ParamLimit, ParamMove, ParamUnit } from "./limits.ts";

/*
 * What an office may set each parameter to. No published document says how far a local office may depart from a
 * published figure, so every limit is a default of this design (`D`): the reasoning is that a place may be stricter than
 * what is published, never laxer. What decides about people's rights or about what counts as done is never an office's
 * own choice: it comes with the rule set.
 */

type Moves = readonly [province: ParamMove, city: ParamMove];
const FIXED: Moves = ["never", "never"];
const FREE: Moves = ["free", "free"];
const STRICT_UP: Moves = ["raise", "raise"];
const STRICT_DOWN: Moves = ["lower", "lower"];
/** The province as it sees fit, its cities only in the stricter way. */
const CITY_UP: Moves = ["free", "raise"];
const CITY_DOWN: Moves = ["free", "lower"];
const PROVINCE_ONLY: Moves = ["free", "never"];

const moves = ([province, city]: Moves) => ({ province, city, src: "D" });
type Steps = readonly [min: number, max: number, step?: number];
const number = ([min, max, step = 1]: Steps, unit: ParamUnit, who: Moves): ParamLimit => ({
	kind: "number",
	min,
	max,
	step,
	unit,
	...moves(who),
});
const numbers = ([min, max, step = 1]: Steps, unit: ParamUnit, most: number, who: Moves): ParamLimit => ({
	kind: "numbers",
	min,
	max,
	step,
	unit,
	most,
	...moves(who),
});
const flag = (who: Moves): ParamLimit => ({ kind: "flag", ...moves(who) });
const choice = (options: readonly string[], who: Moves): ParamLimit => ({
	kind: "choice",
	options: [...options],
	...moves(who),
});
const list = (
	options: readonly string[] | null,
	who: Moves,
	more: { needed?: readonly string[]; ordered?: boolean } = {},
): ParamLimit => ({
	kind: "words",
	options: options === null ? null : [...options],
	needed: [...(more.needed ?? [])],
	ordered: more.ordered ?? false,
	most: 60,
	...moves(who),
});

/** From the rarest to the most frequent: up is more often. */
const CADENCES = ["year", "halfYear", "quarter", "month", "fortnight"];
const TIERS = ["county", "city", "province"];
const ELEMENTS = [
	"goal",
	"deadline",
	"responsibleUnit",
	"responsibleLeader",
	"responsiblePersons",
	"supervisingUnit",
	"measures",
];
const MEASURE_TYPES = [
	"works",
	"enforcement",
	"policy",
	"documentAction",
	"monitoring",
	"relocation",
	"closure",
	"campaign",
	"assistance",
	"training",
];
const EVIDENCE = [
	"photoPair",
	"photoBefore",
	"photoAfter",
	"completionAcceptance",
	"monitoring",
	"decision",
	"execution",
	"issuedDocument",
	"request",
	"reply",
	"legalDecision",
	"screenedUnits",
	"results",
	"record",
	"report",
	"signIn",
	"contract",
	"satisfaction",
];
const DOSSIER = [
	"index",
	"sourceText",
	"plan",
	"measureTable",
	"evidence",
	"enforcementPapers",
	"selfCheckReport",
	"application",
	"siteCheckRecord",
	"expertOpinion",
	"acceptanceOpinion",
	"publicNotice",
	"satisfaction",
	"similarScreening",
	"longTermMechanism",
	"signatureSheet",
	"filing",
	"extensionPapers",
];
const LADDER = [
	"dispatch",
	"reminderLetter",
	"supervisionLetter",
	"circular",
	"admonitoryTalk",
	"listedSupervision",
	"referral",
];
const NOTICE_FIELDS = [
	"issue",
	"deadline",
	"goal",
	"responsibleUnit",
	"measures",
	"completion",
	"period",
	"contact",
	"channel",
];
const evidence = () => list(EVIDENCE, STRICT_UP);

export const PARAM_LIMITS: Readonly<Record<ParamName, ParamLimit>> = {
	requiredElements: list(ELEMENTS, FIXED),
	minMilestones: number([1, 12], "items", STRICT_UP),
	verifiableWords: list(null, PROVINCE_ONLY),
	planDueWd: number([10, 45], "workingDays", STRICT_DOWN),
	planWarnWd: number([3, 20], "workingDays", FREE),
	planContent: list(ELEMENTS, STRICT_UP),
	maxSimilarity: number([0.5, 1, 0.01], "ratio", CITY_DOWN),
	reviewCriteria: list(["reachable", "feasible", "landed", "reasonable"], FIXED),
	vacancyDays: number([1, 60], "days", CITY_DOWN),
	provisionalPhrases: list(null, STRICT_UP),
	provisionalTypes: list(MEASURE_TYPES, STRICT_UP),
	provisionalMaxDays: number([5, 90], "days", STRICT_DOWN),
	channels: number([1, 10], "channels", STRICT_UP),
	publishWithinWd: number([1, 40], "workingDays", CITY_DOWN),
	resultsReportMonths: number([1, 12], "months", STRICT_DOWN),
	resultsReportFrom: choice(["planApproved", "listIssued"], FIXED),
	deadlineCategories: list(["immediate", "fixed", "staged", "recurring", "longTerm"], FIXED),
	openEndedCategories: list(["immediate", "longTerm"], STRICT_DOWN),
	immediateDays: number([1, 60], "days", CITY_DOWN),
	reviewMonths: number([1, 24], "months", CITY_DOWN),
	bufferDays: number([0, 365], "days", CITY_DOWN),
	selfAcceptLeadDays: number([0, 180], "days", CITY_UP),
	selfAcceptTiers: list(TIERS, CITY_UP),
	extLeadDays: number([7, 180], "days", STRICT_UP),
	extMaxMonths: number([1, 12], "months", STRICT_DOWN),
	extMaxCount: number([0, 3], "times", CITY_DOWN),
	cadence: choice(CADENCES, CITY_UP),
	dispatchDay: number([1, 28], "dayOfMonth", CITY_DOWN),
	checkCadence: choice(CADENCES, CITY_UP),
	analysisCadence: choice(CADENCES, CITY_UP),
	ratingCadence: choice(CADENCES, CITY_UP),
	rankingCadence: choice(CADENCES, CITY_UP),
	contentBlocks: list(
		["issueProgress", "policiesMade", "goalCompletion", "accountability", "qualityChange", "publication"],
		STRICT_UP,
		{ needed: ["issueProgress"] },
	),
	sameTextSimilarity: number([0.6, 1, 0.01], "ratio", CITY_DOWN),
	sameTextPeriods: number([2, 6], "times", CITY_DOWN),
	stallDays: number([7, 90], "days", CITY_DOWN),
	scheduleTolerancePp: number([0, 20], "percentagePoints", CITY_DOWN),
	completedMeans: choice(["selfChecked", "accepted", "closed"], CITY_UP),
	leadDays: numbers([1, 365], "days", 6, FREE),
	yellowLagPp: number([1, 50], "percentagePoints", CITY_DOWN),
	redLagPp: number([5, 80], "percentagePoints", CITY_DOWN),
	palette: list(["blue", "green", "yellow", "red"], PROVINCE_ONLY, {
		needed: ["yellow", "red"],
		ordered: true,
	}),
	colourCadence: choice(CADENCES, CITY_UP),
	scoreYellowTwice: number([-10, 0, 0.5], "points", CITY_DOWN),
	scoreRed: number([-20, 0, 0.5], "points", CITY_DOWN),
	ladder: list(LADDER, PROVINCE_ONLY, { needed: ["dispatch", "referral"], ordered: true }),
	ladderLeadDays: number([1, 90], "days", CITY_UP),
	ladderCoolingDays: number([1, 90], "days", CITY_DOWN),
	yellowToLetter: number([1, 4], "times", CITY_DOWN),
	letterReplyWd: number([1, 20], "workingDays", CITY_DOWN),
	talkReplyDays: number([5, 60], "days", STRICT_DOWN),
	limitMonths: number([1, 12], "months", STRICT_DOWN),
	listedExtAskMonths: number([1, 6], "months", STRICT_UP),
	listedExtMaxMonths: number([1, 12], "months", STRICT_DOWN),
	upgradeRaises: list(["reportingBody", "format", "deadline", "channel"], STRICT_UP),
	evidenceWorks: evidence(),
	evidenceEnforcement: evidence(),
	evidencePolicy: evidence(),
	evidenceDocumentAction: evidence(),
	evidenceMonitoring: evidence(),
	evidenceRelocation: evidence(),
	evidenceClosure: evidence(),
	evidenceCampaign: evidence(),
	evidenceAssistance: evidence(),
	evidenceTraining: evidence(),
	siteRadiusM: number([20, 5000, 10], "metres", CITY_DOWN),
	bulkUploadShare: number([0.3, 1, 0.05], "ratio", CITY_DOWN),
	bulkUploadHours: number([6, 168], "hours", CITY_UP),
	bulkUploadMin: number([2, 50], "times", CITY_DOWN),
	bannedPhrases: list(null, STRICT_UP),
	phraseNegations: list(null, FIXED),
	accountabilityPhrases: list(null, STRICT_UP),
	maxReassign: number([1, 10], "times", CITY_DOWN),
	reminderShare: number([0.3, 1, 0.05], "ratio", CITY_DOWN),
	reminderMinUpdates: number([2, 50], "times", CITY_DOWN),
	reminderWindowDays: number([1, 14], "days", CITY_UP),
	tiers: list(TIERS, STRICT_UP, { ordered: true }),
	dossierItems: list(DOSSIER, STRICT_UP),
	applyWd: number([1, 30], "workingDays", CITY_DOWN),
	recordWd: number([1, 3], "workingDays", STRICT_DOWN),
	minCheckers: number([2, 10], "people", STRICT_UP),
	laxWords: list(null, STRICT_UP),
	criteriaSet: choice(["ah5", "hn3"], PROVINCE_ONLY),
	verifyWdCounty: number([1, 30], "workingDays", CITY_DOWN),
	verifyWdCity: number([1, 45], "workingDays", CITY_DOWN),
	verifyWdProvince: number([1, 60], "workingDays", PROVINCE_ONLY),
	acceptanceVerdicts: list(["pass", "conditional", "fail"], STRICT_DOWN, { needed: ["pass", "fail"] }),
	jointAcceptance: flag(PROVINCE_ONLY),
	supplementWd: number([1, 30], "workingDays", CITY_DOWN),
	experts: number([3, 15, 2], "people", STRICT_UP),
	siteAttendance: list(["leader", "worker"], STRICT_UP),
	noticeLength: number([7, 60], "days", STRICT_UP),
	noticeUnit: choice(["calendarDay", "workingDay"], STRICT_UP),
	countFirstDay: flag(STRICT_DOWN),
	noticeFields: list(NOTICE_FIELDS, STRICT_UP),
	objectionReplyWd: number([1, 20], "workingDays", CITY_DOWN),
	signers: list(
		["leadUnitPrincipal", "acceptanceUnit", "countyPrincipals", "rectificationOffice"],
		STRICT_UP,
		{
			ordered: true,
		},
	),
	closeoutSequence: list(["acceptance", "publicNotice", "signing", "filing"], FIXED, { ordered: true }),
	closeoutBody: choice(["acceptanceUnit", "leadUnit"], FIXED),
	closeoutScope: choice(["dated", "all"], PROVINCE_ONLY),
	closeoutKinds: list(["works", "nonWorks"], FIXED),
	filingWd: number([1, 30], "workingDays", CITY_DOWN),
	neverSilentTiers: list(TIERS, STRICT_UP),
	siteCloseout: flag(STRICT_UP),
	carryOverUnfinished: flag(PROVINCE_ONLY),
	watchMonths: numbers([1, 60], "months", 12, STRICT_UP),
	sampleRatio: number([0.01, 1, 0.01], "ratio", STRICT_UP),
	sampleFloor: number([1, 200], "items", STRICT_UP),
	sampleAlwaysKinds: list(["key", "recurrent", "complaintRepeat"], STRICT_UP),
	sampleStrata: list(["unit", "type"], STRICT_UP),
	reopenDueDays: number([1, 90], "days", CITY_DOWN),
	recurrenceCount: number([2, 5], "times", CITY_DOWN),
	recurrenceMonths: number([6, 60], "months", CITY_UP),
	complaintReplyDays: number([1, 10], "days", STRICT_DOWN),
	complaintReplyDaysProvincial: number([1, 30], "days", STRICT_DOWN),
	complaintWarnDays: number([1, 9], "days", FREE),
	dispatchHours: number([1, 72], "hours", STRICT_DOWN),
	complaintReturnHours: number([1, 72], "hours", CITY_DOWN),
	typeMode: choice(["multi", "single"], PROVINCE_ONLY),
	verdictValues: list(["true", "mostlyTrue", "partlyTrue", "untrue"], FIXED),
	untrueRateWarn: number([0.01, 0.5, 0.01], "ratio", CITY_DOWN),
	callbackRatioKey: number([0, 1, 0.05], "ratio", STRICT_UP),
	callbackRatioOthers: number([0, 1, 0.05], "ratio", STRICT_UP),
	repeatDays: number([30, 730], "days", CITY_UP),
	hotlineAcceptDays: number([1, 15], "days", STRICT_DOWN),
	hotlineFinishDays: number([1, 60], "days", STRICT_DOWN),
	hotlineExtensionDays: number([0, 30], "days", STRICT_DOWN),
	closureRateMode: choice(["strict", "broad", "both"], PROVINCE_ONLY),
	complaintCloseoutSteps: list(
		["ledger", "acceptance", "publicNotice", "signing", "review", "filing"],
		FIXED,
		{ ordered: true },
	),
	complaintFilePerCase: flag(STRICT_UP),
	maxFormsPerPeriod: number([1, 4], "items", STRICT_DOWN),
	publicFields: list(["coordinates", "enterpriseDetails"], ["free", "lower"]),
};

/** Whether a text names a parameter. */
export const isParamName = (text: string): text is ParamName => Object.hasOwn(PARAM_LIMITS, text);

/** Every parameter, in the order of the base rule set. */
export const PARAM_NAMES: readonly ParamName[] = Object.keys(PARAM_LIMITS).filter(isParamName);

/** What a parameter may be set to; null for a text that names none. */
export const limitOfParam = (name: string): ParamLimit | null =>
	isParamName(name) ? PARAM_LIMITS[name] : null;
