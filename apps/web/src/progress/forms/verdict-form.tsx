import { createUniqueId, For, type JSX, Show } from "solid-js";
import { dateText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { TextArea } from "../../ui/field.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import type { ProgressInput } from "../input.ts";
import { stepsOf } from "../model/milestones.ts";
import { EvidenceCard } from "../tab/evidence-card.tsx";
import { beginning, measureName } from "../targets.ts";
import { stepOfPart, stepPart } from "./claims.tsx";

type Verdict = "verified" | "rejected";

/** Two exclusive answers, one button each. */
export function Verdicts<V extends string>(props: {
	legend: string;
	choices: readonly Choice<V>[];
	value: V | "";
	onChange: (value: V) => void;
}): JSX.Element {
	const name = createUniqueId();
	return (
		<fieldset data-required={props.legend}>
			<legend class="mb-1 text-ink-soft">{props.legend}</legend>
			<div class="flex flex-wrap gap-x-5 gap-y-1">
				<For each={props.choices}>
					{(choice) => (
						<label class="tap inline-flex items-center gap-2">
							<input
								type="radio"
								name={name}
								class="size-4 accent-accent"
								checked={props.value === choice.value}
								onChange={() => props.onChange(choice.value)}
							/>
							{choice.label}
						</label>
					)}
				</For>
			</div>
		</fieldset>
	);
}

type Said = { readonly evidenceIds: readonly string[]; readonly lines: readonly string[] };

function VerdictForm(
	props: FormProps & {
		intro: string;
		label: string;
		choices: readonly Choice<string>[];
		/** What was said of it, and what it rests on. */
		said: (which: string) => Said;
		commandOf: (which: string, verdict: Verdict, reason: string | null) => ProgressInput;
	},
): JSX.Element {
	const draft = createFormDraft<{ which: string; verdict: Verdict | ""; reason: string }>(props, () => ({
		which: props.request.part ?? (props.choices.length === 1 ? (props.choices[0]?.value ?? "") : ""),
		...{ verdict: "", reason: "" },
	}));
	const said = () => props.said(draft.value.which);
	const evidence = () => props.detail.progress.evidence.filter(({ id }) => said().evidenceIds.includes(id));
	const reason = () => (draft.value.reason.trim() === "" ? null : draft.value.reason.trim());
	const command = () => {
		const { which, verdict } = draft.value;
		if (which === "" || verdict === "" || (verdict === "rejected" && reason() === null)) return null;
		return props.commandOf(which, verdict, reason());
	};
	return (
		<CommandForm
			detail={props.detail}
			onClose={props.onClose}
			verb={props.request.verb}
			intro={props.intro}
			wide={true}
			draft={draft}
			command={command()}
		>
			{(errors) => (
				<>
					<Select
						label={props.label}
						required={true}
						value={draft.value.which}
						choices={props.choices}
						error={errors.at("key") ?? errors.at("measureId")}
						onChange={(which) => draft.set("which", which)}
					/>
					<Show when={draft.value.which !== ""}>
						<div class="flex flex-col gap-2">
							<For each={said().lines}>{(line) => <p class="text-ink-soft">{line}</p>}</For>
							<div class="grid gap-2 sm:grid-cols-2">
								<For each={evidence()}>{(held) => <EvidenceCard detail={props.detail} held={held} />}</For>
							</div>
							<Show when={evidence().length === 0}>
								<p class="text-near">{t("verifying.noEvidence")}</p>
							</Show>
						</div>
					</Show>
					<Verdicts
						legend={t("verifying.legend")}
						value={draft.value.verdict}
						choices={[
							{ value: "verified", label: t("verifying.verified") },
							{ value: "rejected", label: t("verifying.rejected") },
						]}
						onChange={(verdict) => draft.set("verdict", verdict)}
					/>
					<TextArea
						label={t("verifying.reason")}
						hint={t("verifying.reasonHint")}
						required={draft.value.verdict === "rejected"}
						rows={2}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(text) => draft.set("reason", text)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 核实节点. */
export function MilestoneVerdict(props: FormProps): JSX.Element {
	const claimed = () => stepsOf(props.detail).filter(({ reach }) => reach === "claimed");
	return (
		<VerdictForm
			{...props}
			intro={t("verifying.milestoneIntro")}
			label={t("claim.milestone")}
			choices={claimed().map((step) => ({
				value: stepPart(step),
				label: `${dateText(step.due)} ${beginning(step.text)}`,
			}))}
			said={(which) => {
				const { measureId, key } = stepOfPart(which);
				const said = props.detail.progress.attainments.findLast(
					(one) => one.measureId === measureId && one.key === key && one.verified === null,
				);
				return {
					evidenceIds: said?.evidenceIds ?? [],
					lines:
						said === undefined
							? []
							: [t("verifying.saidDone", { by: said.by.name, date: dateText(said.doneOn) })],
				};
			}}
			commandOf={(which, verdict, reason) => ({
				...{ type: "verifyMilestone", ...stepOfPart(which) },
				...{ verdict, reason },
			})}
		/>
	);
}

/** 核实措施. */
export function MeasureVerdict(props: FormProps): JSX.Element {
	return (
		<VerdictForm
			{...props}
			intro={t("verifying.measureIntro")}
			label={t("claim.measure")}
			choices={props.detail.measures
				.filter(({ state }) => state === "done")
				.map((measure) => ({ value: measure.id, label: measureName(measure) }))}
			said={(which) => {
				const { completions, evidence } = props.detail.progress;
				const said = completions.findLast(({ measureId }) => measureId === which);
				const filed = evidence
					.filter(({ measureId, withdrawn }) => measureId === which && withdrawn === null)
					.map(({ id }) => id);
				return {
					evidenceIds: [...(said?.evidenceIds ?? []), ...filed],
					lines: said === undefined ? [] : [t("verifying.saidCarriedOut", { by: said.by.name })],
				};
			}}
			commandOf={(measureId, verdict, reason) => ({ type: "verifyMeasure", measureId, verdict, reason })}
		/>
	);
}
