import { clockText } from "../app/bars.ts";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText } from "../command-line/output.ts";
import { say } from "../say.ts";

/** `sign-in-link`: a one-time link for a person, made with the operator's right on the server's own machine. */
export const run: Runner = async (context) => {
	const { client } = await context.connect("operator");
	const [username = ""] = context.arguments;
	const link = await client.access.createSignInLink.mutate({ username });
	const json = formatOf(context) === "json";
	context.out(json ? jsonText(link, context.environment.columns) : `${link.url}\n`);
	const until = clockText(Date.parse(link.expiresAt));
	context.talk(say(`限用一次，${until} 前有效。请勿转发`, `For one use, until ${until}. Do not pass it on`));
	return EXIT.done;
};
