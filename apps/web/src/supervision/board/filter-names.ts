import { useQuery } from "@tanstack/solid-query";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { queries } from "../../api.ts";
import { names, word } from "../../i18n/format.ts";
import { loaded } from "../../loaded.ts";
import { useRegions } from "../../responsibilities/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { InstrumentListFilter } from "./url.ts";

/** What a filter of the board is set to, in words. */
export function useBoardFilterNames(filter: () => InstrumentListFilter) {
	const me = useMe();
	const regions = useRegions();
	const units = useQuery(() => ({
		...queries.responsibilities.listUnits({ limit: 500 }),
		enabled: filter().unitId !== undefined && filter().unitId !== me().unit?.id,
		staleTime: 5 * 60_000,
	}));
	const issue = useQuery(() => ({
		...queries.issues.get({ issueId: filter().issueId ?? "" }),
		enabled: filter().issueId !== undefined,
	}));
	const unit = (id: string): string => {
		const own = me().unit;
		if (own?.id === id) return own.name;
		return loaded(units)?.items.find((one) => one.id === id)?.name ?? id.slice(0, 8);
	};
	return (key: keyof InstrumentListFilter): string => {
		const { stages = [], kinds = [], region = "", unitId = "", issueId = "" } = filter();
		switch (key) {
			case "stages":
				return names(stages.map((stage) => word(caseVocab.instrumentStage, stage)));
			case "kinds":
				return names(kinds.map((kind) => word(caseVocab.instrumentKind, kind)));
			case "region":
				return regions.name(region);
			case "unitId":
				return unit(unitId);
			case "issueId":
				return loaded(issue)?.row.number ?? issueId.slice(0, 8);
		}
	};
}
