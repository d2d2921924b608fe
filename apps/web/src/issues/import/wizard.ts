import type { ImportDraft, ImportPreview, ProposedIssue } from "@zhenggai/domain/issues";
import { createMemo, createSignal, onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { client } from "../../api.ts";
import { jsonCopy } from "../../json-copy.ts";
import type { ImportChoicesInput } from "../../types.ts";

const SAVE_AFTER_MS = 500;

export type SaveState = "saved" | "saving" | "unsaved" | "failed";

/**
 * What the clerk has decided about one import. Every change is saved with the draft a moment later (the server's
 * preview keeps it), so that a reload loses nothing; the answer says what the choices would do.
 */
export function createWizard(draft: ImportDraft) {
	const [choices, setChoices] = createStore<ImportChoicesInput>(jsonCopy(draft.choices));
	const [preview, setPreview] = createSignal<ImportPreview | null>(null);
	const [saveState, setSaveState] = createSignal<SaveState>("saved");
	const [failure, setFailure] = createSignal<unknown>(null);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let turn = 0;

	async function save(): Promise<void> {
		clearTimeout(timer);
		turn += 1;
		const mine = turn;
		setSaveState("saving");
		try {
			const answer = await client.issues.previewImport.mutate({
				importId: draft.id,
				choices: jsonCopy(choices),
			});
			if (mine !== turn) return;
			setPreview(answer);
			setFailure(null);
			setSaveState("saved");
		} catch (error) {
			if (mine !== turn) return;
			setFailure(() => error);
			setSaveState("failed");
		}
	}

	function change(next: ImportChoicesInput): void {
		setChoices(reconcile(next));
		setSaveState("unsaved");
		clearTimeout(timer);
		timer = setTimeout(() => void save(), SAVE_AFTER_MS);
	}
	const plain = (): ImportChoicesInput => jsonCopy(choices);
	// Leaving the page must not lose the last half second.
	onCleanup(() => {
		clearTimeout(timer);
		if (saveState() === "unsaved") void save();
	});

	const [fixes, setFixes] = createSignal<ReadonlyMap<string, ProposedIssue>>(
		new Map(Object.entries(draft.choices.corrections)),
	);
	const issues = createMemo(() => draft.proposal.issues.map((issue) => fixes().get(issue.key) ?? issue));

	return {
		draft,
		choices,
		preview,
		saveState,
		failure,
		save,
		/** The proposed issues with the clerk's corrections in them. */
		issues,
		isCorrected: (key: string): boolean => fixes().has(key),
		correct(next: ProposedIssue): void {
			const issue = jsonCopy(next);
			setFixes((old) => new Map(old).set(issue.key, issue));
			change({ ...plain(), corrections: { ...plain().corrections, [issue.key]: issue } });
		},
		undoCorrection(key: string): void {
			setFixes((old) => new Map([...old].filter(([other]) => other !== key)));
			const { [key]: _, ...rest } = plain().corrections;
			change({ ...plain(), corrections: rest });
		},
		setContext(context: ImportChoicesInput["context"]): void {
			change({ ...plain(), context });
		},
		setUnit(name: string, choice: ImportChoicesInput["units"][string]): void {
			change({ ...plain(), units: { ...plain().units, [name]: choice } });
		},
		setUnits(units: ImportChoicesInput["units"]): void {
			change({ ...plain(), units: { ...plain().units, ...units } });
		},
		setItem(key: string, choice: ImportChoicesInput["items"][string]): void {
			change({ ...plain(), items: { ...plain().items, [key]: choice } });
		},
		setItems(items: ImportChoicesInput["items"]): void {
			change({ ...plain(), items: { ...plain().items, ...items } });
		},
	};
}

export type Wizard = ReturnType<typeof createWizard>;
