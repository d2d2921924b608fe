import type { IssueDetail } from "@zhenggai/domain/issues";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, names, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { RuleLink } from "../../rules/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { Alarm, Do, EvidenceLinks, None, Stamp } from "./parts.tsx";

type SiteCheck = IssueDetail["closeOut"]["state"]["siteChecks"][number];

const FINDING_LOOK = {
	done: { tone: "good", icon: "check" },
	partlyDone: { tone: "attention", icon: "alert" },
	notDone: { tone: "bad", icon: "stop" },
} as const;

/** 现场核查: who was on the spot, and what they saw. */
export function Checks(props: DetailProps): JSX.Element {
	const checks = () => props.detail.closeOut.state.siteChecks.toReversed();
	return (
		<Section
			title={t("closeOut.checks")}
			count={checks().length}
			aside={<Do {...props} verb="recordSiteCheck" />}
		>
			<Show when={props.detail.closeOut.falseReport}>
				{(check) => (
					<div class="mb-3">
						<Alarm tone="late">
							{t("closeOut.falseReport", { date: date(check().on) })}{" "}
							<RuleLink rule="ANTI-02" basis="S11 S20" />
						</Alarm>
					</div>
				)}
			</Show>
			<Show
				when={checks().length > 0}
				fallback={<None text={t("closeOut.noChecks", { n: props.detail.closeOut.terms.minCheckers })} />}
			>
				<ul class="flex flex-col divide-y divide-line">
					<For each={checks()}>{(check) => <Check detail={props.detail} check={check} />}</For>
				</ul>
			</Show>
		</Section>
	);
}

function Check(props: { detail: IssueDetail; check: SiteCheck }): JSX.Element {
	const look = () => FINDING_LOOK[props.check.finding];
	const sites = () =>
		props.detail.sites.filter(({ id }) => props.check.siteIds.includes(id)).map(({ name }) => name);
	const attended = () => (props.check.attended ?? []).map((there) => word(caseVocab.siteAttendance, there));
	const unitOf = (unitId: string | null) =>
		props.detail.assignments.find(({ unit }) => unit?.id === unitId)?.unit?.name;
	const people = () =>
		props.check.checkers.map(({ name, unitId }) => {
			const unit = unitId === null ? undefined : unitOf(unitId);
			return unit === undefined ? name : `${name}（${unit}）`;
		});
	return (
		<li class="flex flex-col gap-1 py-2.5 first:pt-0 last:pb-0" data-check={props.check.finding}>
			<p class="flex flex-wrap items-center gap-2">
				<span class="font-medium">{date(props.check.on)}</span>
				<Tag tone={look().tone}>
					<Icon name={look().icon} size={12} />
					{word(caseVocab.siteCheckFinding, props.check.finding)}
				</Tag>
				<For each={props.check.failureModes ?? []}>
					{(mode) => <Tag tone="attention">{word(caseVocab.failureMode, mode)}</Tag>}
				</For>
				<Show when={props.check.fraud}>
					{(fraud) => <Tag tone="bad">{word(caseVocab.fraudKind, fraud())}</Tag>}
				</Show>
				<Show when={props.check.falseReport}>
					<Tag tone="bad">{t("closeOut.saidDone")}</Tag>
				</Show>
			</p>
			<p>
				<span class="text-ink-soft">{t("closeOut.checkers")}</span>
				{names(people())}
				<Show when={attended().length > 0}>
					<span class="ml-2 text-ink-faint">{t("closeOut.attended", { names: names(attended()) })}</span>
				</Show>
			</p>
			<Show when={sites().length > 0}>
				<p>
					<span class="text-ink-soft">{t("closeOut.checkedSites")}</span>
					{names(sites())}
				</p>
			</Show>
			<p class="whitespace-pre-line break-words">{props.check.record}</p>
			<EvidenceLinks detail={props.detail} ids={props.check.evidenceIds} />
			<Stamp by={props.check.by} at={props.check.at} />
		</li>
	);
}
