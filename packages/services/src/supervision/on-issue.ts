import { can } from "@zhenggai/domain/access";
import { type Issue, type IssueDetail, issueResource } from "@zhenggai/domain/issues";
import { type Actor, shanghaiDate } from "@zhenggai/domain/kernel";
import type { RuleContext } from "@zhenggai/domain/rules";
import { lightView, maySeeInstrument, superviseIssue, supervisionOf } from "@zhenggai/domain/supervision";
import type { Reader } from "@zhenggai/storage";
import { instrumentsOf } from "@zhenggai/storage/supervision";
import { stampOf } from "../kit/authorise.ts";
import { instrumentRows } from "./rows.ts";

const LEFT: ReadonlySet<Issue["lifecycle"]> = new Set(["merged", "carriedOver", "withdrawn"]);

/**
 * What an issue's page says of its supervision on a day: schedule, light, the instruments that the viewer may see, and
 * for those who may draft what the ladder proposes. A page of an earlier day leaves out what was drafted after it; the
 * others are as they are now.
 */
export async function supervisionOnIssue(
	reader: Reader,
	issue: Issue,
	actor: Actor,
	{ rules, calendar, asOf }: RuleContext,
): Promise<Pick<IssueDetail, "schedule" | "light" | "instruments" | "proposals">> {
	const drafted = await instrumentsOf(reader, issue.id);
	const all = drafted.filter(({ draftedAt }) => shanghaiDate(draftedAt) <= asOf);
	const stamp = stampOf(actor);
	const reading = superviseIssue(issue, all, rules, calendar, asOf);
	const seen = all.filter((instrument) => maySeeInstrument(instrument, actor, stamp)).toReversed();
	const mayDraft = can(actor, "draftInstrument", issueResource(issue, asOf)) === null;
	return {
		schedule: LEFT.has(issue.lifecycle) ? null : reading.schedule,
		light: lightView(reading.light, rules, supervisionOf(issue).light),
		instruments: await instrumentRows(reader, seen, asOf),
		proposals: mayDraft
			? reading.proposals.map((proposal) => ({
					...proposal,
					reasons: [...proposal.reasons],
					skips: [...proposal.skips],
					raises: [...proposal.raises],
					addresseeUnitIds: [...proposal.addresseeUnitIds],
				}))
			: [],
	};
}
