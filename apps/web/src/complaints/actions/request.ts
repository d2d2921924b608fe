/** Verbs of a complaint that is on the ledger, each with a form. Registering is done from the list and the import. */
const FORMS = {
	amendComplaint: true,
	relateComplaint: true,
	unrelateComplaint: true,
	withdrawComplaint: true,
} as const;

export type ComplaintAction = keyof typeof FORMS;

export const isComplaintAction = (verb: string): verb is ComplaintAction => Object.hasOwn(FORMS, verb);

/** Which form is asked for. */
export type ComplaintRequest = { readonly verb: ComplaintAction };
