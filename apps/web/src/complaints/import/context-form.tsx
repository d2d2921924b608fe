import { createEffect, createSignal, type JSX, on } from "solid-js";
import { t } from "../../i18n/index.ts";
import { isIsoDate } from "../../iso-date.ts";
import { InspectionChoice } from "../../issues/index.ts";
import { RegionPicker } from "../../responsibilities/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { ComplaintChoicesInput } from "../../types.ts";
import { TextField } from "../../ui/field.tsx";
import { Section } from "../../ui/section.tsx";
import type { ComplaintWizardState } from "./complaint-wizard-state.ts";

type Context = NonNullable<ComplaintChoicesInput["context"]>;

const BATCH = /^[1-9]\d{0,2}$/;

/** Under which inspection and for whose table the document speaks, and what it says of all its rows. */
export function ContextForm(props: { wizard: ComplaintWizardState }): JSX.Element {
	const me = useMe();
	const start = props.wizard.choices().context;
	const [inspectionId, setInspectionId] = createSignal<string>(start?.inspectionId ?? "");
	const [region, setRegion] = createSignal<string>(start?.listRegion ?? me().region);
	const [batch, setBatch] = createSignal(start?.batch == null ? "" : String(start.batch));
	const [day, setDay] = createSignal<string>(start?.batchDay ?? "");
	const batchSound = () => batch().trim() === "" || BATCH.test(batch().trim());
	const context = (): Context | null => {
		if (inspectionId() === "") return null;
		return {
			inspectionId: inspectionId(),
			listRegion: region(),
			batch: batch().trim() !== "" && batchSound() ? Number(batch()) : null,
			batchDay: isIsoDate(day()) ? day() : null,
		};
	};
	createEffect(
		on(
			() => JSON.stringify(context()),
			() => props.wizard.setContext(context()),
			{ defer: true },
		),
	);
	const withoutBatch = () => props.wizard.rows().filter((row) => row.batch === null).length;

	return (
		<Section title={t("context.title")}>
			<div class="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
				<InspectionChoice
					value={inspectionId()}
					title={props.wizard.draft.proposal.title ?? ""}
					onChange={setInspectionId}
				/>
				<RegionPicker
					label={t("context.tableRegion")}
					required={true}
					value={region()}
					onChange={setRegion}
				/>
				<TextField
					label={t("context.batch")}
					value={batch()}
					error={batchSound() ? null : t("context.batchError")}
					hint={
						withoutBatch() === 0 ? t("context.batchStated") : t("context.batchHint", { n: withoutBatch() })
					}
					onInput={setBatch}
				/>
				<TextField
					type="date"
					label={t("context.batchDay")}
					value={day()}
					hint={t("context.batchDayHint")}
					onInput={setDay}
				/>
			</div>
		</Section>
	);
}
