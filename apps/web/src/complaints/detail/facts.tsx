import { For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";

/** A named fact; nothing where the document does not say. */
export type Fact = { readonly name: string; readonly value: JSX.Element | null };

/** Facts one under the other, those that are not stated said so. */
export function Facts(props: { facts: readonly Fact[] }): JSX.Element {
	return (
		<dl class="grid grid-cols-[minmax(6.5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-2">
			<For each={props.facts}>
				{(fact) => (
					<>
						<dt class="text-ink-soft">{fact.name}</dt>
						<dd class="min-w-0 break-words whitespace-pre-line">
							<Show
								when={fact.value !== null}
								fallback={<span class="text-ink-faint">{t("complaints.notStated")}</span>}
							>
								{fact.value}
							</Show>
						</dd>
					</>
				)}
			</For>
		</dl>
	);
}
