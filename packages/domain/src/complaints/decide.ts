import { can } from "../access/index.ts";
import {
	accept,
	type ComplaintId,
	type Decision,
	differing,
	isWithin,
	type Refusal,
	type RegionCode,
	reject,
} from "../kernel/index.ts";
import type { ComplaintCommand, ComplaintVerb } from "./commands.ts";
import { type ComplaintContext, complaintResource } from "./context.ts";
import { ELEMENT_KEYS, elementsOf, masked } from "./elements.ts";
import type { ComplaintEvent } from "./events.ts";
import { EVENT_OF_VERB, TRANSITIONS } from "./lifecycle.ts";
import { standingRegion } from "./places.ts";
import { receiptKey } from "./receipt.ts";
import {
	complaintNotOnLedger,
	complaintRegisteredAlready,
	inspectionUnknown,
	nothingChanges,
	nothingToIdentify,
	placeOutside,
	receiptTaken,
	relationUnknown,
	withdrawnAlready,
} from "./refusals.ts";
import { newRelations, relationKey } from "./relations.ts";
import type { Complaint, ComplaintElements } from "./schema.ts";

type CommandOf<V extends ComplaintVerb> = Extract<ComplaintCommand, { type: V }>;
type Refusals = readonly Refusal[];
type Decided = Decision<ComplaintEvent>;

/** Who may, and whether the state lets it through: what holds for a verb before its particulars are known. */
export function complaintGate(
	complaint: Complaint,
	verb: ComplaintVerb,
	context: Pick<ComplaintContext, "actor" | "importing">,
): Refusals {
	const denied = can(context.actor, verb, complaintResource(complaint, context.importing));
	if (denied !== null) return [denied];
	return TRANSITIONS[complaint.state][EVENT_OF_VERB[verb]] === "refused" ? [withdrawnAlready(verb)] : [];
}

function receiptGuard(id: ComplaintId, receiptNumber: string | null, context: ComplaintContext): Refusals {
	if (receiptNumber === null) return [];
	const holder = context.surroundings.receipts.get(receiptKey(receiptNumber));
	return holder === undefined || holder === id ? [] : [receiptTaken(receiptNumber)];
}

const placesGuard = (places: readonly RegionCode[], listRegion: RegionCode): Refusals =>
	places.flatMap((place, index) => (isWithin(place, listRegion) ? [] : [placeOutside(index)]));

const identityGuard = ({ receiptNumber, summary }: Pick<ComplaintElements, "receiptNumber" | "summary">) =>
	receiptNumber === null && summary === null ? [nothingToIdentify()] : [];

function decideRegister(
	state: Complaint | null,
	command: CommandOf<"registerComplaint">,
	context: ComplaintContext,
): Decided {
	const { complaintId, inspectionId, listRegion, cited, source, importId } = command;
	const elements = masked(elementsOf(command));
	const region = standingRegion(elements.places, listRegion);
	const denied = can(context.actor, command.type, complaintResource({ region }, context.importing));
	if (denied !== null) return reject(denied);
	if (state !== null) return reject(complaintRegisteredAlready());
	const inspection = context.surroundings.inspections.get(inspectionId);
	const covered =
		inspection !== undefined &&
		(isWithin(listRegion, inspection.region) || isWithin(inspection.region, listRegion));
	const refusals = [
		...(covered ? [] : [inspectionUnknown()]),
		...identityGuard(elements),
		...receiptGuard(complaintId, elements.receiptNumber, context),
		...placesGuard(elements.places, listRegion),
	];
	if (refusals.length > 0) return reject(...refusals);
	const at = context.now;
	const wanted = cited.map((receiptNumber) => ({
		kind: "cites" as const,
		receiptNumber,
		complaintId: null,
		since: at,
	}));
	const self = { id: complaintId, receiptNumber: elements.receiptNumber, relations: [] };
	return accept({
		type: "complaintRegistered",
		at,
		complaintId,
		inspectionId,
		listRegion,
		elements,
		relations: newRelations(self, wanted),
		source: source === null ? null : { ...source, recordedAt: at },
		importId,
	});
}

function decideAmend(
	state: Complaint,
	command: CommandOf<"amendComplaint">,
	context: ComplaintContext,
): Decided {
	const { source, reason, importId } = command;
	const changes = differing(elementsOf(state), masked(command.changes), ELEMENT_KEYS);
	if (changes === null) return reject(nothingChanges(command.type, "changes"));
	const after = { ...state, ...changes.to };
	const region = standingRegion(after.places, state.listRegion);
	const denied = can(context.actor, command.type, complaintResource({ region }, context.importing));
	const refusals = [
		// Nobody moves a complaint out of its own reach.
		...(denied === null ? [] : [denied]),
		...identityGuard(after),
		...(changes.to.receiptNumber === undefined ? [] : receiptGuard(state.id, after.receiptNumber, context)),
		...placesGuard(after.places, state.listRegion),
	];
	if (refusals.length > 0) return reject(...refusals);
	const at = context.now;
	return accept({
		type: "complaintAmended",
		at,
		changes,
		source: source === null ? null : { ...source, recordedAt: at },
		reason,
		importId,
	});
}

function decideRelate(
	state: Complaint,
	command: CommandOf<"relateComplaint">,
	context: ComplaintContext,
): Decided {
	const unknown = command.relations.flatMap(({ complaintId }, index) =>
		complaintId === null || context.surroundings.complaints.has(complaintId)
			? []
			: [relationUnknown(`relations.${index}`)],
	);
	if (unknown.length > 0) return reject(...unknown);
	const added = newRelations(state, command.relations);
	if (added.length === 0) return reject(nothingChanges(command.type, "relations"));
	const at = context.now;
	return accept({
		type: "complaintRelated",
		at,
		relations: added.map((relation) => ({ ...relation, since: at })),
		importId: command.importId,
	});
}

function decideUnrelate(
	state: Complaint,
	command: CommandOf<"unrelateComplaint">,
	context: ComplaintContext,
): Decided {
	const { relation, reason } = command;
	const wanted = relationKey(relation);
	return state.relations.some((held) => relationKey(held) === wanted)
		? accept({ type: "complaintUnrelated", at: context.now, relation, reason })
		: reject(relationUnknown("relation"));
}

/**
 * What a command would make happen to a complaint: its events, or every reason why not. Includes the policy table.
 * Pure and total: it never throws, and the facts outside of the complaint come in with the context.
 */
export function decideComplaint(
	state: Complaint | null,
	command: ComplaintCommand,
	context: ComplaintContext,
): Decided {
	if (command.type === "registerComplaint") return decideRegister(state, command, context);
	if (state === null) return reject(complaintNotOnLedger());
	const closed = complaintGate(state, command.type, context);
	if (closed.length > 0) return reject(...closed);
	switch (command.type) {
		case "amendComplaint":
			return decideAmend(state, command, context);
		case "relateComplaint":
			return decideRelate(state, command, context);
		case "unrelateComplaint":
			return decideUnrelate(state, command, context);
		case "withdrawComplaint":
			return accept({
				type: "complaintWithdrawn",
				at: context.now,
				reason: command.reason,
				document: command.document,
			});
	}
}
