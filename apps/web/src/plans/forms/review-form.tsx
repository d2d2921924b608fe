import type { IssueDetail } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { createKeptDraft } from "../../commands/index.ts";
import { date, deadlineText, names, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { CommandForm, type FormProps } from "../../issues/index.ts";
import { Why } from "../../rules/index.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField, TextArea } from "../../ui/field.tsx";
import {
	CRITERIA,
	findingsOfItem,
	type ItemDraft,
	isReviewReady,
	mustReturn,
	passSound,
	RELATIONS,
	reviewCommand,
	startReview,
} from "../draft/review-draft.ts";
import { targetText } from "../tab/content.tsx";
import { itemWord } from "../tab/items.ts";
import { Differences, PartFindings } from "../tab/show.tsx";
import { Verdict } from "./verdict.tsx";

/** 审核方案: every item with its verdict, the four criteria, the four relations, and the conclusion. */
export function ReviewForm(props: FormProps): JSX.Element {
	const { id: issueId } = props.detail.row;
	const round = () => props.detail.plan.submissions.length;
	const draft = createKeptDraft(`reviewPlan.${issueId}.${round()}`, () => startReview(props.detail));
	const action = () => props.detail.actions.find(({ verb }) => verb === "reviewPlan");
	const back = () => mustReturn(draft.value, props.detail.planTerms.criteria);
	const verdict = () => (back() ? "return" : draft.value.conclusion);
	const left = () => draft.value.items.filter((item) => item.verdict === "").length;
	const set = (at: number, changes: Partial<ItemDraft>) => draft.set("items", at, changes);
	return (
		<CommandForm
			{...props}
			verb="reviewPlan"
			wide={true}
			draft={draft}
			intro={t("plans.review.intro")}
			command={isReviewReady(draft.value, verdict()) ? reviewCommand(draft.value, verdict()) : null}
		>
			{(errors) => (
				<>
					<Show when={action()?.allowed === false}>
						<Why refusals={action()?.refusals ?? []} />
					</Show>
					<PartFindings of={findingsOfItem(props.detail, "measures")} />
					<Show when={props.detail.plan.draft.length > 0}>
						<details open={true}>
							<summary class="tap font-medium">{t("plans.review.since")}</summary>
							<Differences of={props.detail.plan.draft} label={t("plans.review.since")} />
						</details>
					</Show>
					<div class="flex flex-wrap items-center gap-3">
						<h3 class="font-semibold">{t("plans.review.items")}</h3>
						<Button
							size="small"
							icon="check"
							onClick={() =>
								draft.set(
									"items",
									passSound(draft.value.items, (item) => findingsOfItem(props.detail, item).length === 0),
								)
							}
						>
							{t("plans.review.passAll")}
						</Button>
						<span class="text-ink-soft" role="status">
							<Show when={left() > 0}>{t("plans.review.left", { n: left() })}</Show>
						</span>
					</div>
					<ol class="flex flex-col divide-y divide-line rounded-md border border-line">
						<For each={draft.value.items}>
							{(item, at) => (
								<ReviewItem
									detail={props.detail}
									item={item}
									error={errors.at(`items.${at()}`)}
									onChange={(changes) => set(at(), changes)}
								/>
							)}
						</For>
					</ol>
					<div class="grid gap-4 sm:grid-cols-2">
						<fieldset class="rounded border border-line p-3">
							<legend class="px-1 text-ink-soft">{t("plans.review.criteria")}</legend>
							<div class="flex flex-col gap-1">
								<For each={CRITERIA}>
									{(name) => (
										<CheckField
											class="min-h-7"
											label={t(`plans.review.${name}`)}
											checked={draft.value.criteria[name]}
											onChange={(met) => draft.set("criteria", name, met)}
										/>
									)}
								</For>
							</div>
							<Show when={errors.at("criteria")}>{(error) => <p class="text-late">{error()}</p>}</Show>
						</fieldset>
						<fieldset class="rounded border border-line p-3">
							<legend class="px-1 text-ink-soft">{t("plans.review.relations")}</legend>
							<div class="flex flex-col gap-1">
								<For each={RELATIONS}>
									{(name) => (
										<CheckField
											class="min-h-7"
											label={t(`plans.review.${name}`)}
											checked={draft.value.relations[name]}
											onChange={(weighed) => draft.set("relations", name, weighed)}
										/>
									)}
								</For>
							</div>
							<p class="mt-1 text-[0.9rem] text-ink-faint">{t("plans.review.relationsHint")}</p>
						</fieldset>
					</div>
					<TextArea
						label={t("plans.review.opinion")}
						hint={verdict() === "return" ? t("plans.review.whole") : undefined}
						rows={2}
						value={draft.value.opinion}
						error={errors.at("opinion")}
						onInput={(opinion) => draft.set({ opinion })}
					/>
					<div>
						<Verdict
							name="review-conclusion"
							legend={t("plans.review.conclusion")}
							value={verdict()}
							choices={[
								{ value: "approve", label: t("plans.review.approve"), tone: "good", disabled: back() },
								{ value: "return", label: t("plans.review.returnAll"), tone: "bad" },
							]}
							onChange={(conclusion) => draft.set({ conclusion })}
						/>
						<Show when={back()}>
							<p class="mt-1 text-ink-soft">{t("plans.review.conflict")}</p>
						</Show>
					</div>
				</>
			)}
		</CommandForm>
	);
}

function ReviewItem(props: {
	detail: IssueDetail;
	item: ItemDraft;
	error: string | null;
	onChange: (changes: Partial<ItemDraft>) => void;
}): JSX.Element {
	const title = () => itemWord(props.item.item, props.detail);
	return (
		<li class="flex flex-col gap-1.5 p-2.5" data-item={props.item.item}>
			<div class="flex flex-wrap items-start gap-3">
				<div class="min-w-56 flex-1">
					<strong class="font-medium">{title()}</strong>
					<p class="whitespace-pre-line text-ink-soft">{itemText(props.item.item, props.detail)}</p>
				</div>
				<Verdict
					name={`verdict-${props.item.item}`}
					legend={t("plans.review.verdictOf", { item: title() })}
					hideLegend={true}
					required={true}
					value={props.item.verdict}
					choices={[
						{ value: "pass", label: t("plans.review.pass"), tone: "good" },
						{ value: "return", label: t("plans.review.return"), tone: "bad" },
					]}
					onChange={(verdict) => props.onChange({ verdict })}
				/>
			</div>
			<PartFindings of={findingsOfItem(props.detail, props.item.item)} />
			<Show when={props.item.verdict === "return"}>
				<TextArea
					label={t("plans.review.why")}
					required={true}
					rows={2}
					value={props.item.reason}
					error={props.error}
					onInput={(reason) => props.onChange({ reason })}
				/>
			</Show>
		</li>
	);
}

/** What the plan says of an item. */
function itemText(item: string, detail: IssueDetail): string {
	const { row } = detail;
	if (item === "goal") return detail.goal ?? "";
	if (item === "deadline") return deadlineText(row.deadline);
	if (item === "constraints") return names(detail.constraints);
	if (item === "assignments") {
		const held = [
			["lead", row.leadUnits],
			["responsible", row.responsibleUnits],
			["responsibleLeader", row.responsibleLeaders],
			["responsiblePerson", row.responsiblePersons],
			["supervising", row.supervisingUnits],
		] as const;
		return held
			.map(([role, who]) => [word(vocab.assignmentRole, role), names(who)] as const)
			.filter(([, who]) => who !== "")
			.map(([role, who]) => t("plans.review.held", { role, who }))
			.join("\n");
	}
	const [kind, id] = item.split(":");
	if (kind === "goal") {
		const goal = detail.plan.goals.find((one) => one.id === id);
		if (goal?.kind !== "metric") return "";
		const start = goal.baseline === null ? "" : `${t("plans.baseline")} ${goal.baseline}${goal.unit} · `;
		return `${start}${targetText(goal)} · ${goal.method}`;
	}
	const measure = detail.measures.find((one) => one.id === id);
	if (measure === undefined) return "";
	const kinds = [
		...(measure.type === null ? [] : [word(vocab.measureType, measure.type)]),
		...(measure.term === null ? [] : [word(vocab.measureTerm, measure.term)]),
		names(measure.responsibleUnits.map(({ name }) => name)),
		deadlineText(measure.deadline),
	].filter((text) => text !== "");
	const steps = measure.milestones.map((step) => `${date(step.due)} ${step.text}`);
	return [measure.text, kinds.join(" · "), ...steps].join("\n");
}
