import type { AssignmentView } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { PersonPicker, UnitPicker } from "../../responsibilities/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { Option } from "../../ui/combobox.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { isPersonRole } from "./assign-form.tsx";
import { CommandForm } from "./command-form.tsx";
import { createFormDraft } from "./form-draft.ts";
import { type FormProps, stillThere } from "./form-props.ts";

const title = (one: AssignmentView): string =>
	`${word(vocab.assignmentRole, one.role)}：${[one.person?.name, one.unit?.name].filter((part) => part !== undefined).join(" · ")}`;

const choices = (list: readonly AssignmentView[]) =>
	list.map((one) => ({ value: one.id as string, label: title(one) }));

const current = (props: FormProps) => props.detail.assignments.filter((one) => one.until === null);

/** The assignment the form was opened for, or the only one there is. */
function startId(props: FormProps, list: readonly AssignmentView[]): string {
	const asked = list.find((one) => one.id === props.request.part);
	return asked?.id ?? (list.length === 1 ? (list[0]?.id ?? "") : "");
}

/** 签收认领. An office that signs on behalf of the assigned side writes why. */
export function AcknowledgeForm(props: FormProps): JSX.Element {
	const open = () => current(props).filter((one) => one.acknowledged === null);
	const draft = createFormDraft(props, () => ({ id: startId(props, open()), reason: "" }));
	const { value, set } = draft;
	const id = () => stillThere(value.id, open());
	return (
		<CommandForm
			{...props}
			verb="acknowledgeAssignment"
			draft={draft}
			intro={t("acknowledge.intro")}
			command={
				id() !== ""
					? {
							type: "acknowledgeAssignment",
							assignmentId: id(),
							...(value.reason.trim() === "" ? {} : { reason: value.reason.trim() }),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("assignment.which")}
						required={true}
						value={id()}
						choices={choices(open())}
						error={errors.at("assignmentId")}
						onChange={(id) => set({ id })}
					/>
					<TextArea
						label={t("acknowledge.reason")}
						hint={t("acknowledge.reasonHint")}
						rows={2}
						value={value.reason}
						error={errors.at("reason")}
						onInput={(reason) => set({ reason })}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 解除责任: the assignment stays in the history. */
export function EndForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createFormDraft(props, () => ({
		id: startId(props, current(props)),
		until: me().today,
		reason: "",
	}));
	const { value, set } = draft;
	const id = () => stillThere(value.id, current(props));
	return (
		<CommandForm
			{...props}
			verb="endAssignment"
			draft={draft}
			command={
				id() !== "" && value.until !== "" && value.reason.trim().length >= 2
					? {
							type: "endAssignment",
							assignmentId: id(),
							until: value.until,
							reason: value.reason.trim(),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("assignment.which")}
						required={true}
						value={id()}
						choices={choices(current(props))}
						error={errors.at("assignmentId")}
						onChange={(id) => set({ id })}
					/>
					<TextField
						type="date"
						label={t("assignment.until")}
						required={true}
						value={value.until}
						error={errors.at("until")}
						onInput={(until) => set({ until })}
					/>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={value.reason}
						error={errors.at("reason")}
						onInput={(reason) => set({ reason })}
					/>
				</>
			)}
		</CommandForm>
	);
}

type HandOver = {
	id: string;
	successorId: string;
	unit: Option | null;
	person: Option | null;
	from: string;
	reason: string;
};

/** 责任交接: one hands over to another, both stay in the history. */
export function HandOverForm(props: FormProps): JSX.Element {
	const me = useMe();
	const draft = createFormDraft<HandOver>(props, () => ({
		id: startId(props, current(props)),
		successorId: newId(),
		unit: null,
		person: null,
		from: me().today,
		reason: "",
	}));
	const { value, set } = draft;
	const id = () => stillThere(value.id, current(props));
	const old = () => props.detail.assignments.find((one) => one.id === id());
	const needsPerson = () => {
		const found = old();
		return found !== undefined && isPersonRole(found.role);
	};
	const ready = () =>
		old() !== undefined &&
		(needsPerson() ? value.person : value.unit) !== null &&
		value.reason.trim().length >= 2;
	return (
		<CommandForm
			{...props}
			verb="handOverAssignment"
			draft={draft}
			intro={t("handOver.intro")}
			command={
				ready()
					? {
							type: "handOverAssignment",
							assignmentId: id(),
							successor: {
								id: value.successorId,
								role: old()?.role ?? "responsible",
								kind: null,
								unitId: value.unit?.id ?? old()?.unit?.id ?? null,
								personId: needsPerson() ? (value.person?.id ?? null) : null,
								from: value.from,
							},
							reason: value.reason.trim(),
						}
					: null
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("assignment.which")}
						required={true}
						value={id()}
						choices={choices(current(props))}
						error={errors.at("assignmentId")}
						onChange={(id) => set({ id })}
					/>
					<UnitPicker
						label={t("handOver.unit")}
						required={!needsPerson()}
						value={value.unit}
						error={errors.at("successor")}
						onChange={(unit) => set({ unit })}
					/>
					<Show when={needsPerson()}>
						<PersonPicker
							label={t("handOver.person")}
							required={true}
							value={value.person}
							unitId={value.unit?.id}
							onChange={(person) => set({ person })}
						/>
					</Show>
					<TextField
						type="date"
						label={t("handOver.from")}
						required={true}
						value={value.from}
						error={errors.at("successor.from")}
						onInput={(from) => set({ from })}
					/>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={value.reason}
						error={errors.at("reason")}
						onInput={(reason) => set({ reason })}
					/>
				</>
			)}
		</CommandForm>
	);
}
