import type {
	ComplaintImportChoices,
	ComplaintImportPreview,
	ComplaintPreviewItem,
} from "@zhenggai/domain/complaints";
import { beginningOf } from "@zhenggai/domain/issues";
import type { Actor, ImportId } from "@zhenggai/domain/kernel";
import { readerOf, withTransaction } from "@zhenggai/storage";
import { saveChoices } from "@zhenggai/storage/imports";
import { ServiceError } from "../errors.ts";
import { draftFor } from "../importing/find-draft.ts";
import { alreadyEnded } from "../importing/findings.ts";
import { stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { type ComplaintImportPlan, type PlannedRow, planComplaintImport } from "./import-plan.ts";

const itemOf = ({
	key,
	kind,
	ledger,
	row,
	differences,
	findings,
	chosen,
}: PlannedRow): ComplaintPreviewItem => ({
	key,
	kind,
	complaintId: ledger?.id ?? null,
	receiptNumber: row.receiptNumber,
	summary: beginningOf(row.summary?.value ?? ""),
	differences: [...differences],
	findings: [...findings],
	chosen,
});

function previewOf(importId: ImportId, plan: ComplaintImportPlan): ComplaintImportPreview {
	const count = (kind: PlannedRow["kind"]) => plan.rows.filter((row) => row.kind === kind).length;
	return {
		importId,
		items: plan.rows.map(itemOf),
		regions: [...plan.regions],
		vanished: plan.vanished.map(({ id, receiptNumber, summary }) => ({
			complaintId: id,
			receiptNumber,
			summary: summary === null ? null : beginningOf(summary),
		})),
		summary: {
			new: count("new"),
			changed: count("changed"),
			same: count("same"),
			refused: count("refused"),
			vanished: plan.vanished.length,
		},
		blocking: [...plan.blocking],
	};
}

/** Keeps the choices with the draft and works out what applying its rows would do. Nothing reaches the ledger. */
export const previewComplaintImport =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		importId: ImportId,
		choices: ComplaintImportChoices,
	): Promise<ComplaintImportPreview> => {
		const { draft } = await draftFor(context.database, actor, importId);
		const kept = await withTransaction(context.database, (tx) =>
			saveChoices(tx, importId, { ...draft.choices, complaints: choices }),
		);
		if (!kept) {
			const state = draft.state === "draft" ? "applied" : draft.state;
			throw new ServiceError("CONFLICT", alreadyEnded(state).message);
		}
		const { now, today } = momentOf(context);
		const asking = { actor, stamp: stampOf(actor), now, importing: true };
		const request = { asking, draft, choices, today, newId: context.newId, lock: "none" } as const;
		return previewOf(importId, await planComplaintImport(readerOf(context.database), request));
	};
