import { closeOutInTray } from "../close-out/index.ts";
import {
	type InTrayAt,
	type InTrayDraft,
	type InTrayItem,
	InTrayKind,
	officeOf,
	partyKey,
	VERB_OF_ITEM,
} from "../in-tray/index.ts";
import { type Bilingual, type IsoDate, say } from "../kernel/index.ts";
import { planDue, planInTray } from "../plans/index.ts";
import { progressInTray } from "../progress/index.ts";
import { type AssignmentRole, isActive } from "../responsibilities/index.ts";
import { keptPhrases } from "../rules/index.ts";
import { type Instrument, supervisionInTray } from "../supervision/index.ts";
import { formatDate, formatNames, vocab } from "../vocabulary/index.ts";
import { canBeHandedDown } from "./coverage.ts";
import { asksReceipts, isEnded, ownersComplete } from "./lifecycle.ts";
import type { Issue } from "./schema.ts";

/** The owners that are missing: nothing can go on without a lead and a supervising unit. */
function owners(issue: Issue): readonly InTrayDraft[] {
	if (ownersComplete(issue.assignments)) return [];
	const missing = (["lead", "supervising"] as const).filter(
		(role) => !issue.assignments.some((held) => held.role === role && isActive(held)),
	);
	const [zh, en] = [
		missing.map((role) => vocab.assignmentRole[role].zh).join("、"),
		missing.map((role) => vocab.assignmentRole[role].en.toLowerCase()).join(", "),
	];
	const reason = say(`尚未明确${zh}`, `Not named yet: ${en}`);
	return [{ kind: "assignOwners", whose: officeOf(issue), reason, rule: "PLAN-01" }];
}

/** So many regions are named; of more only how many there are. */
const NAMED = 5;

/** The regions in which it hangs in neutral (挂空挡): the office of its list hands it down or has them declared out of it. */
function handingDown(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	const { uncovered } = at;
	if (uncovered.length === 0 || !canBeHandedDown(issue)) return [];
	const names = uncovered.slice(0, NAMED).map(({ name }) => name);
	const [zh, en] = [formatNames(names, "zh-CN"), formatNames(names, "en")];
	const reason =
		uncovered.length > NAMED
			? say(
					`${zh}等${uncovered.length}个地区尚未承接，问题挂空挡`,
					`Nobody answers for it in ${uncovered.length} regions, among them ${en}`,
				)
			: say(`${zh}尚未承接，问题挂空挡`, `Nobody answers for it in ${en}`);
	return [{ kind: "handDown", whose: officeOf(issue), due: planDue(issue, at), reason, rule: "PLAN-05" }];
}

const kept = keptPhrases();
const assignedAs = (role: AssignmentRole, from: IsoDate): Bilingual =>
	kept(`${from} ${role}`, () => {
		const label = vocab.assignmentRole[role];
		return say(
			`${formatDate(from, "zh-CN")}交办，职责：${label.zh}`,
			`Assigned on ${formatDate(from, "en")} as ${label.en.toLowerCase()}`,
		);
	});

/** Assignments that nobody has taken on (签收): the unit's, or the person's where no unit is named. */
function receipts(issue: Issue): readonly InTrayDraft[] {
	const open: InTrayDraft[] = [];
	for (const held of issue.assignments) {
		// An expert takes the invitation on by giving his opinion.
		if (held.acknowledged !== null || held.role === "expert" || !isActive(held)) continue;
		const { id: part, role, unitId, personId, from } = held;
		const reason = assignedAs(role, from);
		if (unitId !== null) open.push({ kind: "acknowledge", part, whose: { kind: "unit", unitId }, reason });
		else if (personId !== null) {
			open.push({ kind: "acknowledge", part, whose: { kind: "person", personId }, reason });
		}
	}
	return open;
}

const RANK = new Map(InTrayKind.options.map((kind, index) => [kind, index]));

/** What is over comes first, then what is due soonest, then what has no day, in the order of the kinds. */
function byUrgency(a: InTrayItem, b: InTrayItem): number {
	if (a.due !== b.due) {
		if (a.due === null) return 1;
		if (b.due === null) return -1;
		return a.due < b.due ? -1 : 1;
	}
	const rank = (RANK.get(a.kind) ?? 0) - (RANK.get(b.kind) ?? 0);
	return rank !== 0 ? rank : a.key < b.key ? -1 : 1;
}

const itemOf = (issue: Issue, draft: InTrayDraft): InTrayItem => ({
	key: `${issue.id}/${draft.kind}/${draft.part ?? ""}/${partyKey(draft.whose)}`,
	issueId: issue.id,
	kind: draft.kind,
	verb: VERB_OF_ITEM[draft.kind],
	part: draft.part ?? null,
	whose: draft.whose,
	due: draft.due ?? null,
	reason: draft.reason,
	rule: draft.rule ?? null,
});

/**
 * What has to be done next with an issue, and by whom (待办): derived from its state, the instruments on it, the regions
 * in which nobody took it on, its rules and a day, and from nothing else, so that any day can be asked about. The most urgent first. What only the discipline organ
 * knows is not in it: it is sealed. An issue that has left the ledger asks nothing of anybody; a closed one asks to be
 * published, looked back at and reopened.
 */
export function inTrayOf(issue: Issue, instruments: readonly Instrument[], at: InTrayAt): InTrayItem[] {
	const items: InTrayItem[] = [];
	const add = (drafts: readonly InTrayDraft[]) => {
		for (const draft of drafts) items.push(itemOf(issue, draft));
	};
	if (!isEnded(issue.lifecycle)) add(owners(issue));
	add(handingDown(issue, at));
	if (asksReceipts(issue.lifecycle)) add(receipts(issue));
	add(planInTray(issue, at));
	add(progressInTray(issue, at));
	add(supervisionInTray(issue, instruments, at));
	add(closeOutInTray(issue, at));
	items.sort(byUrgency);
	const keys = new Set(items.map(({ key }) => key));
	// The same thing is asked of the same side once, at its soonest day.
	return keys.size === items.length ? items : items.filter(({ key }) => keys.delete(key));
}
