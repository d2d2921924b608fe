import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { DetailDrawer } from "../../list/detail-drawer.tsx";
import { IssueView } from "./issue-view.tsx";

/** The issue beside the table. */
export default function IssueDrawer(props: { issueId: string; onClose: () => void }): JSX.Element {
	return (
		<DetailDrawer label={t("detail.title")} href={`/issues/${props.issueId}`} onClose={() => props.onClose()}>
			<IssueView issueId={props.issueId} wide={false} />
		</DetailDrawer>
	);
}
