import type { CloseOutVerb } from "@zhenggai/domain/close-out";
import { nextVerbOf } from "@zhenggai/domain/issues";
import type { Bilingual } from "@zhenggai/domain/kernel";
import type { PlanVerb } from "@zhenggai/domain/plans";
import type { ProgressVerb } from "@zhenggai/domain/progress";
import type { SupervisionVerb } from "@zhenggai/domain/supervision";
import { caseBadges, caseVocab, isLabelled, type Labels, type vocab } from "@zhenggai/domain/vocabulary";
import { hasInstrumentForm } from "../forms/instrument-forms.ts";
import { issueForm } from "../forms/issue-forms.ts";
import type { Action } from "../panes/screen.ts";
import { say } from "../say.ts";
import { isHere } from "./here.ts";
import type { IssueDetail } from "./wire.ts";

type LoopVerb = typeof vocab.loopVerb extends Labels<infer K> ? K : never;
type RoomName = "plans" | "progress" | "supervision" | "closeOut";

/** The rooms in the order of an issue's life. */
const ROOMS: Readonly<Record<RoomName | "issues", Bilingual>> = {
	issues: say("台账", "Ledger"),
	plans: say("方案", "Plan"),
	progress: say("进展", "Progress"),
	supervision: say("督办", "Supervision"),
	closeOut: say("验收销号", "Acceptance and close-out"),
};
const ORDER = ["issues", "plans", "progress", "supervision", "closeOut"] as const;

/** Where every verb of the loop belongs. */
const ROOM_OF = {
	setGoals: "plans",
	waivePlanItem: "plans",
	submitPlan: "plans",
	reviewPlan: "plans",
	proposePlanChange: "plans",
	decidePlanChange: "plans",
	requestExtension: "plans",
	decideExtension: "plans",
	publishPlan: "plans",
	logWork: "progress",
	openReportingCycle: "progress",
	reportProgress: "progress",
	returnReport: "progress",
	setForecast: "progress",
	attachEvidence: "progress",
	withdrawEvidence: "progress",
	completeMilestone: "progress",
	verifyMilestone: "progress",
	completeMeasure: "progress",
	verifyMeasure: "progress",
	waiveMeasure: "progress",
	recordReading: "progress",
	recordDelivery: "progress",
	selfCheckSite: "progress",
	raiseDoubt: "progress",
	resolveDoubt: "progress",
	recordLight: "supervision",
	contestLight: "supervision",
	decideContest: "supervision",
	recordExposure: "supervision",
	settleExposure: "supervision",
	selfCheck: "closeOut",
	applyAcceptance: "closeOut",
	recordSiteCheck: "closeOut",
	recordExpertOpinion: "closeOut",
	giveExpertOpinion: "closeOut",
	recordDiscussion: "closeOut",
	ruleStandard: "closeOut",
	giveOpinion: "closeOut",
	decideAcceptance: "closeOut",
	submitSupplements: "closeOut",
	decideGate: "closeOut",
	recordMechanism: "closeOut",
	recordScreening: "closeOut",
	startNotice: "closeOut",
	registerObjection: "closeOut",
	answerObjection: "closeOut",
	endNotice: "closeOut",
	signCloseOut: "closeOut",
	fileCloseOut: "closeOut",
	receiveFiling: "closeOut",
	publishResult: "closeOut",
	recordLookBack: "closeOut",
	reopenIssue: "closeOut",
	reinforceIssue: "closeOut",
	markLongTerm: "closeOut",
	reviewLongTerm: "closeOut",
} as const satisfies Record<PlanVerb, "plans"> &
	Record<ProgressVerb, "progress"> &
	Record<SupervisionVerb, "supervision"> &
	Record<CloseOutVerb, "closeOut"> &
	Record<LoopVerb, RoomName>;

const roomOf = (verb: string): RoomName | "issues" =>
	Object.entries(ROOM_OF).find(([known]) => known === verb)?.[1] ?? "issues";

/** Lights are recorded by the ledger itself: nobody does it by hand. */
const BY_ITSELF: ReadonlySet<string> = new Set<LoopVerb>(["recordLight"]);

/** The ladder: what is proposed first, then what a person may choose. */
function ladderActions({ supervision, proposals }: IssueDetail): Action[] {
	return supervision.ladder
		.map(({ kind, refusals }): Action & { proposed: boolean } => {
			const words = caseVocab.instrumentKind[kind];
			const proposed = proposals.some((one) => one.kind === kind);
			return {
				verb: `draft:${kind}`,
				label: say(
					`拟制${words.zh}${proposed ? "（建议）" : ""}`,
					`Draft ${words.en}${proposed ? " (proposed)" : ""}`,
				),
				allowed: refusals.length === 0,
				...{ refusals, group: ROOMS.supervision, proposed },
			};
		})
		.toSorted((a, b) => Number(b.proposed) - Number(a.proposed));
}

/** The instruments that are not over yet, each with what may be done with it. */
const instrumentActions = ({ instruments }: IssueDetail): Action[] =>
	instruments
		.filter(({ stage }) => stage !== "over")
		.map(({ id, kind, stage, documentNumber }) => {
			const words = caseVocab.instrumentKind[kind];
			const where = caseBadges.instrumentStage[stage].word;
			const number = documentNumber ?? "";
			return {
				verb: `instrument:${id}`,
				label: say(`${words.zh}${number}：${where.zh}`, `${words.en} ${number}: ${where.en}`),
				...{ allowed: true, refusals: [], group: ROOMS.supervision },
			};
		});

/** The one act on an instrument that somebody came for, `instrument:<id>:<verb>`. */
function actOnInstrument({ instruments }: IssueDetail, wanted: string): Action[] {
	const [head, id, verb = ""] = wanted.split(":");
	if (head !== "instrument" || !isLabelled(caseVocab.instrumentVerb, verb)) return [];
	const words = caseVocab.instrumentVerb[verb];
	const kind = instruments.find((one) => one.id === id)?.kind;
	const what = kind === undefined ? say("督办文书", "instrument") : caseVocab.instrumentKind[kind];
	return [
		{
			verb: wanted,
			label: say(`${words.zh}：${what.zh}`, `${words.en}: ${what.en}`),
			...{ allowed: true, refusals: [], onWeb: !hasInstrumentForm(verb) },
		},
	];
}

const hasForm = (verb: string): boolean =>
	isHere(verb) || issueForm(verb) !== null || hasInstrumentForm(verb) || verb.includes(":");

/**
 * What can be done with an issue: the step that comes next first, then room by room what can be done and what cannot.
 * `wanted` is the step that the reader came for, in place of the usual next one.
 */
export function issueActions(detail: IssueDetail, wanted: string | null): readonly Action[] {
	const next = wanted ?? nextVerbOf(detail, detail.actions);
	const all = [
		...detail.actions
			.filter(({ verb }) => !BY_ITSELF.has(verb))
			.map(
				(action): Action => ({ ...action, group: ROOMS[roomOf(action.verb)], onWeb: !hasForm(action.verb) }),
			),
		...instrumentActions(detail),
		...ladderActions(detail),
	];
	const first =
		next === null ? [] : [...all.filter(({ verb }) => verb === next), ...actOnInstrument(detail, next)];
	const rest = ORDER.flatMap((room) => {
		const own = all.filter(({ verb, group }) => verb !== next && group === ROOMS[room]);
		return [...own.filter(({ allowed }) => allowed), ...own.filter(({ allowed }) => !allowed)];
	});
	return [...first.map((action) => ({ ...action, group: say("下一步", "Next step"), next: true })), ...rest];
}
