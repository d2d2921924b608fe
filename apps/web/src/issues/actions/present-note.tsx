import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";

/** The sentence on a value that was changed after the draft was begun. */
export const presentText = (value: string): string =>
	t("amend.present", { text: value.trim() === "" ? t("nothing") : value });

/** The same below a group of boxes, which has no hint of its own. Shows nothing where nothing was changed. */
export function PresentNote(props: { text: string | undefined }): JSX.Element {
	return (
		<Show when={props.text}>
			<p class="-mt-2 text-[0.9rem] text-near">{props.text}</p>
		</Show>
	);
}
