import type { CloseOutKind } from "@zhenggai/domain/close-out";
import type { IssueDetail } from "@zhenggai/domain/issues";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { says } from "./draft.ts";
import { EvidenceChoice, standingEvidence } from "./evidence-choice.tsx";

const SETTLED: ReadonlySet<string> = new Set(["done", "verified"]);

/** The report as the ledger knows it: what was promised and done. The unit corrects what it wants to say otherwise. */
function reportOf({ measures, goal }: IssueDetail): string {
	const live = measures.filter(({ state }) => state !== "cancelled");
	const done = live.filter(({ state }) => SETTLED.has(state)).length;
	const lines = live.map(({ text }, at) => `${at + 1}. ${text}`);
	return [
		t("closeOut.reportHead", { n: live.length, done }),
		...lines,
		...(goal === null ? [] : [t("closeOut.reportGoal", { goal })]),
	].join("\n");
}

/** 自查通过: the owner says "done". */
export function SelfCheckForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createFormDraft(props, () => ({
		on: me().today,
		report: reportOf(props.detail),
		evidenceIds: standingEvidence(props.detail).map(({ id }): string => id),
	}));
	return (
		<CommandForm
			{...props}
			verb="selfCheck"
			draft={draft}
			intro={t("closeOut.selfCheckIntro")}
			command={
				draft.value.on !== "" && says(draft.value.report)
					? {
							type: "selfCheck",
							on: draft.value.on,
							report: draft.value.report.trim(),
							evidenceIds: [...draft.value.evidenceIds],
						}
					: null
			}
		>
			{(errors) => (
				<>
					<TextField
						type="date"
						label={t("closeOut.selfCheckOn")}
						required={true}
						max={me().today}
						value={draft.value.on}
						error={errors.at("on")}
						onInput={(on) => draft.set("on", on)}
					/>
					<TextArea
						label={t("closeOut.report")}
						hint={t("closeOut.reportHint")}
						required={true}
						rows={8}
						value={draft.value.report}
						error={errors.at("report")}
						onInput={(report) => draft.set("report", report)}
					/>
					<EvidenceChoice
						{...props}
						legend={t("closeOut.evidence")}
						value={draft.value.evidenceIds}
						error={errors.at("evidenceIds")}
						onChange={(ids) => draft.set("evidenceIds", ids)}
					/>
				</>
			)}
		</CommandForm>
	);
}

type Filed = { item: string; evidenceIds: string[]; note: string };

const PAPERS: Readonly<Record<string, readonly string[]>> = {
	enforcementPapers: ["decision", "execution"],
	satisfaction: ["satisfaction"],
};

/** Which evidence goes under which item of the dossier, as far as its kind says. */
function filedOf(detail: IssueDetail): Filed[] {
	const evidence = standingEvidence(detail);
	const wanted = detail.closeOut.dossier.map(({ item }) => item);
	return ["evidence", "enforcementPapers", "satisfaction"]
		.filter((item) => wanted.includes(item))
		.map((item) => ({
			item,
			evidenceIds: evidence
				.filter(({ kind }) => item === "evidence" || PAPERS[item]?.includes(kind))
				.map(({ id }): string => id),
			note: "",
		}));
}

