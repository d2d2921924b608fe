import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { DetailDrawer } from "../../list/detail-drawer.tsx";
import { InstrumentViewer } from "./instrument-viewer.tsx";

/** The instrument beside the board. */
export default function InstrumentDrawer(props: { instrumentId: string; onClose: () => void }): JSX.Element {
	return (
		<DetailDrawer
			label={t("sup.detail")}
			href={`/supervision/${props.instrumentId}`}
			onClose={() => props.onClose()}
		>
			<InstrumentViewer instrumentId={props.instrumentId} wide={false} />
		</DetailDrawer>
	);
}
