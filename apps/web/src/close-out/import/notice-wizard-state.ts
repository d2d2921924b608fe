import { useQueryClient } from "@tanstack/solid-query";
import type { NoticeImportChoices, NoticeImportPreview, ProposedNotice } from "@zhenggai/domain/close-out";
import type { ImportDraft } from "@zhenggai/domain/issues";
import { createMemo } from "solid-js";
import { client, queries } from "../../api.ts";
import { createSavedChoices } from "../../importing/saved-choices.ts";
import type { NoticeChoicesInput } from "../../types.ts";
import {
	type Corrected,
	correctedNoticeFields,
	correctNotice,
	type NoticeCorrection,
	restoreNoticeField,
} from "./notice-corrections.ts";
import type { ReadField } from "./notice-fields.ts";

/** Choices as the API takes them; corrections as they were read. */
type Choices = Omit<NoticeChoicesInput, "corrections"> & Pick<NoticeImportChoices, "corrections">;

const NOTHING: Choices = { context: null, items: {}, corrections: {} };

const without = <V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> =>
	Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));

/** What a clerk has decided about the notices of a document, kept with the draft at every change. */
export function createNoticeWizard(draft: ImportDraft) {
	const queryClient = useQueryClient();
	const { queryKey } = queries.issues.getImport({ importId: draft.id });
	const saved = createSavedChoices<Choices, NoticeImportPreview>(
		draft.choices.notices ?? NOTHING,
		(choices) => {
			// Who leaves this page and comes back must find what was chosen, not what was loaded.
			queryClient.setQueryData(queryKey, { ...draft, choices: { ...draft.choices, notices: choices } });
			return client.closeOut.previewImport.mutate({ importId: draft.id, choices });
		},
		`${draft.id}@${draft.version}`,
	);
	const asRead = new Map(draft.proposal.notices.map((notice) => [notice.key, notice]));
	const notices = createMemo((): ProposedNotice[] => {
		const { corrections } = saved.choices();
		return draft.proposal.notices.map((notice) => corrections[notice.key] ?? notice);
	});
	const set = (notice: ProposedNotice): void => {
		const read = asRead.get(notice.key);
		const plain = read !== undefined && correctedNoticeFields(notice, read).size === 0;
		saved.change((old) => ({
			...old,
			corrections: plain
				? without(old.corrections, notice.key)
				: { ...old.corrections, [notice.key]: notice },
		}));
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
		corrected: (notice: ProposedNotice): ReadonlySet<Corrected> => {
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
