import {
	groupOf,
	type InTrayAt,
	type InTrayDraft,
	type InTrayParty,
	leadsOf,
	officeAbove,
	officeOf,
	unitsApart,
} from "../in-tray/index.ts";
import type { Issue } from "../issues/index.ts";
import { say } from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { caseVocab, labelOr } from "../vocabulary/index.ts";
import type { GateKind } from "./closing-acceptance.ts";
import { nextSigner } from "./sequence.ts";
import { gatesOf } from "./state.ts";

/**
 * Who decides which gate: four sides, for each gate has its own signer (ACC-08). Where no acceptance unit is named the
 * office above looks whether it is put right.
 */
function keepersOf(issue: Issue, gate: GateKind, { asOf }: InTrayAt): readonly InTrayParty[] {
	switch (gate) {
		case "foundOut":
		case "publicSatisfied":
			return [officeOf(issue)];
		case "putRight": {
			const named = unitsApart(issue, ["acceptance"], asOf);
			return named.length > 0 ? named : [officeAbove(issue)];
		}
		case "answeredFor":
			return [groupOf(issue)];
	}
}

/** Gates that nobody has decided “yes”. */
export const gateDrafts = (issue: Issue, at: InTrayAt): InTrayDraft[] =>
	gatesOf(issue).flatMap(({ gate, decision }) => {
		if (decision?.verdict === "yes") return [];
		const name = caseVocab.gateKind[gate];
		const reason =
			decision === null
				? say(`“${name.zh}”尚未核定`, `“${name.en}” is not decided yet`)
				: say(
						`“${name.zh}”核定为否：${decision.reason}`,
						`“${name.en}” was decided “no”: ${decision.reason}`,
					);
		return keepersOf(issue, gate, at).map((whose) => ({
			kind: "gate",
			part: gate,
			whose,
			reason,
			rule: "ACC-08",
		}));
	});

/** Who signs as whom; a place's own name for a signer is the office's to sign. */
function signersFor(issue: Issue, signer: string, { asOf }: InTrayAt): readonly InTrayParty[] {
	switch (signer) {
		case "leadUnitPrincipal":
			return leadsOf(issue, asOf);
		case "acceptanceUnit":
			return issue.assignments.some((held) => isActive(held) && held.role === "acceptance")
				? unitsApart(issue, ["acceptance"], asOf)
				: [officeOf(issue)];
		case "countyPrincipals":
			return [groupOf(issue)];
		default:
			return [officeOf(issue)];
	}
}

/** The next signature in the rule set's order (CLO-01). */
export function signDrafts(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	const signer = nextSigner(issue, at.rules);
	if (signer === null) return [];
	const [zh, en] = [
		labelOr(caseVocab.closeOutSigner, signer, "zh-CN"),
		labelOr(caseVocab.closeOutSigner, signer, "en"),
	];
	const reason = say(`现在应由${zh}签字`, `The next to sign: ${en}`);
	return signersFor(issue, signer, at).map((whose) => ({
		kind: "sign",
		part: signer,
		whose,
		reason,
		rule: "CLO-01",
	}));
}
