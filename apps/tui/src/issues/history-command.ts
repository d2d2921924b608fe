import { vocab } from "@zhenggai/domain/vocabulary";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeHistory } from "../command-line/history.ts";
import { findIssue } from "./find-issue.ts";

/** `issues history`: all that happened to an issue, newest first. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const issueId = await findIssue(client, context.arguments[0] ?? "");
	await writeHistory(context, vocab.issueEvent, (page) => client.issues.history.query({ issueId, ...page }));
	return EXIT.done;
};
