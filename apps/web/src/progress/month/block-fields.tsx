import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import type { FormErrors, KeptDraft } from "../../commands/index.ts";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { BLOCKS, isLate, type MonthDraft } from "./month-draft.ts";
import type { Prefilled } from "./sent-steps.tsx";

/** The texts of a period: what was done, and the blocks of the central form as they were said last. */
export function BlockFields(props: {
	draft: KeptDraft<MonthDraft>;
	form: Prefilled | null;
	errors: FormErrors;
}): JSX.Element {
	const value = () => props.draft.value;
	const same = (now: string, before: string | null | undefined) =>
		now !== "" && now === (before ?? "") ? t("month.asBefore") : undefined;
	const previous = () => props.form?.previous ?? null;
	return (
		<>
			<Show when={props.form?.returned}>
				{(returned) => (
					<p class="rounded-md border border-late bg-late-wash p-3 text-late" role="note">
						{t("cycles.returnedBy", { by: returned().by.name, reason: returned().reason })}
					</p>
				)}
			</Show>
			<TextArea
				label={t("month.progress")}
				hint={t("month.progressHint")}
				required={true}
				rows={4}
				value={value().progress}
				error={props.errors.at("report.content.progress")}
				onInput={(text) => props.draft.set("progress", text)}
			/>
			<div class="grid gap-3 sm:grid-cols-2">
				<Select
					label={t("outlook.which")}
					required={true}
					value={value().forecast}
					error={props.errors.at("report.content.forecast")}
					choices={choicesOf(caseVocab.forecast, language())}
					onChange={(forecast) => props.draft.set("forecast", forecast)}
				/>
				<Show when={value().forecast === "likely" || isLate(value())}>
					<Select
						label={t("month.lagReason")}
						required={isLate(value())}
						none={t("choose")}
						value={value().lagReason}
						error={props.errors.at("report.content.lagReason")}
						choices={choicesOf(caseVocab.lagReason, language())}
						onChange={(reason) => props.draft.set("lagReason", reason)}
					/>
				</Show>
			</div>
			<details open={previous() === null}>
				<summary class="tap text-accent">
					{previous() === null ? t("month.blocksNew") : t("month.blocks")}
				</summary>
				<div class="mt-2 grid gap-3 sm:grid-cols-2">
					<For each={BLOCKS}>
						{(name) => (
							<TextArea
								label={word(caseVocab.contentBlock, name)}
								hint={same(value().blocks[name], previous()?.blocks[name])}
								rows={2}
								value={value().blocks[name]}
								error={props.errors.at(`report.content.blocks.${name}`)}
								onInput={(text) => props.draft.set("blocks", name, text)}
							/>
						)}
					</For>
					<TextArea
						label={t("entry.difficulties")}
						hint={same(value().difficulties, previous()?.difficulties)}
						rows={2}
						value={value().difficulties}
						onInput={(text) => props.draft.set("difficulties", text)}
					/>
					<TextArea
						label={t("entry.nextSteps")}
						hint={same(value().nextSteps, previous()?.nextSteps)}
						rows={2}
						value={value().nextSteps}
						onInput={(text) => props.draft.set("nextSteps", text)}
					/>
					<TextField
						label={t("month.typedPercent")}
						hint={t("percent.typedIs")}
						type="number"
						min={0}
						max={100}
						value={value().typedPercent}
						error={props.errors.at("report.content.typedPercent")}
						onInput={(text) => props.draft.set("typedPercent", text)}
					/>
				</div>
			</details>
		</>
	);
}
