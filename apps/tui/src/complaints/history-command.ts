import { vocab } from "@zhenggai/domain/vocabulary";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeHistory } from "../command-line/history.ts";
import { findComplaint } from "./find-complaint.ts";

/** `complaints history`: all that happened to a complaint, newest first. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const complaintId = await findComplaint(client, context.arguments[0] ?? "");
	await writeHistory(context, vocab.complaintEvent, (page) =>
		client.complaints.history.query({ complaintId, ...page }),
	);
	return EXIT.done;
};
