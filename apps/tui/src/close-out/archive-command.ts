import { downloadArchive } from "@zhenggai/client";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { saveDownload } from "../command-line/save-file.ts";
import { findIssue } from "../issues/index.ts";
import { say } from "../say.ts";

/** `archive`: the frozen archive of a closed issue as one ZIP that checks itself offline. */
export const run: Runner = async (context) => {
	const { client, files } = await context.connect();
	const issueId = await findIssue(client, context.arguments[0] ?? "");
	const download = await downloadArchive(files, { issueId });
	const { path, sha256 } = await saveDownload(
		download,
		context.options.value("output"),
		context.options.flag("force"),
	);
	context.talk(
		say(
			`已下载 ${path}（SHA-256 ${sha256}）。核验：解压后在其中运行 node verify.mjs，无需联网`,
			`Fetched ${path} (SHA-256 ${sha256}). To check it: unpack it and run node verify.mjs in its folder; no network is needed`,
		),
	);
	return EXIT.done;
};
