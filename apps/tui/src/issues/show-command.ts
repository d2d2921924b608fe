import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText, writePage } from "../command-line/output.ts";
import { detailPage } from "./detail-lines.ts";
import { findIssue } from "./find-issue.ts";

/** `issues show`: everything about one issue, the page of the dashboard or one JSON object. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const [wanted = ""] = context.arguments;
	const issueId = await findIssue(client, wanted);
	const asOf = context.options.value("as-of");
	const [detail, history] = await Promise.all([
		client.issues.get.query(asOf === undefined ? { issueId } : { issueId, asOf }),
		client.issues.history.query({ issueId, limit: 50 }),
	]);
	const { columns } = context.environment;
	if (formatOf(context) === "json") {
		context.out(jsonText({ ...detail, history: history.items }, columns));
		return EXIT.done;
	}
	await writePage(context, (width, look) => detailPage(detail, history, width, look));
	return EXIT.done;
};
