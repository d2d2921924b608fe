import { useQueryClient } from "@tanstack/solid-query";
import type { JSX } from "solid-js";
import { client } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import { ApplyPanel } from "../../importing/apply-panel.tsx";
import { notify } from "../../ui/feedback.tsx";
import { ledger } from "../ledger.ts";
import type { Wizard } from "./wizard.ts";

/** Step 3: the plan's issues into the ledger. */
export function ApplyStep(props: { wizard: Wizard; onBack: () => void; onDone: () => void }): JSX.Element {
	const queryClient = useQueryClient();
	const chosen = () => props.wizard.preview()?.items.filter((item) => item.chosen) ?? [];
	const count = (kind: "new" | "changed") => chosen().filter((item) => item.kind === kind).length;
	const importId = props.wizard.draft.id;
	return (
		<ApplyPanel
			draft={props.wizard.draft}
			text={t("apply.text")}
			counts={[
				{ label: t("apply.new"), count: count("new") },
				{ label: t("apply.changed"), count: count("changed") },
			]}
			apply={(envelope) => client.issues.applyImport.mutate({ importId, envelope })}
			onApplied={async ({ created, changed }) => {
				notify(t("apply.done", { created: created.length, changed: changed.length }));
				ledger.reload();
				await queryClient.invalidateQueries({ queryKey: ["issues"] });
				await queryClient.invalidateQueries({ queryKey: ["responsibilities"] });
				props.onDone();
			}}
			onBack={() => props.onBack()}
		/>
	);
}
