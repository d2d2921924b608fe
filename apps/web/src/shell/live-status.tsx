import { createSignal, type JSX, onCleanup, onMount, Show } from "solid-js";
import { age } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { live } from "../live/lines.ts";
import { Icon } from "../ui/icon.tsx";

/** The present moment, again every second. */
function useNow(): () => number {
	const [now, setNow] = createSignal(Date.now());
	const timer = setInterval(() => setNow(Date.now()), 1000);
	onCleanup(() => clearInterval(timer));
	return now;
}

const DOTS = { off: "bg-line-strong", connecting: "bg-near", live: "bg-done", down: "bg-late" } as const;

/** A dot and a word: whether what is on the screen changes by itself. */
export function LiveStatus(): JSX.Element {
	return (
		<span
			class="hidden items-center gap-1.5 text-[0.9rem] text-ink-soft lg:inline-flex"
			title={t("live.title")}
			data-live={live().phase}
		>
			<span class={`size-2 rounded-full ${DOTS[live().phase]}`} aria-hidden="true" />
			{t(`live.${live().phase}`)}
		</span>
	);
}

/** How long the shown figures have been without news, while the line or the network is down. */
export function OfflineBanner(): JSX.Element {
	const now = useNow();
	const [online, setOnline] = createSignal(navigator.onLine);
	const update = () => setOnline(navigator.onLine);
	onMount(() => {
		window.addEventListener("online", update);
		window.addEventListener("offline", update);
	});
	onCleanup(() => {
		window.removeEventListener("online", update);
		window.removeEventListener("offline", update);
	});
	const since = () => live().downSince;
	return (
		<Show when={!online() || since() !== null}>
			<div
				class="no-print flex items-center justify-center gap-2 border-b border-near bg-near-wash px-3 py-1 text-near"
				role="status"
			>
				<Icon name="alert" />
				<span>
					{online() ? t("live.stale") : t("live.offline")}
					<Show when={since()}>
						{(from) => (
							<span aria-hidden="true"> {t("live.age", { age: age((now() - from()) / 1000) })}</span>
						)}
					</Show>
				</span>
			</div>
		</Show>
	);
}
