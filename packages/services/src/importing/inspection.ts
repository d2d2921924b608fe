import {
	decideInspection,
	evolveInspection,
	type ImportContext,
	type Inspection,
	type InspectionEvent,
} from "@zhenggai/domain/issues";
import { InspectionId } from "@zhenggai/domain/kernel";
import type { Finding } from "@zhenggai/domain/rules";
import type { Reader } from "@zhenggai/storage";
import { listInspections } from "@zhenggai/storage/issues";
import type { Asking } from "../issues/changes.ts";
import { ownPrefix } from "../kit/authorise.ts";
import { asFinding, inspectionExists, inspectionUnknown } from "./findings.ts";

/** The inspection that a document speaks for; `events` where the import registers it. */
export type ImportInspection = {
	readonly inspection: Inspection;
	readonly events: readonly InspectionEvent[];
};

type Found = { readonly inspection: ImportInspection | null; readonly blocking: readonly Finding[] };

const alike = (a: Pick<Inspection, "kind" | "name" | "region">, b: typeof a): boolean =>
	a.kind === b.kind && a.region === b.region && a.name.trim() === b.name.trim();

/**
 * Finds the chosen inspection among those that the actor sees, or decides on the new one. A new one that is there
 * already is refused: every issue of the document would be entered a second time under it.
 */
export async function importInspection(
	reader: Reader,
	asking: Asking,
	{ inspection: chosen }: ImportContext,
	newId: () => string,
): Promise<Found> {
	const visible = (await listInspections(reader, ownPrefix(asking.actor))).map(
		({ inspection }) => inspection,
	);
	if (chosen.kind === "existing") {
		const found = visible.find(({ id }) => id === chosen.inspectionId);
		return found === undefined
			? { inspection: null, blocking: [inspectionUnknown()] }
			: { inspection: { inspection: found, events: [] }, blocking: [] };
	}
	const twin = visible.find((known) => alike(known, chosen.inspection));
	if (twin !== undefined) return { inspection: null, blocking: [inspectionExists(twin.name)] };
	const inspectionId = InspectionId.parse(newId());
	const command = { type: "registerInspection", inspectionId, inspection: chosen.inspection } as const;
	const decision = decideInspection(null, command, { ...asking, importing: true });
	if (!decision.ok) return { inspection: null, blocking: decision.refusals.map(asFinding) };
	const inspection = decision.events.reduce<Inspection | null>(evolveInspection, null);
	if (inspection === null) throw new Error("An inspection was accepted without an event");
	return { inspection: { inspection, events: decision.events }, blocking: [] };
}
