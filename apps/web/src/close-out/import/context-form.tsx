import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { createEffect, createSignal, type JSX, on } from "solid-js";
import { language, t } from "../../i18n/index.ts";
import { InspectionChoice } from "../../issues/index.ts";
import { RegionPicker } from "../../responsibilities/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { NoticeChoicesInput } from "../../types.ts";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import type { NoticeWizardState } from "./notice-wizard-state.ts";

type Context = NonNullable<NoticeChoicesInput["context"]>;

const tierOfCode = (code: string): Context["tier"] =>
	code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "county";

/** Under which inspection, for which region and by whose numbers the notices speak. */
export function ContextForm(props: { wizard: NoticeWizardState }): JSX.Element {
	const me = useMe();
	const start = props.wizard.choices().context;
	const [inspectionId, setInspectionId] = createSignal<string>(start?.inspectionId ?? "");
	const [region, setRegion] = createSignal<string>(start?.region ?? me().region);
	const [tier, setTier] = createSignal<Context["tier"]>(start?.tier ?? tierOfCode(me().region));
	const context = (): Context | null =>
		inspectionId() === "" ? null : { inspectionId: inspectionId(), region: region(), tier: tier() };
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
				<InspectionChoice
					value={inspectionId()}
					title={props.wizard.draft.proposal.title ?? ""}
					onChange={setInspectionId}
				/>
				<RegionPicker
					label={t("context.noticeRegion")}
					required={true}
					value={region()}
					hint={t("context.noticeRegionHint")}
					onChange={setRegion}
				/>
				<Select
					label={t("context.noticeTier")}
					required={true}
					value={tier()}
					choices={choicesOf(vocab.tier, language())}
					hint={t("context.noticeTierHint")}
					onChange={(next) => next !== "" && setTier(next)}
				/>
			</div>
		</Section>
	);
}
