import { createSignal, type JSX, onCleanup, onMount } from "solid-js";
import { names } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { unfilled } from "./unfilled.ts";

/** How many names of empty fields are listed. */
const NAMED = 3;

/** Why a form cannot be sent yet: what it still asks for, looked up anew with whatever is done in it. */
export function Lacking(props: { form: () => HTMLFormElement | undefined }): JSX.Element {
	const [lacking, setLacking] = createSignal<readonly string[]>([]);
	const look = () => {
		const form = props.form();
		setLacking(form === undefined ? [] : unfilled(form));
	};
	const later = () => queueMicrotask(look);
	// Choices that come later fill a list without anybody's doing.
	const watching = new MutationObserver(look);
	onMount(() => {
		look();
		const form = props.form();
		if (form !== undefined) watching.observe(form, { childList: true, subtree: true });
		for (const event of ["input", "change", "click"]) props.form()?.addEventListener(event, later);
	});
	onCleanup(() => {
		watching.disconnect();
		for (const event of ["input", "change", "click"]) props.form()?.removeEventListener(event, later);
	});
	const text = () => {
		const all = lacking();
		if (all.length === 0) return t("form.incomplete");
		const shown = names(all.slice(0, NAMED));
		return all.length > NAMED
			? t("form.lackingMore", { names: shown, n: all.length })
			: t("form.lacking", { names: shown });
	};
	return (
		<p class="mr-auto min-w-0 flex-1 basis-48 text-[0.93rem] text-ink-soft" data-lacking>
			{text()}
		</p>
	);
}
