import type { DrawDetail, LookBackResult } from "@zhenggai/domain/close-out";
import { caseVocab, choicesOf, formatNumber } from "@zhenggai/domain/vocabulary";
import { type JSX, Match, Show, Switch } from "solid-js";
import { client } from "../../api.ts";
import { createKeptDraft } from "../../commands/index.ts";
import { language, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { UnitPicker } from "../../responsibilities/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { Option } from "../../ui/combobox.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { CheckList } from "../../ui/select.tsx";
import { ChoiceField } from "../forms/choice-field.tsx";
import { orNull, says } from "../forms/draft.ts";
import { DrawForm } from "./draw-form.tsx";
import type { DrawRequest } from "./draw-page.tsx";

type Props = { detail: DrawDetail; request: DrawRequest; onClose: () => void };

const draftKey = ({ detail, request }: Props): string =>
	`${request.verb}.${detail.row.id}.${request.part ?? ""}`;
const frameOf = (props: Props) => ({
	drawId: props.detail.row.id,
	version: props.detail.row.version,
	onClose: () => props.onClose(),
});

/** The forms of a draw. Opening one has a page of its own. */
export function DrawForms(props: Props): JSX.Element {
	const is = (verb: DrawRequest["verb"]) => props.request.verb === verb;
	return (
		<Switch>
			<Match when={is("freezeFrame")}>
				<FreezeForm {...props} />
			</Match>
			<Match when={is("drawLookBacks")}>
				<NumberForm {...props} />
			</Match>
			<Match when={is("assignChecker")}>
				<AssignForm {...props} />
			</Match>
			<Match when={is("recordDrawn")}>
				<RecordForm {...props} />
			</Match>
			<Match when={is("waiveDrawn") || is("closeDraw") || is("cancelDraw")}>
				<ReasonForm {...props} />
			</Match>
		</Switch>
	);
}

function FreezeForm(props: Props): JSX.Element {
	return (
		<DrawForm
			{...frameOf(props)}
			verb="freezeFrame"
			ready={true}
			intro={t(props.detail.basis.kind === "declared" ? "draws.freezeDraws" : "draws.freezeIntro")}
			send={(envelope) =>
				client.closeOut.freezeFrame.mutate({
					drawId: props.detail.row.id,
					command: { type: "freezeFrame" },
					envelope,
				})
			}
		>
			{() => null}
		</DrawForm>
	);
}

function NumberForm(props: Props): JSX.Element {
	const draft = createKeptDraft(draftKey(props), () => ({ seed: "" }));
	return (
		<DrawForm
			{...frameOf(props)}
			verb="drawLookBacks"
			draft={draft}
			ready={draft.value.seed.trim().length >= 4}
			intro={t("draws.numberIntro", {
				source: props.detail.basis.kind === "public" ? props.detail.basis.source : "",
			})}
			send={(envelope) =>
				client.closeOut.drawLookBacks.mutate({
					drawId: props.detail.row.id,
					command: { type: "drawLookBacks", seed: draft.value.seed.trim() },
					envelope,
				})
			}
		>
			{(errors) => (
				<TextField
					label={t("draws.number")}
					required={true}
					value={draft.value.seed}
					error={errors.at("seed")}
					onInput={(seed) => draft.set("seed", seed)}
				/>
			)}
		</DrawForm>
	);
}

function AssignForm(props: Props): JSX.Element {
	const waiting = props.detail.items.filter(({ result, waived }) => result === null && waived === null);
	const { part } = props.request;
	const unnamed = waiting.filter(({ checker }) => checker === null);
	const draft = createKeptDraft(
		draftKey(props),
		(): { issueIds: string[]; unit: Option | null; name: string; dueOn: string } => ({
			issueIds: part === undefined ? unnamed.map(({ issueId }) => issueId) : [part],
			...{ unit: null, name: "", dueOn: "" },
		}),
	);
	const value = draft.value;
	return (
		<DrawForm
			{...frameOf(props)}
			verb="assignChecker"
			draft={draft}
			ready={value.issueIds.length > 0 && value.unit !== null}
			intro={t("draws.assignIntro")}
			send={(envelope) =>
				client.closeOut.assignChecker.mutate({
					drawId: props.detail.row.id,
					command: {
						...{ type: "assignChecker", issueIds: [...value.issueIds], unitId: value.unit?.id ?? "" },
						...{ name: orNull(value.name), dueOn: orNull(value.dueOn) },
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<CheckList
						legend={t("draws.items")}
						choices={waiting.map((item) => ({
							value: item.issueId as string,
							label: `${formatNumber(item.number, language())} · ${item.regionName} · ${item.unitName}`,
						}))}
						value={value.issueIds}
						onChange={(ids) => draft.set("issueIds", ids)}
					/>
					<Show when={errors.at("issueIds")}>{(error) => <p class="text-late">{error()}</p>}</Show>
					<UnitPicker
						label={t("draws.checkUnit")}
						required={true}
						value={value.unit}
						error={errors.at("unitId")}
						onChange={(unit) => draft.set("unit", unit)}
					/>
					<div class="grid gap-3 sm:grid-cols-2">
						<TextField
							label={t("draws.checkName")}
							value={value.name}
							error={errors.at("name")}
							onInput={(name) => draft.set("name", name)}
						/>
						<TextField
							type="date"
							label={t("draws.checkDue")}
							value={value.dueOn}
							error={errors.at("dueOn")}
							onInput={(dueOn) => draft.set("dueOn", dueOn)}
						/>
					</div>
				</>
			)}
		</DrawForm>
	);
}

type Result = { id: string; on: string; result: LookBackResult | ""; record: string };

function RecordForm(props: Props): JSX.Element {
	const me = useMe();
	const draft = createKeptDraft(
		draftKey(props),
		(): Result => ({ id: newId(), on: me().today, result: "", record: "" }),
	);
	const value = draft.value;
	return (
		<DrawForm
			{...frameOf(props)}
			verb="recordDrawn"
			draft={draft}
			ready={value.result !== "" && value.on !== "" && says(value.record)}
			intro={t("draws.recordIntro")}
			send={(envelope) =>
				client.closeOut.recordDrawn.mutate({
					drawId: props.detail.row.id,
					command: {
						...{ type: "recordDrawn", issueId: props.request.part ?? "" },
						lookBack: {
							...{ id: value.id, on: value.on, record: value.record.trim(), evidenceIds: [] },
							result: value.result === "" ? "held" : value.result,
						},
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<TextField
						type="date"
						label={t("closeOut.lookBackOn")}
						required={true}
						max={me().today}
						value={value.on}
						error={errors.at("lookBack.on")}
						onInput={(on) => draft.set("on", on)}
					/>
					<ChoiceField
						legend={t("closeOut.result")}
						required={true}
						value={value.result}
						choices={choicesOf(caseVocab.lookBackResult, language())}
						error={errors.at("lookBack.result")}
						onChange={(result) => draft.set("result", result)}
					/>
					<TextArea
						label={t("closeOut.record")}
						required={true}
						value={value.record}
						error={errors.at("lookBack.record")}
						onInput={(record) => draft.set("record", record)}
					/>
				</>
			)}
		</DrawForm>
	);
}

/** A drawn issue is left out, the draw ended or given up: each with its words. */
function ReasonForm(props: Props): JSX.Element {
	const draft = createKeptDraft(draftKey(props), () => ({ text: "" }));
	const text = () => draft.value.text.trim();
	const drawId = props.detail.row.id;
	const verb = () => {
		const { verb: asked } = props.request;
		return asked === "closeDraw" || asked === "cancelDraw" ? asked : "waiveDrawn";
	};
	return (
		<DrawForm
			{...frameOf(props)}
			verb={verb()}
			draft={draft}
			ready={says(draft.value.text)}
			send={(envelope) => {
				switch (verb()) {
					case "closeDraw":
						return client.closeOut.closeDraw.mutate({
							drawId,
							command: { type: "closeDraw", summary: text() },
							envelope,
						});
					case "cancelDraw":
						return client.closeOut.cancelDraw.mutate({
							drawId,
							command: { type: "cancelDraw", reason: text() },
							envelope,
						});
					case "waiveDrawn":
						return client.closeOut.waiveDrawn.mutate({
							drawId,
							command: { type: "waiveDrawn", issueId: props.request.part ?? "", reason: text() },
							envelope,
						});
				}
			}}
		>
			{(errors) => (
				<TextArea
					label={t(verb() === "closeDraw" ? "draws.summary" : "form.reason")}
					required={true}
					value={draft.value.text}
					error={errors.at("reason") ?? errors.at("summary")}
					onInput={(next) => draft.set("text", next)}
				/>
			)}
		</DrawForm>
	);
}
