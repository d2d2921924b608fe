import { can } from "@zhenggai/domain/access";
import { type Issue, type IssueDetail, issueResource } from "@zhenggai/domain/issues";
import { type Actor, type IsoDate, shanghaiDate } from "@zhenggai/domain/kernel";
import type { RuleContext } from "@zhenggai/domain/rules";
import {
	type Instrument,
	InstrumentEvent,
	lightView,
	maySeeInstrument,
	replayInstrument,
	superviseIssue,
	supervisionOf,
} from "@zhenggai/domain/supervision";
import { readerOf, readStreams } from "@zhenggai/storage";
import { stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { instrumentRows } from "./rows.ts";

const LEFT: ReadonlySet<Issue["lifecycle"]> = new Set(["merged", "carriedOver", "withdrawn"]);

/** The instruments on an issue as they were at the end of a day: those of the present, replayed for an earlier one. */
async function instrumentsOn(
	context: ServiceContext,
	present: readonly Instrument[],
	asOf: IsoDate,
): Promise<readonly Instrument[]> {
	if (asOf >= momentOf(context).today) return present;
	const drafted = present.filter(({ draftedAt }) => shanghaiDate(draftedAt) <= asOf);
	if (drafted.length === 0) return drafted;
	const streams = await readStreams(
		context.database,
		drafted.map(({ id }) => id),
	);
	return drafted.flatMap(({ id }) => {
		const until = (streams.get(id) ?? []).filter(({ at }) => shanghaiDate(at) <= asOf);
		return replayInstrument(until.map(({ payload }) => InstrumentEvent.parse(payload))) ?? [];
	});
}

/**
 * What an issue's page says of its supervision on a day: schedule, light, the instruments that the viewer may see, and
 * for those who may draft what the ladder proposes. The page of an earlier day has the instruments of that day.
 */
export async function supervisionOnIssue(
	context: ServiceContext,
	{ issue, instruments }: { readonly issue: Issue; readonly instruments: readonly Instrument[] },
	actor: Actor,
	{ rules, calendar, asOf }: RuleContext,
): Promise<Pick<IssueDetail, "schedule" | "light" | "instruments" | "proposals">> {
	const reader = readerOf(context.database);
	const all = await instrumentsOn(context, instruments, asOf);
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
