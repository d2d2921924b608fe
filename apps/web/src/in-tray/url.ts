import type { InTrayKind } from "@zhenggai/domain/in-tray";
import { caseVocab, isLabelled } from "@zhenggai/domain/vocabulary";
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

/** The form that does what an item asks: on the instrument's own page, or on the page of its issue. */
export const itemHref = (item: {
	readonly verb: string;
	readonly part: string | null;
	readonly issue: { readonly id: string };
}): string => {
	const part = item.part ?? undefined;
	if (!isLabelled(caseVocab.instrumentVerb, item.verb)) {
		return hrefOf(`/issues/${item.issue.id}`, { do: item.verb, part });
	}
	if (item.verb === "draftInstrument" || part === undefined) {
		return hrefOf(`/issues/${item.issue.id}`, { tab: "supervision", do: item.verb, part });
	}
	return hrefOf(`/supervision/${part}`, { do: item.verb });
};
