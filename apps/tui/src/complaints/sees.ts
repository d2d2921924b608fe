import type { Me } from "@zhenggai/client";

/** Whether this reader has the complaints at all. */
export const seesComplaints = (me: Pick<Me, "actions"> | null): boolean =>
	me?.actions.includes("viewComplaint") ?? false;
