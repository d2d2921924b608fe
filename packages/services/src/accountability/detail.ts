import {
	knownReferral,
	type Referral,
	type ReferralDetail,
	type ResponsibilityTrace,
	referralActions,
	referralRow,
	sightOf,
	standingConsequences,
	traceAll,
} from "@zhenggai/domain/accountability";
import { type Issue, issueNumber } from "@zhenggai/domain/issues";
import { type Actor, type IssueId, PersonId, type ReferralId, UnitId } from "@zhenggai/domain/kernel";
import { type Reader, readerOf } from "@zhenggai/storage";
import { loadReferral } from "@zhenggai/storage/accountability";
import { loadIssues } from "@zhenggai/storage/issues";
import { findRegions, loadPeople, loadUnits } from "@zhenggai/storage/responsibilities";
import { ServiceError } from "../errors.ts";
import { isOwn, stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";

/**
 * A referral as far as the actor may know of it. Throws NOT_FOUND for one of which it may not know, as for one that is
 * not there.
 */
export async function referralFor(
	reader: Reader,
	actor: Actor,
	id: ReferralId,
): Promise<{ whole: Referral; known: Referral; sight: "facts" | "whole" }> {
	const whole = await loadReferral(reader, id);
	const sight = whole === null ? "none" : sightOf(actor, whole);
	if (whole === null || sight === "none") throw new ServiceError("NOT_FOUND");
	return { whole, known: knownReferral(whole, sight), sight };
}

/** The issues of a referral that the actor may open. */
export async function openIssues(
	reader: Reader,
	actor: Actor,
	ids: readonly IssueId[],
): Promise<ReadonlyMap<IssueId, Issue>> {
	const found = await loadIssues(reader, [...new Set(ids)]);
	return new Map([...found].filter(([, issue]) => isOwn(actor, issue.region)));
}

async function namesOf(reader: Reader, referral: Referral, traces: readonly ResponsibilityTrace[]) {
	const links = [...traces, ...referral.submissions.flatMap((one) => one.traces)].flatMap((one) => one.links);
	const unitIds = [...links, ...referral.content.subjects].flatMap(({ unitId }) => unitId ?? []);
	const personIds = links.flatMap(({ personId }) => personId ?? []);
	const [units, people] = await Promise.all([
		loadUnits(
			reader,
			[...new Set(unitIds)].map((id) => UnitId.parse(id)),
		),
		loadPeople(
			reader,
			[...new Set(personIds)].map((id) => PersonId.parse(id)),
		),
	]);
	const named = [...units.values(), ...people.values()];
	return Object.fromEntries(named.map(({ id, name }) => [id, name]));
}

/** The page of a referral for an actor who sees so much of it. */
export async function referralDetail(
	context: ServiceContext,
	actor: Actor,
	known: Referral,
	sight: "facts" | "whole",
): Promise<ReferralDetail> {
	const reader = readerOf(context.database);
	const { issueIds, failedOn } = known.content;
	const issues = await openIssues(reader, actor, issueIds);
	const traces = traceAll(issues, issueIds, failedOn);
	const [names, regions] = await Promise.all([
		namesOf(reader, known, traces),
		findRegions(reader, [known.region]),
	]);
	const { receipt, conclusion, appeals } = known;
	return {
		row: referralRow(known, regions[0]?.name ?? known.region),
		content: known.content,
		drafted: known.drafted,
		submissions: known.submissions,
		returns: known.returns,
		decision: known.decision,
		withdrawal: known.withdrawal,
		outcome:
			sight === "whole" ? { receipt, conclusion, appeals, standing: [...standingConsequences(known)] } : null,
		traces,
		names,
		issues: issueIds.map((id) => {
			const issue = issues.get(id);
			return issue === undefined ? null : { id, number: issueNumber(issue), statement: issue.statement };
		}),
		actions: referralActions(known, { actor, stamp: stampOf(actor) }),
		asOf: momentOf(context).today,
	};
}
