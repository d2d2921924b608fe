import { useQuery } from "@tanstack/solid-query";
import { type Labels, vocab } from "@zhenggai/domain/vocabulary";
import { createSignal } from "solid-js";
import { queries } from "../api.ts";
import { names as joined, word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { loaded } from "../loaded.ts";
import { useRegions } from "../responsibilities/index.ts";
import { useMe } from "../shell/me.tsx";
import type { LedgerFilter } from "../types.ts";

/** Names of units that were chosen in this visit: the address holds only their ids. */
const [known, setKnown] = createSignal<ReadonlyMap<string, string>>(new Map());

const enumWords = {
	unitRole: vocab.assignmentRole,
	tier: vocab.tier,
	field: vocab.issueField,
	generality: vocab.generality,
	standing: vocab.deadlineStanding,
} as const;

/** What a filter is set to, in words. */
export function useFilterNames() {
	const me = useMe();
	const regions = useRegions();
	const inspections = useQuery(() => queries.issues.listInspections());
	const needsUnits = () => known().size === 0;
	const units = useQuery(() => ({
		...queries.responsibilities.listUnits({ limit: 500 }),
		enabled: needsUnits(),
		staleTime: 5 * 60_000,
	}));
	const unit = (id: string): string => {
		const own = me().unit;
		if (own !== null && own.id === id) return own.name;
		return known().get(id) ?? loaded(units)?.items.find((one) => one.id === id)?.name ?? id.slice(0, 8);
	};

	const describe = (key: keyof LedgerFilter, filter: LedgerFilter): string => {
		if (key === "states") return joined((filter.states ?? []).map((state) => word(vocab.issueState, state)));
		if (key === "sourceKinds") {
			return joined((filter.sourceKinds ?? []).map((kind) => word(vocab.sourceKind, kind)));
		}
		if (key === "incomplete") return t("yes");
		const value = filter[key];
		if (value === undefined) return "";
		const text = String(value);
		if (key === "region") return regions.name(text);
		if (key === "unitId") return unit(text);
		if (key === "inspectionId")
			return loaded(inspections)?.find((one) => one.id === text)?.name ?? text.slice(0, 8);
		if (key === "parentId" || key === "importId") return text.slice(0, 8);
		if (key in enumWords) return enumWord(key, text);
		return text;
	};
	return {
		unit,
		describe,
		learnUnit: (id: string, name: string) => setKnown((old) => new Map(old).set(id, name)),
	};
}

/** The word of a filter that is one value of an enum; the text itself for any other. */
function enumWord(key: keyof LedgerFilter, text: string): string {
	for (const [name, labels] of Object.entries<Labels<string>>(enumWords)) {
		if (name === key) return word(labels, text);
	}
	return text;
}
