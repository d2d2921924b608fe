import type { importUndo as zh } from "../zh-CN/import-undo.ts";

/** Sentences of undoing an import. */
export const importUndo: Record<keyof typeof zh, string> = {
	"undo.button": "Undo import",
	"undo.title": "Undo the import of {name}",
	"undo.text":
		"The ledger says again what it said before; what the import registered is void and gives its numbers back. The history keeps both. It is done as a whole or not at all.",
	"undo.voided": "{n} voided",
	"undo.restored": "{n} as before",
	"undo.nothing": "{n} with nothing to do",
	"undo.obstructed": "{n} obstructed",
	"undo.blocked": "These have been worked on since; clear them first",
	"undo.cannot": "It cannot be undone",
	"undo.openLater": "Open that import",
	"undo.comesBack": "What comes back",
	"undo.voids": "Registrations that become void",
	"undo.more": "and {n} more",
	"undo.staysInspections": "The inspection that it registered stays: {names}.",
	"undo.staysUnits": "The {n} {n|unit|units} that it entered {n|stays|stay}.",
	"undo.staysPeople": "The {n} {n|person|people} that it entered {n|stays|stay}.",
	"undo.reason": "Why it is undone",
	"undo.reasonHint": "Goes into the history; at least two characters",
	"undo.done": "Import undone: {voided} voided, {restored} as before",
	"undo.was": "This import was undone",
	"undo.wasText": "{name} · {by} · {at} · Reason: {reason}",
	"undo.by": "Undone by {by} · {at}",
	"undo.again": "Import again",
};
