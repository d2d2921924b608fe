import { proposalJson, proposalTable, readDocument } from "@zhenggai/documents/reading";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { readInput } from "../command-line/input.ts";
import { say } from "../say.ts";
import { hintOption } from "./reading-hint.ts";
import { checkMapped, mapOption, unknownColumnsText } from "./table-columns.ts";

/** `parse`: what a published document says, with what is doubtful. Needs no server and no database. */
export const run: Runner = async (context) => {
	const input = await readInput(context.arguments[0] ?? "");
	const mapping = mapOption(context);
	const proposal = await readDocument(input, { hint: hintOption(context) });
	checkMapped(mapping, proposal.tables);
	if (context.options.flag("json"))
		context.out(`${JSON.stringify(proposalJson(proposal, context.language))}\n`);
	else for (const line of proposalTable(proposal, context.language)) context.out(`${line}\n`);
	const { issues, complaints, notices, warnings } = proposal;
	context.talk(
		say(
			`问题 ${issues.length}，信访件 ${complaints.length}，完成公示 ${notices.length}，提示 ${warnings.length}`,
			`${issues.length} issues, ${complaints.length} complaints, ${notices.length} notices, ${warnings.length} warnings`,
		),
	);
	const columns = unknownColumnsText(proposal.tables);
	if (columns !== null) context.talk(columns);
	return EXIT.done;
};
