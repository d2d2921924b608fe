import { useQueryClient } from "@tanstack/solid-query";
import type { JSX } from "solid-js";
import { client } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import { ApplyPanel } from "../../importing/apply-panel.tsx";
import { notify } from "../../ui/feedback.tsx";
import type { ComplaintWizardState } from "./complaint-wizard-state.ts";

/** Step 3: the table's rows into the ledger. */
export function ApplyStep(props: {
	wizard: ComplaintWizardState;
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
			text={t("apply.complaintsText")}
			counts={[
				{ label: t("apply.newComplaints"), count: count("new") },
				{ label: t("apply.changedComplaints"), count: count("changed") },
			]}
			apply={(envelope) => client.complaints.applyImport.mutate({ importId, envelope })}
			onApplied={async ({ created, changed }) => {
				notify(t("apply.doneComplaints", { created: created.length, changed: changed.length }));
				await queryClient.invalidateQueries({ queryKey: ["complaints"] });
				await queryClient.invalidateQueries({ queryKey: ["issues", "listImports"] });
				props.onDone();
			}}
			onBack={() => props.onBack()}
		/>
	);
}
