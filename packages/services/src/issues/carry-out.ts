import type { Issue, IssueCommand } from "@zhenggai/domain/issues";
import type { Cause } from "@zhenggai/domain/journal";
import type { IsoDate, Refusal } from "@zhenggai/domain/kernel";
import type { Tx } from "@zhenggai/storage";
import type { ServiceContext } from "../kit/context.ts";
import { conflicted, type Refused, refused } from "../kit/outcome.ts";
import { type Asking, decideChanges } from "./changes.ts";
import { judgeChanges } from "./judge.ts";
import { writeChanges } from "./write-changes.ts";

/** Who asked for something that has an effect on an issue, and why. */
export type Effect = {
	readonly asking: Asking;
	readonly cause: Cause;
	readonly today: IsoDate;
	readonly justification: string | undefined;
};

export type CarriedOut = { readonly ok: true; readonly warnings: readonly Refusal[] } | Refused;

/** Carries out a command on an issue in the transaction of something else, asked and judged as if it were given by itself. */
export async function carryOut(
	tx: Tx,
	context: ServiceContext,
	issue: Issue | null,
	command: IssueCommand,
	{ asking, cause, today, justification }: Effect,
): Promise<CarriedOut> {
	const changes = await decideChanges(tx, asking, issue, command);
	if (!changes.ok) return refused(changes.refusals);
	const judged = await judgeChanges(tx, changes.value, justification, today, command.type);
	if (judged.blocking.length > 0) return refused(judged.blocking);
	const conflict = await writeChanges(tx, context, changes.value, { asking, cause, today });
	return conflict === null ? { ok: true, warnings: judged.warnings } : conflicted(conflict);
}
