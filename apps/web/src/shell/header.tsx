import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { A } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { signOutHere } from "../api.ts";
import { word } from "../i18n/format.ts";
import { language, setLanguage, t } from "../i18n/index.ts";
import { unwatch } from "../live/live.ts";
import { Kbd } from "../ui/badge.tsx";
import { notify } from "../ui/feedback.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { LiveStatus } from "./live-status.tsx";
import { useMe } from "./me.tsx";
import { large, setLarge, setTheme, type Theme, theme } from "./preferences.ts";

/** The mast: name, palette, state of the line, language, and who is signed in. */
export function Header(props: { onPalette: () => void; onHelp: () => void }): JSX.Element {
	const me = useMe();
	return (
		<header class="no-print flex shrink-0 items-center gap-2 border-b-2 border-mast bg-sheet px-3 py-1.5 md:gap-4">
			<A href="/issues" class="tap flex items-center gap-2 rounded">
				<img src="/icon.svg" alt="" width="24" height="24" />
				<span class="font-song text-[1.29rem] font-bold tracking-[0.12em] whitespace-nowrap">
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
				class="tap min-w-8 rounded px-2 py-1 text-ink-soft hover:bg-hover touch:min-w-[44px]"
				lang={language() === "en" ? "zh-CN" : "en"}
				onClick={() => void setLanguage(language() === "en" ? "zh-CN" : "en")}
			>
				{language() === "en" ? "中文" : "English"}
			</button>
			<UserMenu onHelp={() => props.onHelp()} />
		</header>
	);
}

const itemClass =
	"tap flex cursor-pointer items-center gap-2 rounded px-2 py-1.5 outline-none data-highlighted:bg-hover";

function UserMenu(props: { onHelp: () => void }): JSX.Element {
	const me = useMe();
	const queryClient = useQueryClient();
	const leave = async () => {
		try {
			await signOutHere();
			unwatch();
			queryClient.clear();
			window.location.assign("/");
		} catch {
			notify(t("signOut.failed"), "bad");
		}
	};
	return (
		<DropdownMenu gutter={4} placement="bottom-end">
			<DropdownMenu.Trigger
				class="tap flex items-center gap-1.5 rounded px-2 py-1 hover:bg-hover"
				aria-label={t("user.menu", { name: me().name })}
			>
				<Icon name="person" class="text-ink-soft" />
				<span class="hidden max-w-36 truncate sm:inline">{me().name}</span>
				<Icon name="chevronDown" size={12} class="text-ink-faint" />
			</DropdownMenu.Trigger>
			<DropdownMenu.Portal>
				<DropdownMenu.Content class="z-50 w-64 rounded-md border border-line bg-sheet p-1.5 shadow-float outline-none">
					<div class="border-b border-line px-2 pt-1 pb-2">
						<p class="font-medium">{me().name}</p>
						<p class="text-ink-soft">{word(vocab.role, me().role)}</p>
						<p class="text-ink-soft">
							{me().regionName}
							<Show when={me().unit}>{(unit) => <> · {unit().name}</>}</Show>
						</p>
					</div>
					<ThemeItems />
					<DropdownMenu.CheckboxItem class={itemClass} checked={large()} onChange={setLarge}>
						<Icon name="text" />
						<span class="flex-1">{t("user.large")}</span>
						<DropdownMenu.ItemIndicator>
							<Icon name="check" />
						</DropdownMenu.ItemIndicator>
					</DropdownMenu.CheckboxItem>
					<DropdownMenu.Separator class="my-1 border-line" />
					<DropdownMenu.Item class={itemClass} onSelect={() => props.onHelp()}>
						<Icon name="help" />
						<span class="flex-1">{t("user.keys")}</span>
						<Kbd>?</Kbd>
					</DropdownMenu.Item>
					<DropdownMenu.Item class={itemClass} onSelect={() => void leave()}>
						<Icon name="arrowLeft" />
						{t("user.signOut")}
					</DropdownMenu.Item>
				</DropdownMenu.Content>
			</DropdownMenu.Portal>
		</DropdownMenu>
	);
}

const THEMES: readonly { value: Theme; icon: IconName }[] = [
	{ value: "system", icon: "density" },
	{ value: "light", icon: "sun" },
	{ value: "dark", icon: "moon" },
];

const isTheme = (text: string): text is Theme => THEMES.some((option) => option.value === text);

function ThemeItems(): JSX.Element {
	const item = (option: (typeof THEMES)[number]) => (
		<DropdownMenu.RadioItem class={itemClass} value={option.value}>
			<Icon name={option.icon} />
			<span class="flex-1">{t(`theme.${option.value}`)}</span>
			<DropdownMenu.ItemIndicator>
				<Icon name="check" />
			</DropdownMenu.ItemIndicator>
		</DropdownMenu.RadioItem>
	);
	return (
		<DropdownMenu.RadioGroup
			value={theme()}
			onChange={(value) => isTheme(value) && setTheme(value)}
			class="border-b border-line py-1"
		>
			{THEMES.map(item)}
		</DropdownMenu.RadioGroup>
	);
}
