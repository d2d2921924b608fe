import type { CommandOutcome } from "@zhenggai/client";
import type { Refusal } from "@zhenggai/domain/kernel";
import type { Envelope } from "../commands/index.ts";
import type { ProgressInput } from "./input.ts";

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

type Accepted = Extract<CommandOutcome, { ok: true }>;

export type ChainPorts = {
	readonly send: (command: ProgressInput, envelope: Envelope) => Promise<CommandOutcome>;
	/** Takes in the state that a link led to. */
	readonly take: (value: Accepted["value"]) => void;
};

const placed = (refusal: Refusal, key: string): Refusal => ({
	...refusal,
	field: refusal.field === null ? key : `${key}.${refusal.field}`,
});

/**
 * Sends several commands as one form, each on the version that the one before it led to. What is refused does not hold
 * up what does not rest on it; all refusals are given together, each with the key of its link. A conflict ends the
 * chain at once, and so does a request that fails, with what it throws: what was accepted stays so.
 */
export async function runChain(
	links: readonly Link[],
	envelope: Envelope,
	{ send, take }: ChainPorts,
): Promise<{ readonly outcome: CommandOutcome; readonly sent: Sent }> {
	const [done, failed]: [string[], string[]] = [[], []];
	const [refusals, warnings]: [Refusal[], Refusal[]] = [[], []];
	let last: Accepted | null = null;
	for (const [at, { key, command, after }] of links.entries()) {
		if (after.some((other) => failed.includes(other))) {
			failed.push(key);
			continue;
		}
		const outcome: CommandOutcome = await send(command, {
			...envelope,
			expectedVersion: last?.value.row.version ?? envelope.expectedVersion,
			idempotencyKey: `${envelope.idempotencyKey}.${key}`.slice(0, 200),
		});
		if (outcome.ok) {
			done.push(key);
			warnings.push(...outcome.warnings);
			last = outcome;
			take(outcome.value);
			continue;
		}
		if (outcome.conflict !== null) {
			return { outcome, sent: { done, failed: [...failed, ...links.slice(at).map((left) => left.key)] } };
		}
		failed.push(key);
		refusals.push(...outcome.refusals.map((refusal) => placed(refusal, key)));
	}
	const sent = { done, failed };
	return last !== null && failed.length === 0
		? { outcome: { ...last, warnings }, sent }
		: { outcome: { ok: false, refusals, conflict: null }, sent };
}
