import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { date } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { isIsoDate } from "../../iso-date.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { NoticeCalendar } from "../notice-calendar.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { says } from "./draft.ts";

/** The notice before this one of the issue, whose channel and contact are likely the same. */
function lastNotice({ detail }: FormProps) {
	const { earlier, notices } = detail.closeOut.state;
	return notices.at(-1) ?? earlier.flatMap((round) => round.notices).at(-1);
}

/** 发布公示: its last day follows from the rule set and is shown day by day before it is sent (PUB-01). */
export function StartNoticeForm(props: FormProps): JSX.Element {
	const me = useMe();
	const before = lastNotice(props);
	const { state, terms } = props.detail.closeOut;
	const draft = createFormDraft(props, () => ({
		...{ id: newId(), start: me().today },
		...{ channel: before?.channel ?? "", contact: before?.contact ?? "" },
		completion: before?.completion ?? state.selfCheck?.report ?? "",
	}));
	const value = draft.value;
	return (
		<CommandForm
			{...props}
			verb="startNotice"
			draft={draft}
			wide={true}
			command={
				value.start !== "" && says(value.channel) && says(value.contact) && says(value.completion)
					? {
							...{ type: "startNotice", noticeId: value.id, start: value.start },
							...{ channel: value.channel.trim(), contact: value.contact.trim() },
							completion: value.completion.trim(),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<TextField
						type="date"
						label={t("closeOut.noticeStart")}
						required={true}
						min={me().today}
						value={value.start}
						error={errors.at("start")}
						onInput={(start) => draft.set("start", start)}
					/>
					<Show when={isIsoDate(value.start) ? value.start : null}>
						{(start) => <NoticeCalendar terms={terms} start={start()} today={props.detail.asOf} />}
					</Show>
					<div class="grid gap-3 sm:grid-cols-2">
						<TextField
							label={t("closeOut.channel")}
							hint={t("closeOut.channelHint")}
							required={true}
							value={value.channel}
							error={errors.at("channel")}
							onInput={(channel) => draft.set("channel", channel)}
						/>
						<TextField
							label={t("closeOut.contact")}
							hint={t("closeOut.contactHint")}
							required={true}
							value={value.contact}
							error={errors.at("contact")}
							onInput={(contact) => draft.set("contact", contact)}
						/>
					</div>
					<TextArea
						label={t("closeOut.completion")}
						hint={t("closeOut.completionHint")}
						required={true}
						rows={6}
						value={value.completion}
						error={errors.at("completion") ?? errors.at("notice")}
						onInput={(completion) => draft.set("completion", completion)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 登记异议: what came in by the notice's contact (PUB-03). */
export function ObjectionForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createFormDraft(props, () => ({ id: newId(), from: "", text: "", on: me().today }));
	const value = draft.value;
	return (
		<CommandForm
			{...props}
			verb="registerObjection"
			draft={draft}
			intro={t("closeOut.objectionIntro", { n: props.detail.closeOut.terms.objectionReplyWd })}
			command={
				value.from.trim() !== "" && says(value.text) && value.on !== ""
					? {
							...{ type: "registerObjection", objectionId: value.id, from: value.from.trim() },
							...{ text: value.text.trim(), on: value.on },
						}
					: null
			}
		>
			{(errors) => (
				<>
					<div class="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
						<TextField
							label={t("closeOut.objectionFrom")}
							hint={t("closeOut.objectionFromHint")}
							required={true}
							value={value.from}
							error={errors.at("from")}
							onInput={(from) => draft.set("from", from)}
						/>
						<TextField
							type="date"
							label={t("closeOut.objectionOn")}
							required={true}
							max={me().today}
							value={value.on}
							error={errors.at("on")}
							onInput={(on) => draft.set("on", on)}
						/>
					</div>
					<TextArea
						label={t("closeOut.objectionText")}
						required={true}
						rows={4}
						value={value.text}
						error={errors.at("text")}
						onInput={(text) => draft.set("text", text)}
					/>
				</>
			)}
		</CommandForm>
	);
}

type Verdict = "upheld" | "dismissed";

/** 答复异议: a dismissed one lets the notice go on, an upheld one takes the issue back to acceptance. */
export function AnswerForm(props: FormProps): JSX.Element {
	const open = () =>
		props.detail.closeOut.state.notices
			.flatMap(({ objections }) => objections)
			.filter(({ answer }) => answer === null);
	const draft = createFormDraft(props, (): { id: string; verdict: Verdict | ""; text: string } => ({
		id: props.request.part ?? open()[0]?.id ?? "",
		...{ verdict: "", text: "" },
	}));
	const value = draft.value;
	const objection = () => open().find(({ id }) => id === value.id);
	return (
		<CommandForm
			{...props}
			verb="answerObjection"
			draft={draft}
			command={
				value.id !== "" && value.verdict !== "" && says(value.text)
					? {
							...{ type: "answerObjection", objectionId: value.id, text: value.text.trim() },
							verdict: value.verdict,
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Show when={open().length > 1}>
						<Select
							label={t("closeOut.whichObjection")}
							required={true}
							value={value.id}
							choices={open().map(({ id, from, on }) => ({
								value: id as string,
								label: `${from} · ${date(on)}`,
							}))}
							error={errors.at("objectionId")}
							onChange={(id) => draft.set("id", id)}
						/>
					</Show>
					<Show when={objection()}>
						{(held) => (
							<blockquote class="border-l-2 border-line pl-3">
								<p class="text-ink-soft">
									{t("closeOut.objectionOf", { from: held().from })} ·{" "}
									{t("closeOut.answerDue", { date: date(held().answerDueOn) })}
								</p>
								<p class="whitespace-pre-line">{held().text}</p>
							</blockquote>
						)}
					</Show>
					<ChoiceField
						legend={t("closeOut.verdict")}
						required={true}
						value={value.verdict}
						choices={choicesOf(caseVocab.objectionVerdict, language())}
						error={errors.at("verdict")}
						onChange={(verdict) => draft.set("verdict", verdict)}
					/>
					<Show when={value.verdict === "upheld"}>
						<p class="text-near">
							{t("closeOut.upheldMeans")}
							<Show when={open().length > 1}>{t("closeOut.upheldAnswersAll", { n: open().length - 1 })}</Show>
						</p>
					</Show>
					<TextArea
						label={t("closeOut.answerText")}
						required={true}
						rows={4}
						value={value.text}
						error={errors.at("text")}
						onInput={(text) => draft.set("text", text)}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 结束公示, once its term is over and no objection is open. */
export function EndNoticeForm(props: FormProps): JSX.Element {
	const draft = createFormDraft(props, () => ({}));
	return (
		<CommandForm
			{...props}
			verb="endNotice"
			draft={draft}
			intro={t("closeOut.endIntro")}
			command={{ type: "endNotice" }}
		>
			{() => null}
		</CommandForm>
	);
}
