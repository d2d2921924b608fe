import type { EventDescription } from "../journal/index.ts";
import {
	type Bilingual,
	type ComplaintId,
	type InspectionId,
	type RegionCode,
	say,
} from "../kernel/index.ts";
import { vocab } from "../vocabulary/index.ts";
import type { ComplaintEvent } from "./events.ts";
import { amendedComplaintFields } from "./history-changes.ts";
import type { RelationTarget } from "./schema.ts";

/** Names for what events refer to by id; undefined for what nobody knows any more. */
export type ComplaintHistoryLookup = {
	readonly regionName: (code: RegionCode) => string | undefined;
	readonly inspectionName: (id: InspectionId) => string | undefined;
	/** The receipt number of a complaint that a relation names by its id. */
	readonly receiptOf: (id: ComplaintId) => string | undefined;
};

type EventOf<T extends ComplaintEvent["type"]> = Extract<ComplaintEvent, { type: T }>;

function targetText(target: RelationTarget, lookup: ComplaintHistoryLookup): Bilingual {
	const { kind, receiptNumber, complaintId } = target;
	const receipt = receiptNumber ?? (complaintId === null ? undefined : lookup.receiptOf(complaintId));
	const other = receipt === undefined ? say("另一件", "another complaint") : say(receipt, receipt);
	const { zh, en } = vocab.relationKind[kind];
	return say(`${zh}${other.zh}`, `${en.toLowerCase()} ${other.en}`);
}

const joined = (parts: readonly Bilingual[]): Bilingual =>
	say(parts.map(({ zh }) => zh).join("、"), parts.map(({ en }) => en).join(", "));

function registered(event: EventOf<"complaintRegistered">, lookup: ComplaintHistoryLookup): Bilingual {
	const { elements, inspectionId, relations } = event;
	const { batch, receiptNumber } = elements;
	const inspection = lookup.inspectionName(inspectionId);
	const parts = [
		...(batch === null ? [] : [say(`第${batch}批`, `batch ${batch}`)]),
		...(receiptNumber === null ? [] : [say(receiptNumber, receiptNumber)]),
		...(inspection === undefined ? [] : [say(inspection, inspection)]),
		...relations.map((relation) => targetText(relation, lookup)),
	];
	const { zh, en } = joined(parts);
	return say(`登记入账${zh === "" ? "" : `（${zh}）`}`, `Registered${en === "" ? "" : ` (${en})`}`);
}

function amended({ source }: EventOf<"complaintAmended">, changes: EventDescription["changes"]): Bilingual {
	const fields = say(
		changes.map(({ label }) => label.zh).join("、"),
		changes.map(({ label }) => label.en.toLowerCase()).join(", "),
	);
	return source === null
		? say(`更正${fields.zh}`, `Amended: ${fields.en}`)
		: say(`按“${source.document}”更新${fields.zh}`, `Updated from “${source.document}”: ${fields.en}`);
}

function restored(
	{ takenBack }: EventOf<"complaintRestored">,
	changes: EventDescription["changes"],
): Bilingual {
	const relations = takenBack.relations.length === 0 ? [] : [vocab.complaintImportField.relations];
	const parts = [...changes.map(({ label }) => label), ...relations];
	return say(
		`撤销导入，恢复${parts.map(({ zh }) => zh).join("、")}`,
		`Import undone, as before: ${parts.map(({ en }) => en.toLowerCase()).join(", ")}`,
	);
}

/** One sentence on what an event changed. */
function summaryOf(
	event: ComplaintEvent,
	changes: EventDescription["changes"],
	lookup: ComplaintHistoryLookup,
): Bilingual {
	switch (event.type) {
		case "complaintRegistered":
			return registered(event, lookup);
		case "complaintAmended":
			return amended(event, changes);
		case "complaintRelated": {
			const { zh, en } = joined(event.relations.map((relation) => targetText(relation, lookup)));
			return say(`关联：${zh}`, `Related: ${en}`);
		}
		case "complaintUnrelated": {
			const { zh, en } = targetText(event.relation, lookup);
			return say(`解除关联：${zh}`, `Relation taken back: ${en}`);
		}
		case "complaintRestored":
			return restored(event, changes);
		case "complaintWithdrawn":
			if (event.importId !== undefined) {
				return say("登记作废：登记它的导入已撤销", "Registration voided: the import that made it was undone");
			}
			return event.document === null
				? say("撤销", "Withdrawn")
				: say(`撤销，依据${event.document}`, `Withdrawn by ${event.document}`);
	}
}

/**
 * What an event says for the timeline: a sentence in both languages, every changed field from → to as text, the
 * reason, and the import that it came with.
 */
export function describeComplaintEvent(
	event: ComplaintEvent,
	lookup: ComplaintHistoryLookup,
): EventDescription {
	const changes = amendedComplaintFields(event, lookup.regionName);
	return {
		summary: summaryOf(event, changes, lookup),
		changes,
		reason: "reason" in event ? event.reason : null,
		importId: ("importId" in event ? event.importId : null) ?? null,
	};
}
