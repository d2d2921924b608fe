import { Popover as Kobalte } from "@kobalte/core/popover";
import { type JSX, Show } from "solid-js";
import { buttonClass } from "./button.tsx";
import { Icon, type IconName } from "./icon.tsx";

/** A button that opens a small panel beside it. */
export function Popover(props: {
	label: JSX.Element;
	title: string;
	icon?: IconName;
	look?: "plain" | "quiet";
	size?: "small" | "normal";
	/** True when what is inside is set, so that the closed button shows it. */
	active?: boolean;
	plain?: boolean;
	onOpen?: () => void;
	children: JSX.Element;
	class?: string;
}): JSX.Element {
	return (
		<Kobalte gutter={4} onOpenChange={(open) => open && props.onOpen?.()} placement="bottom-start">
			<Kobalte.Trigger
				class={`${buttonClass(props.look ?? "plain", props.size ?? "small")} ${props.active ? "border-accent! text-accent bg-accent-wash!" : ""} ${props.class ?? ""}`}
				title={props.title}
			>
				<Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
				{props.label}
				<Show when={!props.plain}>
					<Icon name="chevronDown" size={12} class="text-ink-faint" />
				</Show>
			</Kobalte.Trigger>
			<Kobalte.Portal>
				<Kobalte.Content
					class="z-50 max-h-[min(70vh,34rem)] max-w-[calc(100vw-1rem)] min-w-52 overflow-auto rounded-md border border-line bg-sheet p-2 shadow-float"
					aria-label={props.title}
				>
					{props.children}
				</Kobalte.Content>
			</Kobalte.Portal>
		</Kobalte>
	);
}
