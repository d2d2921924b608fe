import { A } from "@solidjs/router";
import { formatDeadline } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, deadlineText, moment } from "../../i18n/format.ts";
import { language, say, t } from "../../i18n/index.ts";
import { type DetailProps, isActionVerb } from "../../issues/index.ts";
import { Why } from "../../rules/index.ts";
import { Badge, Tag } from "../../ui/badge.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { planForms } from "../verbs.ts";
import { Facts } from "./show.tsx";
import { isOpen, STAGE_LOOK, stageOf } from "./stage.ts";

type Verb = keyof typeof planForms;

/** What is next by stage: the first one that is allowed is the primary button. */
const NEXT: readonly Verb[] = [
	"reviewPlan",
	"decideExtension",
	"decidePlanChange",
	"submitPlan",
	"requestExtension",
	"proposePlanChange",
	"publishPlan",
];

/** Where the plan stands, until when it is due, what it promises, and what comes next. */
export function Standing(props: DetailProps): JSX.Element {
	const stage = () => stageOf(props.detail);
	const plan = () => props.detail.plan;
	const word = () => {
		const text = t(`plans.stage.${stage()}`);
		return { zh: text, en: text };
	};
	const said = () => {
		const [submission, review, baseline] = [
			plan().submissions.at(-1),
			plan().reviews.at(-1),
			plan().baselines.at(-1),
		];
		if (stage() === "submitted" && submission !== undefined) {
			const { by } = submission;
			return t("plans.submittedBy", { n: submission.round, at: moment(submission.at), by: by.name });
		}
		if (stage() === "returned" && review !== undefined) {
			return t("plans.returnedBy", { at: moment(review.at), by: review.by.name });
		}
		if (baseline === undefined) return "";
		const { version, approvedAt, approvedBy } = baseline;
		return t("plans.approvedBy", { n: version, at: moment(approvedAt), by: approvedBy.name });
	};
	return (
		<Section title={t("plans.standing")} aside={<Buttons {...props} />}>
			<p class="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-1" data-stage={stage()}>
				<Badge of={{ ...STAGE_LOOK[stage()], word: word() }} word={t(`plans.stage.${stage()}`)} />
				<span>{said()}</span>
				<Show when={plan().pendingChangeId !== null}>
					<Tag tone="attention">
						<Icon name="clock" size={12} />
						{t("plans.pendingChange")}
					</Tag>
				</Show>
				<Show when={plan().pendingExtensionId !== null}>
					<Tag tone="attention">
						<Icon name="clock" size={12} />
						{t("plans.pendingExtension")}
					</Tag>
				</Show>
			</p>
			<Facts
				of={[
					...(props.detail.planTerms.dueOn === null
						? []
						: [[t("plans.dueLabel"), <PlanDue {...props} />] as const]),
					[t("plans.deadline"), <Deadlines {...props} />],
					[t("plans.planned"), <Planned {...props} />],
				]}
			/>
			<Refused {...props} />
		</Section>
	);
}

/** PLAN-04: the day by which the plan is due, with the working days that are left. */
function PlanDue(props: DetailProps): JSX.Element {
	const left = () => props.detail.planTerms.workingDaysLeft;
	const words = () => {
		const n = left();
		if (n === null) return "";
		if (n === 0) return t("plans.dueToday");
		return n > 0 ? t("plans.daysLeft", { n }) : t("plans.daysLate", { n: -n });
	};
	return (
		<Show when={props.detail.planTerms.dueOn}>
			{(due) => (
				<span class="flex flex-wrap items-center gap-2" data-plan-due>
					{t("plans.dueOn", { date: date(due()) })}
					<Show when={words()}>
						<Tag tone={(left() ?? 0) < 0 ? "bad" : (left() ?? 0) <= 10 ? "attention" : "neutral"}>
							<Icon name="clock" size={12} />
							{words()}
						</Tag>
					</Show>
				</span>
			)}
		</Show>
	);
}

