import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { client } from "../../api.ts";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { jsonCopy } from "../../json-copy.ts";
import type { CommandOf } from "../../types.ts";
import { CheckField, TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { CommandForm } from "./command-form.tsx";
import { type DeadlineDraft, deadlineOf, draftOf } from "./deadline-draft.ts";
import { DeadlineEditor } from "./deadline-editor.tsx";
import type { FormProps } from "./form-props.ts";

type Changes = CommandOf<"amendIssue">["changes"];
const TIERS = ["central", "province", "city", "county"] as const;

type Draft = {
	goal: string;
	field: NonNullable<Changes["field"]> | "";
	generality: NonNullable<Changes["generality"]> | "";
	constraints: string;
	remarks: string;
	numbers: Record<(typeof TIERS)[number], string>;
	deadline: DeadlineDraft;
	noDeadline: boolean;
	reason: string;
};

function startDraft(detail: FormProps["detail"]): Draft {
	const { row } = detail;
	const number = (tier: (typeof TIERS)[number]) => row.numberByTier[tier] ?? "";
	return {
		goal: detail.goal ?? "",
		field: row.field ?? "",
		generality: row.generality ?? "",
		constraints: detail.constraints.join("\n"),
		remarks: row.remarks ?? "",
		numbers: {
			central: number("central"),
			province: number("province"),
			city: number("city"),
			county: number("county"),
		},
		deadline: draftOf(row.deadline),
		noDeadline: row.deadline === null,
		reason: "",
	};
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only what differs from what the form was opened with: the rest is somebody else's to change. */
function changesOf(draft: Draft, start: Draft): Changes {
	const changes: Changes = {};
	if (draft.goal !== start.goal) changes.goal = orNull(draft.goal);
	if (draft.field !== start.field) changes.field = draft.field === "" ? null : draft.field;
	if (draft.generality !== start.generality)
		changes.generality = draft.generality === "" ? null : draft.generality;
	if (draft.remarks !== start.remarks) changes.remarks = orNull(draft.remarks);
	if (draft.constraints !== start.constraints) {
		changes.constraints = draft.constraints
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== "");
	}
	if (!same(draft.numbers, start.numbers)) {
		const { central, province, city, county } = draft.numbers;
		changes.numberByTier = {
			central: orNull(central),
			province: orNull(province),
			city: orNull(city),
			county: orNull(county),
		};
	}
	if (draft.noDeadline !== start.noDeadline || !same(draft.deadline, start.deadline)) {
		changes.deadline = draft.noDeadline ? null : deadlineOf(draft.deadline);
	}
	return changes;
}

/** 更正要素: everything but the wording of the finding, with a reason. */
export function AmendForm(props: FormProps): JSX.Element {
	const [start] = createSignal(startDraft(props.detail));
	const [draft, set] = createStore<Draft>(jsonCopy(start()));
	const changes = createMemo(() => changesOf(draft, start()));
	const ready = () =>
		Object.keys(changes()).length > 0 &&
		draft.reason.trim().length >= 2 &&
		(draft.noDeadline || deadlineOf(draft.deadline) !== null);
	return (
		<CommandForm
			verb="amendIssue"
			wide={true}
			detail={props.detail}
			ready={ready()}
			intro={t("amend.intro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.amendIssue.mutate({
					issueId: props.detail.row.id,
					command: { type: "amendIssue", changes: changes(), reason: draft.reason.trim(), importId: null },
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<TextArea
						label={word(vocab.issueElement, "goal")}
						rows={4}
						value={draft.goal}
						error={errors.at("changes.goal") ?? errors.at("goal")}
						onInput={(goal) => set({ goal })}
					/>
					<CheckField
						label={t("amend.noDeadline")}
						checked={draft.noDeadline}
						onChange={(noDeadline) => set({ noDeadline })}
					/>
					<Show when={!draft.noDeadline}>
						<DeadlineEditor
							value={draft.deadline}
							error={errors.at("changes.deadline") ?? errors.at("deadline")}
							onChange={(deadline) => set({ deadline })}
						/>
					</Show>
					<div class="grid gap-3 sm:grid-cols-4">
						<For each={TIERS}>
							{(tier) => (
								<TextField
									label={t("amend.number", { tier: word(vocab.tier, tier) })}
									value={draft.numbers[tier]}
									onInput={(value) => set("numbers", tier, value)}
								/>
							)}
						</For>
					</div>
					<div class="grid gap-3 sm:grid-cols-2">
						<Select
							label={word(vocab.issueElement, "field")}
							value={draft.field}
							none={t("nothing")}
							choices={choicesOf(vocab.issueField, language())}
							onChange={(field) => set({ field })}
						/>
						<Select
							label={word(vocab.issueElement, "generality")}
							value={draft.generality}
							none={t("nothing")}
							choices={choicesOf(vocab.generality, language())}
							onChange={(generality) => set({ generality })}
						/>
					</div>
					<TextArea
						label={word(vocab.issueElement, "constraints")}
						hint={t("amend.constraintsHint")}
						rows={2}
						value={draft.constraints}
						onInput={(constraints) => set({ constraints })}
					/>
					<TextArea
						label={word(vocab.issueElement, "remarks")}
						rows={2}
						value={draft.remarks}
						onInput={(remarks) => set({ remarks })}
					/>
					<TextArea
						label={t("form.reason")}
						hint={t("form.reasonHint")}
						required={true}
						rows={2}
						value={draft.reason}
						error={errors.at("reason")}
						onInput={(reason) => set({ reason })}
					/>
				</>
			)}
		</CommandForm>
	);
}
