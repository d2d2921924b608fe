import { type ObjectionContact, REGISTERED_AUTHOR } from "@zhenggai/domain/close-out";
import { withoutPersonalData } from "@zhenggai/domain/complaints";
import type { IssueCommand } from "@zhenggai/domain/issues";
import type { Instant, IssueId } from "@zhenggai/domain/kernel";
import type { Tx } from "@zhenggai/storage";
import { saveContact } from "@zhenggai/storage/close-out";
import type { ServiceContext } from "../kit/context.ts";

/**
 * A command as it may be journalled: an objection that an office enters for somebody says neither who it was nor any number
 * of a person, for its issue, its history and its journal are read by those whom it is about (CMP-08).
 */
export const withoutAuthor = (command: IssueCommand): IssueCommand =>
	command.type === "registerObjection"
		? { ...command, from: REGISTERED_AUTHOR, text: withoutPersonalData(command.text) }
		: command;

/** Seals who objected beside the ledger, where the offices that answer can read it, each reading journalled. */
export async function sealAuthor(
	tx: Tx,
	{ vault }: Pick<ServiceContext, "vault">,
	{
		issueId,
		command,
		at,
	}: { readonly issueId: IssueId; readonly command: IssueCommand; readonly at: Instant },
): Promise<void> {
	if (command.type !== "registerObjection") return;
	const { objectionId, from } = command;
	const author: ObjectionContact = { name: from, reach: "" };
	await saveContact(tx, { objectionId, issueId, sealed: vault.seal(JSON.stringify(author)), at });
}
