import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { inTrayListText } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { complaintsHref } from "../complaints/index.ts";
import { say, t } from "../i18n/index.ts";
import { loaded } from "../loaded.ts";
import { Icon } from "../ui/icon.tsx";
import { ASK_AGAIN_MS, trayQueries } from "./queries.ts";

/** The lists that wait beside the items: of complaints one line for each, which opens the list with just those. */
export function ListHeads(): JSX.Element {
	const lists = useQuery(() => ({ ...trayQueries.lists(), refetchInterval: ASK_AGAIN_MS }));
	const found = () => loaded(lists)?.complaints ?? [];
	return (
		<Show when={found().length > 0}>
			<ul
				class="no-print flex flex-col gap-x-6 gap-y-1 border-b border-line bg-sheet px-3 py-2 md:flex-row md:flex-wrap"
				aria-label={t("inTray.lists")}
			>
				<For each={found()}>
					{(list) => (
						<li>
							<A
								href={complaintsHref({ waiting: list.waiting })}
								class={`tap inline-flex items-center gap-1.5 underline decoration-dotted underline-offset-2 ${list.overdue.count > 0 ? "text-late" : "text-accent"}`}
							>
								<Icon name={list.overdue.count > 0 ? "alert" : "clock"} size={14} />
								{say(inTrayListText(list))}
							</A>
						</li>
					)}
				</For>
			</ul>
		</Show>
	);
}
