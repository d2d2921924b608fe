import type { JSX } from "solid-js";
import { DetailPage } from "../../list/detail-page.tsx";
import { holdInstrumentLine } from "../instrument-line.ts";
import { InstrumentViewer } from "./instrument-viewer.tsx";
import "../words.ts";

/** One instrument on a page of its own. */
export default function InstrumentPage(): JSX.Element {
	holdInstrumentLine();
	return (
		<DetailPage list="/supervision">{(id) => <InstrumentViewer instrumentId={id} wide={true} />}</DetailPage>
	);
}
