import {
	decideInspection,
	evolveInspection,
	type Inspection,
	type InspectionCommand,
	type InspectionRow,
	Inspection as InspectionSchema,
} from "@zhenggai/domain/issues";
import {
	type Actor,
	type CommandEnvelope,
	type InspectionId,
	type Outcome,
	say,
} from "@zhenggai/domain/kernel";
import { appendEvents, readerOf, type Tx } from "@zhenggai/storage";
import { issuesOwingPlans } from "@zhenggai/storage/in-tray";
import {
	listInspections as countInspections,
	loadInspections,
	refreshNames,
	saveInspections,
} from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { isOwn, ownPrefix, stampOf } from "../kit/authorise.ts";
import { causeOf, commandOnce, outdated } from "../kit/command.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts, toJson } from "../kit/json.ts";
import { conflicted, done, refused } from "../kit/outcome.ts";
import { refreshInTray } from "./in-tray.ts";
import { inspectionRows } from "./list-inspections.ts";

type Request = {
	readonly actor: Actor;
	readonly inspectionId: InspectionId;
	readonly command: InspectionCommand;
	readonly envelope: CommandEnvelope;
};

/** Fields of an inspection that stand in the line of each of its issues. */
const SHOWN = ["name", "kind", "round", "batch"] as const;

async function decideAndWrite(
	tx: Tx,
	context: ServiceContext,
	{ actor, inspectionId, command, envelope }: Request,
): Promise<Outcome<Inspection>> {
	const { now, today } = momentOf(context);
	const stamp = stampOf(actor);
	const state = (await loadInspections(tx, [inspectionId])).get(inspectionId) ?? null;
	const known = state !== null && isOwn(actor, state.region);
	if (command.type !== "registerInspection" && !known) throw new ServiceError("NOT_FOUND");
	const behind = await outdated(tx, inspectionId, envelope, state?.version ?? 0);
	if (behind !== null) return behind;
	const decision = decideInspection(state, command, { actor, stamp, now });
	if (!decision.ok) return refused(decision.refusals);
	const next = decision.events.reduce<Inspection | null>(evolveInspection, state);
	if (next === null) throw new Error("An inspection was accepted without an event");
	const appended = await appendEvents(tx, {
		streamKind: "inspection",
		streamId: inspectionId,
		expectedVersion: state?.version ?? 0,
		events: drafts(decision.events),
		actor: stamp,
		at: now,
		region: next.region,
		cause: causeOf(command.type, envelope),
		ids: eventIds(context),
	});
	if (!appended.ok) return conflicted(appended.conflict);
	await saveInspections(tx, [next]);
	if (state !== null && SHOWN.some((key) => state[key] !== next[key])) {
		await refreshNames(tx, { kind: "inspection", id: inspectionId }, today);
	}
	if (state !== null && state.feedback?.feedbackDate !== next.feedback?.feedbackDate) {
		// The clock of every plan under it starts on that day (PLAN-04).
		await refreshInTray(tx, await issuesOwingPlans(tx, inspectionId), today);
	}
	return done(next);
}

/** Registers an inspection or corrects it. A correction reaches the line of every issue under it at once. */
export const commandInspection =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		inspectionId: InspectionId,
		command: InspectionCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<InspectionRow>> => {
		if (command.type === "registerInspection" && command.inspectionId !== inspectionId) {
			throw new ServiceError("BAD_INPUT", say("督察编号前后不一致", "The ids of the inspection differ"));
		}
		const request = { actor, inspectionId, command, envelope };
		const result = await commandOnce<Outcome<Inspection>>(
			context,
			{ actor, verb: command.type, input: [inspectionId, command], envelope },
			{
				run: (tx) => decideAndWrite(tx, context, request),
				store: ({ value }) => toJson(value),
				restore: (stored) => done(InspectionSchema.parse(stored)),
			},
		);
		if (!result.ok) return result;
		const counted = await countInspections(readerOf(context.database), ownPrefix(actor), inspectionId);
		const issueCount = counted[0]?.issueCount ?? 0;
		const [row] = await inspectionRows(context, [{ inspection: result.value, issueCount }]);
		if (row === undefined) throw new Error("An inspection has no line");
		return done(row, result.warnings);
	};
