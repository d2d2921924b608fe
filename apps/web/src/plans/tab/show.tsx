import type { IssueDetail } from "@zhenggai/domain/issues";
import type { Finding } from "@zhenggai/domain/rules";
import { badges } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { say, t } from "../../i18n/index.ts";
import { RuleLink } from "../../rules/index.ts";
import { Badge, Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";

export type Difference = IssueDetail["plan"]["draft"][number];

/** What two versions say differently, old and new side by side; what promises less says so in words. */
export function Differences(props: { of: readonly Difference[]; label: string }): JSX.Element {
	return (
		<Show when={props.of.length > 0} fallback={<p class="text-ink-soft">{t("plans.noDiffs")}</p>}>
			<div class="overflow-x-auto" role="region" aria-label={props.label} tabindex="0">
				<table class="w-full min-w-[36rem] border-collapse" data-differences>
					<caption class="sr-only">{props.label}</caption>
					<thead>
						<tr class="border-b border-line-strong text-left text-ink-soft">
							<th scope="col" class="w-36 py-1.5 pr-3 font-medium">
								{t("plans.item")}
							</th>
							<th scope="col" class="py-1.5 pr-3 font-medium">
								{t("plans.from")}
							</th>
							<th scope="col" class="py-1.5 font-medium">
								{t("plans.to")}
							</th>
						</tr>
					</thead>
					<tbody>
						<For each={props.of}>
							{(one) => (
								<tr class="border-b border-line align-top last:border-0">
									<th scope="row" class="py-2 pr-3 text-left font-medium">
										{say(one.label)}
										<Show when={one.weaker === true}>
											<span class="mt-1 block">
												<Tag tone="bad">
													<Icon name="alert" size={12} />
													{t("plans.weaker")}
												</Tag>
											</span>
										</Show>
									</th>
									<Side text={one.from} old={true} />
									<Side text={one.to} old={false} />
								</tr>
							)}
						</For>
					</tbody>
				</table>
			</div>
		</Show>
	);
}

function Side(props: { text: Difference["from"]; old: boolean }): JSX.Element {
	return (
		<td class="py-2 pr-3 break-words whitespace-pre-line">
			<Show when={props.text} fallback={<span class="text-ink-faint">{t("plans.none")}</span>}>
				{(text) =>
					props.old ? (
						<del class="text-ink-soft no-underline">{say(text())}</del>
					) : (
						<ins class="rounded-sm bg-done-wash px-0.5 no-underline">{say(text())}</ins>
					)
				}
			</Show>
		</td>
	);
}

/** Findings about one part, beside it: what is wrong, what clears it, and by which rule. */
export function PartFindings(props: { of: readonly Finding[] }): JSX.Element {
	return (
		<ul class="mt-1 flex flex-col gap-1" hidden={props.of.length === 0}>
			<For each={props.of}>
				{(finding) => (
					<li
						class={`flex flex-wrap items-baseline gap-x-2 rounded px-2 py-1 text-[0.93rem] ${finding.severity === "block" ? "bg-late-wash" : "bg-near-wash"}`}
						data-finding={finding.rule}
					>
						<Badge of={badges.severity[finding.severity]} />
						<span>{say(finding.message)}</span>
						<span class="text-ink-soft">{say(finding.clears)}</span>
						<RuleLink rule={finding.rule} basis={finding.basis} />
					</li>
				)}
			</For>
		</ul>
	);
}

/** Pairs of a term and what is said of it. */
export function Facts(props: { of: readonly (readonly [label: string, value: JSX.Element])[] }): JSX.Element {
	return (
		<dl class="grid gap-x-4 gap-y-1.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
			<For each={props.of}>
				{([label, value]) => (
					<>
						<dt class="text-ink-soft">{label}</dt>
						<dd class="min-w-0 break-words whitespace-pre-line max-sm:mb-1.5">{value}</dd>
					</>
				)}
			</For>
		</dl>
	);
}
