import { For, type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { createKeptDraft } from "../../commands/index.ts";
import { date } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { kindWord } from "../days.ts";
import { draftKey, frameOf, type InstrumentFormProps } from "./form-props.ts";
import { InstrumentForm } from "./instrument-form.tsx";

const VERDICTS = ["accepted", "rejected"] as const;

/** 核实: a rejected reply is none, and the clock goes on. */
export function VerifyForm(props: InstrumentFormProps): JSX.Element {
	const draft = createKeptDraft(draftKey(props), () => ({ verdict: "", reason: "" }));
	const verdict = () => VERDICTS.find((one) => one === draft.value.verdict);
	const waiting = () => props.detail.instrument.replies.filter(({ verification }) => verification === null);
	return (
		<InstrumentForm
			{...frameOf(props)}
			ready={verdict() !== undefined && draft.value.reason.trim().length >= 2}
			draft={draft}
			intro={t("sup.verifyIntro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.supervision.verifyReply.mutate({
					instrumentId: props.detail.row.id,
					command: {
						type: "verifyReply",
						verdict: verdict() ?? "rejected",
						reason: draft.value.reason.trim(),
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<For each={waiting()}>
						{(reply) => (
							<blockquote class="max-h-48 overflow-auto rounded border border-line bg-sunken px-3 py-2 whitespace-pre-line">
								<Show when={waiting().length > 1}>
									<span class="text-ink-soft">{reply.by.name}：</span>
								</Show>
								{reply.text}
							</blockquote>
						)}
					</For>
					<Select
						label={t("sup.replyVerdict")}
						required={true}
						value={draft.value.verdict}
						choices={VERDICTS.map((value) => ({ value: value as string, label: t(`sup.${value}`) }))}
						error={errors.at("verdict")}
						onChange={(next) => draft.set("verdict", next)}
					/>
					<TextArea
						label={t("sup.verifyReason")}
						required={true}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
				</>
			)}
		</InstrumentForm>
	);
}

/** 升级: leaves it behind for a higher rung on the same issue, which is drafted already. */
export function EscalateForm(props: InstrumentFormProps): JSX.Element {
	const rungOf = (kind: string) =>
		props.issue?.supervision.ladder.find((rung) => rung.kind === kind)?.rung ?? 0;
	const higher = () =>
		(props.issue?.instruments ?? []).filter(
			({ kind, state }) => rungOf(kind) > rungOf(props.detail.row.kind) && state !== "discarded",
		);
	const draft = createKeptDraft(draftKey(props), () => ({ to: higher()[0]?.id ?? "", reason: "" }));
	return (
		<InstrumentForm
			{...frameOf(props)}
			ready={draft.value.to !== "" && draft.value.reason.trim().length >= 2}
			draft={draft}
			intro={t("sup.escalateIntro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.supervision.escalateInstrument.mutate({
					instrumentId: props.detail.row.id,
					command: { type: "escalateInstrument", to: draft.value.to, reason: draft.value.reason.trim() },
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<Show
						when={higher().length > 0}
						fallback={
							<p class="rounded border border-near bg-near-wash px-3 py-2">{t("sup.escalateNone")}</p>
						}
					>
						<Select
							label={t("sup.escalateTo")}
							required={true}
							value={draft.value.to}
							choices={higher().map((row) => ({
								value: row.id as string,
								label: `${kindWord(row.kind)} ${row.documentNumber ?? row.title}`,
							}))}
							error={errors.at("to")}
							onChange={(to) => draft.set("to", to)}
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
		</InstrumentForm>
	);
}

/** 挂牌延期: asked for in time, and bounded in all. */
export function ExtendForm(props: InstrumentFormProps): JSX.Element {
	const me = useMe();
	const draft = createKeptDraft(draftKey(props), () => ({ to: "", askedOn: me().today, reason: "" }));
	const limit = () => props.detail.row.limitOn;
	return (
		<InstrumentForm
			{...frameOf(props)}
			ready={draft.value.to !== "" && draft.value.askedOn !== "" && draft.value.reason.trim().length >= 2}
			draft={draft}
			intro={t("sup.extendIntro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.supervision.extendListing.mutate({
					instrumentId: props.detail.row.id,
					command: {
						type: "extendListing",
						to: draft.value.to,
						askedOn: draft.value.askedOn,
						reason: draft.value.reason.trim(),
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<Show when={limit()}>{(day) => <p>{t("sup.limitBy", { date: date(day()) })}</p>}</Show>
					<div class="grid gap-4 sm:grid-cols-2">
						<TextField
							type="date"
							label={t("sup.extendTo")}
							required={true}
							min={limit() ?? ""}
							value={draft.value.to}
							error={errors.at("to")}
							onInput={(to) => draft.set("to", to)}
						/>
						<TextField
							type="date"
							label={t("sup.askedOn")}
							required={true}
							max={me().today}
							value={draft.value.askedOn}
							error={errors.at("askedOn")}
							onInput={(on) => draft.set("askedOn", on)}
						/>
					</div>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={draft.value.reason}
						error={errors.at("reason")}
						onInput={(reason) => draft.set("reason", reason)}
					/>
				</>
			)}
		</InstrumentForm>
	);
}
