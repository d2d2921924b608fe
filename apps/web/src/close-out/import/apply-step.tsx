import { useQueryClient } from "@tanstack/solid-query";
import type { JSX } from "solid-js";
import { client } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import { ApplyPanel } from "../../importing/apply-panel.tsx";
import { notify } from "../../ui/feedback.tsx";
import type { NoticeWizardState } from "./notice-wizard-state.ts";

/** Step 3: the notices onto their issues. */
export function ApplyStep(props: {
	wizard: NoticeWizardState;
	onBack: () => void;
	onDone: () => void;
}): JSX.Element {
	const queryClient = useQueryClient();
	const count = (kind: "new" | "changed") =>
		props.wizard.preview()?.items.filter((item) => item.chosen && item.kind === kind).length ?? 0;
	const importId = props.wizard.draft.id;
	return (
		<ApplyPanel
			draft={props.wizard.draft}
			text={t("apply.noticesText")}
			counts={[
				{ label: t("apply.newNotices"), count: count("new") },
				{ label: t("apply.changedNotices"), count: count("changed") },
			]}
			apply={(envelope) => client.closeOut.applyImport.mutate({ importId, envelope })}
			onApplied={async ({ attached, replaced }) => {
				notify(t("apply.doneNotices", { attached: attached.length, replaced: replaced.length }));
				await queryClient.invalidateQueries({ queryKey: ["issues"] });
				props.onDone();
			}}
			onBack={() => props.onBack()}
		/>
	);
}
