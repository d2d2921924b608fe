import type { Issue, IssueContext } from "../issues/index.ts";
import { type Actor, type Decision, isSameParty, reject } from "../kernel/index.ts";
import type { ProgressCommand } from "./commands.ts";
import { isArchived, progressOf, standingEvidence } from "./content.ts";
import { acceptWithDoubts } from "./doubts.ts";
import type { ProgressEvent } from "./events.ts";
import { goalGuard, measureGuard, pastGuard, siteGuard } from "./guards.ts";
import {
	duplicatePart,
	frozenEvidence,
	notStored,
	notYourEvidence,
	sameAgain,
	unknownPart,
} from "./refusals.ts";
import type { Evidence } from "./schema.ts";

type CommandOf<T extends ProgressCommand["type"]> = Extract<ProgressCommand, { type: T }>;

const PURPOSE = ["sha256", "kind", "measureId", "siteId", "goalId"] as const;

/** A file of the store becomes evidence. What it is, and when and where it was taken, is what its bytes say (EV-02). */
export function decideAttach(
	issue: Issue,
	{ evidence: wanted }: CommandOf<"attachEvidence">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const file = context.surroundings.files.get(wanted.sha256);
	const same = standingEvidence(issue).some((held) => PURPOSE.every((part) => held[part] === wanted[part]));
	const refusals = [
		...(progressOf(issue).evidence.some(({ id }) => id === wanted.id)
			? [duplicatePart("evidence", "evidence.id")]
			: []),
		...(file === undefined ? [notStored()] : []),
		...(same ? [sameAgain("evidence.sha256")] : []),
		...measureGuard(issue, wanted.measureId, "evidence.measureId"),
		...siteGuard(issue, wanted.siteId, "evidence.siteId"),
		...goalGuard(issue, wanted.goalId, "evidence.goalId"),
		...(wanted.effectiveOn === null ? [] : pastGuard(wanted.effectiveOn, context, "evidence.effectiveOn")),
	];
	if (file === undefined || refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const { bytes, mediaType, takenAt, position } = file;
	const evidence: Evidence = { ...wanted, bytes, mediaType, takenAt, position, at, by, withdrawn: null };
	return acceptWithDoubts(issue, context, { type: "evidenceAttached", at, evidence });
}

const isOffice = (actor: Actor): boolean =>
	"role" in actor && ["provOffice", "cityOffice", "countyOffice"].includes(actor.role);

/** Evidence that somebody may take out: his own side's, or any for an office. */
export const withdrawable = (issue: Issue, { actor, stamp }: IssueContext): readonly Evidence[] =>
	standingEvidence(issue).filter(
		({ id, by }) => !isArchived(issue, id) && (isOffice(actor) || isSameParty(by, stamp)),
	);

/** It stays, marked. */
export function decideWithdraw(
	issue: Issue,
	{ evidenceId, reason }: CommandOf<"withdrawEvidence">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const held = standingEvidence(issue).find(({ id }) => id === evidenceId);
	if (held === undefined) return reject(unknownPart("evidence", "evidenceId"));
	if (isArchived(issue, held.id)) return reject(frozenEvidence());
	if (!withdrawable(issue, context).includes(held)) return reject(notYourEvidence());
	const { now: at, stamp: by } = context;
	return acceptWithDoubts(issue, context, { type: "evidenceWithdrawn", at, by, evidenceId, reason });
}
