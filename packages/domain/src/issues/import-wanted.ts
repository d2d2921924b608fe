import type { Deadline, PersonId, ProposedDeadline, UnitId } from "../kernel/index.ts";
import type { AssignmentRole } from "../responsibilities/index.ts";
import type { ImportField } from "./import.ts";
import type { ProposedIssue } from "./proposal.ts";

/** What a name of the document stands for, as the clerk decided. */
export type Party<Id> =
	| { readonly kind: "use"; readonly id: Id }
	| { readonly kind: "leaveOut" }
	| { readonly kind: "undecided" };

/** The clerk's decisions about the names of a document. */
export type Resolution = {
	readonly unit: (name: string) => Party<UnitId>;
	readonly person: (name: string) => Party<PersonId>;
};

/** Who the document names for one role: ids without repetition, and the names that nobody decided about yet. */
export type WantedParties = { readonly ids: readonly string[]; readonly undecided: readonly string[] };

/** The fields of an import that name units or people, with the roles they stand for. */
export const PARTY_FIELDS = [
	["leadUnits", "lead", "unit"],
	["responsibleUnits", "responsible", "unit"],
	["supportingUnits", "supporting", "unit"],
	["supervisingUnits", "supervising", "unit"],
	["acceptanceUnits", "acceptance", "unit"],
	["responsibleLeaders", "responsibleLeader", "person"],
	["responsiblePersons", "responsiblePerson", "person"],
] as const satisfies readonly (readonly [
	ImportField & keyof ProposedIssue,
	AssignmentRole,
	"unit" | "person",
])[];

/** Resolves names; those that are left out vanish. */
export function wantedParties<Id extends string>(
	names: readonly string[],
	resolve: (name: string) => Party<Id>,
): { ids: Id[]; undecided: string[] } {
	const ids = new Set<Id>();
	const undecided: string[] = [];
	for (const name of names) {
		const party = resolve(name);
		if (party.kind === "use") ids.add(party.id);
		if (party.kind === "undecided") undecided.push(name);
	}
	return { ids: [...ids], undecided };
}

/**
 * The deadline that can stand on the ledger. Null where the wording gives no whole date or no category: nothing is
 * completed here, and an offered deadline is never taken by itself.
 */
export const wholeDeadline = (deadline: ProposedDeadline | null | undefined): Deadline | null =>
	deadline === null || deadline === undefined || deadline.point === null || deadline.category === null
		? null
		: {
				text: cut(deadline.text, 500),
				category: deadline.category,
				point: deadline.point,
			};

/** A text within the ledger's limit, without white space round it. */
export const cut = (text: string, length: number): string => text.trim().slice(0, length).trim();

/** Text of a field that the document may leave out; null where it is empty. */
export const wantedText = (text: string | undefined, length: number): string | null =>
	text === undefined ? null : cut(text, length) || null;

/** The remarks that a document brings: its labelled texts without a field of their own. */
export const wantedRemarks = (proposed: ProposedIssue): string | null =>
	wantedText(
		proposed.otherFields.map(({ label, text }) => (label === "备注" ? text : `${label}：${text}`)).join("\n"),
		5000,
	);

/** Whether two texts say the same: white space and character width do not count. */
export const sameText = (a: string | null, b: string | null): boolean =>
	a === b || (a !== null && b !== null && bare(a) === bare(b));

const bare = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");
