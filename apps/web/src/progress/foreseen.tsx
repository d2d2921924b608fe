import { For, type JSX, Show } from "solid-js";
import { say, t } from "../i18n/index.ts";
import { RuleLink, Why } from "../rules/index.ts";
import { Icon } from "../ui/icon.tsx";
import type { Rehearsed } from "./rehearsal.ts";

/** What would come of sending, before it is sent: doubts that somebody else has to resolve, and refusals. */
export function Foreseen(props: { told: Rehearsed | null }): JSX.Element {
	const refusals = () => props.told?.refused.flatMap((one) => one.refusals) ?? [];
	return (
		<div class="flex flex-col gap-2" aria-live="polite">
			<Show when={props.told?.doubts.length}>
				<div class="rounded-md border border-near bg-near-wash p-3" data-foreseen>
					<p class="mb-1 flex items-center gap-2 font-medium text-near">
						<Icon name="alert" />
						{t("foreseen.doubts")}
					</p>
					<ul class="flex flex-col gap-1">
						<For each={props.told?.doubts}>
							{(doubt) => (
								<li class="border-l-2 border-near pl-2">
									{say(doubt.message)}{" "}
									<Show when={doubt.rule}>{(rule) => <RuleLink rule={rule()} basis={null} />}</Show>
								</li>
							)}
						</For>
					</ul>
				</div>
			</Show>
			<Show when={refusals().length > 0}>
				<div class="rounded-md border border-line bg-sunken p-3">
					<p class="mb-1 font-medium">{t("foreseen.refused")}</p>
					<Why refusals={refusals()} />
				</div>
			</Show>
		</div>
	);
}
