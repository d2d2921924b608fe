import type { IssueDetail, MeasureView } from "@zhenggai/domain/issues";
import { badges, caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, deadlineText, moment, names, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Badge, Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { Table } from "../../ui/table.tsx";
import { findingsAt } from "../draft/findings-at.ts";
import { inPlanOrder } from "../draft/measure-draft.ts";
import { PartFindings } from "./show.tsx";
import { isOpen } from "./stage.ts";

type Goal = IssueDetail["plan"]["goals"][number];

/** The figure that a metric has to come to, with its unit. */
export const targetText = (goal: Extract<Goal, { kind: "metric" }>): string =>
	`${t(goal.direction === "atMost" ? "plans.atMost" : "plans.atLeast")} ${goal.target}${goal.unit}`;

/** Goals that somebody else can verify: figures, and things that will be there. */
export function Goals(props: DetailProps): JSX.Element {
	const may = () => props.detail.actions.some(({ verb, allowed }) => verb === "setGoals" && allowed);
	return (
		<Section
			title={t("plans.goals")}
			count={props.detail.plan.goals.length}
			aside={
				<Show when={may()}>
					<Button size="small" onClick={() => props.onAction({ verb: "setGoals" })}>
						{t("plans.setGoals")}
					</Button>
				</Show>
			}
		>
			<Show
				when={props.detail.plan.goals.length > 0}
				fallback={<p class="text-ink-soft">{t("plans.goalsNone")}</p>}
			>
				<GoalTable goals={props.detail.plan.goals} />
			</Show>
			<PartFindings of={[...findingsAt(props.detail, "goal"), ...findingsAt(props.detail, "goals")]} />
		</Section>
	);
}

export function GoalTable(props: { goals: readonly Goal[] }): JSX.Element {
	return (
		<Table
			label={t("plans.goals")}
			rows={props.goals}
			columns={[
				{
					title: t("plans.indicator"),
					cell: (goal) => (
						<span class="flex flex-wrap items-center gap-2">
							<Tag>{t(goal.kind === "metric" ? "plans.metric" : "plans.deliverable")}</Tag>
							{goal.kind === "metric" ? goal.indicator : goal.name}
						</span>
					),
				},
				{
					title: t("plans.baseline"),
					class: "tabular-nums",
					cell: (goal) =>
						goal.kind === "metric" && goal.baseline !== null ? `${goal.baseline}${goal.unit}` : "—",
				},
				{
					title: t("plans.target"),
					class: "tabular-nums",
					cell: (goal) => (goal.kind === "metric" ? targetText(goal) : "—"),
				},
				{
					title: t("plans.method"),
					cell: (goal) => (goal.kind === "metric" ? goal.method : "—"),
				},
			]}
		/>
	);
}

/** Measures as a table: what, of which kind, by whom, until when, and the share of each in the whole. */
export function PlanMeasures(props: DetailProps): JSX.Element {
	const live = () =>
		inPlanOrder(props.detail.measures.filter(({ state }) => state !== "cancelled" && state !== "waived"));
	const whole = () => live().reduce((sum, { milestones }) => sum + weightOf(milestones), 0);
	const may = (verb: "addMeasure" | "amendMeasure") =>
		props.detail.actions.some((action) => action.verb === verb && action.allowed);
	return (
		<Section
			title={t("plans.measures")}
			count={live().length}
			aside={
				<Show when={may("addMeasure") && isOpen(props.detail)}>
					<Button size="small" icon="plus" onClick={() => props.onAction({ verb: "addMeasure" })}>
						{t("measures.add")}
					</Button>
				</Show>
			}
		>
			<Show when={live().length > 0} fallback={<p class="text-ink-soft">{t("plans.measuresNone")}</p>}>
				<Table
					label={t("plans.measures")}
					rows={live()}
					columns={[
						{ title: word(vocab.measureField, "number"), cell: ({ number }) => number ?? "·" },
						{
							title: word(vocab.measureField, "text"),
							class: "min-w-64",
							cell: (measure) => (
								<>
									<MeasureText measure={measure} />
									<PartFindings of={findingsAt(props.detail, `measure:${measure.id}`)} />
								</>
							),
						},
						{
							title: word(vocab.measureField, "type"),
							cell: (measure) => <Kinds measure={measure} />,
						},
						{
							title: word(vocab.measureField, "responsibleUnitIds"),
							class: "min-w-28",
							cell: (measure) => (
								<>
									{names(measure.responsibleUnits.map(({ name }) => name))}
									<Show when={measure.supportingUnits.length > 0}>
										<span class="block text-[0.93rem] text-ink-soft">
											{word(vocab.measureField, "supportingUnitIds")}{" "}
											{names(measure.supportingUnits.map(({ name }) => name))}
										</span>
									</Show>
								</>
							),
						},
						{
							title: t("plans.due"),
							cell: (measure) => <span class="whitespace-nowrap">{deadlineText(measure.deadline)}</span>,
						},
						{
							title: t("plans.share"),
							class: "tabular-nums",
							cell: ({ milestones }) =>
								whole() === 0 ? "—" : `${Math.round((weightOf(milestones) / whole()) * 100)}%`,
						},
					]}
				/>
			</Show>
			<PartFindings of={findingsAt(props.detail, "measures")} />
		</Section>
	);
}

const weightOf = (milestones: MeasureView["milestones"]): number =>
	milestones.reduce((sum, { weight }) => sum + weight, 0);

function Kinds(props: { measure: MeasureView }): JSX.Element {
	return (
		<span class="flex flex-wrap gap-1">
			<Show when={props.measure.type}>{(type) => <Tag>{word(vocab.measureType, type())}</Tag>}</Show>
			<Show when={props.measure.term}>
				{(term) => <Tag tone="active">{word(vocab.measureTerm, term())}</Tag>}
			</Show>
			<Show when={props.measure.similarScreening}>
				<Tag>{word(vocab.measureField, "similarScreening")}</Tag>
			</Show>
			<Badge
				of={badges.measureState[props.measure.state]}
				word={word(vocab.measureState, props.measure.state)}
			/>
		</span>
	);
}

/** What a measure says beside its units and dates: steps, a provisional end, the enterprise, what was considered. */
function MeasureText(props: { measure: MeasureView }): JSX.Element {
	const steps = () => props.measure.milestones;
	return (
		<>
			<span class="whitespace-pre-line">{props.measure.text}</span>
			<Show when={steps().length > 0}>
				<ol class="mt-1 flex flex-col border-l border-line pl-2.5 text-[0.93rem]">
					<For each={steps()}>
						{(step) => (
							<li class="flex gap-2">
								<span class="shrink-0 text-ink-soft tabular-nums">{date(step.due)}</span>
								<span class="flex-1">{step.text}</span>
							</li>
						)}
					</For>
				</ol>
			</Show>
			<ul class="mt-1 flex flex-col gap-0.5 text-[0.93rem] text-ink-soft">
				<Show when={props.measure.provisional}>
					{(stop) => (
						<li>
							{word(vocab.measureField, "provisional")}{" "}
							{t("plans.determination", { date: date(stop().determinationOn), end: stop().exitCondition })}
						</li>
					)}
				</Show>
				<Show when={props.measure.entity}>
					{(entity) => (
						<li>
							{word(vocab.measureField, "entity")} {entity().name}{" "}
							{word(vocab.entityCategory, entity().category)} {entity().legalBasis ?? ""}
						</li>
					)}
				</Show>
				<Show when={props.measure.options}>
					{(options) => (
						<li>
							{word(vocab.measureField, "options")}{" "}
							{t("plans.considered", { names: names(options().alternatives) })}{" "}
							{t("plans.chosen", { reason: options().reason })}
						</li>
					)}
				</Show>
			</ul>
		</>
	);
}

/** 三不 and the like, and what is left out with its reason. */
export function Bounds(props: DetailProps): JSX.Element {
	const may = () => props.detail.actions.some(({ verb, allowed }) => verb === "waivePlanItem" && allowed);
	const waivers = () => props.detail.plan.waivers;
	return (
		<Show when={props.detail.constraints.length + waivers().length > 0 || may()}>
			<Section
				title={`${t("plans.constraints")} · ${t("plans.waivers")}`}
				aside={
					<Show when={may() && waivers().length < 3}>
						<Button size="small" onClick={() => props.onAction({ verb: "waivePlanItem" })}>
							{word(vocab.issueVerb, "waivePlanItem")}
						</Button>
					</Show>
				}
			>
				<Show
					when={props.detail.constraints.length + waivers().length > 0}
					fallback={<p class="text-ink-soft">{t("nothing")}</p>}
				>
					<ul class="flex flex-wrap gap-1.5">
						<For each={props.detail.constraints}>
							{(constraint) => (
								<li>
									<Tag>{constraint}</Tag>
								</li>
							)}
						</For>
					</ul>
					<ul class="mt-1.5 flex flex-col gap-1">
						<For each={waivers()}>
							{(waiver) => (
								<li>
									<strong class="mr-2 font-medium">{word(caseVocab.planWaiver, waiver.of)}</strong>
									{t("plans.waivedBy", {
										reason: waiver.reason,
										by: waiver.by.name,
										at: moment(waiver.at),
									})}
								</li>
							)}
						</For>
					</ul>
				</Show>
			</Section>
		</Show>
	);
}
