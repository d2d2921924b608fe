import { useQueryClient } from "@tanstack/solid-query";
import {
	changeBehind,
	correctedIssues,
	type ImportChoices,
	type ImportDraft,
	type ImportPreview,
	joinIssues,
	type ProposedIssue,
	type ReadingHint,
	type StructureChange,
	splitIssue,
	withChange,
	withoutChange,
} from "@zhenggai/domain/issues";
import { createMemo } from "solid-js";
import { client, queries } from "../../api.ts";
import { rereadDraft } from "../../importing/reread.ts";
import { createSavedChoices } from "../../importing/saved-choices.ts";
import { jsonCopy } from "../../json-copy.ts";
import type { ImportChoicesInput } from "../../types.ts";

type Read = "corrections" | "structure" | "setAside";
/** Choices as the API takes them; what is about the reading as it was read. */
type Choices = Omit<ImportChoicesInput, Read | "complaints" | "notices"> &
	Pick<ImportChoices, Read | "complaints" | "notices">;

/**
 * What the clerk has decided about one import. Every change is saved with the draft a moment later (the server's
 * preview keeps it), so that a reload loses nothing; the answer says what the choices would do.
 */
export function createWizard(draft: ImportDraft) {
	const queryClient = useQueryClient();
	const { id: importId, version } = draft;
	const { queryKey } = queries.issues.getImport({ importId });
	const saved = createSavedChoices<Choices, ImportPreview>(
		jsonCopy(draft.choices),
		(choices) => {
			// Who leaves this page and comes back must find what was chosen, not what was loaded.
			queryClient.setQueryData(queryKey, { ...draft, choices });
			return client.issues.previewImport.mutate({ importId, version, choices });
		},
		`${importId}@${version}`,
	);
	const issues = createMemo(() => correctedIssues(draft.proposal, saved.choices()));
	const keys = createMemo(() => issues().map(({ key }) => key));
	const issueOf = (key: string): ProposedIssue | undefined => issues().find((issue) => issue.key === key);
	const restructure = (change: StructureChange): StructureChange => {
		saved.change((old) => withChange(old, jsonCopy(change)));
		return change;
	};
	const set = (changes: Partial<Choices>) => saved.change((old) => ({ ...old, ...changes }));

	return {
		draft,
		get choices() {
			return saved.choices();
		},
		preview: saved.preview,
		saveState: saved.saveState,
		failure: saved.failure,
		save: saved.save,
		/** The proposed issues as the clerk left them. */
		issues,
		isCorrected: (key: string): boolean => saved.choices().corrections[key] !== undefined,
		/** The split or join that brought an issue. */
		changeBehind: (key: string): StructureChange | undefined => changeBehind(saved.choices().structure, key),
		correct(issue: ProposedIssue): void {
			saved.change((old) => ({
				...old,
				corrections: { ...old.corrections, [issue.key]: jsonCopy(issue) },
			}));
		},
		undoCorrection(key: string): void {
			saved.change((old) => {
				const { [key]: _, ...corrections } = old.corrections;
				return { ...old, corrections };
			});
		},
		/** Splits an issue at a line of the source; null where the line does not divide it. */
		split(key: string, line: number): StructureChange | null {
			const issue = issueOf(key);
			const change = issue === undefined ? null : splitIssue(issue, line, draft.proposal.source.lines);
			return change === null ? null : restructure(change);
		},
		/** Joins an issue with the one after it; null for the last. */
		joinNext(key: string): StructureChange | null {
			const at = keys().indexOf(key);
			const [one, other] = [issues()[at], issues()[at + 1]];
			return one === undefined || other === undefined ? null : restructure(joinIssues(one, other));
		},
		isLast: (key: string): boolean => keys().at(-1) === key,
		undoChange(key: string): void {
			saved.change((old) => withoutChange(old, key));
		},
		/** Reads the document again with another hint, after what was chosen is kept. */
		async reread(hint: ReadingHint) {
			await saved.save();
			if (saved.saveState() === "failed") throw saved.failure();
			return rereadDraft(queryClient, draft, hint);
		},
		setContext: (context: Choices["context"]) => set({ context }),
		setUnit: (name: string, choice: Choices["units"][string]) =>
			set({ units: { ...saved.choices().units, [name]: choice } }),
		setUnits: (units: Choices["units"]) => set({ units: { ...saved.choices().units, ...units } }),
		setItem: (key: string, choice: Choices["items"][string]) =>
			set({ items: { ...saved.choices().items, [key]: choice } }),
		setItems: (items: Choices["items"]) => set({ items: { ...saved.choices().items, ...items } }),
	};
}

export type Wizard = ReturnType<typeof createWizard>;
