import { type JSX, Show, splitProps } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

const LOOKS = {
	primary: "bg-accent text-on-accent border-accent hover:bg-accent-strong hover:border-accent-strong",
	plain: "bg-sheet text-ink border-line-strong hover:bg-hover",
	quiet: "border-transparent text-ink-soft hover:bg-hover hover:text-ink",
	danger: "bg-sheet text-late border-late hover:bg-late-wash",
} as const;

export type ButtonProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> & {
	look?: keyof typeof LOOKS;
	icon?: IconName;
	size?: "small" | "normal";
	/** True while the click is being answered: the button keeps its width and takes no second click. */
	busy?: boolean;
};

const FRAME =
	"tap inline-flex items-center justify-center gap-1.5 rounded border font-medium whitespace-nowrap transition-colors disabled:opacity-55 disabled:hover:bg-inherit";

export const buttonClass = (look: keyof typeof LOOKS, size: "small" | "normal" = "normal"): string =>
	`${FRAME} ${LOOKS[look]} ${size === "small" ? "min-h-7 px-2 text-[0.93rem] touch:min-h-[44px]" : "min-h-9 px-3 touch:min-h-[44px]"}`;

/** A button with its word; never submits a form unless it says so. */
export function Button(props: ButtonProps): JSX.Element {
	const [own, rest] = splitProps(props, ["look", "icon", "size", "busy", "class", "children", "disabled"]);
	return (
		<button
			type="button"
			{...rest}
			class={`${buttonClass(own.look ?? "plain", own.size)} ${own.class ?? ""}`}
			disabled={own.disabled || own.busy}
			aria-busy={own.busy ? "true" : undefined}
		>
			<Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
			{own.children}
		</button>
	);
}

/** A button that shows only a drawing. Its label is spoken and shown on hover. */
export function IconButton(props: {
	icon: IconName;
	label: string;
	onClick?: JSX.EventHandler<HTMLButtonElement, MouseEvent>;
	pressed?: boolean;
	disabled?: boolean;
	class?: string;
	size?: number;
}): JSX.Element {
	return (
		<button
			type="button"
			class={`tap inline-flex min-h-8 min-w-8 touch:min-h-[44px] items-center justify-center rounded text-ink-soft hover:bg-hover hover:text-ink touch:min-w-[44px] ${props.class ?? ""}`}
			aria-label={props.label}
			title={props.label}
			aria-pressed={props.pressed}
			disabled={props.disabled}
			onClick={(event) => props.onClick?.(event)}
		>
			<Icon name={props.icon} size={props.size ?? 16} />
		</button>
	);
}
