import type { Issue, IssueContext } from "../issues/index.ts";
import {
	accept,
	type Decision,
	isSameParty,
	type Refusal,
	type Role,
	refusal,
	reject,
	say,
	shanghaiDate,
	type Tier,
} from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { caseVocab, formatDate, labelOr, vocab } from "../vocabulary/index.ts";
import { archiveFiles, archiveIndex } from "./archive.ts";
import { bodyGuard, type CommandOf, dayGuard, isSamePerson, standsApart } from "./asking.ts";
import { answerDueOn, isSilent, maySilenceCount } from "./by-itself.ts";
import type { Filing, Signature } from "./closing-end.ts";
import { stepGuard } from "./decide-notice.ts";
import type { CloseOutEvent } from "./events.ts";
import { doneAlready, OFFICES, ownWork, reasonNeeded } from "./refusals.ts";
import { isLastSignature, nextSigner, signersOf, stepLeft } from "./sequence.ts";
import { closeOutOf } from "./state.ts";

const SIGNING: readonly Role[] = ["leadUnit", "accUnit", "leadingGroup", ...OFFICES];

/** Who can sign as whom. A place's own name for a signer can be signed by whoever may sign at all. */
const SIGNS_AS: Readonly<Record<string, readonly Role[]>> = {
	leadUnitPrincipal: ["leadUnit"],
	acceptanceUnit: ["accUnit"],
	countyPrincipals: ["leadingGroup"],
	rectificationOffice: OFFICES,
};

/** Roles that sign as a signer of this issue: where no acceptance unit is named, the office that accepted it does. */
function rolesOf(issue: Issue, signer: string): readonly Role[] {
	const named = issue.assignments.some((held) => isActive(held) && held.role === "acceptance");
	if (signer === "acceptanceUnit" && !named) return OFFICES;
	return Object.hasOwn(SIGNS_AS, signer) ? (SIGNS_AS[signer] ?? SIGNING) : SIGNING;
}

const signerName = (signer: string) => ({
	zh: labelOr(caseVocab.closeOutSigner, signer, "zh-CN"),
	en: labelOr(caseVocab.closeOutSigner, signer, "en"),
});

/** CLO-01: whose turn it is, and that nobody signs twice or for the other side. */
function turnGuard(issue: Issue, context: IssueContext): Refusal[] {
	const signer = nextSigner(issue, context.rules);
	if (signer === null || !("role" in context.actor)) return [];
	const { signatures } = closeOutOf(issue);
	const roles = rolesOf(issue, signer);
	const name = signerName(signer);
	const own = signer !== "leadUnitPrincipal" && !standsApart(issue, [], context.stamp);
	// Who confirms that everybody of a shortened list has signed signs for the office, whether he signed before or not.
	const everybody = signersOf(context.rules).every((of) => signatures.some((held) => held.signer === of));
	return [
		...(roles.includes(context.actor.role)
			? []
			: [
					refusal(
						"CLO-01",
						say(`现在应由${name.zh}签字`, `The next to sign: ${name.en}`),
						say("按次序签字", "Sign in the order of the list"),
						{ field: "signer", who: roles, basis: "S17 S21" },
					),
				]),
		...(!everybody && signatures.some((held) => isSamePerson(held.by, context.stamp))
			? [
					refusal(
						"CLO-01",
						say("一人一签，您已签字", "Nobody signs twice, and you signed already"),
						say("由另一人签字", "Somebody else has to sign"),
						{ field: "signer", who: roles, basis: "S21" },
					),
				]
			: []),
		...(own ? [ownWork(say("代表该方签字", "sign for that side"))] : []),
	];
}

/** What keeps somebody from signing whatever the opinion is. */
export const signGuard = (issue: Issue, context: IssueContext): readonly Refusal[] => {
	const step = stepGuard(issue, "signing", vocab.issueVerb.signCloseOut, context);
	return step.length > 0 ? step : turnGuard(issue, context);
};

