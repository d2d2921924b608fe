import { describe, expect, test } from "vitest";
import { type Actor, PersonId, RegionCode, type Role, UnitId } from "../kernel/index.ts";
import { type Action, allActions } from "./action.ts";
import { can, listScope } from "./can.ts";
import { type Involvement, placeResource, type Resource } from "./resource.ts";

const UNIT = UnitId.parse("00000002-0000-7000-8000-000000000001");
const OTHER_UNIT = UnitId.parse("00000002-0000-7000-8000-000000000002");
const PERSON = PersonId.parse("00000003-0000-7000-8000-000000000001");

const ROLES: readonly Role[] = [
	"provOffice",
	"cityOffice",
	"countyOffice",
	"leadingGroup",
	"leadUnit",
	"respUnit",
	"supUnit",
	"accUnit",
	"expert",
	"sector",
	"discipline",
	"liaison",
	"public",
	"enterprise",
	"auditor",
];

/*
 * domain.md §6 for the actions that exist, one letter a role, in the order of the columns above:
 *   .  never        A  everywhere                R  own region and below
 *   U  where the unit has a part                 P  where the unit or the person has a part
 *   W  where the unit leads or is responsible    L  where the unit leads
 *   C  own region, every list                    O  own region, lists of the own tier and below
 *   V  where the unit supervises                 Q  where the unit accepts
 *   X  where the person is one of the experts
 *   G  the lists of the top tier                 (O also stands for "the tier above decides": never its own list)
 *   S  as O, only what was found by the office itself
 *   H  what is kept at the own region itself (as R for those whose region is the resource's)
 */
