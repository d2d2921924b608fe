import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { CommandOf } from "../../types.ts";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { says } from "./draft.ts";
import { EvidenceChoice, standingEvidence } from "./evidence-choice.tsx";

/** 登记长效机制: the document that stays (CLO-04). */
export function MechanismForm(props: FormProps): JSX.Element {
	const me = useMe();
	const issued = standingEvidence(props.detail).find(({ kind }) => kind === "issuedDocument");
	const draft = createFormDraft(props, () => ({
		...{ document: "", issuer: "", on: issued?.effectiveOn ?? me().today, inForce: true },
		evidenceIds: issued === undefined ? [] : [issued.id as string],
	}));
	const value = draft.value;
	return (
		<CommandForm
			{...props}
			verb="recordMechanism"
			draft={draft}
			command={
				says(value.document) && value.issuer.trim() !== "" && value.on !== ""
					? {
							type: "recordMechanism",
							mechanism: {
								...{ document: value.document.trim(), issuer: value.issuer.trim(), on: value.on },
								...{ inForce: value.inForce, evidenceIds: [...value.evidenceIds] },
							},
						}
					: null
			}
		>
			{(errors) => (
				<>
					<TextField
						label={t("closeOut.document")}
						required={true}
						value={value.document}
						error={errors.at("mechanism.document")}
						onInput={(document) => draft.set("document", document)}
					/>
					<div class="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
						<TextField
							label={t("closeOut.issuer")}
							required={true}
							value={value.issuer}
							error={errors.at("mechanism.issuer")}
							onInput={(issuer) => draft.set("issuer", issuer)}
						/>
						<TextField
							type="date"
							label={t("closeOut.issuedOn")}
							required={true}
							max={me().today}
							value={value.on}
							error={errors.at("mechanism.on")}
							onInput={(on) => draft.set("on", on)}
						/>
					</div>
					<CheckField
						label={t("closeOut.isInForce")}
						checked={value.inForce}
						onChange={(inForce) => draft.set("inForce", inForce)}
					/>
					<EvidenceChoice
						{...props}
						legend={t("closeOut.evidence")}
						value={value.evidenceIds}
						error={errors.at("mechanism.evidenceIds")}
						onChange={(ids) => draft.set("evidenceIds", ids)}
					/>
				</>
			)}
		</CommandForm>
	);
}

const countIn = (text: string): number | null => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : null);

/** 登记举一反三结果: how much was screened, found and opened (CLO-05). */
export function ScreeningForm(props: FormProps): JSX.Element {
	const draft = createFormDraft(props, () => ({
		...{ screened: "", found: "", opened: "", summary: "" },
		evidenceIds: [] as string[],
	}));
	const value = draft.value;
	const command = (): CommandOf<"recordScreening"> | null => {
		const [screened, found, opened] = [countIn(value.screened), countIn(value.found), countIn(value.opened)];
		if (screened === null || found === null || opened === null || !says(value.summary)) return null;
		return {
			type: "recordScreening",
			result: {
				...{ screened, found, opened },
				...{ summary: value.summary.trim(), evidenceIds: [...value.evidenceIds] },
			},
		};
	};
	return (
		<CommandForm {...props} verb="recordScreening" draft={draft} command={command()}>
			{(errors) => (
				<>
					<div class="grid grid-cols-3 gap-3">
						<TextField
							type="number"
							min="0"
							label={t("closeOut.screenedCount")}
							required={true}
							value={value.screened}
							error={errors.at("result.screened")}
							onInput={(screened) => draft.set("screened", screened)}
						/>
						<TextField
							type="number"
							min="0"
							label={t("closeOut.foundCount")}
							required={true}
							value={value.found}
							error={errors.at("result.found")}
							onInput={(found) => draft.set("found", found)}
						/>
						<TextField
							type="number"
							min="0"
							label={t("closeOut.openedCount")}
							required={true}
							value={value.opened}
							error={errors.at("result.opened")}
							onInput={(opened) => draft.set("opened", opened)}
						/>
					</div>
					<TextArea
						label={t("closeOut.summary")}
						required={true}
						value={value.summary}
						error={errors.at("result.summary")}
						onInput={(summary) => draft.set("summary", summary)}
					/>
					<EvidenceChoice
						{...props}
						legend={t("closeOut.evidence")}
						value={value.evidenceIds}
						error={errors.at("result.evidenceIds")}
						onChange={(ids) => draft.set("evidenceIds", ids)}
					/>
				</>
			)}
		</CommandForm>
	);
}
