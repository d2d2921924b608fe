import { type JSX, Show } from "solid-js";
import { names } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Icon } from "../../ui/icon.tsx";

/** The sentence at a field whose value was changed after the draft was begun. */
export const presentText = (value: string): string =>
	t("amend.present", { text: value.trim() === "" ? t("nothing") : value });

/** The same below a group of boxes, which has no hint of its own. Shows nothing where nothing was changed. */
export function PresentNote(props: { text: string | undefined }): JSX.Element {
	return (
		<Show when={props.text}>
			<p class="-mt-2 text-[0.9rem] text-ink-faint">{props.text}</p>
		</Show>
	);
}

/** Above the fields: which of them were changed after the draft was begun, wherever they stand in the form. */
export function PresentSummary(props: { fields: readonly string[] }): JSX.Element {
	return (
		<Show when={props.fields.length > 0}>
			<p
				class="flex items-start gap-2 rounded-md border border-near bg-near-wash px-3 py-2"
				role="status"
				data-changed-since
			>
				<Icon name="alert" />
				{t("amend.presentAny", { fields: names([...new Set(props.fields)]) })}
			</p>
		</Show>
	);
}
