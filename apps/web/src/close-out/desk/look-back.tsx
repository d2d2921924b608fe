import type { IssueDetail } from "@zhenggai/domain/issues";
import { caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import { date, deadlineText, names, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { RuleLink } from "../../rules/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { Do, EvidenceLinks, None, Stamp } from "./parts.tsx";

type State = IssueDetail["closeOut"]["state"];
type Rebound = State["rebounds"][number];

const RESULT_TONE = { held: "good", weakened: "attention", rebounded: "bad", neverDone: "bad" } as const;

/** Every look-back of the issue, also those of attempts before this one; the latest first. */
const allLookBacks = (state: State) =>
	[...state.earlier.flatMap(({ lookBacks }) => lookBacks), ...state.lookBacks].toReversed();

/** 回头看: the watch points after the close-out, what was found, and what came of it (LB-01…07). */
export function LookBack(props: DetailProps): JSX.Element {
	const closeOut = () => props.detail.closeOut;
	const lookBacks = () => allLookBacks(closeOut().state);
	return (
		<Section
			title={t("closeOut.lookBack")}
			count={lookBacks().length}
			aside={
				<>
					<Do {...props} verb="recordLookBack" />
					<Do {...props} verb="reopenIssue" />
					<Do {...props} verb="reinforceIssue" />
				</>
			}
		>
			<div class="flex flex-col gap-3">
				<WatchPoints detail={props.detail} />
				<Show when={closeOut().state.reinforced}>
					{(held) => (
						<p class="rounded border border-near bg-near-wash px-3 py-2">
							<strong class="text-near">{t("closeOut.reinforced")}</strong> {held().reason}{" "}
							<Stamp by={held().by} at={held().at} />
						</p>
					)}
				</Show>
				<Show when={lookBacks().length > 0} fallback={<None text={t("closeOut.noLookBack")} />}>
					<For each={lookBacks()}>
						{(held) => (
							<div class="flex flex-col gap-0.5" data-look-back={held.result}>
								<p class="flex flex-wrap items-center gap-2">
									<span class="font-medium">{date(held.on)}</span>
									<Tag tone={RESULT_TONE[held.result]}>{word(caseVocab.lookBackResult, held.result)}</Tag>
									<span class="text-ink-faint">{word(caseVocab.lookBackOccasion, held.occasion)}</span>
								</p>
								<p class="whitespace-pre-line break-words">{held.record}</p>
								<EvidenceLinks detail={props.detail} ids={held.evidenceIds} />
								<Stamp by={held.by} at={held.at} />
							</div>
						)}
					</For>
				</Show>
				<For each={closeOut().state.rebounds}>{(rebound) => <ReboundLine rebound={rebound} />}</For>
			</div>
		</Section>
	);
}

function WatchPoints(props: { detail: IssueDetail }): JSX.Element {
	return (
		<Show when={props.detail.closeOut.watchPoints.length > 0}>
			<ul class="flex flex-wrap gap-2" aria-label={t("closeOut.watchPoints")}>
				<For each={props.detail.closeOut.watchPoints}>
					{(point) => (
						<li>
							<Switch
								fallback={<Tag>{t("closeOut.watchPoint", { n: point.months, date: date(point.on) })}</Tag>}
							>
								<Match when={point.seen}>
									<Tag tone="good">
										<Icon name="check" size={12} />
										{t("closeOut.watchPoint", { n: point.months, date: date(point.on) })}
									</Tag>
								</Match>
								<Match when={point.on <= props.detail.asOf}>
									<Tag tone="bad">
										<Icon name="alert" size={12} />
										{t("closeOut.watchDue", { n: point.months, date: date(point.on) })}
									</Tag>
								</Match>
							</Switch>
						</li>
					)}
				</For>
			</ul>
		</Show>
	);
}

/** A rebound with its lineage: what held before, the new due date, and who had accepted it (LB-04, LB-07). */
function ReboundLine(props: { rebound: Rebound }): JSX.Element {
	const acceptors = () =>
		props.rebound.acceptors.map(({ name, role }) =>
			role === null ? name : `${name}（${word(vocab.role, role)}）`,
		);
	return (
		<div class="flex flex-col gap-0.5 rounded border border-late bg-late-wash px-3 py-2" data-rebound>
			<p class="font-medium text-late">{t("closeOut.rebound", { n: props.rebound.count })}</p>
			<p class="whitespace-pre-line">{props.rebound.reason}</p>
			<p>
				{t("closeOut.reboundDue", {
					date: date(props.rebound.dueOn),
					before: deadlineText(props.rebound.deadlineBefore),
				})}
			</p>
			<Show when={acceptors().length > 0}>
				<p>
					{t("closeOut.acceptors", { names: names(acceptors()) })} <RuleLink rule="LB-07" basis="S17 S33" />
				</p>
			</Show>
			<Stamp by={props.rebound.by} at={props.rebound.at} />
		</div>
	);
}
