import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { createKeptDraft } from "../../commands/index.ts";
import { cycleText } from "../../i18n/cycle-text.ts";
import { momentText } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { CommandOf } from "../../types.ts";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { measureChoices, measureName } from "../targets.ts";

const enough = (text: string): boolean => text.trim().length >= 2;

/** 记录工作: also before the plan is approved (立行立改). */
export function WorkForm(props: FormProps): JSX.Element {
	const me = useMe();
	const onlyVisits = () => me().role === "supUnit";
	const draft = createKeptDraft<{
		id: string;
		on: string;
		kind: "work" | "visit";
		text: string;
		measureId: string;
	}>(`logWork.${props.detail.row.id}.`, () => ({
		...{ id: newId(), on: me().today, kind: onlyVisits() ? "visit" : "work" },
		...{ text: "", measureId: "" },
	}));
	const command = (): CommandOf<"logWork"> | null => {
		const { id, on, kind, text, measureId } = draft.value;
		if (!enough(text) || on === "") return null;
		return {
			...{ type: "logWork", workId: id, on, kind, text: text.trim() },
			measureId: measureId === "" ? null : measureId,
		};
	};
	return (
		<CommandForm {...props} verb="logWork" intro={t("work.intro")} draft={draft} command={command()}>
			{(errors) => (
				<>
					<div class="grid gap-3 sm:grid-cols-2">
						<Select
							label={t("work.kind")}
							value={draft.value.kind}
							error={errors.at("kind")}
							choices={[
								...(onlyVisits() ? [] : [{ value: "work" as const, label: t("work.work") }]),
								{ value: "visit" as const, label: t("work.visit") },
							]}
							onChange={(kind) => kind !== "" && draft.set("kind", kind)}
						/>
						<TextField
							label={t("work.on")}
							required={true}
							type="date"
							max={me().today}
							value={draft.value.on}
							error={errors.at("on")}
							onInput={(on) => draft.set("on", on)}
						/>
					</div>
					<TextArea
						label={t("work.text")}
						required={true}
						value={draft.value.text}
						error={errors.at("text")}
						onInput={(text) => draft.set("text", text)}
					/>
					<Select
						label={t("work.measure")}
						none={t("work.noMeasure")}
						value={draft.value.measureId}
						error={errors.at("measureId")}
						choices={measureChoices(props.detail)}
						onChange={(measureId) => draft.set("measureId", measureId)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 完成预期: a human judgement, never derived. */
export function ForecastForm(props: FormProps): JSX.Element {
	const draft = createKeptDraft<{ forecast: "onTime" | "likely" | "unlikely" | ""; reason: string }>(
		`setForecast.${props.detail.row.id}.`,
		() => ({ forecast: props.detail.progress.forecast?.value ?? "", reason: "" }),
	);
	const needsReason = () => draft.value.forecast === "unlikely";
	return (
		<CommandForm
			{...props}
			verb="setForecast"
			intro={t("outlook.intro")}
			draft={draft}
			command={
				draft.value.forecast !== "" && (!needsReason() || enough(draft.value.reason))
					? {
							type: "setForecast",
							forecast: draft.value.forecast,
							reason: enough(draft.value.reason) ? draft.value.reason.trim() : null,
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("outlook.which")}
						required={true}
						value={draft.value.forecast}
						choices={choicesOf(caseVocab.forecast, language())}
						onChange={(forecast) => draft.set("forecast", forecast)}
					/>
					<TextArea
						label={t("form.reason")}
						hint={t("outlook.reasonHint")}
						required={needsReason()}
						rows={2}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 退回填报: the cycle is unanswered again, its due day stays. */
export function ReturnForm(props: FormProps): JSX.Element {
	const standing = () => props.detail.progress.reports.filter(({ returned }) => returned === null);
	const draft = createFormDraft(props, () => ({
		which: props.request.part ?? standing().at(-1)?.id ?? "",
		reason: "",
	}));
	const report = () => standing().find(({ id }) => id === draft.value.which);
	return (
		<CommandForm
			{...props}
			verb="returnReport"
			intro={t("sendBack.intro")}
			draft={draft}
			command={
				report() !== undefined && enough(draft.value.reason)
					? { type: "returnReport", reportId: draft.value.which, reason: draft.value.reason.trim() }
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("sendBack.which")}
						required={true}
						value={draft.value.which}
						error={errors.at("reportId")}
						choices={standing()
							.map(({ id, cycle, by, at }) => ({
								value: id as string,
								label: `${cycle === null ? t("reports.unasked") : cycleText(cycle)} · ${by.name} · ${momentText(at)}`,
							}))
							.toReversed()}
						onChange={(which) => draft.set("which", which)}
					/>
					<Show when={report()}>
						{(found) => (
							<p class="rounded border border-line bg-sunken p-2 whitespace-pre-line">
								{found().content.progress}
							</p>
						)}
					</Show>
					<TextArea
						label={t("sendBack.reason")}
						required={true}
						rows={2}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 免除措施: by the tier that approved the plan. */
export function WaiveForm(props: FormProps): JSX.Element {
	const open = () =>
		props.detail.measures.filter(({ state }) => !["verified", "waived", "cancelled"].includes(state));
	const draft = createFormDraft(props, () => ({
		which: props.request.part ?? "",
		reason: "",
	}));
	return (
		<CommandForm
			{...props}
			verb="waiveMeasure"
			intro={t("letGo.intro")}
			draft={draft}
			command={
				draft.value.which !== "" && enough(draft.value.reason)
					? { type: "waiveMeasure", measureId: draft.value.which, reason: draft.value.reason.trim() }
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("claim.measure")}
						required={true}
						value={draft.value.which}
						error={errors.at("measureId")}
						choices={open().map((measure) => ({ value: measure.id as string, label: measureName(measure) }))}
						onChange={(which) => draft.set("which", which)}
					/>
					<TextArea
						label={t("form.reason")}
						required={true}
						rows={2}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
				</>
			)}
		</CommandForm>
	);
}
