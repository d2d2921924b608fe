import { type JSX, Show } from "solid-js";
import { createKeptDraft } from "../../commands/index.ts";
import { t } from "../../i18n/index.ts";
import { CommandForm, type FormProps } from "../../issues/index.ts";
import type { CommandOf } from "../../types.ts";
import { TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ChangeCard, ExtensionCard } from "../tab/versions.tsx";
import { Verdict } from "./verdict.tsx";

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** 审批方案调整: the difference first, then the decision. */
export function DecideChangeForm(props: FormProps): JSX.Element {
	const { id: issueId } = props.detail.row;
	const change = () => props.detail.plan.changes.find(({ id }) => id === props.detail.plan.pendingChangeId);
	const weaker = () => change()?.differences.some((one) => one.weaker === true) ?? false;
	const draft = createKeptDraft<{ verdict: "approve" | "refuse" | ""; reason: string }>(
		`decidePlanChange.${issueId}.${change()?.id ?? ""}`,
		() => ({ verdict: "", reason: "" }),
	);
	const needsReason = () =>
		draft.value.verdict === "refuse" || (draft.value.verdict === "approve" && weaker());
	const command = (): CommandOf<"decidePlanChange"> | null => {
		const changeId = change()?.id;
		const { verdict, reason } = draft.value;
		if (changeId === undefined || verdict === "" || (needsReason() && reason.trim().length < 2)) return null;
		return { type: "decidePlanChange", changeId, verdict, reason: orNull(reason) };
	};
	return (
		<CommandForm {...props} verb="decidePlanChange" wide={true} draft={draft} command={command()}>
			{(errors) => (
				<>
					<Show when={change()}>{(found) => <ChangeCard change={found()} />}</Show>
					<Show when={weaker()}>
						<p class="flex items-center gap-2 rounded bg-near-wash px-2 py-1 text-near">
							<Icon name="alert" />
							{t("plans.change.weaker")}
						</p>
					</Show>
					<Verdict
						name="change-verdict"
						legend={t("plans.decide.verdict")}
						required={true}
						value={draft.value.verdict}
						choices={[
							{ value: "approve", label: t("plans.approved"), tone: "good" },
							{ value: "refuse", label: t("plans.refused"), tone: "bad" },
						]}
						onChange={(verdict) => draft.set({ verdict })}
					/>
					<TextArea
						label={t("plans.decide.reason")}
						hint={t("plans.decide.reasonHint")}
						required={needsReason()}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set({ reason })}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 审批延期: both dates, the steps as they would be, then the decision. */
export function DecideExtensionForm(props: FormProps): JSX.Element {
	const { id: issueId } = props.detail.row;
	const extension = () =>
		props.detail.plan.extensions.find(({ id }) => id === props.detail.plan.pendingExtensionId);
	const draft = createKeptDraft<{ verdict: "grant" | "refuse" | ""; reason: string }>(
		`decideExtension.${issueId}.${extension()?.id ?? ""}`,
		() => ({ verdict: "", reason: "" }),
	);
	const command = (): CommandOf<"decideExtension"> | null => {
		const extensionId = extension()?.id;
		const { verdict, reason } = draft.value;
		if (extensionId === undefined || verdict === "") return null;
		if (verdict === "refuse" && reason.trim().length < 2) return null;
		return { type: "decideExtension", extensionId, verdict, reason: orNull(reason) };
	};
	return (
		<CommandForm {...props} verb="decideExtension" wide={true} draft={draft} command={command()}>
			{(errors) => (
				<>
					<Show when={extension()}>
						{(found) => <ExtensionCard extension={found()} original={props.detail.plan.originalDeadline} />}
					</Show>
					<Show when={props.detail.planTerms.extension.higherTier}>
						<p class="text-near">{t("plans.extend.higher")}</p>
					</Show>
					<Verdict
						name="extension-verdict"
						legend={t("plans.decide.verdict")}
						required={true}
						value={draft.value.verdict}
						choices={[
							{ value: "grant", label: t("plans.granted"), tone: "good" },
							{ value: "refuse", label: t("plans.refused"), tone: "bad" },
						]}
						onChange={(verdict) => draft.set({ verdict })}
					/>
					<TextArea
						label={t("plans.decide.reason")}
						hint={t("plans.decide.reasonHint")}
						required={draft.value.verdict === "refuse"}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set({ reason })}
					/>
				</>
			)}
		</CommandForm>
	);
}
