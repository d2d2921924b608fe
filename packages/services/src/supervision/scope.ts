import type { ListScope } from "@zhenggai/domain/access";
import type { Actor, InstrumentId, UnitId } from "@zhenggai/domain/kernel";
import { type Instrument, maySeeInstrument, seesDrafts } from "@zhenggai/domain/supervision";
import type { Reader } from "@zhenggai/storage";
import { loadInstrument } from "@zhenggai/storage/supervision";
import { ServiceError } from "../errors.ts";
import { scopeOf, stampOf } from "../kit/authorise.ts";

/** What of the instruments somebody sees: those of its region, and of drafts what the domain says. */
export type InstrumentScope = {
	readonly prefix: string;
	readonly onlyIssuedOr: { readonly unitId: UnitId | null } | null;
	/** Of an expert the person, to whom nothing is ever addressed. */
	readonly addressedTo: ListScope["unitId"];
};

/** The scope that every list of instruments is read through. Throws where somebody sees no issues at all. */
export function instrumentScope(actor: Actor): InstrumentScope {
	const { regionPrefix, unitId } = scopeOf(actor, "viewIssue");
	return {
		prefix: regionPrefix,
		onlyIssuedOr: seesDrafts(actor) ? null : { unitId: stampOf(actor).unitId },
		addressedTo: unitId,
	};
}

/** Whether somebody sees an instrument: the same as the lists show. */
export function isSeen(actor: Actor, instrument: Instrument): boolean {
	const { prefix, addressedTo } = instrumentScope(actor);
	return (
		instrument.region.startsWith(prefix) &&
		(addressedTo === null || instrument.addresseeUnitIds.some((id) => id === addressedTo)) &&
		maySeeInstrument(instrument, actor, stampOf(actor))
	);
}

/** An instrument for somebody who sees it. Throws NOT_FOUND for the others. */
export async function instrumentFor(
	reader: Reader,
	actor: Actor,
	id: InstrumentId,
	lock: "none" | "update" = "none",
): Promise<Instrument> {
	const instrument = await loadInstrument(reader, id, lock);
	if (instrument === null || !isSeen(actor, instrument)) throw new ServiceError("NOT_FOUND");
	return instrument;
}
