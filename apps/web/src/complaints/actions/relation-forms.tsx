import type { ComplaintDetail, RelationKind } from "@zhenggai/domain/complaints";
import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { createTabDraft } from "../../commands/index.ts";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Select } from "../../ui/select.tsx";
import type { FormProps } from "./complaint-dialog.tsx";
import { ComplaintForm } from "./complaint-form.tsx";
import { ComplaintPicker, type Picked } from "./complaint-picker.tsx";

type Target = { receiptNumber: string | null; complaintId: string | null };

/** One of the same inspection by its receipt, which a later edition prints too; any other by itself. */
const targetOf = (picked: Picked, inspectionId: string): Target =>
	picked.receiptNumber !== null && picked.inspectionId === inspectionId
		? { receiptNumber: picked.receiptNumber, complaintId: null }
		: { receiptNumber: null, complaintId: picked.id };

const receiptsIn = (text: string): Target[] =>
	text
		.split(/[\n,，、;；\s]+/)
		.filter((receipt) => receipt !== "")
		.map((receiptNumber) => ({ receiptNumber, complaintId: null }));

/** 关联信访件: repeats another, or names it. */
export function RelateForm(props: FormProps): JSX.Element {
	const draft = createTabDraft<{ kind: RelationKind; picked: readonly Picked[]; receipts: string }>(
		`relateComplaint.${props.detail.row.id}`,
		() => ({ kind: "repeats", picked: [], receipts: "" }),
	);
	const { value, set } = draft;
	const targets = (): Target[] => [
		...value.picked.map((one) => targetOf(one, props.detail.row.inspectionId)),
		...receiptsIn(value.receipts),
	];
	return (
		<ComplaintForm
			verb="relateComplaint"
			complaintId={props.detail.row.id}
			version={props.detail.row.version}
			draft={draft}
			ready={targets().length > 0}
			intro={t("complaintForm.relateIntro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.complaints.relateComplaint.mutate({
					complaintId: props.detail.row.id,
					command: {
						type: "relateComplaint",
						relations: targets().map((target) => ({ kind: value.kind, ...target })),
						importId: null,
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<Select
						label={t("complaintForm.relationKind")}
						required={true}
						value={value.kind}
						choices={choicesOf(vocab.relationKind, language())}
						onChange={(next) => next !== "" && set({ kind: next })}
					/>
					<ComplaintPicker
						label={t("complaintForm.relateTo")}
						except={[props.detail.row.id, ...value.picked.map(({ id }) => id)]}
						error={errors.at("relations")}
						onPick={(one) => set("picked", (old) => [...old, one])}
					/>
					<Show when={value.picked.length > 0}>
						<ul class="flex flex-col gap-1" aria-label={t("complaintForm.relateTo")}>
							<For each={value.picked}>
								{(one) => (
									<li class="flex items-center gap-2 rounded border border-line bg-sunken px-2 py-1">
										<span class="min-w-0 flex-1 truncate">{one.label}</span>
										<button
											type="button"
											class="tap flex h-6 min-w-6 items-center justify-center hover:text-late touch:min-w-[44px]"
											aria-label={t("complaintForm.removePlace", { name: one.label })}
											onClick={() => set("picked", (old) => old.filter(({ id }) => id !== one.id))}
										>
											<Icon name="close" size={10} />
										</button>
									</li>
								)}
							</For>
						</ul>
					</Show>
					<TextArea
						label={t("complaintForm.receipts")}
						hint={t("complaintForm.citedHint")}
						rows={2}
						value={value.receipts}
						onInput={(receipts) => set({ receipts })}
					/>
				</>
			)}
		</ComplaintForm>
	);
}

type Held = ComplaintDetail["relations"][number];

/** How a relation that is to be taken back is named to the server: as it was recorded. */
const heldTarget = ({ kind, receiptNumber, complaint }: Held) =>
	receiptNumber === null
		? { kind, receiptNumber: null, complaintId: complaint?.id ?? null }
		: { kind, receiptNumber, complaintId: null };

/** What a relation is known by while others come and go. */
const keyOf = ({ kind, receiptNumber, complaint }: Held): string =>
	`${kind} ${receiptNumber ?? complaint?.id ?? ""}`;

/** 解除关联: one that was recorded by mistake. */
export function UnrelateForm(props: FormProps): JSX.Element {
	const draft = createTabDraft(`unrelateComplaint.${props.detail.row.id}`, () => ({ which: "", reason: "" }));
	const { value, set } = draft;
	const relation = () => props.detail.relations.find((held) => keyOf(held) === value.which);
	const choices = () =>
		props.detail.relations.map((held) => ({
			value: keyOf(held),
			label: `${word(vocab.relationKind, held.kind)} ${held.receiptNumber ?? held.complaint?.receiptNumber ?? t("complaints.noReceipt")}`,
		}));
	return (
		<ComplaintForm
			verb="unrelateComplaint"
			complaintId={props.detail.row.id}
			version={props.detail.row.version}
			draft={draft}
			ready={relation() !== undefined && value.reason.trim().length >= 2}
			intro={t("complaintForm.unrelateIntro")}
			onClose={() => props.onClose()}
			send={(envelope) => {
				const held = relation();
				if (held === undefined) throw new Error("no relation is chosen");
				return client.complaints.unrelateComplaint.mutate({
					complaintId: props.detail.row.id,
					command: {
						type: "unrelateComplaint",
						relation: heldTarget(held),
						reason: value.reason.trim(),
					},
					envelope,
				});
			}}
		>
			{(errors) => (
				<>
					<Select
						label={t("complaintForm.whichRelation")}
						required={true}
						value={relation() === undefined ? "" : value.which}
						choices={choices()}
						error={errors.at("relation")}
						onChange={(which) => set({ which })}
					/>
					<TextArea
						label={t("form.reason")}
						hint={t("form.reasonHint")}
						required={true}
						rows={2}
						value={value.reason}
						error={errors.at("reason")}
						onInput={(reason) => set({ reason })}
					/>
				</>
			)}
		</ComplaintForm>
	);
}
