import {
	type Complaint,
	type ComplaintCommand,
	type ComplaintContext,
	type ComplaintDetail,
	ComplaintEvent,
	decideComplaint,
	evaluateComplaint,
	evolveComplaint,
	neededComplaintFacts,
	replayComplaint,
} from "@zhenggai/domain/complaints";
import {
	type Actor,
	type CommandEnvelope,
	type ComplaintId,
	type Outcome,
	Refusal,
	say,
} from "@zhenggai/domain/kernel";
import { type Finding, newFindings, splitFindings } from "@zhenggai/domain/rules";
import { readStream, type Tx } from "@zhenggai/storage";
import { isReceiptTaken, loadComplaints, receiptHolders } from "@zhenggai/storage/complaints";
import { loadInspections } from "@zhenggai/storage/issues";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import type { Asking } from "../issues/index.ts";
import { isOwn, stampOf } from "../kit/authorise.ts";
import { causeOf, commandOnce, outdated } from "../kit/command.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { toJson } from "../kit/json.ts";
import { conflicted, done, type Refused, refused } from "../kit/outcome.ts";
import { ruleContext } from "../kit/rules-for.ts";
import { detailOf } from "./detail.ts";
import { writeComplaints } from "./write-complaints.ts";

type Request = {
	readonly actor: Actor;
	readonly complaintId: ComplaintId;
	readonly command: ComplaintCommand;
	readonly envelope: CommandEnvelope;
};

/** What is kept of an accepted request for its repetition: the answer is made of it anew. */
const Kept = z.object({ version: z.int(), warnings: z.array(Refusal) });
type Accepted = z.infer<typeof Kept> & { readonly complaint: Complaint | null };
type Answer = { readonly ok: true; readonly accepted: Accepted } | Refused;

/** The complaint of a command, as the actor may know of it. Throws NOT_FOUND also for one outside of its region. */
async function stateFor(tx: Tx, { actor, complaintId, command }: Request): Promise<Complaint | null> {
	const state = (await loadComplaints(tx, [complaintId])).get(complaintId) ?? null;
	if (state === null && command.type === "registerComplaint") return null;
	if (state === null || !isOwn(actor, state.region)) throw new ServiceError("NOT_FOUND");
	return state;
}

/** The facts of a decision. Complaints that the actor may not see do not exist as targets. */
async function contextFor(
	tx: Tx,
	asking: Asking,
	state: Complaint | null,
	command: ComplaintCommand,
): Promise<ComplaintContext> {
	const needed = neededComplaintFacts(command);
	const inspectionId =
		state?.inspectionId ?? (command.type === "registerComplaint" ? command.inspectionId : null);
	const targets = await loadComplaints(tx, needed.complaintIds);
	return {
		actor: asking.actor,
		now: asking.now,
		surroundings: {
			inspections: await loadInspections(tx, needed.inspectionIds),
			receipts:
				inspectionId === null ? new Map() : await receiptHolders(tx, inspectionId, needed.receiptKeys),
			complaints: new Set(
				[...targets.values()].filter(({ region }) => isOwn(asking.actor, region)).map(({ id }) => id),
			),
		},
	};
}

/** Hard findings in front of the save that the change brings. */
async function findingsOf(
	tx: Tx,
	before: Complaint | null,
	complaint: Complaint,
	today: ReturnType<typeof momentOf>["today"],
): Promise<Finding[]> {
	const inspections = await loadInspections(tx, [complaint.inspectionId]);
	const context = await ruleContext(tx, inspections.get(complaint.inspectionId), complaint.region, today);
	const after = evaluateComplaint(complaint, context).filter(({ severity }) => severity !== "inform");
	return before === null ? after : newFindings(evaluateComplaint(before, context), after);
}

async function decideAndWrite(tx: Tx, context: ServiceContext, request: Request): Promise<Answer> {
	const { actor, command, envelope } = request;
	const { now, today } = momentOf(context);
	const asking: Asking = { actor, stamp: stampOf(actor), now };
	const state = await stateFor(tx, request);
	const version = state?.version ?? 0;
	const behind = await outdated(tx, request.complaintId, envelope, version);
	if (behind !== null) return behind;
	const decision = decideComplaint(state, command, await contextFor(tx, asking, state, command));
	if (!decision.ok) return refused(decision.refusals);
	const complaint = decision.events.reduce<Complaint | null>(evolveComplaint, state);
	if (complaint === null) throw new Error(`${command.type} was accepted without an event`);
	const findings = await findingsOf(tx, state, complaint, today);
	const { justification } = envelope;
	const { blocking, passed } = splitFindings(findings, { justification, gate: "save" });
	if (blocking.length > 0) return refused(blocking);
	const cause = causeOf(command.type, envelope);
	const change = { before: state, complaint, events: decision.events };
	const conflict = await writeComplaints(tx, context, [change], { asking, cause });
	if (conflict !== null) return conflicted(conflict);
	return { ok: true, accepted: { version: complaint.version, warnings: [...passed], complaint } };
}

const transact = (context: ServiceContext, request: Request) =>
	commandOnce<Answer>(
		context,
		{
			actor: request.actor,
			verb: request.command.type,
			input: [request.complaintId, request.command],
			envelope: request.envelope,
		},
		{
			run: (tx) => decideAndWrite(tx, context, request),
			store: ({ accepted }) => toJson(Kept.parse(accepted)),
			restore: (stored) => ({ ok: true, accepted: { ...Kept.parse(stored), complaint: null } }),
		},
	);

/** Somebody else took the receipt number between the look and the write: the second look sees it and says so. */
async function transactTwice(context: ServiceContext, request: Request) {
	try {
		return await transact(context, request);
	} catch (thrown) {
		if (!isReceiptTaken(thrown)) throw thrown;
		return transact(context, request);
	}
}

/** The complaint as it was at a version. */
async function stateAt(context: ServiceContext, id: ComplaintId, version: number): Promise<Complaint> {
	const stream = await readStream(context.database, id);
	const until = stream.filter((event) => event.version <= version);
	const state = replayComplaint(until.map(({ payload }) => ComplaintEvent.parse(payload)));
	if (state === null) throw new ServiceError("NOT_FOUND");
	return state;
}

/**
 * Does what a command says, or answers why not. One transaction: events, hash chain, state and totals. A repeated key
 * is answered with the version that the first time led to.
 */
export const commandComplaint =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		complaintId: ComplaintId,
		command: ComplaintCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<ComplaintDetail>> => {
		if (command.type === "registerComplaint" && command.complaintId !== complaintId) {
			throw new ServiceError("BAD_INPUT", say("信访件标识前后不一致", "The ids of the complaint differ"));
		}
		if ("importId" in command && command.importId !== null) {
			throw new ServiceError(
				"BAD_INPUT",
				say("只有导入可以注明导入批次", "Only applying an import may name an import"),
			);
		}
		const result = await transactTwice(context, { actor, complaintId, command, envelope });
		if (!result.ok) return result;
		const { accepted } = result;
		const complaint = accepted.complaint ?? (await stateAt(context, complaintId, accepted.version));
		return done(await detailOf(context, complaint, actor), accepted.warnings);
	};
