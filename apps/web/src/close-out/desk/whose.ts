import type { IssueDetail } from "@zhenggai/domain/issues";
import { caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { names, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { Whose } from "../way.ts";

/** Who takes a step, by name where the issue names them. */
export function whoseText({ row }: IssueDetail, whose: Whose): string {
	switch (whose.kind) {
		case "lead":
			return row.leadUnits.length > 0 ? names(row.leadUnits) : word(vocab.assignmentRole, "lead");
		case "office":
			return t("closeOut.officeOf", { tier: word(vocab.tier, whose.tier) });
		case "acceptor": {
			const office = t("closeOut.officeOf", { tier: word(vocab.tier, whose.tier) });
			return row.acceptanceUnits.length === 0
				? office
				: t("closeOut.officeOrUnit", { office, unit: names(row.acceptanceUnits) });
		}
		case "signer":
			return word(caseVocab.closeOutSigner, whose.signer);
		case "keepers":
			return t("closeOut.keepers");
	}
}