/** 申请验收: with the dossier as it stands; what is missing is said beforehand. */
export function ApplicationForm(props: FormProps): JSX.Element {
	const works = props.detail.measures.some(
		({ type, state }) => type === "works" && state !== "cancelled" && state !== "waived",
	);
	const draft = createFormDraft(props, (): { kind: CloseOutKind; filed: Filed[] } => ({
		kind: works ? "works" : "nonWorks",
		filed: filedOf(props.detail),
	}));
	const { closeOut } = props.detail;
	return (
		<CommandForm
			{...props}
			verb="applyAcceptance"
			draft={draft}
			wide={true}
			intro={t("closeOut.applyIntro")}
			command={{
				type: "applyAcceptance",
				kind: draft.value.kind,
				dossier: draft.value.filed
					.filter(({ evidenceIds, note }) => evidenceIds.length > 0 || says(note))
					.map(({ item, evidenceIds, note }) => ({
						item,
						evidenceIds: [...evidenceIds],
						note: says(note) ? note.trim() : null,
					})),
			}}
		>
			{(errors) => (
				<>
					<ChoiceField
						legend={t("closeOut.kind")}
						required={true}
						value={draft.value.kind}
						choices={closeOut.terms.kinds.map((value) => ({
							value,
							label: word(caseVocab.closeOutKind, value),
							hint: t(value === "works" ? "closeOut.kindWorks" : "closeOut.kindNonWorks"),
						}))}
						error={errors.at("kind")}
						onChange={(kind) => draft.set("kind", kind)}
					/>
					<HeldItems detail={props.detail} />
					<For each={draft.value.filed}>
						{(line, at) => (
							<EvidenceChoice
								{...props}
								legend={word(caseVocab.dossierItem, line.item)}
								folded={true}
								value={line.evidenceIds}
								error={errors.at(`dossier.${at()}`)}
								onChange={(ids) => draft.set("filed", at(), "evidenceIds", ids)}
							/>
						)}
					</For>
				</>
			)}
		</CommandForm>
	);
}

/** What the ledger itself holds of the dossier: nothing of that is asked again. */
const HeldItems = (props: { detail: IssueDetail }): JSX.Element => (
	<div>
		<p class="mb-1 text-ink-soft">{t("closeOut.dossier")}</p>
		<ul class="grid gap-x-4 gap-y-0.5 sm:grid-cols-2 lg:grid-cols-3">
			<For each={props.detail.closeOut.dossier}>
				{({ item, held }) => (
					<li class={`flex items-center gap-1.5 ${held ? "" : "text-ink-soft"}`}>
						<Icon name={held ? "check" : "minus"} size={13} class={held ? "text-done" : "text-near"} />
						{word(caseVocab.dossierItem, item)}
						<span class="text-[0.86rem] text-ink-faint">
							{t(held ? "closeOut.held" : "closeOut.missing")}
						</span>
					</li>
				)}
			</For>
		</ul>
	</div>
);

/** 提交补充材料: what a conditional verdict asked for. */
export function SupplementsForm(props: FormProps): JSX.Element {
	const draft = createFormDraft(props, () => ({ text: "", evidenceIds: [] as string[] }));
	const asked = () =>
		props.detail.closeOut.state.acceptances.findLast(({ verdict }) => verdict === "conditional");
	return (
		<CommandForm
			{...props}
			verb="submitSupplements"
			draft={draft}
			command={
				says(draft.value.text)
					? {
							type: "submitSupplements",
							text: draft.value.text.trim(),
							evidenceIds: [...draft.value.evidenceIds],
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Show when={asked()}>
						{(held) => (
							<div class="rounded border border-near bg-near-wash px-3 py-2">
								<p class="font-medium text-near">
									{t("closeOut.supplements")}
									<Show when={held().supplementsDueOn}>
										{(due) => <span class="ml-2">{t("closeOut.dueOn", { date: date(due()) })}</span>}
									</Show>
								</p>
								<ul class="list-disc pl-5">
									<For each={held().supplements}>{(item) => <li>{item.text}</li>}</For>
								</ul>
							</div>
						)}
					</Show>
					<TextArea
						label={t("closeOut.submittedText")}
						required={true}
						rows={4}
						value={draft.value.text}
						error={errors.at("text")}
						onInput={(text) => draft.set("text", text)}
					/>
					<EvidenceChoice
						{...props}
						legend={t("closeOut.evidence")}
						value={draft.value.evidenceIds}
						error={errors.at("evidenceIds")}
						onChange={(ids) => draft.set("evidenceIds", ids)}
					/>
				</>
			)}
		</CommandForm>
	);
}
