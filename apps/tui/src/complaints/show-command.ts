import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText, writePage } from "../command-line/output.ts";
import { complaintPage } from "./detail-lines.ts";
import { findComplaint } from "./find-complaint.ts";

const HISTORY_LIMIT = 50;

/** `complaints show`: everything about one letter or call, the page of the dashboard or one JSON object. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const complaintId = await findComplaint(client, context.arguments[0] ?? "");
	const [detail, history] = await Promise.all([
		client.complaints.get.query({ complaintId }),
		client.complaints.history.query({ complaintId, limit: HISTORY_LIMIT }),
	]);
	if (formatOf(context) === "json") {
		context.out(jsonText({ ...detail, history: history.items }, context.environment.columns));
		return EXIT.done;
	}
	await writePage(context, (width, look) => complaintPage(detail, history, width, look));
	return EXIT.done;
};
