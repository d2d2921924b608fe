import type { MessageKey } from "../i18n/index.ts";
import type { ComplaintListFilter } from "../types.ts";

export type ComplaintQuickView = {
	readonly id: string;
	readonly label: MessageKey;
	readonly filter: ComplaintListFilter;
};

/** The views that everybody has. They cannot be deleted; each is only a filter in the address. */
export const complaintViews: readonly ComplaintQuickView[] = [
	{ id: "all", label: "complaints.view.all", filter: {} },
	{ id: "open", label: "complaints.view.open", filter: { statuses: ["open"] } },
	{ id: "stageClosed", label: "complaints.view.stageClosed", filter: { statuses: ["stageClosed"] } },
	{ id: "key", label: "complaints.view.key", filter: { isKey: true } },
	{ id: "untrue", label: "complaints.view.untrue", filter: { verdicts: ["untrue"] } },
	{ id: "withdrawn", label: "complaints.view.withdrawn", filter: { withdrawn: true } },
];
