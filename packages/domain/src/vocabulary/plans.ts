import type { PlanWaiver } from "../plans/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** What a plan may leave out with a reason. */
export const planWaiver: Labels<PlanWaiver["of"]> = {
	immediateFix: say("当下改的措施", "Immediate fix"),
	longTermMechanism: say("长效机制", "Long-term mechanism"),
	similarScreening: say("举一反三排查", "Similar-problem screening"),
};
