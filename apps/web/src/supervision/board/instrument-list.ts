import type { InstrumentChange, InstrumentRow } from "@zhenggai/domain/supervision";
import { client } from "../../api.ts";
import { createLiveList } from "../../list/live-list.ts";
import { instrumentLine } from "../instrument-line.ts";
import { type InstrumentListFilter, sameInstruments } from "./url.ts";

/** The newest draft first, as the server orders them. */
const newestFirst = (a: InstrumentRow, b: InstrumentRow): number =>
	a.draftedAt === b.draftedAt ? 0 : a.draftedAt < b.draftedAt ? 1 : -1;

/** The one list of instruments of the board. */
export const instrumentList = createLiveList<
	InstrumentRow,
	InstrumentListFilter,
	InstrumentListFilter,
	InstrumentChange
>({
	load: (filter, page, signal) => client.supervision.list.query({ filter, ...page }, { signal }),
	same: sameInstruments,
	filterOf: (filter) => filter,
	compareIn: () => newestFirst,
	line: instrumentLine,
	changeOf: ({ instrumentId, version, row }) => ({ id: instrumentId, version, row }),
});
