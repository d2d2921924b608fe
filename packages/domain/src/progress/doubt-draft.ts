import { type ActorStamp, isSameParty } from "../kernel/index.ts";
import type { Doubt, DoubtRule } from "./schema.ts";

/** A doubt that a rule raises, before it has its id and moment. */
export type DoubtDraft = Pick<Doubt, "about" | "evidenceId" | "message" | "against"> & {
	readonly rule: DoubtRule;
};

const MOST_PARTIES = 20;

/** Everybody once. */
export function distinct(stamps: readonly ActorStamp[]): ActorStamp[] {
	const found: ActorStamp[] = [];
	for (const stamp of stamps) {
		if (found.length === MOST_PARTIES) break;
		if (!found.some((other) => isSameParty(other, stamp))) found.push(stamp);
	}
	return found;
}
