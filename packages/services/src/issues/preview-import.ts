import {
	beginningOf,
	type ImportChoices,
	type ImportPreview,
	issueNumber,
	type PreviewItem,
} from "@zhenggai/domain/issues";
import type { Actor, ImportId } from "@zhenggai/domain/kernel";
import { readerOf, withTransaction } from "@zhenggai/storage";
import { saveChoices } from "@zhenggai/storage/imports";
import { hasEnded, readMeanwhile } from "../importing/draft-errors.ts";
import { draftFor } from "../importing/find-draft.ts";
import { type ImportPlan, type PlannedItem, planImport } from "../importing/plan.ts";
import { stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";

const itemOf = ({
	key,
	kind,
	ledger,
	proposed,
	differences,
	findings,
	chosen,
}: PlannedItem): PreviewItem => ({
	key,
	kind,
	issueId: ledger?.id ?? null,
	number: ledger === null ? proposed.number : issueNumber(ledger),
	statement: beginningOf(proposed.statement.value),
	differences: [...differences],
	findings: [...findings],
	chosen,
});

function previewOf(importId: ImportId, { items, parties, vanished, blocking }: ImportPlan): ImportPreview {
	const count = (kind: PlannedItem["kind"]) => items.filter((item) => item.kind === kind).length;
	return {
		importId,
		items: items.map(itemOf),
		units: parties.matches,
		vanished: vanished.map((issue) => ({
			issueId: issue.id,
			number: issueNumber(issue),
			statement: beginningOf(issue.statement),
		})),
		summary: {
			new: count("new"),
			changed: count("changed"),
			same: count("same"),
			refused: count("refused"),
			vanished: vanished.length,
		},
		blocking: [...blocking],
	};
}

/**
 * Keeps the choices with the draft and works out what applying it would do. Nothing reaches the ledger. Throws CONFLICT,
 * and keeps nothing, where the draft has ended or is not at the given version: choices speak of one reading.
 */
export const previewImport =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		importId: ImportId,
		choices: ImportChoices,
		version?: number,
	): Promise<ImportPreview> => {
		const { draft } = await draftFor(context.database, actor, importId);
		if (version !== undefined && version !== draft.version && draft.state === "draft") throw readMeanwhile();
		const kept = await withTransaction(context.database, (tx) =>
			saveChoices(tx, importId, choices, draft.version),
		);
		if (!kept) {
			const { draft: now } = await draftFor(context.database, actor, importId);
			throw now.state === "draft" ? readMeanwhile() : hasEnded(now.state);
		}
		const { now, today } = momentOf(context);
		const asking = { actor, stamp: stampOf(actor), now, importing: true };
		const request = { asking, draft, choices, today, newId: context.newId, lock: "none" } as const;
		return previewOf(importId, await planImport(readerOf(context.database), request));
	};
