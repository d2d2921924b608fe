import { z } from "zod";
import { HistoryEntry, UndoObstacle } from "../journal/index.ts";
import { ImportId, Refusal } from "../kernel/index.ts";
import { ImportRecord } from "./import.ts";

/** What undoing an import would do to one issue or complaint, and what is in the way. */
export const UndoItem = z.object({
	kind: z.enum(["issue", "complaint"]),
	id: z.uuid(),
	/** The number on its list, or the receipt number. */
	number: z.string().nullable(),
	/** The beginning of what it is about. */
	text: z.string(),
	/** `nothing`: somebody put it back by hand already, or ended it. */
	act: z.enum(["void", "restore", "nothing"]),
	/** What comes back: the value now and the value then. */
	changes: HistoryEntry.shape.changes,
	obstacles: z.array(UndoObstacle),
});
export type UndoItem = z.infer<typeof UndoItem>;

/** What undoing an import would do. It is all or nothing: with any obstacle, nothing. */
export const ImportUndoPreview = z.object({
	record: ImportRecord,
	/** Those with obstacles first; at most a thousand, `more` says how many are left out. */
	items: z.array(UndoItem),
	more: z.int(),
	summary: z.object({ voided: z.int(), restored: z.int(), nothing: z.int(), obstructed: z.int() }),
	/** What the import had entered beside them. It stays: others may use it by now. */
	stays: z.object({ inspections: z.array(z.string()), units: z.int(), people: z.int() }),
	/** Why it cannot be undone as a whole: it is no applied import, or items are obstructed. Empty when it can be. */
	blocking: z.array(Refusal),
});
export type ImportUndoPreview = z.infer<typeof ImportUndoPreview>;

export const ImportUndoResult = z.object({
	importId: ImportId,
	/** How many registrations are void, and how many issues or complaints are as before. */
	voided: z.int(),
	restored: z.int(),
});
export type ImportUndoResult = z.infer<typeof ImportUndoResult>;
