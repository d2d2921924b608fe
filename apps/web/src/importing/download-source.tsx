import type { ImportDraft } from "@zhenggai/domain/issues";
import { createSignal, type JSX, Show } from "solid-js";
import { client } from "../api.ts";
import { t } from "../i18n/index.ts";
import { Button } from "../ui/button.tsx";
import { ErrorBox } from "../ui/feedback.tsx";

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Saves a document as it was handed in: as mere bytes, so that no browser opens what a stranger wrote. */
function save(name: string, base64: string): void {
	const url = URL.createObjectURL(new Blob([bytesOf(base64)], { type: "application/octet-stream" }));
	const link = document.createElement("a");
	link.href = url;
	link.download = name;
	link.click();
	// The browser reads it after this turn.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The document that an import was read from, where it is kept. */
export function DownloadSource(props: { draft: ImportDraft }): JSX.Element {
	const [busy, setBusy] = createSignal(false);
	const [failure, setFailure] = createSignal<unknown>(null);
	const download = async () => {
		setBusy(true);
		setFailure(null);
		try {
			const { kind, name, base64 } = await client.issues.getImportSource.query({ importId: props.draft.id });
			save(kind === "pasted" ? `${name}.txt` : name, base64);
		} catch (error) {
			setFailure(() => error);
		} finally {
			setBusy(false);
		}
	};
	return (
		<Show when={props.draft.sourceKept}>
			<Button look="quiet" size="small" icon="document" busy={busy()} onClick={() => void download()}>
				{t("source.download")}
			</Button>
			<Show when={failure()}>{(error) => <ErrorBox error={error()} />}</Show>
		</Show>
	);
}
