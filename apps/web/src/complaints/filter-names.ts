import { useQuery } from "@tanstack/solid-query";
import { caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { queries } from "../api.ts";
import { dateText, names, word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { loaded } from "../loaded.ts";
import { useRegions } from "../responsibilities/index.ts";
import type { ComplaintListFilter } from "../types.ts";

/** What a filter is set to, in words. */
export function useComplaintFilterNames() {
	const regions = useRegions();
	const inspections = useQuery(() => queries.issues.listInspections());
	return (key: keyof ComplaintListFilter, filter: ComplaintListFilter): string => {
		switch (key) {
			case "channels":
				return names((filter.channels ?? []).map((one) => word(vocab.complaintChannel, one)));
			case "pollutionTypes":
				return names((filter.pollutionTypes ?? []).map((one) => word(vocab.pollutionType, one)));
			case "verdicts":
				return names((filter.verdicts ?? []).map((one) => word(vocab.verdict, one)));
			case "statuses":
				return names((filter.statuses ?? []).map((one) => word(vocab.complaintStatus, one)));
			case "isKey":
				return filter.isKey === false ? t("no") : t("yes");
			case "withdrawn":
				return t("yes");
			case "region":
				return regions.name(filter.region ?? "");
			case "inspectionId":
				return (
					loaded(inspections)?.find((one) => one.id === filter.inspectionId)?.name ??
					(filter.inspectionId ?? "").slice(0, 8)
				);
			case "batch":
				return t("complaints.batchN", { n: filter.batch ?? 0 });
			case "batchFrom":
			case "batchTo":
				return dateText(filter[key] ?? "");
			case "importId":
				return (filter.importId ?? "").slice(0, 8);
			case "waiting":
				return filter.waiting === undefined ? "" : word(caseVocab.complaintWait, filter.waiting);
			case "text":
				return filter.text ?? "";
		}
	};
}
