import { useQueryClient } from "@tanstack/solid-query";
import type { ComplaintImportPreview, ProposedComplaint } from "@zhenggai/domain/complaints";
import type { ImportDraft } from "@zhenggai/domain/issues";
import { createMemo } from "solid-js";
import { client, queries } from "../../api.ts";
import { createSavedChoices } from "../../importing/saved-choices.ts";
import type { ComplaintChoicesInput } from "../../types.ts";
import {
	type Corrected,
	correctedFields,
	correctRow,
	type RowCorrection,
	restoreField,
} from "./row-corrections.ts";
import { type RowField, statedFields } from "./row-fields.ts";

const NOTHING: ComplaintChoicesInput = { context: null, places: {}, items: {}, corrections: {} };

const without = <V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> =>
	Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));

/** What a clerk has decided about a complaint table, kept with the draft at every change. */
export function createComplaintWizard(draft: ImportDraft) {
	const queryClient = useQueryClient();
	const { queryKey } = queries.issues.getImport({ importId: draft.id });
	const saved = createSavedChoices<ComplaintChoicesInput, ComplaintImportPreview>(
		draft.choices.complaints ?? NOTHING,
		(choices) => {
			// Who leaves this page and comes back must find what was chosen, not what was loaded.
			queryClient.setQueryData(queryKey, { ...draft, choices: { ...draft.choices, complaints: choices } });
			return client.complaints.previewImport.mutate({ importId: draft.id, choices });
		},
		`${draft.id}@${draft.version}`,
	);
	const asRead = new Map(draft.proposal.complaints.map((row) => [row.key, row]));
	const rows = createMemo((): ProposedComplaint[] => {
		const { corrections } = saved.choices();
		return draft.proposal.complaints.map((row) => corrections[row.key] ?? row);
	});
	const set = (row: ProposedComplaint): void => {
		const read = asRead.get(row.key);
		const plain = read !== undefined && correctedFields(row, read).size === 0;
		saved.change((old) => ({
			...old,
			corrections: plain ? without(old.corrections, row.key) : { ...old.corrections, [row.key]: row },
		}));
	};

	return {
		draft,
		choices: saved.choices,
		preview: saved.preview,
		saveState: saved.saveState,
		failure: saved.failure,
		save: saved.save,
		/** The rows of the table with the clerk's corrections in them. */
		rows,
		stated: createMemo(() => statedFields(rows())),
		corrected: (row: ProposedComplaint): ReadonlySet<Corrected> => {
			const read = asRead.get(row.key);
			return read === undefined || read === row ? new Set() : correctedFields(row, read);
		},
		correct: (row: ProposedComplaint, correction: RowCorrection): void => set(correctRow(row, correction)),
		/** A field as it was read; the whole row without one. */
		undo(row: ProposedComplaint, field: RowField | null): void {
			const read = asRead.get(row.key);
			if (read !== undefined) set(field === null ? read : restoreField(row, read, field));
		},
		setContext: (context: ComplaintChoicesInput["context"]): void =>
			saved.change((old) => ({ ...old, context })),
		/** Which regions a printed region means in every row that has it; null leaves it to the names again. */
		setPlaces: (text: string, places: string[] | null): void =>
			saved.change((old) => ({
				...old,
				places: places === null ? without(old.places, text) : { ...old.places, [text]: places },
			})),
		setItems: (items: ComplaintChoicesInput["items"]): void =>
			saved.change((old) => ({ ...old, items: { ...old.items, ...items } })),
	};
}

export type ComplaintWizardState = ReturnType<typeof createComplaintWizard>;