/** Signs the close-out; the last signature of the list leads to the rule set's next step. */
export function decideSign(
	issue: Issue,
	{ signer, name, opinion }: CommandOf<"signCloseOut">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const wanted = nextSigner(issue, context.rules);
	const guard = signGuard(issue, context);
	const refusals = [
		...guard,
		...(guard.length === 0 && signer !== wanted
			? [
					refusal(
						"CLO-01",
						say(
							`现在应由${signerName(wanted ?? "").zh}签字`,
							`The next to sign: ${signerName(wanted ?? "").en}`,
						),
						say("按次序签字", "Sign in the order of the list"),
						{ field: "signer", who: SIGNING, basis: "S17 S21" },
					),
				]
			: []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const signature: Signature = { signer, name, opinion, at, by };
	return isLastSignature(issue, context.rules, signer)
		? accept<CloseOutEvent>({
				type: "signaturesCompleted",
				at,
				signature,
				next: stepLeft(issue, context.rules, "signing"),
			})
		: accept<CloseOutEvent>({ type: "closeOutSigned", at, signature });
}

const ABOVE: Readonly<Record<Tier, Tier>> = {
	county: "city",
	city: "province",
	province: "central",
	central: "central",
};

const pendingFiling = (issue: Issue): Filing | undefined =>
	closeOutOf(issue).filings.find(({ receipt }) => receipt === null);

/** What keeps it from being filed: it is on its way already. */
export const fileGuard = (issue: Issue, context: IssueContext): readonly Refusal[] => [
	...bodyGuard(context, vocab.issueVerb.fileCloseOut),
	...(pendingFiling(issue) === undefined ? [] : [doneAlready(vocab.issueVerb.fileCloseOut)]),
];

/** Files the close-out with the tier above. */
export function decideFile(
	issue: Issue,
	{ documentNumber, on }: CommandOf<"fileCloseOut">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const { signatures, notices } = closeOutOf(issue);
	const last = [signatures.at(-1)?.at, notices.at(-1)?.ended?.at].flatMap((at) => at ?? []).toSorted();
	const since = last.at(-1);
	const refusals = [
		...fileGuard(issue, context),
		...dayGuard(on, context, {
			rule: "CLO-03",
			field: "on",
			who: OFFICES,
			from: since === undefined ? null : shanghaiDate(since),
		}),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const filing: Filing = { documentNumber, on, to: ABOVE[issue.tier], at, by, receipt: null };
	return accept<CloseOutEvent>({ type: "closeOutFiled", at, filing });
}

const RECEIVERS: readonly Role[] = ["provOffice", "cityOffice", "leadingGroup"];

/** What keeps a filing from being answered: there is none, or whoever asks filed it. */
export function receiveGuard(issue: Issue, context: IssueContext): readonly Refusal[] {
	const filing = pendingFiling(issue);
	if (filing === undefined) {
		return [
			refusal("CLO-03", say("尚未报送备案", "It is not filed yet"), say("先报送备案", "File it first"), {
				who: OFFICES,
				basis: "S18",
			}),
		];
	}
	const own = isSameParty(filing.by, context.stamp) || !standsApart(issue, [], context.stamp);
	return own ? [ownWork(say("接收备案", "receive the filing"))] : [];
}

/** CLO-03: silence counts as noted only after its time, and at no tier where the rule set says never. */
function silenceGuard(filing: Filing, context: IssueContext): Refusal[] {
	if (!maySilenceCount(filing.to, context.rules)) {
		return [
			refusal(
				"CLO-03",
				say(
					`${vocab.tier[filing.to].zh}备案不以默认视为同意`,
					`At the ${vocab.tier[filing.to].en} silence never counts`,
				),
				say("由接收方明确同意或退回", "The office that received it accepts or returns it"),
				{ field: "verdict", who: RECEIVERS, basis: "S18 S21" },
			),
		];
	}
	const over = isSilent(filing, context.rules, context.calendar, shanghaiDate(context.now));
	if (!over.ok) return [...over.refusals];
	if (over.value) return [];
	const due = answerDueOn(filing, context.rules, context.calendar);
	const day = (language: "zh-CN" | "en") =>
		due.ok ? formatDate(due.value, language) : language === "en" ? "its time" : "规定期限";
	return [
		refusal(
			"CLO-03",
			say(`${day("zh-CN")}之后仍未回复的才可作知悉`, `It counts as noted only after ${day("en")}`),
			say("同意或退回", "Accept or return it"),
			{ field: "verdict", who: RECEIVERS, basis: "S18 S21" },
		),
	];
}

/** The ledger itself takes note that nobody answered; an answer is somebody's. */
const onlyNoted = (): Refusal =>
	refusal(
		"CLO-03",
		say("同意或退回须由接收方作出", "Only the office that received it accepts or returns it"),
		say("由接收方办理", "Have the office that received it do so"),
		{ field: "verdict", who: RECEIVERS, basis: "S18 S21" },
	);

/** The tier above answers the filing: accepted or noted closes the issue and freezes its archive (CLO-06). */
export function decideReceive(
	issue: Issue,
	{ verdict, reason }: CommandOf<"receiveFiling">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const filing = pendingFiling(issue);
	const refusals = [
		...receiveGuard(issue, context),
		...(verdict === "returned" && reason === null ? [reasonNeeded("CLO-03", "reason", RECEIVERS)] : []),
		...(verdict !== "noted" && context.actor.kind === "system" ? [onlyNoted()] : []),
		...(verdict === "noted" && filing !== undefined ? silenceGuard(filing, context) : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	if (verdict === "returned") {
		return accept<CloseOutEvent>({ type: "filingReturned", at, by, reason: reason ?? "" });
	}
	const archive = {
		at,
		version: issue.version + 1,
		files: archiveFiles(issue),
		sha256: context.sha256(archiveIndex(issue)),
	};
	return accept<CloseOutEvent>({ type: "issueClosed", at, by, on: shanghaiDate(at), verdict, archive });
}

/** What keeps the result from being published: it is already. */
export const publishGuard = (issue: Issue, context: IssueContext): readonly Refusal[] => [
	...bodyGuard(context, vocab.issueVerb.publishResult),
	...(closeOutOf(issue).resultPublished === null ? [] : [doneAlready(vocab.issueVerb.publishResult)]),
];

/** Publishes that it is closed (PUB-04). */
export function decidePublishResult(
	issue: Issue,
	{ on, channel }: CommandOf<"publishResult">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [
		...publishGuard(issue, context),
		...dayGuard(on, context, {
			rule: "PUB-04",
			field: "on",
			who: OFFICES,
			from: closeOutOf(issue).closedOn,
		}),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "resultPublished", at, by, on, channel });
}
