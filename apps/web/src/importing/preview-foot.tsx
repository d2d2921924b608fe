import { type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import type { SaveState } from "./saved-choices.ts";

/** The way on from a preview: closed while something is open or not yet known. */
export function PreviewFoot(props: {
	blocked: boolean;
	saveState: SaveState;
	onNext: () => void;
}): JSX.Element {
	const busy = () => props.saveState === "saving" || props.saveState === "unsaved";
	return (
		<div class="sticky bottom-0 -mx-4 flex items-center justify-end gap-3 border-t border-line bg-paper px-4 py-3">
			<Show when={props.blocked && !busy()}>
				<span class="flex items-center gap-2 text-near">
					<Icon name="alert" />
					{t("preview.blocked")}
				</span>
			</Show>
			<Button
				look="primary"
				disabled={props.blocked || props.saveState !== "saved"}
				onClick={() => props.onNext()}
			>
				{t("preview.next")}
				<Icon name="arrowRight" />
			</Button>
		</div>
	);
}
