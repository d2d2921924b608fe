import type { IssueDetail } from "@zhenggai/domain/issues";
import { caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, moment, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Section } from "../../ui/section.tsx";
import { Stamp } from "./parts.tsx";

type Round = IssueDetail["closeOut"]["state"]["earlier"][number];

/** 历次销号办理: attempts that came to nothing, as they stood then. Nothing of them is lost. */
export function Earlier(props: { detail: IssueDetail }): JSX.Element {
	const rounds = () => props.detail.closeOut.state.earlier.toReversed();
	return (
		<Show when={rounds().length > 0}>
			<Section title={t("closeOut.earlier")} count={rounds().length}>
				<ul class="flex flex-col divide-y divide-line">
					<For each={rounds()}>{(round) => <RoundLine round={round} />}</For>
				</ul>
			</Section>
		</Show>
	);
}

function RoundLine(props: { round: Round }): JSX.Element {
	const round = () => props.round;
	return (
		<li class="py-2 first:pt-0 last:pb-0" data-round={round().round}>
			<p class="flex flex-wrap items-center gap-2">
				<span class="font-medium">{t("closeOut.round", { n: round().round })}</span>
				<Tag tone="bad">{word(caseVocab.roundEnd, round().ended.how)}</Tag>
				<span class="text-[0.9rem] text-ink-faint">{moment(round().ended.at)}</span>
			</p>
			<p class="whitespace-pre-line break-words">{round().ended.reason}</p>
			<details>
				<summary class="tap text-accent">{t("closeOut.roundMore")}</summary>
				<ul class="mt-1 flex list-disc flex-col gap-1 pl-5 text-[0.93rem]">
					<Show when={round().selfCheck}>
						{(held) => (
							<li>
								{t("closeOut.roundSelfCheck", { date: date(held().on) })}{" "}
								<Stamp by={held().by} at={held().at} />
							</li>
						)}
					</Show>
					<For each={round().siteChecks}>
						{(held) => (
							<li>
								{t("closeOut.roundCheck", {
									date: date(held.on),
									finding: word(caseVocab.siteCheckFinding, held.finding),
								})}{" "}
								<Stamp by={held.by} at={held.at} />
							</li>
						)}
					</For>
					<For each={round().acceptances}>
						{(held) => (
							<li>
								{word(vocab.tier, held.tier)}：{word(caseVocab.acceptanceVerdict, held.verdict)}。
								{held.opinion} <Stamp by={held.by} at={held.at} />
							</li>
						)}
					</For>
					<For each={round().gates}>
						{(held) => (
							<li>
								{word(caseVocab.gateKind, held.gate)}：
								{t(held.verdict === "yes" ? "closeOut.gateYes" : "closeOut.gateNo")}{" "}
								<Stamp by={held.by} at={held.at} />
							</li>
						)}
					</For>
					<For each={round().notices}>
						{(held) => (
							<li>
								{t("closeOut.roundNotice", {
									from: date(held.start),
									to: date(held.end),
									n: held.objections.length,
								})}
							</li>
						)}
					</For>
					<Show when={round().closedOn}>
						{(on) => <li>{t("closeOut.roundClosed", { date: date(on()) })}</li>}
					</Show>
				</ul>
			</details>
		</li>
	);
}
