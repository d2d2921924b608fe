import { closeOutCases } from "../../close-out/testing/cases-close-out.ts";
import { planRoomCases } from "../../plans/testing/cases.ts";
import { supervisionCases } from "../../supervision/testing/cases.ts";
import { deadlineCases } from "./cases-deadline.ts";
import { planCases } from "./cases-plan.ts";
import { progressCases } from "./cases-progress.ts";

/** Named cases of every rule on issues, by rule id. */
export const issueRuleCases = {
	...planCases,
	...deadlineCases,
	...planRoomCases,
	...progressCases,
	...closeOutCases,
	...supervisionCases,
};