const EXPECTED: Readonly<Record<Action, string>> = {
	//                       prov city county group lead resp sup acc expert sector disc liaison public ent audit
	viewIssue: "             R    R    R      R     R    R    R   R   X      R      R    R       .      U   R",
	viewJournal: "           R    R    R      R     U    U    U   U   .      U      R    .       .      .   R",
	viewComplaint: "         R    R    R      R     .    R    R   .   .      .      R    R       .      .   R",
	viewInspection: "        A    A    A      A     A    A    A   A   .      A      A    A       .      .   A",
	viewUnit: "              A    A    A      A     A    A    A   A   .      A      A    A       .      .   A",
	viewPerson: "            A    A    A      A     A    A    A   A   .      A      A    A       .      .   A",
	viewRule: "              A    A    A      A     A    A    A   A   A      A      A    A       .      A   A",
	viewSweep: "             R    R    R      R     .    .    .   .   .      .      .    .       .      .   R",
	runSweep: "              R    .    .      .     .    .    .   .   .      .      .    .       .      .   .",
	chooseRuleSet: "         R    R    .      .     .    .    .   .   .      .      .    .       .      .   .",
	changeParameter: "       R    R    .      .     .    .    .   .   .      .      .    .       .      .   .",
	withdrawParameter: "     R    R    .      .     .    .    .   .   .      .      .    .       .      .   .",
	limitParameter: "        R    .    .      .     .    .    .   .   .      .      .    .       .      .   .",
	registerCalendarYear: "  A    .    .      .     .    .    .   .   .      .      .    .       .      .   .",
	correctCalendarYear: "   A    .    .      .     .    .    .   .   .      .      .    .       .      .   .",
	registerInspection: "    C    O    S      .     .    .    .   .   .      .      .    .       .      .   .",
	amendInspection: "       C    O    S      .     .    .    .   .   .      .      .    .       .      .   .",
	registerIssue: "         C    O    S      .     .    .    .   .   .      .      .    .       .      .   .",
	addMandate: "            C    O    S      .     .    .    .   .   .      .      .    .       .      .   .",
	recordSourceText: "      C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	assignIssue: "           C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	endAssignment: "         C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	handOverAssignment: "    C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	decomposeIssue: "        C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	declareNotOurs: "        C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	attachNotice: "          C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	detachNotice: "          C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	mergeIssue: "            C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	carryOverIssue: "        C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	withdrawIssue: "         C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	acknowledgeAssignment: " C    O    O      P     P    P    P   P   .      P      .    .       .      P   .",
	startPlanning: "         .    .    .      .     L    .    .   .   .      .      .    .       .      .   .",
	amendIssue: "            C    O    O      .     W    W    .   .   .      .      .    .       .      .   .",
	addMeasure: "            C    O    O      .     W    W    .   .   .      .      .    .       .      .   .",
	amendMeasure: "          C    O    O      .     W    W    .   .   .      .      .    .       .      .   .",
	cancelMeasure: "         C    O    O      .     W    W    .   .   .      .      .    .       .      .   .",
	addSite: "               C    O    O      .     W    W    .   .   .      .      .    .       .      .   .",
	amendSite: "             C    O    O      .     W    W    .   .   .      .      .    .       .      .   .",
	setGoals: "               C    O    O      .     W    W    .   .   .      .      .    .       .      .   .",
	waivePlanItem: "          C    O    O      .     W    W    .   .   .      .      .    .       .      .   .",
	submitPlan: "             .    .    .      .     L    .    .   .   .      .      .    .       .      .   .",
	reviewPlan: "             .    O    .      G     .    .    .   .   .      .      .    .       .      .   .",
	proposePlanChange: "      .    .    .      .     L    .    .   .   .      .      .    .       .      .   .",
	decidePlanChange: "       .    O    .      G     .    .    .   .   .      .      .    .       .      .   .",
	requestExtension: "       .    .    .      .     L    .    .   .   .      .      .    .       .      .   .",
	decideExtension: "        O    O    .      G     .    .    .   .   .      .      .    .       .      .   .",
	publishPlan: "            C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	logWork: "                .    .    O      .     W    W    V   .   .      .      .    .       .      P   .",
	openReportingCycle: "     C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	reportProgress: "         .    .    O      .     W    W    .   .   .      .      .    .       .      .   .",
	returnReport: "           C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	setForecast: "            C    O    O      .     W    W    .   .   .      .      .    .       .      .   .",
	attachEvidence: "         C    O    O      .     W    W    V   Q   .      .      .    .       .      P   .",
	withdrawEvidence: "       C    O    O      .     W    W    V   Q   .      .      .    .       .      P   .",
	completeMilestone: "      .    .    O      .     W    W    .   .   .      .      .    .       .      .   .",
	verifyMilestone: "        C    O    O      .     .    .    V   Q   .      .      .    .       .      .   .",
	completeMeasure: "        .    .    O      .     W    W    .   .   .      .      .    .       .      .   .",
	verifyMeasure: "          C    O    O      .     .    .    V   Q   .      .      .    .       .      .   .",
	waiveMeasure: "           O    O    .      G     .    .    .   .   .      .      .    .       .      .   .",
	recordReading: "          .    .    O      .     W    W    .   .   .      .      .    .       .      .   .",
	recordDelivery: "         .    .    O      .     W    W    .   .   .      .      .    .       .      .   .",
	selfCheckSite: "          .    .    O      .     W    W    .   .   .      .      .    .       .      .   .",
	raiseDoubt: "             R    R    R      .     .    .    V   Q   .      .      R    .       .      .   .",
	resolveDoubt: "           R    R    R      .     .    .    V   .   .      .      .    .       .      .   .",
	recordLight: "            C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	contestLight: "           .    .    .      .     W    W    .   .   .      .      .    .       .      .   .",
	decideContest: "          R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	recordExposure: "         R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	settleExposure: "         R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	draftInstrument: "        R    R    R      .     .    .    V   .   .      R      R    .       .      .   .",
	approveInstrument: "      .    .    .      R     .    .    .   .   .      .      .    .       .      .   .",
	issueInstrument: "        R    R    R      R     .    .    .   .   .      .      R    .       .      .   .",
	acknowledgeInstrument: "  R    R    R      .     R    R    R   R   .      R      .    .       .      P   .",
	readdressInstrument: "    R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	holdTalk: "               R    R    R      R     .    .    .   .   .      .      .    .       .      .   .",
	minuteTalk: "             R    R    R      R     .    .    .   .   .      .      .    .       .      .   .",
	replyInstrument: "        R    R    R      .     R    R    R   R   .      R      .    .       .      P   .",
	verifyReply: "            R    R    R      .     .    .    .   .   .      .      R    .       .      .   .",
	liftInstrument: "         R    R    R      R     .    .    .   .   .      .      R    .       .      .   .",
	escalateInstrument: "     R    R    R      R     .    .    .   .   .      .      .    .       .      .   .",
	discardInstrument: "      R    R    R      R     .    .    V   .   .      R      R    .       .      .   .",
	extendListing: "          R    R    R      R     .    .    .   .   .      .      .    .       .      .   .",
	preAcceptListing: "       R    R    R      .     .    .    .   Q   .      .      .    .       .      .   .",
	unlist: "                 R    R    R      R     .    .    .   .   .      .      .    .       .      .   .",
	failListing: "            R    R    R      R     .    .    .   .   .      .      .    .       .      .   .",
	selfCheck: "              .    .    .      .     L    .    .   .   .      .      .    .       .      .   .",
	applyAcceptance: "        .    .    .      .     L    .    .   .   .      .      .    .       .      .   .",
	recordSiteCheck: "        R    R    R      .     .    .    V   Q   .      .      .    .       .      .   .",
	recordExpertOpinion: "    R    R    R      .     .    .    .   Q   .      .      .    .       .      .   .",
	recordDiscussion: "       R    R    R      .     L    .    .   Q   .      .      .    .       .      .   .",
	ruleStandard: "           .    .    .      .     .    .    .   .   .      R      .    .       .      .   .",
	giveExpertOpinion: "      .    .    .      .     .    .    .   .   X      .      .    .       .      .   .",
	giveOpinion: "            .    .    .      .     .    .    V   .   .      .      .    .       .      .   .",
	decideAcceptance: "       R    R    R      .     .    .    .   Q   .      .      .    .       .      .   .",
	submitSupplements: "      .    .    .      .     L    .    .   .   .      .      .    .       .      .   .",
	decideGate: "             R    R    R      R     .    .    .   Q   .      .      .    .       .      .   .",
	recordMechanism: "        C    O    O      .     W    W    .   .   .      .      .    .       .      .   .",
	recordScreening: "        C    O    O      .     W    W    .   .   .      .      .    .       .      .   .",
	startNotice: "            C    O    O      .     L    .    .   .   .      .      .    .       .      .   .",
	registerObjection: "     R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	answerObjection: "        R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	endNotice: "              C    O    O      .     L    .    .   .   .      .      .    .       .      .   .",
	signCloseOut: "           R    R    R      R     L    .    .   Q   .      .      .    .       .      .   .",
	fileCloseOut: "           C    O    O      .     L    .    .   .   .      .      .    .       .      .   .",
	receiveFiling: "          O    O    .      G     .    .    .   .   .      .      .    .       .      .   .",
	publishResult: "          C    O    O      .     L    .    .   .   .      .      .    .       .      .   .",
	recordLookBack: "         R    R    R      .     .    .    V   Q   .      R      .    .       .      .   .",
	reopenIssue: "            R    R    R      R     .    .    .   .   .      .      .    .       .      .   .",
	reinforceIssue: "         R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	markLongTerm: "           C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	reviewLongTerm: "         C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	registerComplaint: "     R    R    R      .     .    .    .   .   .      .      .    R       .      .   .",
	amendComplaint: "        R    R    R      .     .    .    .   .   .      .      .    R       .      .   .",
	relateComplaint: "       R    R    R      .     .    .    .   .   .      .      .    R       .      .   .",
	unrelateComplaint: "     R    R    R      .     .    .    .   .   .      .      .    R       .      .   .",
	withdrawComplaint: "     R    R    R      .     .    .    .   .   .      .      .    R       .      .   .",
	viewReferral: "          H    H    R      H     .    .    .   .   .      .      R    .       .      .   .",
	draftReferral: "         H    H    R      .     .    .    .   .   .      .      .    .       .      .   .",
	amendReferral: "         H    H    R      .     .    .    .   .   .      .      .    .       .      .   .",
	submitReferral: "        H    H    R      .     .    .    .   .   .      .      .    .       .      .   .",
	withdrawReferral: "      H    H    R      .     .    .    .   .   .      .      .    .       .      .   .",
	returnReferral: "        .    .    .      H     .    .    .   .   .      .      .    .       .      .   .",
	decideReferral: "        .    .    .      H     .    .    .   .   .      .      .    .       .      .   .",
	receiveReferral: "       .    .    .      .     .    .    .   .   .      .      R    .       .      .   .",
	recordOutcome: "         .    .    .      .     .    .    .   .   .      .      R    .       .      .   .",
	recordAppeal: "          .    .    .      .     .    .    .   .   .      .      R    .       .      .   .",
	decideAppeal: "          .    .    .      .     .    .    .   .   .      .      R    .       .      .   .",
	viewScreening: "         R    R    R      R     R    R    R   R   .      R      R    .       .      .   R",
	startScreening: "        C    O    O      .     L    .    .   .   .      .      .    .       .      .   .",
	amendScreening: "        C    O    O      .     L    .    .   .   .      .      .    .       .      .   .",
	recordScreened: "        R    R    R      .     W    W    .   .   .      .      .    .       .      .   .",
	waiveTarget: "           C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	openFound: "             R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	dismissFound: "          R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	produceInstitution: "    C    O    O      .     L    .    .   .   .      .      .    .       .      .   .",
	closeScreening: "        C    O    O      .     L    .    .   .   .      .      .    .       .      .   .",
	cancelScreening: "       C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	viewDraw: "              R    R    R      R     .    .    R   R   .      R      R    .       .      .   R",
	openDraw: "              R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	freezeFrame: "           R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	drawLookBacks: "         R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	assignChecker: "         R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	recordDrawn: "           R    R    R      .     .    .    R   R   .      R      .    .       .      .   .",
	linkLookBack: "          R    R    R      .     .    .    R   R   .      R      .    .       .      .   .",
	waiveDrawn: "            R    R    R      R     .    .    .   .   .      .      .    .       .      .   .",
	closeDraw: "             R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	cancelDraw: "            R    R    R      R     .    .    .   .   .      .      .    .       .      .   .",
	viewPublicNotice: "      A    A    A      A     A    A    A   A   A      A      A    A       A      A   A",
	objectPublicly: "        A    A    A      A     A    A    A   A   A      A      A    A       A      A   A",
	registerRegion: "        R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	registerUnit: "          R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	amendUnit: "             R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	registerPerson: "        R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	amendPerson: "           R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	importDocument: "        R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	undoImport: "            C    O    O      .     .    .    .   .   .      .      .    .       .      .   .",
	viewUser: "              R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	registerUser: "          R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	viewApiKey: "            R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	createApiKey: "          R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	revokeApiKey: "          R    R    R      .     .    .    .   .   .      .      .    .       .      .   .",
	createSignInLink: "      .    .    .      .     .    .    .   .   .      .      .    .       .      .   .",
};

