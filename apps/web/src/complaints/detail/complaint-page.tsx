import type { JSX } from "solid-js";
import { DetailPage } from "../../list/detail-page.tsx";
import { OnlyFor } from "../../shell/only-for.tsx";
import { holdComplaintLine } from "../complaint-line.ts";
import { ComplaintViewer } from "./complaint-viewer.tsx";
import "../words.ts";

/** One complaint on a page of its own. */
export default function ComplaintPage(): JSX.Element {
	return (
		<OnlyFor action="viewComplaint">
			<Page />
		</OnlyFor>
	);
}

function Page(): JSX.Element {
	holdComplaintLine();
	return (
		<DetailPage list="/complaints">{(id) => <ComplaintViewer complaintId={id} wide={true} />}</DetailPage>
	);
}
