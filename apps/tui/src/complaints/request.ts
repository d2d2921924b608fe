import { randomUUID } from "node:crypto";
import type { Inputs, ZhenggaiClient } from "@zhenggai/client";
import { codeText } from "./columns.ts";
import type { ComplaintDetail, ComplaintOutcome } from "./wire.ts";

type Command =
	| Inputs["complaints"]["amendComplaint"]["command"]
	| Inputs["complaints"]["relateComplaint"]["command"]
	| Inputs["complaints"]["unrelateComplaint"]["command"]
	| Inputs["complaints"]["withdrawComplaint"]["command"];

/** A command on a complaint that waits for a confirmation. */
export type ComplaintRequest = {
	readonly room: "complaints";
	readonly verb: Command["type"];
	readonly id: string;
	/** What people call it. */
	readonly number: string;
	readonly version: number;
	readonly command: Command;
	readonly justification: string | null;
};

/** A command on the complaint as the reader sees it now. */
export const complaintRequest = (
	{ row }: Pick<ComplaintDetail, "row">,
	command: Command,
): ComplaintRequest => ({
	room: "complaints",
	verb: command.type,
	id: row.id,
	number: codeText(row),
	version: row.version,
	command,
	justification: null,
});

const VERBS: readonly ComplaintRequest["verb"][] = [
	"amendComplaint",
	"relateComplaint",
	"unrelateComplaint",
	"withdrawComplaint",
];

/** What of a complaint can be carried out in the terminal. */
export const isComplaintVerb = (verb: string): verb is ComplaintRequest["verb"] =>
	VERBS.some((known) => known === verb);

/** Sends a command. The key makes a repeated sending count once. */
export function sendComplaint(client: ZhenggaiClient, request: ComplaintRequest): Promise<ComplaintOutcome> {
	const { id: complaintId, command, justification } = request;
	const envelope = {
		expectedVersion: request.version,
		idempotencyKey: randomUUID(),
		...(justification === null ? {} : { justification }),
	};
	switch (command.type) {
		case "amendComplaint":
			return client.complaints.amendComplaint.mutate({ complaintId, command, envelope });
		case "relateComplaint":
			return client.complaints.relateComplaint.mutate({ complaintId, command, envelope });
		case "unrelateComplaint":
			return client.complaints.unrelateComplaint.mutate({ complaintId, command, envelope });
		case "withdrawComplaint":
			return client.complaints.withdrawComplaint.mutate({ complaintId, command, envelope });
	}
}
