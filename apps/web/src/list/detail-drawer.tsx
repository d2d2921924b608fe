import "../i18n/form-words.ts";
import { A } from "@solidjs/router";
import type { JSX } from "solid-js";
import { t } from "../i18n/index.ts";
import { buttonClass, IconButton } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

/** One row's page beside its list; over it where there is no room. */
export function DetailDrawer(props: {
	label: string;
	/** Its page of its own. */
	href: string;
	onClose: () => void;
	children: JSX.Element;
}): JSX.Element {
	return (
		<aside
			class="no-print absolute inset-0 z-30 flex flex-col border-l border-line-strong bg-paper lg:static lg:z-auto lg:w-[46%] lg:max-w-3xl lg:min-w-[26rem]"
			aria-label={props.label}
			data-drawer
		>
			<div class="flex items-center justify-end gap-1 border-b border-line bg-sheet px-2 py-1">
				<A href={props.href} class={buttonClass("quiet", "small")}>
					<Icon name="external" />
					{t("detail.openPage")}
				</A>
				<IconButton icon="close" label={t("close")} onClick={() => props.onClose()} />
			</div>
			<div class="min-h-0 flex-1 overflow-auto">{props.children}</div>
		</aside>
	);
}
