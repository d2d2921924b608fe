import type { AcceptanceVerdict } from "@zhenggai/domain/close-out";
import { caseVocab, choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { Index, type JSX, Show } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import type { CommandOf } from "../../types.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { Criteria, type CriterionDraft } from "./criteria.tsx";
import { orNull, says } from "./draft.ts";

type Draft = {
	verdict: AcceptanceVerdict | "";
	criteria: CriterionDraft[];
	otherStandard: boolean;
	standard: string;
	opinion: string;
	supplements: string[];
	supplementsDueOn: string;
};

/** 出具验收意见: the tier's verdict on the form of criteria, with supplements where it is conditional (ACC-07, ACC-10). */
export function VerdictForm(props: FormProps): JSX.Element {
	const { closeOut, goal, row } = props.detail;
	const tier = closeOut.state.atTier ?? row.tier;
	const draft = createFormDraft(
		props,
		(): Draft => ({
			verdict: "",
			criteria: closeOut.criteria.map((criterion) => ({ criterion, answer: "", evidenceIds: [], note: "" })),
			...{ otherStandard: false, standard: goal ?? "", opinion: "", supplements: [""] },
			supplementsDueOn: closeOut.terms.supplementsLatest ?? "",
		}),
	);
	const value = draft.value;
	const isConditional = () => value.verdict === "conditional";
	const asked = () => value.supplements.filter(says);
	const ready = () =>
		says(value.opinion) &&
		(value.verdict === "fail" || value.criteria.every(({ answer }) => answer !== "")) &&
		(!isConditional() || (asked().length > 0 && value.supplementsDueOn !== ""));
	const command = (verdict: AcceptanceVerdict): CommandOf<"decideAcceptance"> => ({
		...{ type: "decideAcceptance", tier, verdict, criteriaSet: closeOut.criteriaSet },
		criteria: value.criteria.flatMap(({ criterion, answer, evidenceIds, note }) =>
			answer === "" ? [] : [{ criterion, answer, evidenceIds: [...evidenceIds], note: orNull(note) }],
		),
		standard: value.otherStandard ? orNull(value.standard) : null,
		opinion: value.opinion.trim(),
		supplements: isConditional() ? asked().map((text) => text.trim()) : [],
		supplementsDueOn: isConditional() ? value.supplementsDueOn : null,
	});
	return (
		<CommandForm
			{...props}
			verb="decideAcceptance"
			draft={draft}
			wide={true}
			intro={t("closeOut.verdictIntro", { tier: word(vocab.tier, tier) })}
			command={value.verdict !== "" && ready() ? command(value.verdict) : null}
		>
			{(errors) => (
				<>
					<Criteria
						{...props}
						set={closeOut.criteriaSet}
						needed={value.verdict !== "fail"}
						value={value.criteria}
						errorAt={(path) => errors.at(path)}
						onChange={(at, change) => draft.set("criteria", at, change)}
					/>
					<div class="flex flex-col gap-2">
						<CheckField
							label={t("closeOut.otherStandard")}
							checked={value.otherStandard}
							onChange={(on) => draft.set("otherStandard", on)}
						/>
						<Show when={value.otherStandard}>
							<TextArea
								label={t("closeOut.standard")}
								hint={t("closeOut.standardHint")}
								rows={2}
								value={value.standard}
								error={errors.at("standard")}
								onInput={(standard) => draft.set("standard", standard)}
							/>
						</Show>
					</div>
					<ChoiceField
						legend={t("closeOut.verdict")}
						required={true}
						value={value.verdict}
						choices={choicesOf(caseVocab.acceptanceVerdict, language()).filter((choice) =>
							closeOut.terms.verdicts.includes(choice.value),
						)}
						error={errors.at("verdict") ?? errors.at("tier")}
						onChange={(verdict) => draft.set("verdict", verdict)}
					/>
					<TextArea
						label={t(value.verdict === "fail" ? "closeOut.failReason" : "closeOut.opinion")}
						required={true}
						value={value.opinion}
						error={errors.at("opinion")}
						onInput={(opinion) => draft.set("opinion", opinion)}
					/>
					<Show when={isConditional()}>
						<SupplementList
							value={value.supplements}
							due={value.supplementsDueOn}
							latest={closeOut.terms.supplementsLatest}
							error={errors.at("supplements")}
							dueError={errors.at("supplementsDueOn")}
							onChange={(supplements) => draft.set("supplements", supplements)}
							onDue={(on) => draft.set("supplementsDueOn", on)}
						/>
					</Show>
				</>
			)}
		</CommandForm>
	);
}

/** What has to be added, line by line, and by when. */
function SupplementList(props: {
	value: readonly string[];
	due: string;
	latest: Parameters<typeof date>[0] | null;
	error: string | null;
	dueError: string | null;
	onChange: (list: string[]) => void;
	onDue: (on: string) => void;
}): JSX.Element {
	return (
		<fieldset class="flex flex-col gap-2 rounded border border-line px-2.5 pb-2.5">
			<legend class="px-1 text-ink-soft">{t("closeOut.supplements")}</legend>
			<Index each={props.value}>
				{(text, at) => (
					<div class="flex items-end gap-2">
						<TextField
							class="flex-1"
							label={t("closeOut.supplement", { n: at + 1 })}
							value={text()}
							onInput={(next) =>
								props.onChange(props.value.map((held, index) => (index === at ? next : held)))
							}
						/>
						<IconButton
							icon="close"
							label={t("closeOut.supplementDrop", { n: at + 1 })}
							onClick={() => props.onChange(props.value.filter((_, index) => index !== at))}
						/>
					</div>
				)}
			</Index>
			<div>
				<Button size="small" icon="plus" onClick={() => props.onChange([...props.value, ""])}>
					{t("closeOut.supplementAdd")}
				</Button>
			</div>
			<Show when={props.error}>
				<p class="text-late">{props.error}</p>
			</Show>
			<TextField
				type="date"
				label={t("closeOut.supplementsDue")}
				hint={
					props.latest === null ? undefined : t("closeOut.supplementsLatest", { date: date(props.latest) })
				}
				required={true}
				{...(props.latest === null ? {} : { max: props.latest })}
				value={props.due}
				error={props.dueError}
				onInput={props.onDue}
			/>
		</fieldset>
	);
}
