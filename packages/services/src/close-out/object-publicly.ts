import {
	closeOutOf,
	MOST_PUBLIC_OBJECTIONS,
	type Objection,
	objectionNumberOf,
	objectionOf,
	type PublicObjection,
	type PublicObjectionReceipt,
	publicAuthor,
	runningNotice,
} from "@zhenggai/domain/close-out";
import { withoutPersonalData } from "@zhenggai/domain/complaints";
import type { IssueCommand } from "@zhenggai/domain/issues";
import type { Actor, Outcome } from "@zhenggai/domain/kernel";
import { say } from "@zhenggai/domain/kernel";
import { type Tx, withTransaction } from "@zhenggai/storage";
import { findObjections, loadContact, saveContact } from "@zhenggai/storage/close-out";
import { loadIssues } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { type Asking, carryOut } from "../issues/index.ts";
import { stampOf } from "../kit/authorise.ts";
import { causeOf } from "../kit/command.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { done, type Refused } from "../kit/outcome.ts";
import { RateLimit } from "../kit/rate-limit.ts";
import { admitted } from "./public-desk.ts";

const HOUR_MS = 3_600_000;
/** What one address may put in, a whole office or village behind one router included. */
const OF_AN_ADDRESS = { most: 5, windowMs: HOUR_MS } as const;
/** What one node takes in at all: only what concerns a running notice counts, or a flood of nothing would shut out everybody. */
const OF_ALL = { most: 200, windowMs: HOUR_MS } as const;

/** In whose name an objection of the public is journalled. */
const PUBLIC: Actor = { kind: "system", name: "公众" };

class Undone extends Error {
	readonly answer: Refused;
	constructor(answer: Refused) {
		super("refused");
		this.answer = answer;
	}
}

const tooMany = (): ServiceError =>
	new ServiceError(
		"TOO_MANY",
		say(
			"提交过于频繁，请稍后再试，或按公示所列联系方式反映",
			"Too many objections: try again later, or use the contact that the notice names",
		),
	);

/** The number is taken: by the same author's words of before, or by somebody else's. Nothing is changed by either. */
const taken = (objectionId: PublicObjection["objectionId"]): ServiceError => {
	const number = objectionNumberOf(objectionId).replace(/(.{4})(?=.)/g, "$1-");
	return new ServiceError(
		"CONFLICT",
		say(
			`受理编号${number}已收到一份异议，内容与这次的不同：已收到的那份照常办理。这次的内容请作为另一件异议再提交一次`,
			`An objection under the number ${number} is here already, in other words than these: that one is dealt with as it is. Send these words once more, as an objection of their own`,
		),
	);
};

/** Whether what comes is what is here: then its author lost the answer, and asks for it again. */
async function isSame(
	tx: Tx,
	context: ServiceContext,
	held: Objection,
	{ issueId, objectionId, text, contact }: PublicObjection,
): Promise<boolean> {
	if (held.text !== withoutPersonalData(text) || held.from !== publicAuthor(contact !== null)) return false;
	const sealed = await loadContact(tx, issueId, objectionId);
	const opened = sealed === null ? null : context.vault.open(sealed);
	// What was sealed with another key cannot be compared: the words decide.
	return opened === null || opened === JSON.stringify(contact);
}

async function register(
	tx: Tx,
	context: ServiceContext,
	objection: PublicObjection,
	ofAll: RateLimit,
): Promise<PublicObjectionReceipt> {
	const { issueId, noticeId, objectionId, text, contact } = objection;
	const { now, today } = momentOf(context);
	const issue = (await loadIssues(tx, [issueId], "update")).get(issueId);
	// Asked before whether the notice still runs: what was taken stays taken, and its author gets his number.
	const known = issue === undefined ? undefined : objectionOf(issue, objectionId);
	if (known !== undefined) {
		if (!(await isSame(tx, context, known, objection))) throw taken(objectionId);
		return { objectionId, answerDueOn: known.answerDueOn };
	}
	const notice = issue?.lifecycle === "publicNotice" ? runningNotice(closeOutOf(issue)) : undefined;
	// An issue that is there and one that is not look the same from outside.
	if (issue === undefined || notice?.id !== noticeId || notice.start > today)
		throw new ServiceError("NOT_FOUND");
	if ((await findObjections(tx, objectionNumberOf(objectionId))).length > 0) throw taken(objectionId);
	const public_ = notice.objections.filter(({ by }) => by.kind === "system");
	if (public_.length >= MOST_PUBLIC_OBJECTIONS || ofAll.exceeded("all", Date.parse(now))) throw tooMany();
	const command: IssueCommand = {
		type: "registerObjection",
		objectionId,
		from: publicAuthor(contact !== null),
		// Numbers of people stay out of journal and states: there is a place for them that can be erased.
		text: withoutPersonalData(text),
		on: today,
	};
	const asking: Asking = { actor: PUBLIC, stamp: stampOf(PUBLIC), now };
	const carried = await carryOut(tx, context, issue, command, {
		asking,
		cause: causeOf(command.type, {}),
		today,
		justification: undefined,
	});
	if (!carried.ok) throw new Undone(carried);
	if (contact !== null) {
		const sealed = context.vault.seal(JSON.stringify(contact));
		await saveContact(tx, { objectionId, issueId, sealed, at: now });
	}
	const after = (await loadIssues(tx, [issueId])).get(issueId);
	const registered = closeOutOf(after ?? issue)
		.notices.flatMap(({ objections }) => objections)
		.find(({ id }) => id === objectionId);
	if (registered === undefined) throw new Error("An objection was registered and is not there");
	return { objectionId, answerDueOn: registered.answerDueOn };
}

/**
 * Takes an objection of the public to a running notice: it blocks the notice as any other until the office answers it
 * (PUB-03). Its contact is sealed and kept apart. The same id with the same words again gets the same receipt, also once the
 * notice is over. Throws NOT_FOUND for anything but a running notice, CONFLICT for an id under which other words are here
 * already (nothing of either is lost), TOO_MANY for an address, a node or a notice that had its share.
 */
export function objectPublicly(context: ServiceContext) {
	const ofAnAddress = new RateLimit(OF_AN_ADDRESS);
	const ofAll = new RateLimit(OF_ALL);
	return async (
		actor: Actor,
		objection: PublicObjection,
		address: string,
	): Promise<Outcome<PublicObjectionReceipt>> => {
		admitted(context, actor, "objectPublicly");
		if (ofAnAddress.exceeded(address, Date.parse(context.now()))) throw tooMany();
		try {
			return done(await withTransaction(context.database, (tx) => register(tx, context, objection, ofAll)));
		} catch (thrown) {
			if (thrown instanceof Undone) return thrown.answer;
			throw thrown;
		}
	};
}
