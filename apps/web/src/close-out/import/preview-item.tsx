import { A } from "@solidjs/router";
import type { NoticePreviewItem } from "@zhenggai/domain/close-out";
import { badges, formatNumber, formatPublicity, noticeValueText, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { names, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { Differences } from "../../importing/differences.tsx";
import { FindingList } from "../../rules/index.ts";
import { Badge, Tag } from "../../ui/badge.tsx";
import { IssueChoice } from "./issue-choice.tsx";
import type { NoticeWizardState } from "./notice-wizard-state.ts";

type Props = { wizard: NoticeWizardState; item: NoticePreviewItem };

/** One notice: what it says, the issue that it is about, and what would change where it is attached already. */
export function PreviewItem(props: Props): JSX.Element {
	const choice = () => props.wizard.choices().items[props.item.key];
	const set = (next: NonNullable<ReturnType<typeof choice>>) =>
		props.wizard.setItems({ [props.item.key]: next });
	const taken = () => choice()?.apply ?? props.item.chosen;
	const stuck = () => props.item.kind === "same" || (props.item.kind === "refused" && !taken());
	const differences = () =>
		props.item.differences.map((one) => ({
			field: one.field,
			label: word(vocab.noticeField, one.field),
			ledger: one.ledger && noticeValueText(one.field, one.ledger, language()),
			document: one.document && noticeValueText(one.field, one.document, language()),
		}));
	return (
		<li class="flex flex-col gap-2 py-3 first:pt-0" data-item={props.item.key}>
			<div class="flex items-start gap-3">
				<label class="tap flex shrink-0 items-center gap-2">
					<input
						type="checkbox"
						class="size-4 accent-accent"
						checked={taken() && props.item.kind !== "same"}
						disabled={stuck()}
						onChange={(event) => set({ ...choice(), apply: event.currentTarget.checked })}
					/>
					<span class="font-medium">
						{props.item.notice.number === null
							? t("notices.noNumber")
							: formatNumber(props.item.notice.number, language())}
					</span>
				</label>
				<Badge of={badges.preview[props.item.kind]} word={word(vocab.previewKind, props.item.kind)} />
				<Tag>{word(vocab.noticeKind, props.item.notice.kind)}</Tag>
				<span class="min-w-0 flex-1">{props.item.notice.statement ?? t("notices.noStatement")}</span>
			</div>
			<div class="flex flex-col gap-2 pl-7">
				<Facts item={props.item} />
				<IssueChoice
					item={props.item}
					inspectionId={props.wizard.choices().context?.inspectionId}
					region={props.wizard.choices().context?.region}
					issueId={choice()?.issueId}
					onIssue={(issueId) => set({ apply: true, issueId })}
					onReset={() => set({ apply: true })}
				/>
			</div>
			<Show when={props.item.differences.length > 0}>
				<Differences
					differences={differences()}
					fields={choice()?.fields}
					onFields={(fields) => set({ ...choice(), apply: true, fields })}
				/>
			</Show>
			<Show when={props.item.findings.length > 0}>
				<div class="pl-7">
					<FindingList findings={props.item.findings} />
				</div>
			</Show>
		</li>
	);
}

/** When it is published, which receipts it names, what was done. */
function Facts(props: { item: NoticePreviewItem }): JSX.Element {
	const notice = () => props.item.notice;
	const publicity = () => formatPublicity(notice().publicity, notice().publicityLength, language());
	return (
		<dl class="flex flex-col gap-0.5 text-[0.93rem]">
			<Fact name={word(vocab.noticeField, "publicity")} text={publicity() || t("reading.nothing")} />
			<Show when={notice().receiptNumbers.length > 0}>
				<Fact name={word(vocab.noticeField, "receiptNumbers")} text={names(notice().receiptNumbers)} />
			</Show>
			<Show when={props.item.complaints.length > 0}>
				<div class="flex gap-2">
					<dt class="w-24 shrink-0 text-ink-soft">{t("notices.complaints")}</dt>
					<dd class="flex flex-wrap gap-x-3">
						<For each={props.item.complaints}>
							{(one) => (
								<A
									class="text-accent underline"
									href={`/complaints/${one.complaintId}`}
									title={one.summary ?? ""}
								>
									{one.receiptNumber}
								</A>
							)}
						</For>
					</dd>
				</div>
			</Show>
			<Show when={notice().completion}>
				{(completion) => <Fact name={word(vocab.noticeField, "completion")} text={completion()} />}
			</Show>
		</dl>
	);
}

const Fact = (props: { name: string; text: string }) => (
	<div class="flex gap-2">
		<dt class="w-24 shrink-0 text-ink-soft">{props.name}</dt>
		<dd class="clamp-3 min-w-0 flex-1">{props.text}</dd>
	</div>
);
