import type { Refusal } from "@zhenggai/domain/kernel";
import { vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { names, word } from "../i18n/format.ts";
import { say, t } from "../i18n/index.ts";
import { RuleLink } from "./rule-link.tsx";

/** Why something is refused, what would clear it, and who can. */
export function Why(props: { refusals: readonly Refusal[] }): JSX.Element {
	return (
		<ul class="flex flex-col gap-1.5">
			<For each={props.refusals}>
				{(refusal) => (
					<li class="border-l-2 border-late pl-2">
						<p>
							{say(refusal.message)} <RuleLink rule={refusal.rule} basis={refusal.basis} />
						</p>
						<p class="text-ink-soft">
							{t("clears")}
							{say(refusal.clears)}
						</p>
						<Show when={refusal.who.length > 0}>
							<p class="text-ink-faint">
								{t("who")}
								{names(refusal.who.map((role) => word(vocab.role, role)))}
							</p>
						</Show>
					</li>
				)}
			</For>
		</ul>
	);
}
