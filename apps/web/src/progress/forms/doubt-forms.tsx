import { For, type JSX, Show } from "solid-js";
import { cycleText } from "../../i18n/cycle-text.ts";
import { momentText } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import type { CommandOf } from "../../types.ts";
import { TextArea } from "../../ui/field.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { evidenceInDoubt, partsInDoubt } from "../model/doubts.ts";
import { EvidenceCard } from "../tab/evidence-card.tsx";
import { measureChoices } from "../targets.ts";
import { Verdicts } from "./verdict-form.tsx";

const enough = (text: string): boolean => text.trim().length >= 2;

/** What can be doubted: an entry, a piece of evidence, a measure, or what was reported as a whole. */
const aboutChoices = ({ detail }: FormProps): Choice<string>[] => [
	...detail.progress.reports
		.map(({ id, cycle, at }) => ({
			value: `report:${id}`,
			label: t("raise.report", {
				cycle: cycle === null ? t("reports.unasked") : cycleText(cycle),
				at: momentText(at),
			}),
		}))
		.toReversed(),
	...detail.progress.evidence
		.filter(({ withdrawn }) => withdrawn === null)
		.map(({ id, name }) => ({ value: `evidence:${id}`, label: t("raise.evidence", { name }) })),
	...measureChoices(detail).map(({ value, label }) => ({
		value: `measure:${value}`,
		label: t("upload.targetMeasure", { name: label }),
	})),
];

/** 提出疑点: somebody who saw that it is not so. */
export function RaiseForm(props: FormProps): JSX.Element {
	const draft = createFormDraft(props, () => ({
		...{ id: newId(), about: props.request.part ?? "", text: "" },
	}));
	const command = (): CommandOf<"raiseDoubt"> | null => {
		const { id, about, text } = draft.value;
		const said = text.trim();
		if (!enough(said)) return null;
		return {
			type: "raiseDoubt",
			doubt: {
				...{ id, rule: null, about: about === "" ? said.slice(0, 300) : about },
				evidenceId: about.startsWith("evidence:") ? about.slice("evidence:".length) : null,
				message: { zh: said, en: said },
			},
		};
	};
	return (
		<CommandForm {...props} verb="raiseDoubt" intro={t("raise.intro")} draft={draft} command={command()}>
			{(errors) => (
				<>
					<Select
						label={t("raise.about")}
						none={t("raise.whole")}
						value={draft.value.about}
						error={errors.at("doubt.about")}
						choices={aboutChoices(props)}
						onChange={(about) => draft.set("about", about)}
					/>
					<TextArea
						label={t("raise.text")}
						required={true}
						value={draft.value.text}
						error={errors.at("doubt.message")}
						onInput={(text) => draft.set("text", text)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 核销疑点: cleared or upheld, by somebody whose work it does not doubt (EV-05). */
export function ResolveForm(props: FormProps): JSX.Element {
	const open = () => props.detail.progress.doubts.filter(({ resolved }) => resolved === null);
	const draft = createFormDraft<{ which: string; outcome: "cleared" | "upheld" | ""; reason: string }>(
		props,
		() => ({
			which: props.request.part ?? (open().length === 1 ? (open()[0]?.id ?? "") : ""),
			...{ outcome: "", reason: "" },
		}),
	);
	const doubt = () => open().find(({ id }) => id === draft.value.which);
	return (
		<CommandForm
			{...props}
			verb="resolveDoubt"
			intro={t("resolve.intro")}
			wide={true}
			draft={draft}
			command={
				doubt() !== undefined && draft.value.outcome !== "" && enough(draft.value.reason)
					? {
							...{ type: "resolveDoubt", doubtId: draft.value.which, reason: draft.value.reason.trim() },
							outcome: draft.value.outcome,
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("resolve.which")}
						required={true}
						value={draft.value.which}
						error={errors.at("doubtId")}
						choices={open().map(({ id, rule, message }) => ({
							value: id as string,
							label: `${rule ?? t("doubts.person")} ${say(message)}`,
						}))}
						onChange={(which) => draft.set("which", which)}
					/>
					<Show when={doubt()}>
						{(found) => (
							<div class="flex flex-col gap-2">
								<p class="border-l-2 border-near pl-2">{say(found().message)}</p>
								<For each={partsInDoubt(found(), props.detail)}>
									{(report) => (
										<p class="rounded border border-line bg-sunken p-2 whitespace-pre-line">
											<span class="block text-[0.9rem] text-ink-faint">
												{report.cycle ?? t("reports.unasked")} · {report.by.name} · {momentText(report.at)}
											</span>
											{report.content.progress}
										</p>
									)}
								</For>
								<div class="grid gap-2 sm:grid-cols-2">
									<For each={evidenceInDoubt(found(), props.detail)}>
										{(held) => <EvidenceCard detail={props.detail} held={held} />}
									</For>
								</div>
							</div>
						)}
					</Show>
					<Verdicts
						legend={t("resolve.outcome")}
						value={draft.value.outcome}
						choices={[
							{ value: "cleared", label: t("resolve.cleared") },
							{ value: "upheld", label: t("resolve.upheld") },
						]}
						onChange={(outcome) => draft.set("outcome", outcome)}
					/>
					<TextArea
						label={t("resolve.reason")}
						hint={t("resolve.reasonHint")}
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
