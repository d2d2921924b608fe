import { Index, type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

/** A filter that is set: its name and what it is set to. */
export type Chip<K extends string> = { readonly key: K; readonly name: string; readonly value: string };

/** The filters that are set, each with a way to take it off. */
export function FilterChips<K extends string>(props: {
	chips: readonly Chip<K>[];
	onRemove: (key: K) => void;
	onClear: () => void;
}): JSX.Element {
	return (
		<Show when={props.chips.length > 0}>
			<ul class="flex flex-wrap items-center gap-1.5" aria-label={t("filter.active")}>
				<Index each={props.chips}>
					{(chip) => (
						<li class="inline-flex items-center rounded-sm border border-accent bg-accent-wash pl-2 text-[0.93rem]">
							<span class="pr-0.5 text-ink-soft">{t("filter.chip", { name: chip().name })}</span>
							<span class="max-w-72 truncate">{chip().value}</span>
							<button
								type="button"
								class="tap flex h-6 min-w-6 items-center justify-center hover:text-late touch:min-w-[44px]"
								aria-label={t("filter.remove", { name: chip().name })}
								onClick={() => props.onRemove(chip().key)}
							>
								<Icon name="close" size={10} />
							</button>
						</li>
					)}
				</Index>
				<Button size="small" look="quiet" onClick={() => props.onClear()}>
					{t("filter.clearAll")}
				</Button>
			</ul>
		</Show>
	);
}
