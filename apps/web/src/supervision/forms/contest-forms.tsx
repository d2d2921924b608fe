import type { Light } from "@zhenggai/domain/supervision";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { createKeptDraft } from "../../commands/index.ts";
import { word } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { CommandForm, type FormProps } from "../../issues/index.ts";
import { TextArea } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { LightMark } from "../marks.tsx";

/** 申诉: the unit that does the work objects to the light. */
export function ContestForm(props: FormProps): JSX.Element {
	const draft = createKeptDraft(`contestLight.${props.detail.row.id}.`, () => ({ id: newId(), reason: "" }));
	return (
		<CommandForm
			{...props}
			verb="contestLight"
			draft={draft}
			intro={t("sup.contestIntro")}
			command={
				draft.value.reason.trim().length >= 2
					? { type: "contestLight", contestId: draft.value.id, reason: draft.value.reason.trim() }
					: null
			}
		>
			{(errors) => (
				<>
					<div class="flex flex-wrap items-center gap-2">
						{t("sup.against")}
						<LightMark light={props.detail.light.recorded} />
					</div>
					<ul class="list-disc pl-5 text-[0.93rem] text-ink-soft">
						<For each={props.detail.light.reasons}>{(reason) => <li>{say(reason.message)}</li>}</For>
					</ul>
					<TextArea
						label={t("sup.contestReason")}
						hint={t("sup.contestHint")}
						required={true}
						rows={5}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
				</>
			)}
		</CommandForm>
	);
}

const MILDER: Readonly<Record<Light, readonly Light[]>> = {
	red: ["yellow", "good"],
	yellow: ["good", "none"],
	good: [],
	none: [],
};

/** Decides on an objection: upheld makes the light milder until the next dispatch. */
export function DecideContestForm(props: FormProps): JSX.Element {
	const contest = () => props.detail.supervision.contests.find(({ decision }) => decision === null);
	const draft = createKeptDraft(`decideContest.${props.detail.row.id}.${contest()?.id ?? ""}`, () => ({
		verdict: "",
		light: "",
		reason: "",
	}));
	const verdict = () =>
		draft.value.verdict === "upheld" || draft.value.verdict === "dismissed" ? draft.value.verdict : null;
	const milder = () => MILDER[contest()?.against ?? "none"];
	const light = (): Light | null =>
		verdict() === "upheld" ? (milder().find((one) => one === draft.value.light) ?? null) : null;
	return (
		<CommandForm
			{...props}
			verb="decideContest"
			draft={draft}
			command={
				verdict() !== null &&
				(verdict() === "dismissed" || light() !== null) &&
				draft.value.reason.trim().length >= 2
					? {
							type: "decideContest",
							contestId: contest()?.id ?? "",
							verdict: verdict() ?? "dismissed",
							light: light(),
							reason: draft.value.reason.trim(),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Show when={contest()}>
						{(found) => (
							<blockquote class="rounded border border-line bg-sunken px-3 py-2">
								<p class="flex flex-wrap items-center gap-2 text-[0.93rem] text-ink-soft">
									{found().by.name} {t("sup.against")}
									<LightMark light={found().against} />
								</p>
								<p class="whitespace-pre-line">{found().reason}</p>
							</blockquote>
						)}
					</Show>
					<Select
						label={t("sup.verdict")}
						required={true}
						value={draft.value.verdict}
						choices={[
							{ value: "upheld", label: t("sup.upheldFull") },
							{ value: "dismissed", label: t("sup.dismissedFull") },
						]}
						error={errors.at("verdict")}
						onChange={(next) => draft.set("verdict", next)}
					/>
					<Show when={verdict() === "upheld"}>
						<Select
							label={t("sup.shownAs")}
							hint={t("sup.shownAsHint")}
							required={true}
							value={draft.value.light}
							choices={milder().map((one) => ({ value: one as string, label: word(caseVocab.light, one) }))}
							error={errors.at("light")}
							onChange={(next) => draft.set("light", next)}
						/>
					</Show>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
				</>
			)}
		</CommandForm>
	);
}