/** EXT-05: the deadline that holds, and the original one beside it. */
export function Deadlines(props: DetailProps): JSX.Element {
	const original = () => props.detail.plan.originalDeadline;
	return (
		<span class="flex flex-wrap items-baseline gap-x-3">
			<span>{deadlineText(props.detail.row.deadline)}</span>
			<Show when={original()}>
				{(deadline) => (
					<span class="text-ink-soft" title={t("plans.originalNote")} data-original>
						{t("plans.original")} {formatDeadline(deadline(), language())}
					</span>
				)}
			</Show>
		</span>
	);
}

function Planned(props: DetailProps): JSX.Element {
	const percent = () => props.detail.plan.plannedPercent;
	return (
		<Show when={percent() !== null} fallback={<span class="text-ink-faint">{t("plans.noSteps")}</span>}>
			<span class="flex max-w-md items-center gap-2" title={t("plans.plannedNote")}>
				<span class="h-2 flex-1 overflow-hidden rounded-full border border-line bg-sunken" aria-hidden="true">
					<span class="block h-full bg-accent" style={{ width: `${percent() ?? 0}%` }} />
				</span>
				<span class="tabular-nums">{Math.round(percent() ?? 0)}%</span>
			</span>
		</Show>
	);
}

function Buttons(props: DetailProps): JSX.Element {
	const allowed = () =>
		NEXT.filter((verb) => props.detail.actions.some((action) => action.verb === verb && action.allowed));
	const label = (verb: Verb) => {
		const found = props.detail.actions.find((action) => action.verb === verb);
		return found === undefined ? verb : say(found.label);
	};
	const writes = () =>
		isOpen(props.detail) && props.detail.actions.some(({ verb, allowed: may }) => verb === "setGoals" && may);
	// Handing in comes first once nothing stands in front of it; until then writing does.
	const first = () => (writes() && allowed()[0] !== "submitPlan" ? null : (allowed()[0] ?? null));
	return (
		<>
			<Show when={writes()}>
				<A
					class={buttonClass(first() === null ? "primary" : "plain", "small")}
					href={`/issues/${props.detail.row.id}/plan`}
				>
					{t(stageOf(props.detail) === "unwritten" ? "plans.write" : "plans.goOn")}
				</A>
			</Show>
			<For each={allowed()}>
				{(verb) => (
					<Button
						size="small"
						look={verb === first() ? "primary" : "plain"}
						onClick={() => props.onAction({ verb })}
					>
						{label(verb)}
					</Button>
				)}
			</For>
		</>
	);
}

/** Steps of the plan that somebody would look for here and cannot take now, with the reasons. */
const EXPLAINED: Readonly<Record<ReturnType<typeof stageOf>, readonly Verb[]>> = {
	unwritten: ["submitPlan"],
	writing: ["submitPlan"],
	returned: ["submitPlan"],
	submitted: ["reviewPlan"],
	approved: ["proposePlanChange", "requestExtension"],
};

function Refused(props: DetailProps): JSX.Element {
	const refused = () => {
		const decisions: readonly Verb[] = [
			...(props.detail.plan.pendingChangeId === null ? [] : (["decidePlanChange"] as const)),
			...(props.detail.plan.pendingExtensionId === null ? [] : (["decideExtension"] as const)),
		];
		const looked: ReadonlySet<string> = new Set([...EXPLAINED[stageOf(props.detail)], ...decisions]);
		return props.detail.actions.filter(
			({ verb, allowed }) => !allowed && looked.has(verb) && isActionVerb(verb),
		);
	};
	return (
		<div class="mt-2 flex flex-col gap-1 no-print">
			<For each={refused()}>
				{(action) => (
					<details class="text-[0.93rem]" data-refused={action.verb}>
						<summary class="tap flex min-h-7 items-center gap-2 text-ink-soft">
							<Icon name="stop" size={14} />
							{t("plans.whyNotVerb", { verb: say(action.label) })}
						</summary>
						<div class="pt-1 pl-5">
							<Why refusals={action.refusals} />
						</div>
					</details>
				)}
			</For>
		</div>
	);
}
