import type { GateKind } from "@zhenggai/domain/close-out";
import { caseVocab, choicesOf, isLabelled } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { TextArea } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { says } from "./draft.ts";
import { EvidenceChoice } from "./evidence-choice.tsx";

type Draft = { gate: GateKind | ""; verdict: "yes" | "no" | ""; reason: string; evidenceIds: string[] };

/** 四个不放过核定: one gate, on its evidence, in one's own name (ACC-08). */
export function GateForm(props: FormProps): JSX.Element {
	const asked = props.request.part ?? "";
	const draft = createFormDraft(
		props,
		(): Draft => ({
			gate: isLabelled(caseVocab.gateKind, asked) ? asked : "",
			...{ verdict: "", reason: "", evidenceIds: [] },
		}),
	);
	const value = draft.value;
	return (
		<CommandForm
			{...props}
			verb="decideGate"
			draft={draft}
			intro={t("closeOut.gateIntro")}
			command={
				value.gate !== "" && value.verdict !== "" && says(value.reason)
					? {
							...{ type: "decideGate", gate: value.gate, verdict: value.verdict },
							...{ reason: value.reason.trim(), evidenceIds: [...value.evidenceIds] },
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Show
						when={asked !== ""}
						fallback={
							<Select
								label={t("closeOut.gate")}
								required={true}
								value={value.gate}
								choices={choicesOf(caseVocab.gateKind, language())}
								error={errors.at("gate")}
								onChange={(gate) => draft.set("gate", gate)}
							/>
						}
					>
						<div>
							<p class="font-semibold">{word(caseVocab.gateKind, value.gate)}</p>
							<p class="text-late">{errors.at("gate")}</p>
						</div>
					</Show>
					<ChoiceField
						legend={value.gate === "" ? t("closeOut.verdict") : word(caseVocab.gateQuestion, value.gate)}
						required={true}
						value={value.verdict}
						choices={[
							{ value: "yes" as const, label: t("closeOut.gateYes") },
							{ value: "no" as const, label: t("closeOut.gateNo") },
						]}
						error={errors.at("verdict")}
						onChange={(verdict) => draft.set("verdict", verdict)}
					/>
					<TextArea
						label={t("closeOut.gateReason")}
						required={true}
						value={value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
					<EvidenceChoice
						{...props}
						legend={t("closeOut.evidence")}
						required={value.verdict !== "no"}
						value={value.evidenceIds}
						error={errors.at("evidenceIds")}
						onChange={(ids) => draft.set("evidenceIds", ids)}
					/>
				</>
			)}
		</CommandForm>
	);
}
