import { useSearchParams } from "@solidjs/router";
import type { InstrumentKind } from "@zhenggai/domain/supervision";
import { caseVocab, isLabelled } from "@zhenggai/domain/vocabulary";

/** The kind that an address names; a reminder where it names none. */
const kindOf = (part: unknown): InstrumentKind =>
	typeof part === "string" && isLabelled(caseVocab.instrumentKind, part) ? part : "reminderLetter";

/** Which instrument is being drafted on the issue: it stands in the address (`?do=draftInstrument&part=circular`). */
export function useDrafting() {
	const [params, setParams] = useSearchParams();
	return {
		kind: (): InstrumentKind | null => (params.do === "draftInstrument" ? kindOf(params.part) : null),
		open: (kind: InstrumentKind) => setParams({ do: "draftInstrument", part: kind }, { replace: true }),
		close: () => setParams({ do: undefined, part: undefined }, { replace: true }),
	};
}
