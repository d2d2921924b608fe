import type { Me } from "@zhenggai/domain/access";
import type { MessageKey } from "../i18n/index.ts";
import type { LedgerFilter } from "../types.ts";

export type QuickView = { readonly id: string; readonly label: MessageKey; readonly filter: LedgerFilter };

/** States in which somebody still works on an issue. */
const OPEN_PLANNING = ["assigned", "planning"] as const;

/** The views that everybody has. They cannot be deleted; each is only a filter in the address. */
export function quickViews(me: Me): readonly QuickView[] {
	const mine: QuickView[] =
		me.unit === null ? [] : [{ id: "mine", label: "view.mine", filter: { unitId: me.unit.id } }];
	return [
		{ id: "all", label: "view.all", filter: {} },
		...mine,
		{ id: "overdue", label: "view.overdue", filter: { standing: "overdue" } },
		{ id: "due7", label: "view.due7", filter: { standing: "due7" } },
		{ id: "due30", label: "view.due30", filter: { standing: "due30" } },
		{ id: "incomplete", label: "view.incomplete", filter: { incomplete: true } },
		{ id: "registered", label: "view.registered", filter: { states: ["registered"] } },
		{ id: "planning", label: "view.planning", filter: { states: [...OPEN_PLANNING] } },
	];
}
