import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { says } from "./draft.ts";
import { type Agrees, agreement, OpinionFields } from "./opinion-fields.tsx";

/** 登记专家意见, with the declaration that the expert has no interest in the matter (ACC-11). */
export function ExpertForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createFormDraft(props, () => ({
		...{ expert: "", unit: "", noConflict: false, opinion: "", on: me().today },
		verdict: "agree" as Agrees,
	}));
	const value = draft.value;
	return (
		<CommandForm
			{...props}
			verb="recordExpertOpinion"
			draft={draft}
			intro={t("closeOut.expertIntro", { n: props.detail.closeOut.terms.experts })}
			command={
				value.expert.trim() !== "" && value.unit.trim() !== "" && value.on !== "" && says(value.opinion)
					? {
							type: "recordExpertOpinion",
							opinion: {
								...{ expert: value.expert.trim(), unit: value.unit.trim(), noConflict: value.noConflict },
								...{ verdict: value.verdict, opinion: value.opinion.trim(), on: value.on },
							},
						}
					: null
			}
		>
			{(errors) => (
				<>
					<div class="grid gap-3 sm:grid-cols-3">
						<TextField
							label={t("closeOut.expert")}
							required={true}
							value={value.expert}
							error={errors.at("opinion.expert")}
							onInput={(expert) => draft.set("expert", expert)}
						/>
						<TextField
							label={t("closeOut.expertUnit")}
							required={true}
							value={value.unit}
							error={errors.at("opinion.unit")}
							onInput={(unit) => draft.set("unit", unit)}
						/>
						<TextField
							type="date"
							label={t("closeOut.on")}
							required={true}
							max={me().today}
							value={value.on}
							error={errors.at("opinion.on")}
							onInput={(on) => draft.set("on", on)}
						/>
					</div>
					<OpinionFields
						value={value}
						declares={t("closeOut.declares")}
						errorAt={(field) => errors.at(`opinion.${field}`)}
						onChange={(changes) => draft.set(changes)}
					/>
				</>
			)}
		</CommandForm>
	);
}

const namesIn = (text: string): string[] =>
	text
		.split(/[、,，;；\s]+/u)
		.map((name) => name.trim())
		.filter((name) => name !== "");

/** 登记集体研究: what a body decided together (S64). */
export function DiscussionForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createFormDraft(props, () => ({
		...{ body: "", on: me().today, present: "", conclusion: "" },
		verdict: "agree" as Agrees,
	}));
	const value = draft.value;
	return (
		<CommandForm
			{...props}
			verb="recordDiscussion"
			draft={draft}
			command={
				value.body.trim() !== "" &&
				value.on !== "" &&
				namesIn(value.present).length > 0 &&
				says(value.conclusion)
					? {
							type: "recordDiscussion",
							discussion: {
								...{ body: value.body.trim(), on: value.on, present: namesIn(value.present) },
								...{ conclusion: value.conclusion.trim(), agreed: value.verdict === "agree" },
							},
						}
					: null
			}
		>
			{(errors) => (
				<>
					<div class="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
						<TextField
							label={t("closeOut.body")}
							hint={t("closeOut.bodyHint")}
							required={true}
							value={value.body}
							error={errors.at("discussion.body")}
							onInput={(body) => draft.set("body", body)}
						/>
						<TextField
							type="date"
							label={t("closeOut.on")}
							required={true}
							max={me().today}
							value={value.on}
							error={errors.at("discussion.on")}
							onInput={(on) => draft.set("on", on)}
						/>
					</div>
					<TextField
						label={t("closeOut.presentNames")}
						hint={t("closeOut.presentHint")}
						required={true}
						value={value.present}
						error={errors.at("discussion.present")}
						onInput={(present) => draft.set("present", present)}
					/>
					<ChoiceField
						legend={t("closeOut.verdict")}
						required={true}
						value={value.verdict}
						choices={agreement()}
						onChange={(verdict) => draft.set("verdict", verdict)}
					/>
					<TextArea
						label={t("closeOut.conclusion")}
						required={true}
						value={value.conclusion}
						error={errors.at("discussion.conclusion")}
						onInput={(conclusion) => draft.set("conclusion", conclusion)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 认定标准: what the sector department says where the standard is disputed (ACC-12). */
export function RulingForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createFormDraft(props, () => ({
		...{ question: "", ruling: "", unit: me().unit?.name ?? "", on: me().today },
	}));
	const value = draft.value;
	return (
		<CommandForm
			{...props}
			verb="ruleStandard"
			draft={draft}
			command={
				says(value.question) && says(value.ruling) && value.unit.trim() !== "" && value.on !== ""
					? {
							type: "ruleStandard",
							ruling: {
								...{ question: value.question.trim(), ruling: value.ruling.trim() },
								...{ unit: value.unit.trim(), on: value.on },
							},
						}
					: null
			}
		>
			{(errors) => (
				<>
					<div class="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
						<TextField
							label={t("closeOut.rulingUnit")}
							required={true}
							value={value.unit}
							error={errors.at("ruling.unit")}
							onInput={(unit) => draft.set("unit", unit)}
						/>
						<TextField
							type="date"
							label={t("closeOut.on")}
							required={true}
							max={me().today}
							value={value.on}
							error={errors.at("ruling.on")}
							onInput={(on) => draft.set("on", on)}
						/>
					</div>
					<TextArea
						label={t("closeOut.question")}
						required={true}
						rows={2}
						value={value.question}
						error={errors.at("ruling.question")}
						onInput={(question) => draft.set("question", question)}
					/>
					<TextArea
						label={t("closeOut.rulingText")}
						required={true}
						value={value.ruling}
						error={errors.at("ruling.ruling")}
						onInput={(ruling) => draft.set("ruling", ruling)}
					/>
				</>
			)}
		</CommandForm>
	);
}
