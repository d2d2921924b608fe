import { For, Index, type JSX, Show } from "solid-js";
import { date, totalText } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { Button } from "../ui/button.tsx";
import type { Listed, ListState, Total } from "./list-state.ts";
import type { LiveList } from "./live-list.ts";

/** How many rows there are and as of which day. `count` words the number. */
export function ListTotal<R extends Listed>(props: {
	state: ListState<R>;
	count: (n: string) => string;
}): JSX.Element {
	return (
		<p class="tabular-nums text-ink-soft" role="status" aria-live="polite">
			<Show when={props.state.loaded} fallback={t("loading")}>
				{props.count(totalText(props.state.total))}
				<Show when={props.state.asOf}>
					{(asOf) => <span class="ml-3 text-ink-faint">{t("asOf", { date: date(asOf()) })}</span>}
				</Show>
			</Show>
		</p>
	);
}

/** That rows stand where they no longer belong, and the way to have them in order. */
export function MovedNote<R extends Listed>(props: { list: LiveList<R> }): JSX.Element {
	return (
		<Show when={props.list.state().moved.size > 0}>
			<Button size="small" look="quiet" icon="refresh" onClick={() => props.list.reload()}>
				{t("ledger.moved", { n: props.list.state().moved.size })}
			</Button>
		</Show>
	);
}

/** A view of a list: its name, whether it is the one that is shown, and how many rows it has. */
export type ViewTab = {
	readonly id: string;
	readonly label: string;
	readonly current: boolean;
	readonly total: Total | undefined;
};

/** The views that everybody has, with their counts. */
export function ViewTabs(props: { views: readonly ViewTab[]; onView: (id: string) => void }): JSX.Element {
	return (
		<nav
			class="no-print flex shrink-0 gap-1 overflow-x-auto border-b border-line bg-sheet px-3"
			aria-label={t("view.label")}
		>
			<Index each={props.views}>
				{(view) => (
					<button
						type="button"
						class={`tap flex items-center gap-1.5 border-b-2 px-2.5 py-2 whitespace-nowrap ${view().current ? "border-accent font-medium text-accent" : "border-transparent text-ink-soft hover:text-ink"}`}
						aria-current={view().current ? "true" : undefined}
						onClick={() => props.onView(view().id)}
					>
						{view().label}
						<Show when={view().total}>
							{(found) => (
								<span class="rounded-sm bg-sunken px-1 text-[0.86rem] tabular-nums text-ink-soft">
									{totalText(found())}
								</span>
							)}
						</Show>
					</button>
				)}
			</Index>
		</nav>
	);
}

/** Grey rows while the first page is on its way. */
export function TableSkeleton(): JSX.Element {
	return (
		<div class="flex-1 overflow-hidden bg-sheet" role="status" aria-label={t("loading")}>
			<For each={Array.from({ length: 14 }, (_, index) => index)}>
				{(index) => (
					<div class="flex h-[54px] items-center gap-6 border-b border-line px-3">
						<span class="skeleton h-3.5 w-16" />
						<span class="skeleton h-3.5" style={{ width: `${28 + ((index * 7) % 14)}%` }} />
						<span class="skeleton h-3.5 w-20" />
						<span class="skeleton h-3.5 w-40" />
					</div>
				)}
			</For>
		</div>
	);
}
