import { caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, For, type JSX, Show } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Why } from "../../rules/index.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { type Next, nextOnTheWay, stepsOf, type WayStep } from "../way.ts";
import { actionOf, Do } from "./parts.tsx";
import { whoseText } from "./whose.ts";

const LOOK = {
	done: { icon: "check", box: "border-transparent bg-done-wash text-done" },
	now: { icon: "arrowRight", box: "border-accent bg-accent-wash text-accent font-semibold" },
	ahead: { icon: "minus", box: "border-line text-ink-faint" },
} as const satisfies Record<WayStep["state"], { icon: IconName; box: string }>;

function stepWord({ kind, tier }: WayStep): string {
	if (kind === "selfCheck") return word(vocab.issueVerb, "selfCheck");
	if (kind === "closed") return word(vocab.issueState, "closed");
	const name = word(caseVocab.closeOutStep, kind);
	return tier === null ? name : t("closeOut.tierStep", { tier: word(vocab.tier, tier), step: name });
}

/** The way out by the rule set: where it stands, what comes next, for whom, and what is in its way. */
export function Way(props: DetailProps): JSX.Element {
	const steps = createMemo(() => stepsOf(props.detail));
	const next = createMemo(() => nextOnTheWay(props.detail));
	return (
		<Section title={t("closeOut.way")}>
			<ol class="flex flex-wrap items-center gap-x-1 gap-y-1.5">
				<For each={steps()}>
					{(step, at) => (
						<li class="flex items-center gap-1" data-step={step.kind} data-state={step.state}>
							<Show when={at() > 0}>
								<Icon name="chevronRight" size={12} class="text-ink-faint" />
							</Show>
							<span
								class={`inline-flex items-center gap-1 rounded border px-2 py-0.5 ${LOOK[step.state].box}`}
								aria-current={step.state === "now" ? "step" : undefined}
							>
								<Icon name={LOOK[step.state].icon} size={13} />
								{stepWord(step)}
								<span class="sr-only">{t(`closeOut.step.${step.state}`)}</span>
							</span>
						</li>
					)}
				</For>
			</ol>
			<Show when={next()} fallback={<p class="mt-3 text-ink-soft">{noStepText(props)}</p>}>
				{(found) => <NextStep {...props} next={found()} />}
			</Show>
		</Section>
	);
}

const noStepText = ({ detail }: DetailProps): string =>
	detail.row.lifecycle === "closed" ? t("closeOut.watched") : t("closeOut.notYet");

function NextStep(props: DetailProps & { next: Next }): JSX.Element {
	const step = () => (props.next.verb === null ? null : props.next);
	const wait = () => (props.next.verb === null ? props.next : null);
	return (
		<>
			<Show when={step()}>
				{(found) => (
					<div class="mt-3 flex flex-col gap-2" data-next={found().verb}>
						<p class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
							<span>
								<span class="text-ink-soft">{t("closeOut.next")}</span>
								<strong>{word(vocab.issueVerb, found().verb)}</strong>
							</span>
							<span>
								<span class="text-ink-soft">{t("closeOut.by")}</span>
								{whoseText(props.detail, found().whose)}
							</span>
						</p>
						<Show
							when={actionOf(props.detail, found().verb)?.allowed}
							fallback={
								<div class="text-[0.93rem]">
									<Why refusals={actionOf(props.detail, found().verb)?.refusals ?? []} />
								</div>
							}
						>
							<div class="no-print">
								<Do {...props} verb={found().verb} part={found().part} look="primary" />
							</div>
						</Show>
					</div>
				)}
			</Show>
			<Show when={wait()}>
				{(found) => (
					<p class="mt-3 flex items-center gap-2 text-ink-soft">
						<Icon name="clock" />
						{t(found().what === "notice" ? "closeOut.untilNotice" : "closeOut.untilWatch", {
							date: date(found().until),
						})}
					</p>
				)}
			</Show>
		</>
	);
}
