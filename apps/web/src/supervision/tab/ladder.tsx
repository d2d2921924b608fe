import { A } from "@solidjs/router";
import type { IssueDetail } from "@zhenggai/domain/issues";
import type { InstrumentRow, LadderRung } from "@zhenggai/domain/supervision";
import { For, type JSX, Show } from "solid-js";
import { date, names } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { RuleLink, Why } from "../../rules/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { kindWord, replyText } from "../days.ts";
import { StageMark } from "../marks.tsx";
import { useDrafting } from "./use-drafting.ts";

type Proposal = IssueDetail["proposals"][number];

/** 督办阶梯: rung by rung what was used, what is proposed now and why, and what holds a rung up. */
export function Ladder(props: DetailProps): JSX.Element {
	return (
		<Section
			title={t("sup.ladder")}
			aside={
				<Show when={props.detail.proposals.length > 0}>
					<Tag tone="attention">
						<Icon name="info" size={12} />
						{t("sup.proposed", { n: props.detail.proposals.length })}
					</Tag>
				</Show>
			}
		>
			<p class="mb-2 text-[0.93rem] text-ink-faint">{t("sup.ladderIntro")}</p>
			<ol class="flex flex-col">
				<For each={props.detail.supervision.ladder}>
					{(rung) => (
						<Rung
							rung={rung}
							used={props.detail.instruments.filter(
								({ kind, issuedOn, stage }) => kind === rung.kind && (issuedOn !== null || stage !== "over"),
							)}
							proposal={props.detail.proposals.find(({ kind }) => kind === rung.kind)}
						/>
					)}
				</For>
				<Show when={props.detail.supervision.endsInReferral}>
					<li class="flex gap-3 pt-1.5 text-ink-faint">
						<Icon name="person" class="mt-1" />
						<span>{t("sup.referral")}</span>
					</li>
				</Show>
			</ol>
		</Section>
	);
}

const DOTS = {
	proposed: "border-near bg-near-wash text-near",
	used: "border-accent bg-accent-wash text-accent",
	unused: "border-line-strong bg-sheet text-ink-faint",
} as const;

function Rung(props: {
	rung: LadderRung;
	used: readonly InstrumentRow[];
	proposal: Proposal | undefined;
}): JSX.Element {
	const drafting = useDrafting();
	const rung = () => props.rung;
	const look = () => (props.proposal !== undefined ? "proposed" : props.used.length > 0 ? "used" : "unused");
	return (
		<li
			class="relative flex gap-3 pb-4 before:absolute before:top-7 before:bottom-0 before:left-[0.8rem] before:border-l before:border-line"
			data-rung={rung().kind}
			data-proposed={props.proposal === undefined ? undefined : ""}
		>
			<span
				class={`flex size-[1.7rem] shrink-0 items-center justify-center rounded-full border font-mono text-[0.86rem] ${DOTS[look()]}`}
				aria-hidden="true"
			>
				{rung().rung}
			</span>
			<div class="min-w-0 flex-1">
				<p class="flex flex-wrap items-center gap-x-2 gap-y-1">
					<span class="font-medium">{kindWord(rung().kind)}</span>
					<Show when={look() !== "unused"}>
						<Tag tone={look() === "proposed" ? "attention" : "active"}>
							{t(look() === "proposed" ? "sup.isProposed" : "sup.isUsed")}
						</Tag>
					</Show>
					<span class="text-[0.9rem] text-ink-faint">
						{t("sup.signedBy", { who: say(rung().signer) })}
						{rung().approval ? ` · ${t("sup.needsApproval")}` : ""}
						{rung().reply === null ? "" : ` · ${replyText(rung().reply)}`}
					</span>
				</p>
				<For each={props.used}>
					{(row) => (
						<p class="flex flex-wrap items-center gap-2 text-[0.93rem]">
							<A class="tap text-accent underline" href={`/supervision/${row.id}`}>
								{row.documentNumber ?? row.title}
							</A>
							<StageMark row={row} />
							<Show when={row.issuedOn}>
								{(on) => <span class="text-ink-faint">{t("sup.issuedOn", { date: date(on()) })}</span>}
							</Show>
						</p>
					)}
				</For>
				<Show when={props.proposal}>{(proposal) => <Proposed proposal={proposal()} />}</Show>
				<Holds rung={rung()} proposed={props.proposal !== undefined} />
				<Show
					when={rung().refusals.length === 0}
					fallback={
						<details class="no-print mt-0.5 text-[0.9rem]">
							<summary class="tap inline-flex items-center gap-1.5 rounded text-ink-faint hover:text-ink">
								<Icon name="stop" size={13} />
								{t("sup.cannotDraft")}
							</summary>
							<div class="mt-1 max-w-prose">
								<Why refusals={rung().refusals} />
							</div>
						</details>
					}
				>
					<span class="no-print mt-1 inline-block">
						<Button
							size="small"
							look={props.proposal === undefined ? "quiet" : "primary"}
							icon="document"
							onClick={() => drafting.open(rung().kind)}
						>
							{t("sup.draft", { kind: kindWord(rung().kind) })}
						</Button>
					</span>
				</Show>
			</div>
		</li>
	);
}

/** Why the ladder proposes it, by when a reply would be due and what a repeat raises. */
function Proposed(props: { proposal: Proposal }): JSX.Element {
	return (
		<div class="mt-1 rounded border border-near bg-near-wash px-2.5 py-1.5">
			<ul>
				<For each={props.proposal.reasons}>
					{(reason) => (
						<li>
							{say(reason.message)} <RuleLink rule={reason.rule} />
						</li>
					)}
				</For>
			</ul>
			<Show when={props.proposal.replyDueOn}>
				{(due) => <p class="text-[0.93rem] text-ink-soft">{t("sup.ifSentToday", { date: date(due()) })}</p>}
			</Show>
			<Show when={props.proposal.follows}>
				{(id) => (
					<p class="text-[0.93rem]">
						<A class="text-accent underline" href={`/supervision/${id()}`}>
							{t("sup.follows")}
						</A>
					</p>
				)}
			</Show>
		</div>
	);
}

/** What holds a rung up, and what drafting it now would leave out. */
function Holds(props: { rung: LadderRung; proposed: boolean }): JSX.Element {
	return (
		<>
			<Show when={!props.proposed && props.rung.heldBy}>
				{(id) => (
					<p class="text-[0.9rem] text-ink-faint">
						<A class="underline" href={`/supervision/${id()}`}>
							{t("sup.heldBy")}
						</A>
					</p>
				)}
			</Show>
			<Show when={props.rung.coolingUntil}>
				{(until) => (
					<p class="flex items-center gap-1.5 text-[0.9rem] text-ink-soft">
						<Icon name="clock" size={12} />
						{t("sup.cooling", { date: date(until()) })}
					</p>
				)}
			</Show>
			<Show when={props.rung.skips.length > 0}>
				<p class="text-[0.9rem] text-ink-faint">
					{t("sup.skips", { kinds: names(props.rung.skips.map(kindWord)) })} <RuleLink rule="SUP-07" />
				</p>
			</Show>
		</>
	);
}
