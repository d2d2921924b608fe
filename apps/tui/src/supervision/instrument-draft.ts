import type { ZhenggaiClient } from "@zhenggai/client";
import type { InstrumentKind } from "@zhenggai/domain/supervision";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { noSuchValue, usageError, valueNamed } from "../command-line/values.ts";
import { findIssue } from "../issues/index.ts";
import { say } from "../say.ts";
import { beginningOf } from "./beginning.ts";

/** The kind that a text names by its key or its label. */
function kindNamed(given: unknown): InstrumentKind {
	const text = typeof given === "string" ? given : "";
	const kind = valueNamed(caseVocab.instrumentKind, text);
	if (kind === null) throw usageError("--set kind", noSuchValue(caseVocab.instrumentKind, text));
	return kind;
}

/**
 * The particulars of a draft. The issue may be given by its number (`issue`), the kind by its name, the cause as one
 * text; what is left out is begun as the ladder proposes it. What it does not propose has no cause but the one given.
 */
export async function draftOf(
	client: ZhenggaiClient,
	instrumentId: string,
	body: Record<string, unknown>,
): Promise<Record<string, unknown>> {
	const { issue, skipsRungReason, cause, ...given } = body;
	const wanted = issue ?? given.issueId;
	if (wanted === undefined) throw usageError("--set issue", say("必须填写", "must be given"));
	const issueId = await findIssue(client, String(wanted));
	const kind = kindNamed(given.kind);
	const begun = beginningOf(await client.issues.get.query({ issueId }), kind);
	const whole = typeof cause === "object" && cause !== null ? cause : {};
	return {
		...begun,
		...given,
		...{ instrumentId, issueId, kind },
		cause: {
			...begun.cause,
			...(typeof cause === "string" ? { text: cause } : whole),
			...(skipsRungReason === undefined ? {} : { skipsRungReason }),
		},
	};
}
