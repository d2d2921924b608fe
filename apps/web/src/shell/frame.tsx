import { A, useLocation, useNavigate } from "@solidjs/router";
import { createEffect, createSignal, For, type JSX, onMount, Show, Suspense } from "solid-js";
import { t } from "../i18n/index.ts";
import { lazily } from "../lazily.ts";
import { issueLine } from "../live/issue-line.ts";
import { pauseWhileHidden } from "../live/lines.ts";
import { Icon } from "../ui/icon.tsx";
import { Header } from "./header.tsx";
import { useKeys } from "./keys.ts";
import { OfflineBanner } from "./live-status.tsx";
import { useMe } from "./me.tsx";
import { type Place, placesFor } from "./navigation.ts";

const Palette = lazily(() => import("./palette.tsx"));
const KeyHelp = lazily(() => import("./key-help.tsx"));
const TrayCount = lazily(() => import("../in-tray/tray-count.tsx"));

/** Side bar, mast and the page. */
export function Frame(props: { children: JSX.Element }): JSX.Element {
	const navigate = useNavigate();
	const location = useLocation();
	const me = useMe();
	const places = () => placesFor(me());
	const [palette, setPalette] = createSignal(false);
	const [help, setHelp] = createSignal(false);
	pauseWhileHidden();
	onMount(() => issueLine.resume());

	useKeys("everywhere", (command) => {
		const place = places().find((candidate) => candidate.command === command);
		if (place !== undefined) navigate(place.href);
		else if (command === "palette") setPalette(true);
		else if (command === "help") setHelp(true);
		else if (command === "search") return focusSearch(() => setPalette(true));
		else return false;
		return true;
	});

	createEffect(() => {
		const place = places().find((candidate) => location.pathname.startsWith(candidate.href));
		document.title = place === undefined ? t("app.name") : `${t(place.label)} · ${t("app.name")}`;
	});

	return (
		<div class="flex h-dvh flex-col print:h-auto">
			<a
				href="#main"
				target="_self"
				class="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded focus:bg-sheet focus:px-3 focus:py-2 focus:shadow-float"
			>
				{t("skip")}
			</a>
			<Header onPalette={() => setPalette(true)} onHelp={() => setHelp(true)} />
			<OfflineBanner />
			<div class="flex min-h-0 flex-1">
				<SideBar places={places()} />
				<main
					id="main"
					tabindex="0"
					class="relative min-w-0 flex-1 overflow-auto -outline-offset-2 print:overflow-visible"
				>
					{props.children}
				</main>
			</div>
			<FootBar places={places()} />
			<Suspense>
				<Show when={palette()}>
					<Palette onClose={() => setPalette(false)} onHelp={() => setHelp(true)} />
				</Show>
				<Show when={help()}>
					<KeyHelp onClose={() => setHelp(false)} />
				</Show>
			</Suspense>
		</div>
	);
}

/** Puts the cursor into the page's own search box; opens the palette where the page has none. */
function focusSearch(otherwise: () => void): boolean {
	const box = document.querySelector<HTMLInputElement>("[data-search]");
	if (box === null) otherwise();
	else {
		box.focus();
		box.select();
	}
	return true;
}

const linkClass =
	"tap relative flex items-center rounded text-ink-soft hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-wash aria-[current=page]:text-accent aria-[current=page]:font-medium";

function SideBar(props: { places: readonly Place[] }): JSX.Element {
	return (
		<nav
			class="no-print hidden w-[4.6rem] shrink-0 flex-col gap-1 overflow-y-auto border-r border-line bg-sheet px-1.5 py-2 md:flex xl:w-36"
			aria-label={t("nav.label")}
		>
			<For each={props.places}>{(place) => <SideLink place={place} />}</For>
		</nav>
	);
}

const SideLink = (props: { place: Place }) => (
	<A
		href={props.place.href}
		class={`${linkClass} flex-col gap-0.5 px-1 py-2 text-center text-[0.86rem] xl:flex-row xl:gap-2.5 xl:px-2.5 xl:text-left xl:text-[1rem]`}
	>
		<Icon name={props.place.icon} />
		{t(props.place.label)}
		<Waiting place={props.place} />
	</A>
);

/** How much waits at a place, where it says so. Comes after the page. */
const Waiting = (props: { place: Place }) => (
	<Show when={props.place.counted}>
		<Suspense>
			<TrayCount />
		</Suspense>
	</Show>
);

function FootBar(props: { places: readonly Place[] }): JSX.Element {
	return (
		<nav class="no-print flex shrink-0 border-t border-line bg-sheet md:hidden" aria-label={t("nav.label")}>
			<For each={props.places.filter((place) => place.main)}>
				{(place) => (
					<A
						href={place.href}
						class={`${linkClass} min-h-12 flex-1 flex-col justify-center gap-0.5 text-[0.86rem]`}
					>
						<Icon name={place.icon} />
						{t(place.label)}
						<Waiting place={place} />
					</A>
				)}
			</For>
		</nav>
	);
}
