import type { JSX } from "solid-js";
import { DetailPage } from "../../list/detail-page.tsx";
import { IssueView } from "./issue-view.tsx";

/** One issue on a page of its own. */
export default function IssuePage(): JSX.Element {
	return <DetailPage list="/issues">{(id) => <IssueView issueId={id} wide={true} />}</DetailPage>;
}
