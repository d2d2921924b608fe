import type { Issue, IssueDetail } from "@zhenggai/domain/issues";
import type { Actor } from "@zhenggai/domain/kernel";
import type { RuleContext } from "@zhenggai/domain/rules";
import {
	type Instrument,
	lightView,
	superviseIssue,
	supervisionOf,
	supervisionView,
} from "@zhenggai/domain/supervision";
import { readerOf } from "@zhenggai/storage";
import type { ServiceContext } from "../kit/context.ts";
import { proposalView, scheduleOf, seesProposals } from "./reading.ts";
import { instrumentRows } from "./rows.ts";
import { isSeen } from "./scope.ts";

/**
 * What an issue's page says of its supervision on a day: schedule, light, the instruments that the viewer may see, and
 * for those who may draft what the ladder proposes. Issue and instruments are those of the day already.
 */
export async function supervisionOnIssue(
	context: ServiceContext,
	{ issue, instruments }: { readonly issue: Issue; readonly instruments: readonly Instrument[] },
	actor: Actor,
	{ rules, calendar, asOf }: RuleContext,
): Promise<Pick<IssueDetail, "schedule" | "light" | "supervision" | "instruments" | "proposals">> {
	const reader = readerOf(context.database);
	const reading = superviseIssue(issue, instruments, rules, calendar, asOf);
	const seen = instruments.filter((instrument) => isSeen(actor, instrument)).toReversed();
	return {
		schedule: scheduleOf(issue, reading),
		light: lightView(reading.light, rules, supervisionOf(issue).light),
		supervision: supervisionView(issue, seen, { actor, rules, asOf }),
		instruments: await instrumentRows(reader, seen, asOf),
		proposals: seesProposals(actor, issue, asOf) ? reading.proposals.map(proposalView) : [],
	};
}
