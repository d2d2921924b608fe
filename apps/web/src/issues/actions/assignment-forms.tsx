import type { AssignmentView } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
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
import type { FormProps } from "./form-props.ts";

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
	const [id, setId] = createSignal(startId(props, open()));
	const [reason, setReason] = createSignal("");
	return (
		<CommandForm
			verb="acknowledgeAssignment"
			detail={props.detail}
			ready={id() !== ""}
			intro={t("acknowledge.intro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.acknowledgeAssignment.mutate({
					issueId: props.detail.row.id,
					command: {
						type: "acknowledgeAssignment",
						assignmentId: id(),
						...(reason().trim() === "" ? {} : { reason: reason().trim() }),
					},
					envelope,
				})
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
						onChange={setId}
					/>
					<TextArea
						label={t("acknowledge.reason")}
						hint={t("acknowledge.reasonHint")}
						rows={2}
						value={reason()}
						error={errors.at("reason")}
						onInput={setReason}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 解除责任: the assignment stays in the history. */
export function EndForm(props: FormProps): JSX.Element {
	const me = useMe();
	const [id, setId] = createSignal(startId(props, current(props)));
	const [until, setUntil] = createSignal(me().today);
	const [reason, setReason] = createSignal("");
	return (
		<CommandForm
			verb="endAssignment"
			detail={props.detail}
			ready={id() !== "" && until() !== "" && reason().trim().length >= 2}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.endAssignment.mutate({
					issueId: props.detail.row.id,
					command: { type: "endAssignment", assignmentId: id(), until: until(), reason: reason().trim() },
					envelope,
				})
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
						onChange={setId}
					/>
					<TextField
						type="date"
						label={t("assignment.until")}
						required={true}
						value={until()}
						error={errors.at("until")}
						onInput={setUntil}
					/>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={reason()}
						error={errors.at("reason")}
						onInput={setReason}
					/>
				</>
			)}
		</CommandForm>
	);
}

/** 责任交接: one hands over to another, both stay in the history. */
export function HandOverForm(props: FormProps): JSX.Element {
	const me = useMe();
	const successorId = newId();
	const [id, setId] = createSignal(startId(props, current(props)));
	const [unit, setUnit] = createSignal<Option | null>(null);
	const [person, setPerson] = createSignal<Option | null>(null);
	const [from, setFrom] = createSignal(me().today);
	const [reason, setReason] = createSignal("");
	const old = () => props.detail.assignments.find((one) => one.id === id());
	const needsPerson = () => {
		const found = old();
		return found !== undefined && isPersonRole(found.role);
	};
	const ready = () =>
		old() !== undefined && (needsPerson() ? person() : unit()) !== null && reason().trim().length >= 2;
	return (
		<CommandForm
			verb="handOverAssignment"
			detail={props.detail}
			ready={ready()}
			intro={t("handOver.intro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.handOverAssignment.mutate({
					issueId: props.detail.row.id,
					command: {
						type: "handOverAssignment",
						assignmentId: id(),
						successor: {
							id: successorId,
							role: old()?.role ?? "responsible",
							kind: null,
							unitId: unit()?.id ?? old()?.unit?.id ?? null,
							personId: needsPerson() ? (person()?.id ?? null) : null,
							from: from(),
						},
						reason: reason().trim(),
					},
					envelope,
				})
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
						onChange={setId}
					/>
					<UnitPicker
						label={t("handOver.unit")}
						required={!needsPerson()}
						value={unit()}
						error={errors.at("successor")}
						onChange={setUnit}
					/>
					<Show when={needsPerson()}>
						<PersonPicker
							label={t("handOver.person")}
							required={true}
							value={person()}
							unitId={unit()?.id}
							onChange={setPerson}
						/>
					</Show>
					<TextField
						type="date"
						label={t("handOver.from")}
						required={true}
						value={from()}
						error={errors.at("successor.from")}
						onInput={setFrom}
					/>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={reason()}
						error={errors.at("reason")}
						onInput={setReason}
					/>
				</>
			)}
		</CommandForm>
	);
}
