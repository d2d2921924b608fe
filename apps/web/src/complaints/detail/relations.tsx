import { A } from "@solidjs/router";
import type { ComplaintLink, RelationKind } from "@zhenggai/domain/complaints";
import type { Instant } from "@zhenggai/domain/kernel";
import { vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { moment, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Section } from "../../ui/section.tsx";
import { StatusBadge, VerdictBadge } from "../columns.tsx";
import type { DetailProps } from "./complaint-viewer.tsx";

/** 关联: what it repeats or cites, and what repeats or cites it. */
export function Relations(props: DetailProps): JSX.Element {
	const count = () => props.detail.relations.length + props.detail.relatedBy.length;
	return (
		<Section title={t("complaints.relations")} count={count()}>
			<Show when={count() > 0} fallback={<p class="text-ink-soft">{t("complaints.noRelations")}</p>}>
				<div class="flex flex-col gap-3">
					<Group title={t("complaints.relatesTo")} show={props.detail.relations.length > 0}>
						<For each={props.detail.relations}>
							{(relation) => (
								<Related
									kind={relation.kind}
									receiptNumber={relation.receiptNumber}
									link={relation.complaint}
									since={relation.since}
								/>
							)}
						</For>
					</Group>
					<Group title={t("complaints.relatedBy")} show={props.detail.relatedBy.length > 0}>
						<For each={props.detail.relatedBy}>
							{(relation) => (
								<Related
									kind={relation.kind}
									receiptNumber={relation.complaint.receiptNumber}
									link={relation.complaint}
								/>
							)}
						</For>
					</Group>
				</div>
			</Show>
		</Section>
	);
}

const Group = (props: { title: string; show: boolean; children: JSX.Element }) => (
	<Show when={props.show}>
		<div>
			<h3 class="mb-1 text-[0.93rem] text-ink-soft">{props.title}</h3>
			<ul class="flex flex-col gap-2">{props.children}</ul>
		</div>
	</Show>
);

/** A related complaint; of one that may not be opened only that it is there, and where. */
function Related(props: {
	kind: RelationKind;
	receiptNumber: string | null;
	link: ComplaintLink | null;
	since?: Instant;
}): JSX.Element {
	const name = () => props.receiptNumber ?? props.link?.receiptNumber ?? t("complaints.noReceipt");
	return (
		<li class="flex flex-col gap-0.5">
			<p class="flex flex-wrap items-center gap-2">
				<Tag>{word(vocab.relationKind, props.kind)}</Tag>
				<Show
					when={props.link?.open ? props.link : null}
					fallback={<span class="tabular-nums">{name()}</span>}
				>
					{(link) => (
						<A class="text-accent underline tabular-nums" href={`/complaints/${link().id}`}>
							{name()}
						</A>
					)}
				</Show>
				<Show when={props.link} fallback={<Tag tone="attention">{t("complaints.notOnLedger")}</Tag>}>
					{(link) => (
						<>
							<span class="text-[0.93rem] text-ink-soft">{link().regionName}</span>
							<Show when={link().open} fallback={<Tag>{t("complaints.elsewhere")}</Tag>}>
								<VerdictBadge row={link()} />
								<StatusBadge row={link()} />
							</Show>
						</>
					)}
				</Show>
				<Show when={props.since}>
					{(since) => (
						<span class="ml-auto text-[0.9rem] text-ink-faint">
							{t("complaints.since", { date: moment(since()) })}
						</span>
					)}
				</Show>
			</p>
			<Show when={props.link?.summary}>
				{(summary) => <p class="clamp-2 text-[0.93rem] text-ink-soft">{summary()}</p>}
			</Show>
		</li>
	);
}
