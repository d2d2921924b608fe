import { useNavigate } from "@solidjs/router";
import type { IssueDetail } from "@zhenggai/domain/issues";
import type { InstrumentKind } from "@zhenggai/domain/supervision";
import { caseVocab, instrumentText } from "@zhenggai/domain/vocabulary";
import { createMemo, For, type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { createKeptDraft } from "../../commands/index.ts";
import { date, names, word } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { UnitList } from "../../issues/index.ts";
import { RuleLink } from "../../rules/index.ts";
import type { Option } from "../../ui/combobox.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { kindWord, replyText } from "../days.ts";
import { InstrumentForm } from "./instrument-form.tsx";

/** The units that lead or are responsible, by name: to them a letter goes, unless the ladder says to whom. */
function ownersOf({ assignments }: IssueDetail, proposed: readonly string[]): Option[] {
	const units = assignments.flatMap(({ role, unit, until }) =>
		unit === null ? [] : [{ ...unit, owns: until === null && (role === "lead" || role === "responsible") }],
	);
	const owners = units.filter(({ owns }) => owns).map(({ id }): string => id);
	return [...new Set(proposed.length > 0 ? proposed : owners)].map((id) => ({
		id,
		label: units.find((unit) => unit.id === id)?.name ?? id,
	}));
}

/** What the form begins with: everything that the ledger and the ladder know already. */
function startOf(detail: IssueDetail, kind: InstrumentKind) {
	const proposal = detail.proposals.find((one) => one.kind === kind);
	const rung = detail.supervision.ladder.find((one) => one.kind === kind);
	const text = instrumentText({
		kind,
		issue: {
			number: detail.row.number,
			inspectionName: detail.row.inspectionName,
			statement: detail.statement,
			goal: detail.goal,
			deadline: detail.row.deadline,
		},
		reasons: proposal?.reasons ?? detail.light.reasons,
		reply: rung?.reply ?? null,
	});
	return {
		id: newId(),
		...text,
		addressees: ownersOf(detail, proposal?.addresseeUnitIds ?? []),
		skipsRungReason: "",
	};
}

/** 拟制: drafts an instrument on an issue. Nothing goes out by it. */
export default function DraftForm(props: {
	detail: IssueDetail;
	kind: InstrumentKind;
	onClose: () => void;
}): JSX.Element {
	const navigate = useNavigate();
	const draft = createKeptDraft(`draftInstrument.${props.detail.row.id}.${props.kind}`, () =>
		startOf(props.detail, props.kind),
	);
	const rung = createMemo(() => props.detail.supervision.ladder.find(({ kind }) => kind === props.kind));
	const proposal = createMemo(() => props.detail.proposals.find(({ kind }) => kind === props.kind));
	const skips = () => rung()?.skips ?? [];
	const isLong = (text: string) => text.trim().length >= 2;
	const ready = () => {
		const { title, body, cause, addressees } = draft.value;
		return title.trim() !== "" && isLong(body) && isLong(cause) && addressees.length > 0;
	};
	return (
		<InstrumentForm
			verb="draftInstrument"
			title={t("sup.draft", { kind: kindWord(props.kind) })}
			instrumentId={draft.value.id}
			issueId={props.detail.row.id}
			version={0}
			ready={ready()}
			wide={true}
			draft={draft}
			intro={t("sup.draftIntro", {
				who: say(caseVocab.instrumentSigner[props.kind]),
				reply: replyText(rung()?.reply ?? null),
			})}
			onClose={() => props.onClose()}
			onSaved={({ row }) => queueMicrotask(() => navigate(`/supervision/${row.id}`))}
			send={(envelope) =>
				client.supervision.draftInstrument.mutate({
					instrumentId: draft.value.id,
					command: {
						type: "draftInstrument",
						instrumentId: draft.value.id,
						issueId: props.detail.row.id,
						kind: props.kind,
						title: draft.value.title.trim(),
						body: draft.value.body.trimEnd(),
						cause: {
							rules: [...new Set((proposal()?.reasons ?? []).map(({ rule }) => rule))],
							text: draft.value.cause.trim(),
							skipsRungReason:
								draft.value.skipsRungReason.trim() === "" ? null : draft.value.skipsRungReason.trim(),
						},
						addresseeUnitIds: draft.value.addressees.map(({ id }) => id),
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<Show when={proposal()}>
						{(found) => (
							<div class="rounded border border-near bg-near-wash px-3 py-2">
								<p class="font-medium">{t("sup.isProposed")}</p>
								<ul class="list-disc pl-5">
									<For each={found().reasons}>
										{(reason) => (
											<li>
												{say(reason.message)} <RuleLink rule={reason.rule} />
											</li>
										)}
									</For>
								</ul>
								<Show when={found().replyDueOn}>
									{(due) => (
										<p class="text-[0.93rem] text-ink-soft">{t("sup.ifSentToday", { date: date(due()) })}</p>
									)}
								</Show>
							</div>
						)}
					</Show>
					<Show when={skips().length > 0}>
						<TextArea
							label={t("sup.skipReason")}
							hint={t("sup.skipHint", { kinds: names(skips().map(kindWord)) })}
							required={true}
							rows={2}
							value={draft.value.skipsRungReason}
							error={errors.at("cause.skipsRungReason")}
							onInput={(reason) => draft.set("skipsRungReason", reason)}
						/>
					</Show>
					<TextField
						label={t("sup.title")}
						required={true}
						maxLength={300}
						value={draft.value.title}
						error={errors.at("title")}
						onInput={(title) => draft.set("title", title)}
					/>
					<div>
						<UnitList
							label={`${t("sup.addressees")} *`}
							value={draft.value.addressees}
							onChange={(addressees) => draft.set("addressees", [...addressees])}
						/>
						<Show when={errors.at("addresseeUnitIds")}>
							{(error) => <p class="mt-1 text-late">{error()}</p>}
						</Show>
					</div>
					<TextArea
						label={t("sup.body")}
						hint={t("sup.bodyHint")}
						required={true}
						rows={9}
						value={draft.value.body}
						error={errors.at("body")}
						onInput={(body) => draft.set("body", body)}
					/>
					<TextArea
						label={t("sup.cause")}
						hint={t("sup.causeHint", { kind: word(caseVocab.instrumentKind, props.kind) })}
						required={true}
						rows={2}
						value={draft.value.cause}
						error={errors.at("cause.text")}
						onInput={(cause) => draft.set("cause", cause)}
					/>
				</>
			)}
		</InstrumentForm>
	);
}
