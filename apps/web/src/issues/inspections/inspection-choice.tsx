import "../../importing/words.ts";
import { useQuery } from "@tanstack/solid-query";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createEffect, createSignal, type JSX, Show } from "solid-js";
import { queries } from "../../api.ts";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { mayDo, useMe } from "../../shell/me.tsx";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { InspectionDialog } from "./inspection-dialog.tsx";

/** Under which inspection a document speaks: one of the ledger, or one that is registered on the spot. */
export function InspectionChoice(props: {
	/** The id of an inspection; empty while none is chosen. */
	value: string;
	/** The document's title, offered as that of the feedback. */
	title: string;
	onChange: (inspectionId: string) => void;
}): JSX.Element {
	const me = useMe();
	const inspections = useQuery(() => queries.issues.listInspections());
	const [registering, setRegistering] = createSignal(false);
	// With one inspection on the ledger there is nothing to choose.
	createEffect(() => {
		const [only, ...others] = loaded(inspections) ?? [];
		if (only !== undefined && others.length === 0 && props.value === "") props.onChange(only.id);
	});
	return (
		<div class="flex flex-col items-start gap-1">
			<Select
				class="w-full"
				label={t("context.inspection")}
				required={true}
				value={props.value}
				choices={(loaded(inspections) ?? []).map((one) => ({ value: one.id as string, label: one.name }))}
				hint={loaded(inspections)?.length === 0 ? t("context.noInspection") : undefined}
				onChange={(inspectionId) => props.onChange(inspectionId)}
			/>
			<Show when={mayDo(me(), "registerInspection")}>
				<Button size="small" look="quiet" icon="plus" onClick={() => setRegistering(true)}>
					{word(vocab.inspectionVerb, "registerInspection")}
				</Button>
			</Show>
			<Show when={registering()}>
				<InspectionDialog
					row={null}
					title={props.title}
					onSaved={(inspectionId) => props.onChange(inspectionId)}
					onClose={() => setRegistering(false)}
				/>
			</Show>
		</div>
	);
}
