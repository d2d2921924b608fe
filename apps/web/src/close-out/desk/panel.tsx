import { opinionsOf } from "@zhenggai/domain/close-out";
import type { IssueDetail } from "@zhenggai/domain/issues";
import { For, type JSX, Show } from "solid-js";
import { date, names } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { Do, None, Stamp } from "./parts.tsx";

type State = IssueDetail["closeOut"]["state"];

/** 专家、集体研究、标准认定和督导意见: what an acceptance rests on beside the check on the spot. */
export function Panel(props: DetailProps): JSX.Element {
	const state = () => props.detail.closeOut.state;
	const isWorks = () => state().application?.kind !== "nonWorks";
	const isEmpty = () =>
		state().expertOpinions.length + state().discussions.length + state().rulings.length === 0 &&
		state().supervisingOpinion === null;
	return (
		<Section
			title={t("closeOut.panel")}
			aside={
				<>
					<Do {...props} verb="recordExpertOpinion" />
					<Do {...props} verb="giveExpertOpinion" />
					<Do {...props} verb="recordDiscussion" />
					<Do {...props} verb="giveOpinion" />
					<Do {...props} verb="ruleStandard" />
				</>
			}
		>
			<div class="flex flex-col gap-3">
				<Show when={isWorks()} fallback={<p class="text-ink-soft">{t("closeOut.needsBody")}</p>}>
					<ExpertCount {...props} />
				</Show>
				<Show when={!isEmpty()} fallback={<None text={t("closeOut.noPanel")} />}>
					<Experts state={state()} />
					<For each={state().discussions}>
						{(held) => (
							<Line word={t("closeOut.discussion")} agrees={held.agreed} by={held.by} at={held.at}>
								<p>
									{held.body} · {date(held.on)} · {t("closeOut.present", { names: names(held.present) })}
								</p>
								<p class="whitespace-pre-line">{held.conclusion}</p>
							</Line>
						)}
					</For>
					<Show when={state().supervisingOpinion}>
						{(held) => (
							<Line word={t("closeOut.supervising")} agrees={held().agrees} by={held().by} at={held().at}>
								<p class="whitespace-pre-line">{held().text}</p>
							</Line>
						)}
					</Show>
					<For each={state().rulings}>
						{(held) => (
							<Line word={t("closeOut.ruling")} agrees={null} by={held.by} at={held.at}>
								<p>
									{held.unit} · {date(held.on)}
								</p>
								<p class="text-ink-soft">{held.question}</p>
								<p class="whitespace-pre-line">{held.ruling}</p>
							</Line>
						)}
					</For>
				</Show>
			</div>
		</Section>
	);
}

/** How many experts have spoken: as many as the rule set asks for, and an odd number. */
function ExpertCount(props: DetailProps): JSX.Element {
	const spoken = () => opinionsOf(props.detail.closeOut.state).length;
	const wanted = () => props.detail.closeOut.terms.experts;
	const isRight = () => spoken() >= wanted() && spoken() % 2 === 1;
	return (
		<p class="flex flex-wrap items-center gap-2">
			<Tag tone={isRight() ? "good" : "attention"}>
				<Icon name={isRight() ? "check" : "clock"} size={12} />
				{t("closeOut.expertCount", { n: spoken(), of: wanted() })}
			</Tag>
			<Show when={!isRight() && spoken() >= wanted()}>
				<span class="text-near">{t("closeOut.expertsOdd")}</span>
			</Show>
		</p>
	);
}

const Experts = (props: { state: State }): JSX.Element => (
	<For each={opinionsOf(props.state)}>
		{(held) => (
			<Line word={held.expert} agrees={held.verdict === "agree"} by={held.by} at={held.at}>
				<p class="text-ink-soft">
					{held.unit} · {date(held.on)} · {t(held.noConflict ? "closeOut.noConflict" : "closeOut.conflict")} ·{" "}
					{t(held.personId === undefined ? "closeOut.enteredFor" : "closeOut.ownHand")}
				</p>
				<p class="whitespace-pre-line">{held.opinion}</p>
			</Line>
		)}
	</For>
);

function Line(
	props: {
		word: string;
		agrees: boolean | null;
		children: JSX.Element;
	} & Parameters<typeof Stamp>[0],
): JSX.Element {
	return (
		<div class="flex flex-col gap-0.5 border-l-2 border-line pl-3">
			<p class="flex flex-wrap items-center gap-2">
				<strong class="font-medium">{props.word}</strong>
				<Show when={props.agrees !== null}>
					<Tag tone={props.agrees ? "good" : "bad"}>
						<Icon name={props.agrees ? "check" : "stop"} size={12} />
						{t(props.agrees ? "closeOut.agrees" : "closeOut.disagrees")}
					</Tag>
				</Show>
			</p>
			{props.children}
			<Stamp by={props.by} at={props.at} />
		</div>
	);
}
