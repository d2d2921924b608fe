import type { InTrayKind } from "@zhenggai/domain/in-tray";
import { caseVocab, isLabelled } from "@zhenggai/domain/vocabulary";
import { isActionVerb, roomOf } from "../issues/index.ts";
import { hrefOf, member, one, type Params, paramText } from "../list/params.ts";

/** What of the tray is shown. It stands in the address. */
export type TrayFilter = { readonly kind?: InTrayKind; readonly overdue?: true };

/** What the address asks for; words that nobody knows are passed over. */
export function readTrayUrl(params: Params): TrayFilter {
	const kind = member(one(params, "kind"), caseVocab.inTrayKind);
	return {
		...(kind === undefined ? {} : { kind }),
		...(one(params, "overdue") === "1" ? { overdue: true } : {}),
	};
}

/** The parameters of a filter; what is not set goes from the address. */
export const writeTrayUrl = ({ kind, overdue }: TrayFilter) => ({
	kind: paramText(kind),
	overdue: paramText(overdue),
});

const TABS = {
	issues: undefined,
	plans: "plan",
	progress: "progress",
	supervision: "supervision",
	closeOut: "closeOut",
} as const;

/** The part of an issue's page that a verb's form belongs to: where its reader is once the form is closed. */
const tabOf = (verb: string): string | undefined => (isActionVerb(verb) ? TABS[roomOf(verb)] : undefined);

/** The form that does what an item asks: on the instrument's own page, or on the page of its issue. */
export const itemHref = (item: {
	readonly verb: string;
	readonly part: string | null;
	readonly issue: { readonly id: string };
}): string => {
	const part = item.part ?? undefined;
	if (!isLabelled(caseVocab.instrumentVerb, item.verb)) {
		// What is handed in has to be written first: the page of the plan leads to both.
		const form = item.verb === "submitPlan" ? undefined : item.verb;
		return hrefOf(`/issues/${item.issue.id}`, { tab: tabOf(item.verb), do: form, part });
	}
	if (item.verb === "draftInstrument" || part === undefined) {
		return hrefOf(`/issues/${item.issue.id}`, { tab: "supervision", do: item.verb, part });
	}
	return hrefOf(`/supervision/${part}`, { do: item.verb });
};
