import { A } from "@solidjs/router";
import type { Coverage, IssueLink } from "@zhenggai/domain/issues";
import { badges, formatNumber, type Tone, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { Badge, Tag } from "../../ui/badge.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { DetailProps } from "./detail-props.ts";

const LOOKS: Record<Coverage["regions"][number]["state"], { tone: Tone; icon: IconName }> = {
	assigned: { tone: "good", icon: "check" },
	notOurs: { tone: "neutral", icon: "minus" },
	uncovered: { tone: "bad", icon: "alert" },
};

/** 分解: how far the item is handed down, and where it hangs in neutral (挂空挡). */
export function Tree(props: DetailProps): JSX.Element {
	return (
		<Show when={props.detail.children.length > 0 || props.detail.coverage !== null}>
			<Section title={t("tree.title")} count={props.detail.children.length}>
				<Show when={props.detail.coverage}>
					{(coverage) => (
						<div class="mb-3">
							<p class="mb-1.5 text-ink-soft">
								{coverage().complete ? t("tree.complete") : t("tree.incomplete")}
							</p>
							<ul class="flex flex-wrap gap-1.5">
								<For each={coverage().regions}>
									{(region) => (
										<li>
											<Tag tone={LOOKS[region.state].tone}>
												<Icon name={LOOKS[region.state].icon} size={12} />
												{region.name} {word(vocab.coverageState, region.state)}
											</Tag>
										</li>
									)}
								</For>
							</ul>
						</div>
					)}
				</Show>
				<ul class="flex flex-col gap-2">
					<For each={props.detail.children}>{(child) => <Child link={child} />}</For>
				</ul>
				<For each={props.detail.notOurs}>
					{(declared) => (
						<p class="mt-2 text-[0.93rem] text-ink-soft">
							{t("tree.notOurs", {
								reason: declared.reason,
								by: declared.consentBy,
								document: declared.consentDocument,
							})}
						</p>
					)}
				</For>
			</Section>
		</Show>
	);
}

function Child(props: { link: IssueLink }): JSX.Element {
	const title = () => `${props.link.regionName} ${formatNumber(props.link.number, language())}`;
	return (
		<li class="flex flex-col gap-0.5">
			<p class="flex flex-wrap items-center gap-2">
				<Show when={props.link.open} fallback={<span>{title()}</span>}>
					<A class="text-accent underline" href={`/issues/${props.link.id}`}>
						{title()}
					</A>
				</Show>
				<Badge
					of={badges.issueState[props.link.lifecycle]}
					word={word(vocab.issueState, props.link.lifecycle)}
				/>
				<Show when={props.link.due}>
					{(due) => <span class="text-[0.93rem] text-ink-soft tabular-nums">{date(due())}</span>}
				</Show>
			</p>
			<p class="clamp-2 text-[0.93rem] text-ink-soft">{props.link.statement}</p>
		</li>
	);
}
