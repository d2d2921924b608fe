import { A } from "@solidjs/router";
import { createSignal, type JSX, Show, Suspense } from "solid-js";
import { language, setLanguage, t } from "../i18n/index.ts";
import { lazily } from "../lazily.ts";
import { Kbd } from "../ui/badge.tsx";
import { Icon } from "../ui/icon.tsx";
import { LiveStatus } from "./live-status.tsx";
import { useMe } from "./me.tsx";
import { UserName, userButtonClass } from "./user-name.tsx";

const UserMenu = lazily(() => import("./user-menu.tsx"));

/** The mast: name, palette, state of the line, language, and who is signed in. */
export function Header(props: { onPalette: () => void; onHelp: () => void }): JSX.Element {
	const me = useMe();
	return (
		<header class="no-print flex shrink-0 items-center gap-2 border-b-2 border-mast bg-sheet px-3 py-1.5 md:gap-4">
			<A href="/issues" class="tap flex min-w-0 items-center gap-2 rounded">
				<img class="shrink-0" src="/icon.svg" alt="" width="24" height="24" />
				<span
					class={`truncate font-song font-bold ${language() === "en" ? "text-[1.07rem] sm:text-[1.29rem]" : "text-[1.29rem] tracking-[0.12em]"}`}
				>
					{t("app.name")}
				</span>
			</A>
			<Show when={me().sample}>
				<span class="hidden rounded-sm border border-near bg-near-wash px-1.5 text-[0.86rem] text-near sm:inline">
					{t("app.sample")}
				</span>
			</Show>
			<button
				type="button"
				class="tap ml-auto flex h-8 items-center gap-2 rounded border border-line-strong bg-paper px-2 text-ink-faint hover:bg-hover md:w-72 lg:mx-auto"
				onClick={() => props.onPalette()}
			>
				<Icon name="search" />
				<span class="hidden flex-1 text-left md:inline">{t("palette.open")}</span>
				<span class="sr-only md:hidden">{t("palette.open")}</span>
				<span class="hidden md:inline">
					<Kbd>Ctrl K</Kbd>
				</span>
			</button>
			<LiveStatus />
			<button
				type="button"
				class="tap min-w-8 shrink-0 rounded px-2 py-1 whitespace-nowrap text-ink-soft hover:bg-hover touch:min-w-[44px]"
				lang={language() === "en" ? "zh-CN" : "en"}
				onClick={() => void setLanguage(language() === "en" ? "zh-CN" : "en")}
			>
				{language() === "en" ? "中文" : "English"}
			</button>
			<UserButton onHelp={() => props.onHelp()} />
		</header>
	);
}

/** Who is signed in. The menu itself comes with the first press. */
function UserButton(props: { onHelp: () => void }): JSX.Element {
	const me = useMe();
	const [wanted, setWanted] = createSignal(false);
	const closed = () => (
		<button
			type="button"
			class={userButtonClass}
			aria-label={t("user.menu", { name: me().name })}
			aria-haspopup="menu"
			onClick={() => setWanted(true)}
		>
			<UserName />
		</button>
	);
	return (
		<Show when={wanted()} fallback={closed()}>
			<Suspense fallback={closed()}>
				<UserMenu onHelp={() => props.onHelp()} />
			</Suspense>
		</Show>
	);
}
