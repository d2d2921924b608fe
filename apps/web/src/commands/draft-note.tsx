import { type JSX, Show } from "solid-js";
import { momentText } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import type { FormDraft } from "./command-form.tsx";

/** Says that what was not sent last time is back, and lets it be thrown away. */
export function DraftNote(props: { draft: FormDraft | undefined }): JSX.Element {
	return (
		<Show when={props.draft?.since()}>
			{(at) => (
				<p
					class="flex flex-wrap items-center gap-2 rounded-md border border-line bg-sunken px-3 py-2"
					role="status"
					data-draft
				>
					<Icon name="info" />
					{t("form.draftBack", { at: momentText(at()) })}
					<Button size="small" look="quiet" onClick={() => props.draft?.restart()}>
						{t("form.draftRestart")}
					</Button>
				</p>
			)}
		</Show>
	);
}
