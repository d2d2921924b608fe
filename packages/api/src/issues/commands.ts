import {
	AnswerObjection,
	ApplyAcceptance,
	DecideAcceptance,
	DecideGate,
	EndNotice,
	FileCloseOut,
	GiveOpinion,
	MarkLongTerm,
	PublishResult,
	ReceiveFiling,
	RecordDiscussion,
	RecordExpertOpinion,
	RecordLookBack,
	RecordMechanism,
	RecordScreening,
	RecordSiteCheck,
	RegisterObjection,
	ReinforceIssue,
	ReopenIssue,
	ReviewLongTerm,
	RuleStandard,
	SelfCheck,
	SignCloseOut,
	StartNotice,
	SubmitSupplements,
} from "@zhenggai/domain/close-out";
import {
	AcknowledgeAssignment,
	AddMandate,
	AddMeasure,
	AddSite,
	AmendIssue,
	AmendMeasure,
	AmendSite,
	AssignIssue,
	AttachNotice,
	CancelMeasure,
	CarryOverIssue,
	DeclareNotOurs,
	DecomposeIssue,
	DetachNotice,
	EndAssignment,
	HandOverAssignment,
	type IssueCommand,
	type IssueDetail,
	MergeIssue,
	RecordSourceText,
	RegisterIssue,
	StartPlanning,
	WithdrawIssue,
} from "@zhenggai/domain/issues";
import { CommandEnvelope, IssueId, type Outcome, outcomeOf } from "@zhenggai/domain/kernel";
import {
	DecideExtension,
	DecidePlanChange,
	ProposePlanChange,
	PublishPlan,
	RequestExtension,
	ReviewPlan,
	SetGoals,
	SubmitPlan,
	WaivePlanItem,
} from "@zhenggai/domain/plans";
import {
	AttachEvidence,
	CompleteMeasure,
	CompleteMilestone,
	LogWork,
	OpenReportingCycle,
	RaiseDoubt,
	RecordDelivery,
	RecordReading,
	ReportProgress,
	ResolveDoubt,
	ReturnReport,
	SelfCheckSite,
	SetForecast,
	VerifyMeasure,
	VerifyMilestone,
	WaiveMeasure,
	WithdrawEvidence,
} from "@zhenggai/domain/progress";
import {
	ContestLight,
	DecideContest,
	RecordExposure,
	RecordLight,
	SettleExposure,
} from "@zhenggai/domain/supervision";
import { z } from "zod";
import { procedure } from "../trpc.ts";

/** What every command procedure takes: the issue, the command and what goes round it. */
type CommandRequest<C> = { issueId: IssueId; command: C; envelope: CommandEnvelope };

/** The same as the caller writes it, before it is checked. */
type CommandInput<I> = { issueId: string; command: I; envelope: z.input<typeof CommandEnvelope> };

// Made and typed by `detailOf` and checked against its schema by the services' tests: checking each page field by field
// once more on its way out took as long as deciding and writing the command. Named types keep the emitted declarations
// small: the detail would be written out once a verb otherwise.
const DetailOutcome: z.ZodType<Outcome<IssueDetail>> = outcomeOf(z.custom<IssueDetail>());

/** A mutation that runs one command of the issue decider. */
const command = <C extends IssueCommand, I>(schema: z.ZodType<C, I>) => {
	const request: z.ZodType<CommandRequest<C>, CommandInput<I>> = z.object({
		issueId: IssueId,
		command: schema,
		envelope: CommandEnvelope,
	});
	return procedure
		.input(request)
		.output(DetailOutcome)
		.mutation(({ ctx, input }) =>
			ctx.services.issues.commandIssue(ctx.actor, input.issueId, input.command, input.envelope),
		);
};

/** One procedure a verb; the names are those of the commands in the domain. */
export const issueCommands = {
	registerIssue: command(RegisterIssue),
	amendIssue: command(AmendIssue),
	recordSourceText: command(RecordSourceText),
	addMandate: command(AddMandate),
	assignIssue: command(AssignIssue),
	endAssignment: command(EndAssignment),
	handOverAssignment: command(HandOverAssignment),
	acknowledgeAssignment: command(AcknowledgeAssignment),
	startPlanning: command(StartPlanning),
	decomposeIssue: command(DecomposeIssue),
	declareNotOurs: command(DeclareNotOurs),
	addMeasure: command(AddMeasure),
	amendMeasure: command(AmendMeasure),
	cancelMeasure: command(CancelMeasure),
	addSite: command(AddSite),
	amendSite: command(AmendSite),
	attachNotice: command(AttachNotice),
	detachNotice: command(DetachNotice),
	mergeIssue: command(MergeIssue),
	carryOverIssue: command(CarryOverIssue),
	withdrawIssue: command(WithdrawIssue),
	setGoals: command(SetGoals),
	waivePlanItem: command(WaivePlanItem),
	submitPlan: command(SubmitPlan),
	reviewPlan: command(ReviewPlan),
	proposePlanChange: command(ProposePlanChange),
	decidePlanChange: command(DecidePlanChange),
	requestExtension: command(RequestExtension),
	decideExtension: command(DecideExtension),
	publishPlan: command(PublishPlan),
	logWork: command(LogWork),
	openReportingCycle: command(OpenReportingCycle),
	reportProgress: command(ReportProgress),
	returnReport: command(ReturnReport),
	setForecast: command(SetForecast),
	attachEvidence: command(AttachEvidence),
	withdrawEvidence: command(WithdrawEvidence),
	completeMilestone: command(CompleteMilestone),
	verifyMilestone: command(VerifyMilestone),
	completeMeasure: command(CompleteMeasure),
	verifyMeasure: command(VerifyMeasure),
	waiveMeasure: command(WaiveMeasure),
	recordReading: command(RecordReading),
	recordDelivery: command(RecordDelivery),
	selfCheckSite: command(SelfCheckSite),
	raiseDoubt: command(RaiseDoubt),
	resolveDoubt: command(ResolveDoubt),
	recordLight: command(RecordLight),
	contestLight: command(ContestLight),
	decideContest: command(DecideContest),
	recordExposure: command(RecordExposure),
	settleExposure: command(SettleExposure),
	selfCheck: command(SelfCheck),
	applyAcceptance: command(ApplyAcceptance),
	recordSiteCheck: command(RecordSiteCheck),
	recordExpertOpinion: command(RecordExpertOpinion),
	recordDiscussion: command(RecordDiscussion),
	ruleStandard: command(RuleStandard),
	giveOpinion: command(GiveOpinion),
	decideAcceptance: command(DecideAcceptance),
	submitSupplements: command(SubmitSupplements),
	decideGate: command(DecideGate),
	recordMechanism: command(RecordMechanism),
	recordScreening: command(RecordScreening),
	startNotice: command(StartNotice),
	registerObjection: command(RegisterObjection),
	answerObjection: command(AnswerObjection),
	endNotice: command(EndNotice),
	signCloseOut: command(SignCloseOut),
	fileCloseOut: command(FileCloseOut),
	receiveFiling: command(ReceiveFiling),
	publishResult: command(PublishResult),
	recordLookBack: command(RecordLookBack),
	reopenIssue: command(ReopenIssue),
	reinforceIssue: command(ReinforceIssue),
	markLongTerm: command(MarkLongTerm),
	reviewLongTerm: command(ReviewLongTerm),
};
