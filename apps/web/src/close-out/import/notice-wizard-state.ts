import { useQueryClient } from "@tanstack/solid-query";
import type { NoticeImportPreview, ProposedNotice } from "@zhenggai/domain/close-out";
import type { ImportDraft } from "@zhenggai/domain/issues";
import { createMemo, createSignal } from "solid-js";
import { client, queries } from "../../api.ts";
import { createSavedChoices } from "../../importing/saved-choices.ts";
import type { NoticeChoicesInput } from "../../types.ts";
import {
	correctedNoticeFields,
	correctNotice,
	type NoticeCorrection,
	type ReadField,
	restoreNoticeField,
} from "./notice-fields.ts";

const NOTHING: NoticeChoicesInput = { context: null, items: {}, corrections: {} };

/** What a clerk has decided about the notices of a document, kept with the draft at every change. */
export function createNoticeWizard(draft: ImportDraft) {
	const queryClient = useQueryClient();
	const { queryKey } = queries.issues.getImport({ importId: draft.id });
	const saved = createSavedChoices<NoticeChoicesInput, NoticeImportPreview>(
		draft.choices.notices ?? NOTHING,
		(choices) => {
			// Who leaves this page and comes back must find what was chosen, not what was loaded.
			queryClient.setQueryData(queryKey, { ...draft, choices: { ...draft.choices, notices: choices } });
			return client.closeOut.previewImport.mutate({ importId: draft.id, choices });
		},
		`${draft.id}@${draft.version}`,
	);
	const asRead = new Map(draft.proposal.notices.map((notice) => [notice.key, notice]));
	const [fixes, setFixes] = createSignal<ReadonlyMap<string, ProposedNotice>>(
		new Map(Object.entries(draft.choices.notices?.corrections ?? {})),
	);
	const notices = createMemo(() => draft.proposal.notices.map((notice) => fixes().get(notice.key) ?? notice));
	const set = (notice: ProposedNotice): void => {
		const read = asRead.get(notice.key);
		const plain = read !== undefined && correctedNoticeFields(notice, read).size === 0;
		const next = new Map(fixes());
		if (plain) next.delete(notice.key);
		else next.set(notice.key, notice);
		setFixes(next);
		saved.change((old) => ({ ...old, corrections: Object.fromEntries(next) }));
	};

	return {
		draft,
		choices: saved.choices,
		preview: saved.preview,
		saveState: saved.saveState,
		failure: saved.failure,
		save: saved.save,
		/** The notices of the document with the clerk's corrections in them. */
		notices,
		corrected: (notice: ProposedNotice): ReadonlySet<ReadField> => {
			const read = asRead.get(notice.key);
			return read === undefined || read === notice ? new Set() : correctedNoticeFields(notice, read);
		},
		correct: (notice: ProposedNotice, correction: NoticeCorrection): void =>
			set(correctNotice(notice, correction)),
		/** A field as it was read; the whole notice without one. */
		undo(notice: ProposedNotice, field: ReadField | null): void {
			const read = asRead.get(notice.key);
			if (read !== undefined) set(field === null ? read : restoreNoticeField(notice, read, field));
		},
		setContext: (context: NoticeChoicesInput["context"]): void =>
			saved.change((old) => ({ ...old, context })),
		setItems: (items: NoticeChoicesInput["items"]): void =>
			saved.change((old) => ({ ...old, items: { ...old.items, ...items } })),
	};
}

export type NoticeWizardState = ReturnType<typeof createNoticeWizard>;
