import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { language, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { CommandOf } from "../../types.ts";
import { TextArea, TextField } from "../../ui/field.tsx";
import { CheckList } from "../../ui/select.tsx";
import { type CheckerDraft, Checkers, isNamed } from "./checkers.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { says } from "./draft.ts";
import { EvidenceChoice } from "./evidence-choice.tsx";

type Finding = "done" | "partlyDone" | "notDone";
type Mode = keyof typeof caseVocab.failureMode;
type Fraud = keyof typeof caseVocab.fraudKind;
type Attendance = "leader" | "worker";
type Draft = {
	id: string;
	on: string;
	siteIds: string[];
	checkers: CheckerDraft[];
	attended: Attendance[];
	finding: Finding | "";
	failureModes: Mode[];
	fraud: Fraud | "none";
	record: string;
	evidenceIds: string[];
};

/** 现场核查: who was there, what they saw, and how it falls short where it does (ACC-06, ANTI-02). */
export function SiteCheckForm(props: FormProps): JSX.Element {
	const me = useMe();
	const { closeOut, sites } = props.detail;
	const draft = createFormDraft(
		props,
		(): Draft => ({
			id: newId(),
			on: me().today,
			siteIds: sites.map(({ id }) => id),
			checkers: Array.from({ length: Math.max(1, closeOut.terms.minCheckers) }, (_, at) => ({
				name: at === 0 ? me().name : "",
				unit: null,
			})),
			attended: [],
			finding: "",
			failureModes: [],
			fraud: "none",
			record: "",
			evidenceIds: [],
		}),
	);
	const value = draft.value;
	const fallsShort = () => value.finding === "partlyDone" || value.finding === "notDone";
	const named = () => value.checkers.filter(isNamed);
	const command = (): CommandOf<"recordSiteCheck"> | null => {
		const { id, on, finding } = value;
		if (on === "" || finding === "" || named().length === 0 || !says(value.record)) return null;
		return {
			type: "recordSiteCheck",
			check: {
				...{ id, on, siteIds: [...value.siteIds], finding, record: value.record.trim() },
				checkers: named().map(({ name, unit }) => ({ name: name.trim(), unitId: unit?.id ?? null })),
				...(value.attended.length > 0 ? { attended: [...value.attended] } : {}),
				...(fallsShort()
					? { failureModes: [...value.failureModes], fraud: value.fraud === "none" ? null : value.fraud }
					: {}),
				evidenceIds: [...value.evidenceIds],
			},
		};
	};
	return (
		<CommandForm
			{...props}
			verb="recordSiteCheck"
			draft={draft}
			wide={true}
			intro={t("closeOut.checkIntro", {
				n: closeOut.terms.minCheckers,
				days: closeOut.terms.recordWd,
			})}
			command={command()}
		>
			{(errors) => (
				<>
					<TextField
						type="date"
						label={t("closeOut.checkOn")}
						required={true}
						max={me().today}
						value={value.on}
						error={errors.at("check.on")}
						onInput={(on) => draft.set("on", on)}
					/>
					<Checkers
						value={value.checkers}
						error={errors.at("check.checkers")}
						onChange={(checkers) => draft.set("checkers", checkers)}
					/>
					<Show when={sites.length > 0}>
						<CheckList
							legend={t("closeOut.checkedSites")}
							choices={sites.map(({ id, name }) => ({ value: id as string, label: name }))}
							value={value.siteIds}
							onChange={(siteIds) => draft.set("siteIds", siteIds)}
						/>
					</Show>
					<Show when={closeOut.terms.attendance.length > 0}>
						<CheckList
							legend={t("closeOut.attendance")}
							choices={choicesOf(caseVocab.siteAttendance, language())}
							value={value.attended}
							onChange={(attended) => draft.set("attended", attended)}
						/>
						<FieldError text={errors.at("check.attended")} />
					</Show>
					<ChoiceField
						legend={t("closeOut.finding")}
						required={true}
						value={value.finding}
						choices={choicesOf(caseVocab.siteCheckFinding, language())}
						error={errors.at("check.finding")}
						onChange={(finding) => draft.set("finding", finding)}
					/>
					<Show when={fallsShort()}>
						<CheckList
							legend={t("closeOut.failureModes")}
							choices={choicesOf(caseVocab.failureMode, language())}
							value={value.failureModes}
							onChange={(modes) => draft.set("failureModes", modes)}
						/>
						<ChoiceField
							legend={t("closeOut.fraud")}
							value={value.fraud}
							choices={[
								{ value: "none" as const, label: t("closeOut.noFraud") },
								...choicesOf(caseVocab.fraudKind, language()),
							]}
							onChange={(fraud) => draft.set("fraud", fraud)}
						/>
						<Show when={value.finding === "notDone" && props.detail.row.lifecycle !== "inProgress"}>
							<p class="text-late">{t("closeOut.willBeFalse")}</p>
						</Show>
					</Show>
					<TextArea
						label={t("closeOut.record")}
						required={true}
						rows={4}
						value={value.record}
						error={errors.at("check.record")}
						onInput={(record) => draft.set("record", record)}
					/>
					<EvidenceChoice
						{...props}
						legend={t("closeOut.evidence")}
						value={value.evidenceIds}
						error={errors.at("check.evidenceIds")}
						onChange={(ids) => draft.set("evidenceIds", ids)}
					/>
				</>
			)}
		</CommandForm>
	);
}

const FieldError = (props: { text: string | null }): JSX.Element => (
	<Show when={props.text}>
		<p class="text-late">{props.text}</p>
	</Show>
);