type Scenario =
	| "nothing to do with it"
	| "its unit leads"
	| "its unit is responsible"
	| "its unit supervises"
	| "its unit accepts"
	| "only the person is named"
	| "the person is one of the experts"
	| "the part of its unit, but outside of the region"
	| "a list of the central tier"
	| "found by the office itself"
	| "kept at its own region";

const ALL: readonly Scenario[] = [
	"nothing to do with it",
	"its unit leads",
	"its unit is responsible",
	"its unit supervises",
	"its unit accepts",
	"only the person is named",
	"the person is one of the experts",
	"the part of its unit, but outside of the region",
	"a list of the central tier",
	"found by the office itself",
	"kept at its own region",
];
const INSIDE = ALL.filter((scenario) => scenario !== "the part of its unit, but outside of the region");

/** In which scenarios a letter lets somebody through. */
const LETS_THROUGH: Readonly<Record<string, readonly Scenario[]>> = {
	".": [],
	A: ALL,
	R: INSIDE,
	C: INSIDE,
	O: INSIDE.filter((scenario) => scenario !== "a list of the central tier"),
	S: ["found by the office itself"],
	U: ["its unit leads", "its unit is responsible", "its unit supervises", "its unit accepts"],
	P: [
		"its unit leads",
		"its unit is responsible",
		"its unit supervises",
		"its unit accepts",
		"only the person is named",
		"the person is one of the experts",
	],
	V: ["its unit supervises"],
	Q: ["its unit accepts"],
	X: ["the person is one of the experts"],
	G: ["a list of the central tier"],
	H: ["kept at its own region"],
	W: ["its unit leads", "its unit is responsible"],
	L: ["its unit leads"],
};

