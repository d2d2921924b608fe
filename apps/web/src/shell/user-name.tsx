import type { JSX } from "solid-js";
import { Icon } from "../ui/icon.tsx";
import { useMe } from "./me.tsx";

export const userButtonClass = "tap flex items-center gap-1.5 rounded px-2 py-1 hover:bg-hover";

/** What the button of the user's menu shows, before and after the menu has been loaded. */
export function UserName(): JSX.Element {
	const me = useMe();
	return (
		<>
			<Icon name="person" class="text-ink-soft" />
			<span class="hidden max-w-36 truncate sm:inline">{me().name}</span>
			<Icon name="chevronDown" size={12} class="text-ink-faint" />
		</>
	);
}
