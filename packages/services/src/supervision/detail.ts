import type { Actor } from "@zhenggai/domain/kernel";
import { type Instrument, type InstrumentDetail, instrumentActions } from "@zhenggai/domain/supervision";
import { readerOf } from "@zhenggai/storage";
import { loadIssues } from "@zhenggai/storage/issues";
import { instrumentsOf } from "@zhenggai/storage/supervision";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { instrumentContext } from "./context.ts";
import { instrumentRows } from "./rows.ts";

/** The whole page of an instrument for an actor who sees it. */
export async function instrumentDetail(
	context: ServiceContext,
	instrument: Instrument,
	actor: Actor,
): Promise<InstrumentDetail> {
	const reader = readerOf(context.database);
	const { today } = momentOf(context);
	const [row] = await instrumentRows(reader, [instrument], today);
	if (row === undefined) throw new Error("An instrument has a line");
	const issue = (await loadIssues(reader, [instrument.issueId])).get(instrument.issueId) ?? null;
	const others = await instrumentsOf(reader, instrument.issueId);
	const asked = await instrumentContext(reader, context, actor, {
		issue,
		unitIds: instrument.addresseeUnitIds,
		instruments: others.filter(({ id }) => id !== instrument.id),
	});
	return {
		row,
		instrument,
		actions: instrumentActions(instrument, asked).map((action) => ({ ...action })),
		asOf: today,
	};
}
