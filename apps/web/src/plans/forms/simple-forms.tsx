import { A } from "@solidjs/router";
import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { createKeptDraft } from "../../commands/index.ts";
import { language, t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { FindingList } from "../../rules/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { CommandOf } from "../../types.ts";
import { Button, buttonClass, IconButton } from "../../ui/button.tsx";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { planFindings } from "../draft/findings-at.ts";
import { goalDraft, goalsOf } from "../draft/goal-draft.ts";
import { WAIVABLE, type Waived } from "../draft/plan-draft.ts";
import { GoalsEditor } from "../editor/goals-editor.tsx";

/** 设定目标指标. */
export function GoalsForm(props: FormProps): JSX.Element {
	const { id: issueId } = props.detail.row;
	const draft = createKeptDraft(`setGoals.${issueId}`, () => ({
		goals: props.detail.plan.goals.map(goalDraft),
	}));
	const command = (): CommandOf<"setGoals"> | null => {
		const goals = goalsOf(draft.value.goals);
		return goals === null ? null : { type: "setGoals", goals };
	};
	return (
		<CommandForm {...props} verb="setGoals" wide={true} draft={draft} command={command()}>
			{(errors) => (
				<GoalsEditor
					detail={props.detail}
					value={draft.value.goals}
					error={errors.at("goals")}
					onChange={(value) => draft.set({ goals: [...value] })}
				/>
			)}
		</CommandForm>
	);
}

/** 说明免列事项: what the plan leaves out, with the reason that its reviewer sees. */
export function WaiveForm(props: FormProps): JSX.Element {
	const { id: issueId } = props.detail.row;
	const left = () => WAIVABLE.filter((of) => props.detail.plan.waivers.every((waiver) => waiver.of !== of));
	const draft = createKeptDraft<{ of: Waived | ""; reason: string }>(`waivePlanItem.${issueId}`, () => ({
		of: left()[0] ?? "",
		reason: "",
	}));
	return (
		<CommandForm
			{...props}
			verb="waivePlanItem"
			draft={draft}
			intro={t("plans.waive.intro")}
			command={
				draft.value.of !== "" && draft.value.reason.trim().length >= 2
					? {
							type: "waivePlanItem",
							of: draft.value.of,
							reason: draft.value.reason.trim(),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("plans.waive.of")}
						required={true}
						value={draft.value.of}
						error={errors.at("of")}
						choices={choicesOf(caseVocab.planWaiver, language()).filter(({ value }) =>
							left().includes(value),
						)}
						onChange={(of) => draft.set({ of })}
					/>
					<TextArea
						label={t("plans.reasons")}
						required={true}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set({ reason })}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 方案报审: what is handed in, what still blocks it, and the reason that passes its warnings. */
export function SubmitForm(props: FormProps): JSX.Element {
	// Nothing is typed but why a warning is passed: that is kept like every other text.
	const draft = createFormDraft(props, () => ({}));
	const live = () => props.detail.measures.filter(({ state }) => state !== "cancelled" && state !== "waived");
	const blocks = () => planFindings(props.detail).filter(({ severity }) => severity === "block");
	return (
		<CommandForm
			{...props}
			verb="submitPlan"
			draft={draft}
			intro={t("plans.submit.intro")}
			command={{ type: "submitPlan" }}
		>
			{() => (
				<>
					<p class="font-medium">
						{t("plans.submit.summary", {
							goals: props.detail.plan.goals.length,
							measures: live().length,
							steps: live().reduce((sum, { milestones }) => sum + milestones.length, 0),
						})}
					</p>
					<Show when={blocks().length > 0}>
						<div class="rounded-md border border-late p-3" data-blocks>
							<p class="mb-2 font-medium text-late">{t("plans.submit.blocked")}</p>
							<FindingList findings={blocks()} />
							<A class={`${buttonClass("plain", "small")} mt-3`} href={`/issues/${props.detail.row.id}/plan`}>
								{t("plans.toEditor")}
							</A>
						</div>
					</Show>
				</>
			)}
		</CommandForm>
	);
}

type Channel = CommandOf<"publishPlan">["channels"][number];
type ChannelDraft = { kind: Channel["kind"]; name: string; url: string };
const KINDS = [
	"website",
	"newspaper",
	"television",
	"newMedia",
	"board",
] as const satisfies readonly Channel["kind"][];

/** 公开方案: where and when the approved plan was made public. */
export function PublishForm(props: FormProps): JSX.Element {
	const me = useMe();
	const { id: issueId } = props.detail.row;
	const draft = createKeptDraft<{ on: string; redacted: boolean; channels: ChannelDraft[] }>(
		`publishPlan.${issueId}`,
		() => ({ on: me().today, redacted: false, channels: [{ kind: "website", name: "", url: "" }] }),
	);
	const set = (at: number, changes: Partial<ChannelDraft>) => draft.set("channels", at, changes);
	const ready = () =>
		draft.value.on !== "" &&
		draft.value.channels.length > 0 &&
		draft.value.channels.every(({ name }) => name.trim() !== "");
	return (
		<CommandForm
			{...props}
			verb="publishPlan"
			wide={true}
			draft={draft}
			command={
				ready()
					? {
							...{ type: "publishPlan", on: draft.value.on, redacted: draft.value.redacted },
							channels: draft.value.channels.map(({ kind, name, url }) => ({
								...{ kind, name: name.trim(), url: url.trim() === "" ? null : url.trim() },
							})),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<TextField
						type="date"
						class="max-w-52"
						label={t("plans.publish.on")}
						required={true}
						max={me().today}
						value={draft.value.on}
						error={errors.at("on")}
						onInput={(on) => draft.set({ on })}
					/>
					<fieldset class="rounded border border-line p-3">
						<legend class="px-1 text-ink-soft">{t("plans.publish.channels")}</legend>
						<For each={draft.value.channels}>
							{(channel, at) => (
								<div class="mb-2 grid items-end gap-2 sm:grid-cols-[8rem_1fr_1fr_auto]">
									<Select
										label={t("plans.publish.kind", { n: at() + 1 })}
										value={channel.kind}
										choices={KINDS.map((kind) => ({ value: kind, label: t(`plans.channel.${kind}`) }))}
										onChange={(kind) => kind !== "" && set(at(), { kind })}
									/>
									<TextField
										label={t("plans.publish.name", { n: at() + 1 })}
										required={true}
										value={channel.name}
										error={errors.at(`channels.${at()}.name`)}
										onInput={(name) => set(at(), { name })}
									/>
									<TextField
										type="url"
										label={t("plans.publish.url", { n: at() + 1 })}
										value={channel.url}
										error={errors.at(`channels.${at()}.url`)}
										onInput={(url) => set(at(), { url })}
									/>
									<IconButton
										icon="close"
										label={t("plans.publish.remove", { n: at() + 1 })}
										onClick={() => draft.set("channels", (held) => held.filter((_, index) => index !== at()))}
									/>
								</div>
							)}
						</For>
						<Button
							size="small"
							icon="plus"
							onClick={() =>
								draft.set("channels", (held) => [...held, { kind: "website", name: "", url: "" }])
							}
						>
							{t("plans.publish.add")}
						</Button>
					</fieldset>
					<CheckField
						label={t("plans.publish.redacted")}
						checked={draft.value.redacted}
						onChange={(redacted) => draft.set({ redacted })}
					/>
				</>
			)}
		</CommandForm>
	);
}
