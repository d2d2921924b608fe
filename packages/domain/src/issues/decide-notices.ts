import { contentOf, isCurrentNotice, noticesOf } from "../close-out/index.ts";
import {
	accept,
	type Decision,
	type NoticeId,
	type Refusal,
	refusal,
	reject,
	sameJson,
	say,
} from "../kernel/index.ts";
import type { IssueCommand } from "./commands.ts";
import type { IssueContext } from "./context.ts";
import type { IssueEvent } from "./events.ts";
import { gate, idGuard, type Refusals, reasonGuard } from "./guards.ts";
import { noSuchPart, nothingOf } from "./refusals.ts";
import type { Issue } from "./schema.ts";

type CommandOf<T extends IssueCommand["type"]> = Extract<IssueCommand, { type: T }>;
const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;

const archived = (field: string): Refusal =>
	refusal(
		"CLO-06",
		say(
			"该公示在销号时已归档，档案已固化，不能取下或替换",
			"The notice was in the archive when the issue was closed out: the archive is frozen",
		),
		say(
			"销号后的公示另行附上，与档案并存",
			"Attach the later notice by itself: it stands beside the archive",
		),
		{ field, who: OFFICES, basis: "S20 S28" },
	);

const alreadyAttached = (): Refusal =>
	refusal(
		"NOTICE_ATTACHED",
		say("同样内容的公示已附在该问题上", "A notice that says the same is attached to the issue already"),
		say("无需重复附上", "Nothing is left to do"),
		{ field: "notice", who: OFFICES },
	);

const saysNothing = (): Refusal =>
	refusal(
		"NOTICE_EMPTY",
		say("公示没有任何内容", "The notice says nothing"),
		say(
			"至少填写反馈问题、完成情况或公示时间之一",
			"Give the finding, what was done, or the publicity period",
		),
		{ field: "notice", who: OFFICES },
	);

const alreadyDetached = (): Refusal =>
	refusal(
		"NOTICE_DETACHED",
		say("该公示已被取下", "The notice was taken off already"),
		say("无需再办", "Nothing is left to do"),
		{ field: "noticeId", who: OFFICES },
	);

/** Whether a notice stands in the frozen archive of a closed issue. */
const isArchived = (issue: Issue, noticeId: NoticeId): boolean =>
	issue.lifecycle === "closed" &&
	noticesOf(issue).some(({ id, afterClose }) => id === noticeId && !afterClose);

function replacedGuard(issue: Issue, { notice }: CommandOf<"attachNotice">): Refusals {
	if (notice.replaces === null) return [];
	const earlier = noticesOf(issue).find(({ id }) => id === notice.replaces);
	if (earlier === undefined || !isCurrentNotice(earlier)) {
		return [noSuchPart("notice", "attachNotice", "notice.replaces")];
	}
	return isArchived(issue, earlier.id) ? [archived("notice.replaces")] : [];
}

/**
 * Attaches a published notice as evidence. It moves nothing: only the steps of acceptance and close-out lead an issue
 * on. Refused where the issue has left the ledger; on a closed issue the notice stands beside the frozen archive,
 * because the result of a close-out is published after it (PUB-04).
 */
export function decideAttachNotice(
	issue: Issue,
	command: CommandOf<"attachNotice">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const { notice, importId } = command;
	const content = contentOf(notice);
	const { statement, completion, publicity, publicityLength } = content;
	const empty = [statement, completion, publicity, publicityLength].every((said) => said === null);
	const twin = noticesOf(issue).some((held) => isCurrentNotice(held) && sameJson(contentOf(held), content));
	const refusals = [
		...idGuard("notice", noticesOf(issue), [notice], "notice"),
		...(empty ? [saysNothing()] : []),
		...(twin ? [alreadyAttached()] : []),
		...replacedGuard(issue, command),
	];
	if (refusals.length > 0) return reject(...refusals);
	return accept<IssueEvent>({
		type: "noticeAttached",
		at: context.now,
		notice: {
			...notice,
			importId,
			attachedAt: context.now,
			attachedBy: context.stamp.name,
			afterClose: issue.lifecycle === "closed",
			replacedBy: null,
			detached: null,
		},
		importId,
	});
}

/** Why no notice of an issue can be detached, whichever is meant. */
export function detachGuard(issue: Issue): Refusals {
	const held = noticesOf(issue).filter(({ detached }) => detached === null);
	if (held.length === 0) return [nothingOf("notice", "detachNotice")];
	return held.every(({ id }) => isArchived(issue, id)) ? [archived("noticeId")] : [];
}

/**
 * Takes a mistaken notice off again. It stays, marked with the reason; an edition that it had replaced counts again.
 * What was in the archive of a closed issue cannot be taken off (CLO-06).
 */
export function decideDetachNotice(
	issue: Issue,
	command: CommandOf<"detachNotice">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const held = noticesOf(issue).find(({ id }) => id === command.noticeId);
	const refusals = [
		...(held === undefined ? [noSuchPart("notice", command.type, "noticeId")] : []),
		...(held !== undefined && held.detached !== null ? [alreadyDetached()] : []),
		...(isArchived(issue, command.noticeId) ? [archived("noticeId")] : []),
		...reasonGuard(command.reason, command.type),
	];
	if (refusals.length > 0) return reject(...refusals);
	return accept<IssueEvent>({
		type: "noticeDetached",
		at: context.now,
		noticeId: command.noticeId,
		by: context.stamp.name,
		reason: command.reason,
	});
}
