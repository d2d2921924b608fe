import { useQueryClient } from "@tanstack/solid-query";
import type { CommandOutcome } from "@zhenggai/client";
import type { IssueDetail } from "@zhenggai/domain/issues";
import { type JSX, onMount } from "solid-js";
import { queries } from "../../api.ts";
import { createKeptDraft, DraftNote } from "../../commands/index.ts";
import { createTrayForm } from "../forms/use-tray-form.ts";
import { emptyTray, type Tray } from "../model/tray.ts";
import { EvidencePicker } from "./evidence-picker.tsx";
import { trayHandlers } from "./tray-handlers.ts";
import { UploadBox } from "./upload-box.tsx";
import "../words.ts";

/** What the form that shows the attachments does with them. */
export type AttachedFiles = {
	/** Whether nothing is on its way and every file says what it shows. */
	readonly ready: () => boolean;
	/** The evidence that is named: chosen from what is on record, and the new files. */
	readonly ids: () => readonly string[];
	/** Puts the new files on the issue's record, each once however often it is asked. Null where there is none. */
	readonly attach: (key: string) => Promise<CommandOutcome | null>;
	/** Forgets the draft: what it was for has been sent. */
	readonly drop: () => void;
};

/** Others may write to the issue while files are put on its record: each time it is read anew and tried again. */
const TRIES = 4;

/**
 * Evidence for a form of another room: files to upload and what is on the issue's record already. Its draft is its
 * own, kept under `draftKey`.
 */
export default function Attachments(props: {
	detail: IssueDetail;
	draftKey: string;
	legend: string;
	error?: string | null;
	onReady: (files: AttachedFiles) => void;
}): JSX.Element {
	const queryClient = useQueryClient();
	const draft = createKeptDraft(props.draftKey, (): { chosen: string[]; tray: Tray } => ({
		chosen: [],
		tray: emptyTray("other"),
	}));
	const form = createTrayForm(
		() => props.detail,
		() => draft.value.tray,
	);
	const attach = async (key: string): Promise<CommandOutcome | null> => {
		let answer: CommandOutcome | null = null;
		for (let attempt = 0; attempt < TRIES; attempt++) {
			const links = form.attaching();
			if (links.length === 0) return answer;
			const idempotencyKey = `${key}.${attempt}`;
			answer = await form.send(links, { expectedVersion: props.detail.row.version, idempotencyKey });
			if (answer.ok || answer.conflict === null) return answer;
			await queryClient.refetchQueries({
				queryKey: queries.issues.get({ issueId: props.detail.row.id }).queryKey,
			});
		}
		return answer;
	};
	onMount(() =>
		props.onReady({
			ready: form.ready,
			ids: () => [...new Set([...draft.value.chosen, ...draft.value.tray.files.map(({ id }) => id)])],
			attach,
			drop: draft.drop,
		}),
	);
	return (
		<>
			<DraftNote draft={draft} />
			<UploadBox
				detail={props.detail}
				tray={draft.value.tray}
				onBusy={form.setBusy}
				{...trayHandlers(
					() => draft.value.tray,
					(next) => draft.set("tray", next),
				)}
			/>
			<EvidencePicker
				legend={props.legend}
				detail={props.detail}
				files={[]}
				chosen={draft.value.chosen}
				error={props.error ?? null}
				onChange={(ids) => draft.set("chosen", ids)}
			/>
		</>
	);
}
