import { useQueryClient } from "@tanstack/solid-query";
import type { CommandOutcome } from "@zhenggai/client";
import type { IssueDetail } from "@zhenggai/domain/issues";
import type { Refusal } from "@zhenggai/domain/kernel";
import { queries } from "../api.ts";
import type { Envelope } from "../commands/index.ts";
import { type ProgressInput, sendProgress } from "./send.ts";

/** One command of a chain. */
export type Link = {
	/** Names the part of the form that it comes from: its refusals are shown there (`<key>.<field>`). */
	readonly key: string;
	readonly command: ProgressInput;
	/** Keys of what has to have been accepted before it; without them it is not sent. */
	readonly after: readonly string[];
};

/** What became of the links that were sent. */
export type Sent = { readonly done: readonly string[]; readonly failed: readonly string[] };

const placed = (refusal: Refusal, key: string): Refusal => ({
	...refusal,
	field: refusal.field === null ? key : `${key}.${refusal.field}`,
});

/**
 * Sends several commands as one form, each on the version that the one before it led to. What is refused does not hold
 * up what does not rest on it; all refusals are given together, each with the key of its link. A conflict ends the
 * chain at once. What was accepted stays so and is taken into the page: the form finds it there and sends only the
 * rest the next time.
 */
export function createChain(issueId: () => string, onSent: (sent: Sent) => void) {
	const queryClient = useQueryClient();
	let version = 0;
	const take = (detail: IssueDetail) => {
		version = detail.row.version;
		queryClient.setQueryData(queries.issues.get({ issueId: issueId() }).queryKey, detail);
	};
	return async (links: readonly Link[], envelope: Envelope): Promise<CommandOutcome> => {
		const done: string[] = [];
		const failed: string[] = [];
		const refusals: Refusal[] = [];
		const warnings: Refusal[] = [];
		let last: CommandOutcome | null = null;
		for (const { key, command, after } of links) {
			if (after.some((other) => failed.includes(other))) {
				failed.push(key);
				continue;
			}
			const outcome = await sendProgress(issueId(), command, {
				...envelope,
				expectedVersion: Math.max(envelope.expectedVersion, version),
				idempotencyKey: `${envelope.idempotencyKey}.${key}`.slice(0, 200),
			});
			last = outcome;
			if (outcome.ok) {
				done.push(key);
				warnings.push(...outcome.warnings);
				take(outcome.value);
				continue;
			}
			if (outcome.conflict !== null) {
				onSent({ done, failed: [key] });
				return outcome;
			}
			failed.push(key);
			refusals.push(...outcome.refusals.map((refusal) => placed(refusal, key)));
		}
		onSent({ done, failed });
		if (last?.ok && failed.length === 0) return { ...last, warnings };
		return { ok: false, refusals, conflict: null };
	};
}
