import type { LightContest } from "@zhenggai/domain/supervision";
import { For, type JSX, Show } from "solid-js";
import { moment } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { ActionPart } from "../action-part.tsx";
import { LightMark } from "../marks.tsx";

/** 申诉: objections to a light, each with its decision. */
export function Contests(props: DetailProps): JSX.Element {
	const contests = () => props.detail.supervision.contests;
	const decide = () => props.detail.actions.find(({ verb }) => verb === "decideContest");
	return (
		<Show when={contests().length > 0}>
			<Section title={t("sup.contests")} count={contests().length}>
				<ul class="flex flex-col gap-3">
					<For each={contests()}>
						{(contest) => (
							<Contest contest={contest}>
								<ActionPart
									action={decide()}
									look="primary"
									onAction={() => props.onAction({ verb: "decideContest", part: contest.id })}
								/>
							</Contest>
						)}
					</For>
				</ul>
			</Section>
		</Show>
	);
}

function Contest(props: { contest: LightContest; children: JSX.Element }): JSX.Element {
	const contest = () => props.contest;
	return (
		<li class="border-l border-line pl-3">
			<p class="flex flex-wrap items-center gap-1.5">
				{t("sup.against")}
				<LightMark light={contest().against} />
				<span class="text-[0.9rem] text-ink-faint">
					{contest().by.name} · {moment(contest().at)}
				</span>
			</p>
			<p class="whitespace-pre-line">{contest().reason}</p>
			<Show
				when={contest().decision}
				fallback={
					<div class="mt-1.5 flex flex-col items-start gap-1.5">
						<Tag tone="attention">
							<Icon name="clock" size={12} />
							{t("sup.undecided")}
						</Tag>
						{props.children}
					</div>
				}
			>
				{(decision) => (
					<div class="mt-1.5 rounded bg-sunken px-2.5 py-1.5">
						<p class="flex flex-wrap items-center gap-1.5">
							<Tag tone={decision().verdict === "upheld" ? "good" : "ended"}>
								<Icon name={decision().verdict === "upheld" ? "check" : "close"} size={12} />
								{t(decision().verdict === "upheld" ? "sup.upheld" : "sup.dismissed")}
							</Tag>
							<Show when={decision().light}>{(light) => <LightMark light={light()} />}</Show>
							<span class="text-[0.9rem] text-ink-faint">
								{decision().by.name} · {moment(decision().at)}
							</span>
						</p>
						<p class="whitespace-pre-line text-ink-soft">{decision().reason}</p>
					</div>
				)}
			</Show>
		</li>
	);
}
