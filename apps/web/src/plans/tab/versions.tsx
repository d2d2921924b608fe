import type { IssueDetail } from "@zhenggai/domain/issues";
import { For, type JSX, Show } from "solid-js";
import { date, deadlineText, moment } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { GoalTable } from "./content.tsx";
import { Differences, Facts } from "./show.tsx";

type Plan = IssueDetail["plan"];
type Version = Plan["baselines"][number];
type Change = Plan["changes"][number];
type Extension = Plan["extensions"][number];

/** What an open request says, with what it would change. */
export function ChangeCard(props: { change: Change }): JSX.Element {
	return (
		<div class="flex flex-col gap-2" data-change>
			<p class="text-ink-soft">
				{t("plans.askedBy", { by: props.change.by.name, at: moment(props.change.at) })}
			</p>
			<Facts of={[[t("plans.reasons"), props.change.reason]]} />
			<Differences of={props.change.differences} label={t("plans.change")} />
		</div>
	);
}

/** The same for an extension: both dates, reasons, what is done, and the steps as they would be. */
export function ExtensionCard(props: {
	extension: Extension;
	original: Plan["originalDeadline"];
}): JSX.Element {
	return (
		<div class="flex flex-col gap-2" data-extension>
			<p class="text-ink-soft">
				{t("plans.askedBy", { by: props.extension.by.name, at: moment(props.extension.at) })}{" "}
				{t("plans.leadDays", { n: props.extension.leadDays })}
			</p>
			<Facts
				of={[
					[
						t("plans.deadline"),
						t("plans.extensionTo", {
							from: deadlineText(props.extension.from),
							to: deadlineText(props.extension.to),
						}),
					],
					...(props.original === null ? [] : [[t("plans.original"), deadlineText(props.original)] as const]),
					[t("plans.reasons"), props.extension.reasons],
					[t("plans.progress"), props.extension.progress],
					...(props.extension.lateReason === null
						? []
						: [[t("plans.lateReason"), props.extension.lateReason] as const]),
				]}
			/>
			<Differences of={props.extension.differences} label={t("plans.extension")} />
		</div>
	);
}

/** What waits for a decision, with the button for whoever may decide. */
export function Pending(props: DetailProps): JSX.Element {
	const change = () => props.detail.plan.changes.find(({ id }) => id === props.detail.plan.pendingChangeId);
	const extension = () =>
		props.detail.plan.extensions.find(({ id }) => id === props.detail.plan.pendingExtensionId);
	const decide = (verb: "decidePlanChange" | "decideExtension") => (
		<Show when={props.detail.actions.some((action) => action.verb === verb && action.allowed)}>
			<Button size="small" look="primary" onClick={() => props.onAction({ verb })}>
				{t("plans.change.decide")}
			</Button>
		</Show>
	);
	return (
		<>
			<Show when={change()}>
				{(found) => (
					<Section title={t("plans.pendingChange")} aside={decide("decidePlanChange")}>
						<ChangeCard change={found()} />
					</Section>
				)}
			</Show>
			<Show when={extension()}>
				{(found) => (
					<Section title={t("plans.pendingExtension")} aside={decide("decideExtension")}>
						<ExtensionCard extension={found()} original={props.detail.plan.originalDeadline} />
					</Section>
				)}
			</Show>
		</>
	);
}

const originWord = ({ version, origin }: Version): string => {
	if (origin !== null) return t(origin.kind === "change" ? "plans.afterChange" : "plans.afterExtension");
	return t(version === 1 ? "plans.first" : "plans.afterReview");
};

/** Every version that was approved, the latest first, each with what it changed; none is ever altered. */
export function Baselines(props: DetailProps): JSX.Element {
	const versions = () => props.detail.plan.baselines.toReversed();
	return (
		<Section title={t("plans.baselines")} count={versions().length}>
			<Show when={versions().length > 0} fallback={<p class="text-ink-soft">{t("plans.baselinesNone")}</p>}>
				<ol class="flex flex-col divide-y divide-line" data-baselines>
					<For each={versions()}>
						{(version, at) => <BaselineItem version={version} current={at() === 0} detail={props.detail} />}
					</For>
				</ol>
			</Show>
			<Show when={props.detail.plan.draft.length > 0}>
				<div class="mt-3 border-t border-line pt-3">
					<p class="mb-1 font-medium">{t("plans.draftDiffs", { n: props.detail.plan.draft.length })}</p>
					<Differences
						of={props.detail.plan.draft}
						label={t("plans.draftDiffs", { n: props.detail.plan.draft.length })}
					/>
				</div>
			</Show>
		</Section>
	);
}

