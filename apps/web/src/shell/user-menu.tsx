import "../access/words.ts";
import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { signOutHere } from "../api.ts";
import { dropDrafts } from "../drafts.ts";
import { word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { closeAll } from "../live/lines.ts";
import { Kbd } from "../ui/badge.tsx";
import { notify } from "../ui/feedback.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { useMe } from "./me.tsx";
import { large, setLarge, setTheme, type Theme, theme } from "./preferences.ts";
import { UserName, userButtonClass } from "./user-name.tsx";

const itemClass =
	"tap flex cursor-pointer items-center gap-2 rounded px-2 py-1.5 outline-none data-highlighted:bg-hover";

/** The person's own menu: who and where, appearance, shortcuts, sign-out. Opens as it comes. */
export default function UserMenu(props: { onHelp: () => void }): JSX.Element {
	const me = useMe();
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const leave = async () => {
		try {
			await signOutHere();
			closeAll();
			dropDrafts();
			queryClient.clear();
			window.location.assign("/");
		} catch {
			notify(t("signOut.failed"), "bad");
		}
	};
	return (
		<DropdownMenu gutter={4} placement="bottom-end" defaultOpen={true}>
			<DropdownMenu.Trigger class={userButtonClass} aria-label={t("user.menu", { name: me().name })}>
				<UserName />
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
					<DropdownMenu.Item class={itemClass} onSelect={() => navigate("/sessions")}>
						<Icon name="key" />
						{t("sessions.title")}
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
