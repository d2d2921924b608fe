import { useQuery } from "@tanstack/solid-query";
import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { createEffect, createSignal, type JSX, on, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { queries } from "../../api.ts";
import { language, t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { RegionPicker } from "../../responsibilities/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { ImportChoicesInput } from "../../types.ts";
import { CheckField } from "../../ui/field.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { emptyInspection, type InspectionDraft, inspectionOf } from "../inspections/inspection-draft.ts";
import { InspectionFields } from "../inspections/inspection-fields.tsx";
import type { Wizard } from "./wizard.ts";

type Context = NonNullable<ImportChoicesInput["context"]>;
const NEW = "new";

const tierOfCode = (code: string): Context["tier"] =>
	code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "county";

/** Under which inspection, for which region and tier the document speaks. */
export function ContextForm(props: { wizard: Wizard }): JSX.Element {
	const me = useMe();
	const inspections = useQuery(() => queries.issues.listInspections());
	const start = props.wizard.choices.context;
	const [which, setWhich] = createSignal<string>(
		start === null ? "" : start.inspection.kind === "existing" ? start.inspection.inspectionId : NEW,
	);
	const [region, setRegion] = createSignal<string>(start?.region ?? me().region);
	const [tier, setTier] = createSignal<Context["tier"]>(start?.tier ?? tierOfCode(me().region));
	const [byNumber, setByNumber] = createSignal(start?.parentByNumber ?? false);
	const [fresh, setFresh] = createStore<InspectionDraft>(
		emptyInspection(me().region, props.wizard.draft.proposal.title ?? ""),
	);

	const context = (): Context | null => {
		const common = { region: region(), tier: tier(), parentByNumber: byNumber() };
		if (which() === "") return null;
		if (which() !== NEW) return { ...common, inspection: { kind: "existing", inspectionId: which() } };
		const inspection = inspectionOf(fresh);
		return inspection === null ? null : { ...common, inspection: { kind: "new", inspection } };
	};
	createEffect(
		on(
			() => JSON.stringify(context()),
			() => props.wizard.setContext(context()),
			{ defer: true },
		),
	);

	return (
		<Section title={t("context.title")}>
			<div class="grid gap-3 sm:grid-cols-3">
				<Select
					label={t("context.inspection")}
					required={true}
					value={which()}
					choices={[
						...(loaded(inspections) ?? []).map((one) => ({ value: one.id as string, label: one.name })),
						{ value: NEW, label: t("context.new") },
					]}
					onChange={setWhich}
				/>
				<RegionPicker label={t("context.region")} required={true} value={region()} onChange={setRegion} />
				<Select
					label={t("context.tier")}
					required={true}
					value={tier()}
					choices={choicesOf(vocab.tier, language())}
					onChange={(next) => next !== "" && setTier(next)}
				/>
				<CheckField
					class="sm:col-span-3"
					label={t("context.byNumber")}
					checked={byNumber()}
					onChange={setByNumber}
				/>
			</div>
			<Show when={which() === NEW}>
				<div class="mt-3 border-t border-line pt-3">
					<InspectionFields draft={fresh} onChange={setFresh} errorAt={() => null} />
				</div>
			</Show>
		</Section>
	);
}
