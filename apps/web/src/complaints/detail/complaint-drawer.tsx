import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { DetailDrawer } from "../../list/detail-drawer.tsx";
import { ComplaintViewer } from "./complaint-viewer.tsx";

/** The complaint beside the table. */
export default function ComplaintDrawer(props: { complaintId: string; onClose: () => void }): JSX.Element {
	return (
		<DetailDrawer
			label={t("complaints.detail")}
			href={`/complaints/${props.complaintId}`}
			onClose={() => props.onClose()}
		>
			<ComplaintViewer complaintId={props.complaintId} wide={false} />
		</DetailDrawer>
	);
}
