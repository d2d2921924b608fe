import { badges, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { dateText, moment, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Badge } from "../../ui/badge.tsx";
import { Section } from "../../ui/section.tsx";
import { stepPart } from "../forms/claims.tsx";
import { stepsOf } from "../model/milestones.ts";
import { measureName } from "../targets.ts";
import { Act, mayDo } from "./act.tsx";
import { EvidenceCard } from "./evidence-card.tsx";

type Waiting = {
	readonly verb: "verifyMilestone" | "verifyMeasure";
	readonly part: string;
	readonly title: string;
	readonly said: string;
	readonly evidenceIds: readonly string[];
};

/** What is said to be reached or carried out and waits for somebody else to look at it. */
function waitingIn(
	{ progress, measures }: DetailProps["detail"],
	steps: ReturnType<typeof stepsOf>,
): Waiting[] {
	const milestones = steps.flatMap((step): Waiting[] => {
		const said = progress.attainments.findLast(
			(one) => one.measureId === step.measureId && one.key === step.key && one.verified === null,
		);
		if (said === undefined) return [];
		return [
			{
				...{ verb: "verifyMilestone", part: stepPart(step), title: step.text },
				said: t("desk.saidReached", {
					by: said.by.name,
					date: dateText(said.doneOn),
					due: dateText(step.due),
				}),
				evidenceIds: said.evidenceIds,
			},
		];
	});
	const done = measures
		.filter(({ state }) => state === "done")
		.map((measure): Waiting => {
			const said = progress.completions.findLast(({ measureId }) => measureId === measure.id);
			const filed = progress.evidence.filter(({ measureId }) => measureId === measure.id).map(({ id }) => id);
			return {
				...{ verb: "verifyMeasure", part: measure.id, title: measureName(measure) },
				said: said === undefined ? "" : t("desk.saidDone", { by: said.by.name, at: moment(said.at) }),
				evidenceIds: [...(said?.evidenceIds ?? []), ...filed],
			};
		});
	return [...milestones, ...done];
}

/** 待核实: each with its evidence beside it. */
export function Desk(props: DetailProps): JSX.Element {
	const waiting = () => waitingIn(props.detail, stepsOf(props.detail));
	const evidence = (ids: readonly string[]) =>
		props.detail.progress.evidence.filter(({ id, withdrawn }) => withdrawn === null && ids.includes(id));
	return (
		<Show when={waiting().length > 0}>
			<Section title={t("desk.title")} count={waiting().length}>
				<ul class="flex flex-col divide-y divide-line">
					<For each={waiting()}>
						{(one) => (
							<li
								class="grid gap-2 py-2.5 first:pt-0 last:pb-0 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
								data-waiting={one.title}
							>
								<div>
									<p class="font-medium">{one.title}</p>
									<p class="text-[0.93rem] text-ink-soft">{one.said}</p>
									<p class="no-print mt-1.5">
										<Act
											{...props}
											verb={one.verb}
											part={one.part}
											primary={mayDo(props.detail, one.verb)}
											label={t("desk.decide")}
										/>
									</p>
								</div>
								<div class="flex flex-col gap-2">
									<For
										each={evidence(one.evidenceIds)}
										fallback={<p class="text-near">{t("verifying.noEvidence")}</p>}
									>
										{(held) => <EvidenceCard detail={props.detail} held={held} />}
									</For>
								</div>
							</li>
						)}
					</For>
				</ul>
			</Section>
		</Show>
	);
}

/** 措施: how each stands, and what can be said of it. */
export function MeasureStates(props: DetailProps): JSX.Element {
	const isOpen = (state: string) => state === "notStarted" || state === "inProgress";
	return (
		<Show when={props.detail.measures.length > 0}>
			<Section title={t("measureStates.title")} count={props.detail.measures.length}>
				<ul class="flex flex-col divide-y divide-line">
					<For each={props.detail.measures}>
						{(measure) => (
							<li class="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
								<Badge
									of={badges.measureState[measure.state]}
									word={word(vocab.measureState, measure.state)}
								/>
								<span class="min-w-0 flex-1 basis-48">{measureName(measure)}</span>
								<span class="no-print flex flex-wrap gap-1">
									<Show when={isOpen(measure.state) && mayDo(props.detail, "completeMeasure")}>
										<Act
											{...props}
											verb="completeMeasure"
											part={measure.id}
											label={t("measureStates.done")}
										/>
									</Show>
									<Show when={measure.state === "done" && mayDo(props.detail, "verifyMeasure")}>
										<Act {...props} verb="verifyMeasure" part={measure.id} label={t("step.verify")} />
									</Show>
									<Show
										when={
											(isOpen(measure.state) || measure.state === "done") &&
											mayDo(props.detail, "waiveMeasure")
										}
									>
										<Act {...props} verb="waiveMeasure" part={measure.id} label={t("measureStates.waive")} />
									</Show>
								</span>
							</li>
						)}
					</For>
				</ul>
			</Section>
		</Show>
	);
}

/** 点位自查. */
export function SiteStates(props: DetailProps): JSX.Element {
	return (
		<Show when={props.detail.sites.length > 0}>
			<Section title={t("siteStates.title")} count={props.detail.sites.length}>
				<ul class="flex flex-col divide-y divide-line">
					<For each={props.detail.sites}>
						{(site) => (
							<li class="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
								<Badge of={badges.siteState[site.state]} word={word(vocab.siteState, site.state)} />
								<span class="min-w-0 flex-1 basis-48">{site.name}</span>
								<span class="text-[0.9rem] text-ink-faint">
									{t("siteStates.evidence", {
										n: props.detail.progress.evidence.filter(
											({ siteId, withdrawn }) => siteId === site.id && withdrawn === null,
										).length,
									})}
								</span>
								<Show
									when={
										(site.state === "open" || site.state === "reopened") &&
										mayDo(props.detail, "selfCheckSite")
									}
								>
									<span class="no-print">
										<Act {...props} verb="selfCheckSite" part={site.id} label={t("siteStates.check")} />
									</span>
								</Show>
							</li>
						)}
					</For>
				</ul>
			</Section>
		</Show>
	);
}