const HOME: Readonly<Record<string, string>> = {
	provOffice: "990000",
	cityOffice: "990100",
	countyOffice: "990102",
	leadingGroup: "990000",
};

const actorOf = (role: Role): Actor => ({
	kind: "person",
	userId: role,
	personId: PERSON,
	name: role,
	role,
	region: RegionCode.parse(HOME[role] ?? "990102"),
	unitId: UNIT,
});

const part = (role: Involvement["role"], unitId = UNIT): Involvement => ({ role, unitId, personId: null });

function resourceOf(scenario: Scenario, role: Role): Resource {
	const base: Resource = {
		...placeResource(RegionCode.parse("990102")),
		tier: "county",
		involved: [part("lead", OTHER_UNIT), part("responsible", OTHER_UNIT)],
	};
	switch (scenario) {
		case "nothing to do with it":
			return base;
		case "its unit leads":
			return { ...base, involved: [part("lead")] };
		case "its unit is responsible":
			return { ...base, involved: [part("responsible")] };
		case "its unit supervises":
			return { ...base, involved: [part("supervising")] };
		case "its unit accepts":
			return { ...base, involved: [part("acceptance")] };
		case "only the person is named":
			return { ...base, involved: [{ role: "responsibleLeader", unitId: null, personId: PERSON }] };
		case "the person is one of the experts":
			return { ...base, involved: [{ role: "expert", unitId: null, personId: PERSON }] };
		case "the part of its unit, but outside of the region":
			return { ...base, region: RegionCode.parse("980102"), involved: [part("lead")] };
		case "a list of the central tier":
			return { ...base, tier: "central" };
		case "found by the office itself":
			return { ...base, selfFound: true };
		case "kept at its own region":
			return { ...base, region: RegionCode.parse(HOME[role] ?? "990102") };
	}
}

