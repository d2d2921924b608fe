import { deadlineCases } from "./cases-deadline.ts";
import { planCases } from "./cases-plan.ts";

/** Named cases of every rule on issues, by rule id. */
export const issueRuleCases = { ...planCases, ...deadlineCases };