function BaselineItem(props: { version: Version; current: boolean; detail: IssueDetail }): JSX.Element {
	const version = () => props.version;
	return (
		<li class="flex flex-col gap-1 py-2.5 first:pt-0 last:pb-0" data-version={version().version}>
			<p class="flex flex-wrap items-center gap-x-3 gap-y-1">
				<strong>{t("plans.version", { n: version().version })}</strong>
				<Show when={props.current}>
					<Tag tone="good">{t("plans.current")}</Tag>
				</Show>
				<Tag>{originWord(version())}</Tag>
				<span class="text-ink-soft">
					{moment(version().approvedAt)} {version().approvedBy.name}
				</span>
				<span>
					{t("plans.deadline")} {deadlineText(version().content.deadline)}
				</span>
			</p>
			<Show when={version().reason}>{(reason) => <Facts of={[[t("plans.reasons"), reason()]]} />}</Show>
			<Show when={version().differences.length > 0}>
				<details open={props.current}>
					<summary class="tap min-h-7 text-accent">
						{t("plans.diffs", { n: version().differences.length })}
					</summary>
					<div class="pt-1">
						<Differences
							of={version().differences}
							label={t("plans.diffs", { n: version().differences.length })}
						/>
					</div>
				</details>
			</Show>
			<details>
				<summary class="tap min-h-7 text-accent">{t("plans.content")}</summary>
				<VersionContent content={version().content} detail={props.detail} />
			</details>
		</li>
	);
}

/** What a version promised, word for word. */
function VersionContent(props: { content: Version["content"]; detail: IssueDetail }): JSX.Element {
	const units = () =>
		new Map(
			props.detail.measures
				.flatMap(({ responsibleUnits, supportingUnits }) => [...responsibleUnits, ...supportingUnits])
				.map(({ id, name }) => [id, name]),
		);
	const live = () =>
		props.content.measures.filter(({ state }) => state !== "cancelled" && state !== "waived");
	return (
		<div class="flex flex-col gap-2 pt-1">
			<p class="whitespace-pre-line">{props.content.goal}</p>
			<Show when={props.content.goals.length > 0}>
				<GoalTable goals={props.content.goals} />
			</Show>
			<ol class="flex list-decimal flex-col gap-1 pl-6">
				<For each={live()}>
					{(measure) => (
						<li>
							{measure.text}{" "}
							<span class="text-ink-soft">
								{measure.responsibleUnitIds
									.flatMap((id) => units().get(id) ?? [])
									.join(t("plans.unitsBetween"))}{" "}
								{deadlineText(measure.deadline)}
							</span>
							<Show when={measure.milestones.length > 0}>
								<span class="block text-[0.93rem] text-ink-soft">
									{measure.milestones.map(({ due, text }) => `${date(due)} ${text}`).join(" · ")}
								</span>
							</Show>
						</li>
					)}
				</For>
			</ol>
		</div>
	);
}

/** What was asked for and decided, the latest first. */
export function Requests(props: DetailProps): JSX.Element {
	const decided = () => [
		...props.detail.plan.extensions
			.filter(({ decision }) => decision !== null)
			.map((one) => ({
				...{ at: one.at, kind: t("plans.extension"), reason: one.reasons },
				what: t("plans.extensionTo", { from: deadlineText(one.from), to: deadlineText(one.to) }),
				...verdictOf(one.decision, one.decision?.verdict === "grant" ? "plans.granted" : "plans.refused"),
			})),
		...props.detail.plan.changes
			.filter(({ decision }) => decision !== null)
			.map((one) => ({
				...{ at: one.at, kind: t("plans.change"), what: "", reason: one.reason },
				...verdictOf(one.decision, one.decision?.verdict === "approve" ? "plans.approved" : "plans.refused"),
			})),
	];
	return (
		<Show when={decided().length > 0}>
			<Section title={t("plans.requests")} count={decided().length}>
				<ul class="flex flex-col divide-y divide-line">
					<For each={decided().sort((a, b) => (a.at < b.at ? 1 : -1))}>
						{(one) => (
							<li class="flex flex-col gap-0.5 py-2 first:pt-0 last:pb-0">
								<p class="flex flex-wrap items-center gap-x-3">
									<Tag>{one.kind}</Tag>
									<strong class="font-medium">{one.what}</strong>
									<span>{one.verdict}</span>
								</p>
								<p class="text-ink-soft">{one.reason}</p>
								<Show when={one.why}>{(why) => <p>{why()}</p>}</Show>
							</li>
						)}
					</For>
				</ul>
			</Section>
		</Show>
	);
}

function verdictOf(
	decision: { at: Change["at"]; by: { name: string }; reason: string | null } | null,
	key: "plans.granted" | "plans.refused" | "plans.approved",
) {
	if (decision === null) return { verdict: t("plans.pending"), why: null };
	const { by, at, reason } = decision;
	return { verdict: t("plans.decidedBy", { verdict: t(key), by: by.name, at: moment(at) }), why: reason };
}