test("[access I1] the expectations name every action and every role once", () => {
	expect(Object.keys(EXPECTED).sort()).toEqual([...allActions].sort());
	for (const letters of Object.values(EXPECTED))
		expect(letters.trim().split(/\s+/)).toHaveLength(ROLES.length);
});

describe.each(
	Object.entries(EXPECTED).map(([action, letters]) => ({ action, letters: letters.trim().split(/\s+/) })),
)("$action", ({ action, letters }) => {
	const named = allActions.find((known) => known === action);
	test.each(ROLES.map((role, index) => ({ role, letter: letters[index] ?? "?" })))(
		"[access I1] [access I2] [access I3] [access I4] $role: $letter",
		({ role, letter }) => {
			if (named === undefined) throw new Error(`no such action: ${action}`);
			const passed = ALL.filter((scenario) => can(actorOf(role), named, resourceOf(scenario, role)) === null);
			expect(passed).toEqual(ALL.filter((scenario) => LETS_THROUGH[letter]?.includes(scenario)));
		},
	);
});

test.each(["viewIssue", "viewJournal", "viewComplaint", "viewScreening", "viewDraw"] as const)(
	"[access I6] the filter of lists lets through exactly what %s allows",
	(action) => {
		for (const role of ROLES) {
			const who = actorOf(role);
			const scope = listScope(who, action);
			for (const scenario of ALL) {
				const resource = resourceOf(scenario, role);
				const listed =
					scope !== null &&
					(resource.region ?? "").startsWith(scope.regionPrefix) &&
					(scope.unitId === null ||
						resource.involved.some(({ role: held, unitId, personId }) =>
							[unitId, held === "expert" ? personId : null].includes(scope.unitId),
						));
				expect([role, scenario, listed]).toEqual([role, scenario, can(who, action, resource) === null]);
			}
		}
	},
);
