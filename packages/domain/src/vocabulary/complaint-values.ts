import type { ComplaintImportField } from "../complaints/index.ts";
import type { Language } from "../kernel/index.ts";
import { complaintField } from "./complaints.ts";
import { formatNames } from "./format.ts";
import { label, labelOr } from "./label.ts";
import { complaintChannel, complaintStatus, pollutionType, verdict } from "./other-rooms.ts";
import { say } from "./say.ts";

const KEY_ITEM = { true: complaintField.isKey, false: say("否", "no") };

/**
 * One side of a difference as people read it: `text` as a preview gives it (values of enums as their codes, lists parted
 * by 、), with the enums' own labels. `nameOf` tells the name of a region's code.
 */
export function complaintValueText(
	field: ComplaintImportField,
	text: string,
	language: Language,
	nameOf: (region: string) => string = (region) => region,
): string {
	switch (field) {
		case "channel":
			return labelOr(complaintChannel, text, language);
		case "verdict":
			return labelOr(verdict, text, language);
		case "status":
			return labelOr(complaintStatus, text, language);
		case "isKey":
			return text === "true" ? label(KEY_ITEM, "true", language) : label(KEY_ITEM, "false", language);
		case "pollutionTypes":
			return formatNames(
				text.split("、").map((type) => labelOr(pollutionType, type, language)),
				language,
			);
		case "places":
			return formatNames(text.split("、").map(nameOf), language);
		default:
			return text;
	}
}
