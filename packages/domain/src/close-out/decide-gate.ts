import type { Issue, IssueContext } from "../issues/index.ts";
import { accept, type Decision, type Refusal, refusal, reject, say } from "../kernel/index.ts";
import { type CommandOf, evidenceGuard, isSamePerson, standsApart } from "./asking.ts";
import type { CloseOutEvent } from "./events.ts";
import { ACCEPTORS, needsEvidence, ownWork } from "./refusals.ts";
import { closeOutOf } from "./state.ts";

const GATING = say("核定四个不放过", "decide a gate");
const GATE_KEEPERS = [...ACCEPTORS, "leadingGroup"] as const;

/** SOD-01: no gate is decided by those who did or applied for what it looks at. */
export function gateKeeperGuard(issue: Issue, context: IssueContext): readonly Refusal[] {
	const { selfCheck, application } = closeOutOf(issue);
	const own = [selfCheck, application].flatMap((step) => (step === null ? [] : [step.by]));
	return standsApart(issue, own, context.stamp) ? [] : [ownWork(GATING)];
}

/**
 * One of the four gates. Each has a signer of its own: the four questions check on each other (whether the cause was found
 * bears on whether the public can be satisfied), and one signature under all four would be one decision (ACC-08).
 */
export function decideGate(
	issue: Issue,
	command: CommandOf<"decideGate">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const { gate, verdict, reason, evidenceIds } = command;
	const signed = closeOutOf(issue).gates.some(
		(held) => held.gate !== gate && isSamePerson(held.by, context.stamp),
	);
	const refusals = [
		...gateKeeperGuard(issue, context),
		...(signed
			? [
					refusal(
						"ACC-08",
						say(
							"四个不放过由不同的人分别核定，您已核定另一项",
							"Each gate has its own signer, and you signed another one",
						),
						say("由另一人核定", "Have somebody else decide this one"),
						{ field: "gate", who: GATE_KEEPERS, basis: "seed0 seed1" },
					),
				]
			: []),
		...(verdict === "yes" && evidenceIds.length === 0
			? [needsEvidence("ACC-08", "evidenceIds", GATE_KEEPERS, "seed0 seed1")]
			: []),
		...evidenceGuard(issue, evidenceIds, "evidenceIds", GATE_KEEPERS),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const decision = { gate, verdict, reason, evidenceIds, at, by };
	return accept<CloseOutEvent>({ type: "gateDecided", at, decision });
}
