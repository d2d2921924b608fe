import type { IssueDetail } from "@zhenggai/domain/issues";
import type { Tier } from "@zhenggai/domain/kernel";
import { caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { Do, EvidenceLinks, Fact, None, Stamp } from "./parts.tsx";

type Acceptance = IssueDetail["closeOut"]["state"]["acceptances"][number];

const VERDICT_LOOK = {
	pass: { tone: "good", icon: "check" },
	conditional: { tone: "attention", icon: "clock" },
	fail: { tone: "bad", icon: "stop" },
} as const;

/** 自查与逐级验收: what the owner said, and the verdict of each tier. */
export function AcceptanceSection(props: DetailProps): JSX.Element {
	const state = () => props.detail.closeOut.state;
	return (
		<Section
			title={t("closeOut.acceptance")}
			aside={
				<>
					<Do {...props} verb="selfCheck" />
					<Do {...props} verb="applyAcceptance" />
					<Do {...props} verb="submitSupplements" />
				</>
			}
		>
			<div class="flex flex-col gap-4">
				<Show when={state().selfCheck} fallback={<None text={t("closeOut.noSelfCheck")} />}>
					{(held) => (
						<div class="flex flex-col gap-1" data-self-check>
							<dl class="flex flex-col gap-1">
								<Fact name={t("closeOut.selfCheckOn")}>{date(held().on)}</Fact>
								<Fact name={t("closeOut.report")}>{held().report}</Fact>
							</dl>
							<EvidenceLinks detail={props.detail} ids={held().evidenceIds} />
							<Stamp by={held().by} at={held().at} />
						</div>
					)}
				</Show>
				<Show when={state().application}>
					{(held) => (
						<p class="flex flex-wrap items-center gap-2" data-application>
							<Tag tone="active">{word(caseVocab.closeOutKind, held().kind)}</Tag>
							{t("closeOut.appliedOn", { date: date(held().on) })}
							<Stamp by={held().by} at={held().at} />
						</p>
					)}
				</Show>
				<ol class="flex flex-col divide-y divide-line border-t border-line">
					<For each={props.detail.closeOut.tiers}>{(tier) => <TierLine {...props} tier={tier} />}</For>
				</ol>
			</div>
		</Section>
	);
}

function TierLine(props: DetailProps & { tier: Tier }): JSX.Element {
	const given = () => props.detail.closeOut.state.acceptances.filter(({ tier }) => tier === props.tier);
	const isHere = () => props.detail.closeOut.state.atTier === props.tier;
	return (
		<li class="flex flex-col gap-2 py-3 last:pb-0" data-tier={props.tier}>
			<div class="flex flex-wrap items-center gap-2">
				<h3 class="font-semibold">
					{t("closeOut.tierStep", {
						tier: word(vocab.tier, props.tier),
						step: word(caseVocab.closeOutStep, "acceptance"),
					})}
				</h3>
				<Show when={given().length === 0}>
					<span class="text-ink-faint">{t(isHere() ? "closeOut.tierNow" : "closeOut.tierAhead")}</span>
				</Show>
				<Show when={isHere()}>
					<span class="no-print ml-auto">
						<Do {...props} verb="decideAcceptance" always={true} />
					</span>
				</Show>
			</div>
			<For each={given()}>{(acceptance) => <Verdict detail={props.detail} acceptance={acceptance} />}</For>
		</li>
	);
}

function Verdict(props: { detail: IssueDetail; acceptance: Acceptance }): JSX.Element {
	const held = () => props.acceptance;
	const look = () => VERDICT_LOOK[held().verdict];
	return (
		<div class="flex flex-col gap-1.5">
			<p class="flex flex-wrap items-center gap-2">
				<Tag tone={look().tone}>
					<Icon name={look().icon} size={12} />
					{word(caseVocab.acceptanceVerdict, held().verdict)}
				</Tag>
				<Stamp by={held().by} at={held().at} />
			</p>
			<p class="whitespace-pre-line break-words">{held().opinion}</p>
			<Show when={held().standard}>
				{(standard) => (
					<dl>
						<Fact name={t("closeOut.standard")}>{standard()}</Fact>
					</dl>
				)}
			</Show>
			<Show when={held().criteria.length > 0}>
				<Criteria {...props} />
			</Show>
			<Show when={held().supplements.length > 0}>
				<Supplements {...props} />
			</Show>
		</div>
	);
}

/** The form of criteria as it was filled in (ACC-07). */
function Criteria(props: { detail: IssueDetail; acceptance: Acceptance }): JSX.Element {
	return (
		<details>
			<summary class="tap text-accent">
				{t("closeOut.criteriaOf", { n: props.acceptance.criteria.length })}
			</summary>
			<table class="mt-1 w-full border-collapse text-[0.93rem]">
				<caption class="sr-only">{t("closeOut.criteria")}</caption>
				<thead class="sr-only">
					<tr>
						<th scope="col">{t("closeOut.criterion")}</th>
						<th scope="col">{t("closeOut.answer")}</th>
						<th scope="col">{t("closeOut.evidence")}</th>
					</tr>
				</thead>
				<tbody>
					<For each={props.acceptance.criteria}>
						{(line) => (
							<tr class="border-t border-line align-top">
								<th scope="row" class="py-1 pr-3 text-left font-normal">
									{word(caseVocab.criterion, line.criterion)}
								</th>
								<td class="py-1 pr-3 whitespace-nowrap">{word(caseVocab.criterionAnswer, line.answer)}</td>
								<td class="py-1">
									<EvidenceLinks detail={props.detail} ids={line.evidenceIds} />
									{line.note}
								</td>
							</tr>
						)}
					</For>
				</tbody>
			</table>
		</details>
	);
}

function Supplements(props: { detail: IssueDetail; acceptance: Acceptance }): JSX.Element {
	return (
		<div class="flex flex-col gap-1 rounded border border-near bg-near-wash px-3 py-2">
			<p class="font-medium text-near">
				{t("closeOut.supplements")}
				<Show when={props.acceptance.supplementsDueOn}>
					{(due) => <span class="ml-2">{t("closeOut.dueOn", { date: date(due()) })}</span>}
				</Show>
			</p>
			<ul class="list-disc pl-5">
				<For each={props.acceptance.supplements}>{(item) => <li>{item.text}</li>}</For>
			</ul>
			<Show
				when={props.acceptance.submitted}
				fallback={<p class="text-near">{t("closeOut.notSubmitted")}</p>}
			>
				{(given) => (
					<>
						<p>
							{t("closeOut.submitted")}
							{given().text}
						</p>
						<EvidenceLinks detail={props.detail} ids={given().evidenceIds} />
						<Stamp by={given().by} at={given().at} />
					</>
				)}
			</Show>
		</div>
	);
}
