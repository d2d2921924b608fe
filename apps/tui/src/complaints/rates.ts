import { say } from "../say.ts";

/** 办结率 as people read it; a dash where there is nothing to divide by. */
export const percentText = (share: number | null): string =>
	share === null ? "-" : `${(share * 100).toFixed(1)}%`;

/** The two 办结率, each by its own name: a figure without one of them means nothing (CMP-13). */
export const RATE_NAMES = {
	strict: say("办结率（只计已办结）", "Closure rate (closed only)"),
	broad: say("办结率（含阶段性办结）", "Closure rate (with stage-closed)"),
} as const;
