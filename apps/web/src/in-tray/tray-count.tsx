import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, onCleanup, Show } from "solid-js";
import { totalText } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { issueLine } from "../live/issue-line.ts";
import { loaded } from "../loaded.ts";
import { ASK_AGAIN_MS, trayQueries } from "./queries.ts";
import "./words.ts";

/** How long changes are gathered before the count is asked for again. */
const GATHER_MS = 1500;

/** How much waits for whoever is signed in, beside the word in the navigation: seen as a number, read out as a sentence. */
export default function TrayCount(): JSX.Element {
	const queryClient = useQueryClient();
	const count = useQuery(() => ({ ...trayQueries.count(), refetchInterval: ASK_AGAIN_MS }));
	let timer: ReturnType<typeof setTimeout> | undefined;
	issueLine.onChange(() => {
		clearTimeout(timer);
		timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: ["inTray"] }), GATHER_MS);
	});
	onCleanup(() => clearTimeout(timer));
	const waiting = () => {
		const found = loaded(count);
		return found !== undefined && found.total.count > 0 ? found : undefined;
	};
	return (
		<Show when={waiting()}>
			{(found) => (
				<span
					class={`absolute top-1 right-1 rounded-sm px-1 text-[0.79rem] leading-4 tabular-nums xl:static xl:ml-auto ${found().overdue.count > 0 ? "bg-late-wash text-late" : "bg-sunken text-ink-soft"}`}
				>
					<span aria-hidden="true">{totalText(found().total)}</span>
					<span class="sr-only">
						{t("inTray.badge", {
							n: totalText(found().total),
							late: totalText(found().overdue),
						})}
					</span>
				</span>
			)}
		</Show>
	);
}
