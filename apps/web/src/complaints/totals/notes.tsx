import type { ComplaintTotals } from "@zhenggai/domain/complaints";
import { badges } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import { RuleLink } from "../../rules/index.ts";
import { Badge } from "../../ui/badge.tsx";

/** What of the totals does not reconcile, or needs a look, with its reason and what is to be done about it. */
export function Notes(props: { totals: ComplaintTotals }): JSX.Element {
	return (
		<div>
			<p class="flex flex-wrap items-baseline gap-x-2">
				<span class="font-medium">{t("totals.findings")}</span>
				<span class="text-[0.86rem] text-ink-faint">{t("asOf", { date: date(props.totals.asOf) })}</span>
			</p>
			<Show
				when={props.totals.findings.length > 0}
				fallback={<p class="text-[0.93rem] text-ink-soft">{t("totals.reconcile")}</p>}
			>
				<ul class="flex flex-col gap-1 pt-0.5 text-[0.93rem]">
					<For each={props.totals.findings}>
						{(finding) => (
							<li>
								<Badge of={badges.severity[finding.severity]} /> <span>{say(finding.message)}</span>{" "}
								<span class="text-ink-faint">{say(finding.clears)}</span>{" "}
								<RuleLink rule={finding.rule} basis={finding.basis} />
							</li>
						)}
					</For>
				</ul>
			</Show>
		</div>
	);
}
