import {
	accept,
	type Decision,
	isWithin,
	type Refusal,
	type RegionCode,
	refusal,
	reject,
	say,
	tierOf,
} from "../kernel/index.ts";
import type { IssueCommand } from "./commands.ts";
import type { IssueContext, IssueFacts } from "./context.ts";
import type { IssueEvent } from "./events.ts";
import { canHangBelow, gate, type Refusals } from "./guards.ts";
import type { Issue } from "./schema.ts";

type CommandOf<T extends IssueCommand["type"]> = Extract<IssueCommand, { type: T }>;
type Register = CommandOf<"registerIssue">;
const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;

/** Children of the issue that still stand, or stood until close-out: those that take a region's part on. */
export const standingChildren = (issue: Issue, context: IssueContext): IssueFacts[] =>
	issue.childIds.flatMap((id) => {
		const child = context.surroundings.issues.get(id);
		return child === undefined || child.lifecycle === "withdrawn" ? [] : [child];
	});

const notBelow = (field: string): Refusal =>
	refusal(
		"NOT_BELOW",
		say(
			"须在本问题所在地区之内，且低于本级清单的层级",
			"It must lie in the issue's region and on a lower list than the issue",
		),
		say("选择下级地区", "Choose a region below"),
		{ field, who: OFFICES },
	);

const regionTaken = (field: string): Refusal =>
	refusal(
		"REGION_TAKEN",
		say("该地区已承接本问题", "This region has taken the item on already"),
		say(
			"在其已有的下级问题上办理；确需另立的，以新编号登记并选择上级问题",
			"Act on the child that is there, or register a further one with its own number under this issue",
		),
		{ field, who: OFFICES },
	);

const declaredBefore = (field: string): Refusal =>
	refusal(
		"DECLARED_NOT_OURS",
		say("该地区已认定不涉及本问题", "This region was declared to have no part in it"),
		say("核对地区", "Check the region"),
		{ field, who: OFFICES },
	);

/** Refused where there is no lower tier to hand anything down to. */
export const belowGuard = (issue: Pick<Issue, "tier">): Refusals =>
	issue.tier === "county"
		? [
				refusal(
					"NOTHING_BELOW",
					say("县级问题没有下级地区可分解", "A county's issue has no region below to hand it to"),
					say("直接交办到责任单位", "Assign it to the units themselves"),
					{ who: OFFICES },
				),
			]
		: [];

function childGuard(
	issue: Issue,
	command: CommandOf<"decomposeIssue">,
	index: number,
	context: IssueContext,
): Refusals {
	const child = command.children[index];
	if (child === undefined) return [];
	const field = `children.${index}`;
	const earlier = command.children.slice(0, index);
	const repeated =
		child.issueId === issue.id ||
		issue.childIds.includes(child.issueId) ||
		earlier.some((other) => other.issueId === child.issueId);
	if (repeated) {
		return [
			refusal(
				"DUPLICATE_ID",
				say("下级问题重复", "This child is named already"),
				say("每个下级问题只列一次", "Name every child once"),
				{ field: `${field}.issueId`, who: OFFICES },
			),
		];
	}
	const registered = context.surroundings.issues.get(child.issueId);
	const declined = issue.notOurs.some(({ region }) => isWithin(child.region, region))
		? [declaredBefore(`${field}.region`)]
		: [];
	if (registered !== undefined) {
		return [...attachGuard(issue, child.region, registered, field), ...declined];
	}
	const refusals: Refusal[] = [];
	if (!canHangBelow({ region: child.region, tier: tierOf(child.region) }, issue)) {
		refusals.push(notBelow(`${field}.region`));
	}
	const taken =
		earlier.some((other) => other.region === child.region) ||
		standingChildren(issue, context).some((other) => other.region === child.region);
	if (taken) refusals.push(regionTaken(`${field}.region`));
	return [...refusals, ...declined];
}

/** A child that was registered on its own with this issue as its parent. */
const attachGuard = (issue: Issue, region: RegionCode, registered: IssueFacts, field: string): Refusals =>
	registered.parentId === issue.id && registered.region === region && canHangBelow(registered, issue)
		? []
		: [notBelow(`${field}.issueId`)];

/** Hands the item down. The caller registers the children in the same act, see {@link childRegistrations}. */
export function decideDecompose(
	issue: Issue,
	command: CommandOf<"decomposeIssue">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const below = belowGuard(issue);
	if (below.length > 0) return reject(...below);
	const refusals = command.children.flatMap((_, index) => childGuard(issue, command, index, context));
	if (refusals.length > 0) return reject(...refusals);
	return accept<IssueEvent>({
		type: "issueDecomposed",
		at: context.now,
		children: command.children.map(({ issueId, region }) => ({ issueId, region })),
	});
}

/**
 * The registrations of the children that a decomposition names and that are not on the ledger yet: the parent's
 * finding word for word, under its first mandate, with its goal and deadline to start from (DL-05). Owners and
 * measures are the child's own (PLAN-06), so they start empty.
 */
export function childRegistrations(
	parent: Issue,
	command: CommandOf<"decomposeIssue">,
	registered: ReadonlySet<string> = new Set(),
): Register[] {
	const mandate = parent.mandates[0];
	if (mandate === undefined) return [];
	const [text] = parent.sourceTexts;
	return command.children
		.filter(({ issueId }) => !registered.has(issueId))
		.map(({ issueId, region }) => ({
			type: "registerIssue",
			issueId,
			region,
			tier: tierOf(region),
			parentId: parent.id,
			mandate,
			statement: parent.statement,
			sourceText:
				text === undefined
					? null
					: { text: text.text, document: text.document, sha256: text.sha256, lines: text.lines },
			numberByTier: parent.numberByTier,
			field: parent.field,
			generality: parent.generality,
			goal: parent.goal,
			deadline: parent.deadline,
			constraints: parent.constraints,
			remarks: null,
			assignments: [],
			measures: [],
			sites: [],
			importId: null,
		}));
}

const consentMissing = (field: string): Refusal =>
	refusal(
		"PLAN-05",
		say(
			"认定不涉及须有上级同意的文件和同意单位",
			"Declaring an item not ours needs upstream consent in writing",
		),
		say("填写同意文件和同意单位", "Name the document and who consented"),
		{ field, who: OFFICES, basis: "seed1" },
	);

/** Records that a region has no part in the item, with upstream consent (PLAN-05). */
export function decideNotOurs(
	issue: Issue,
	command: CommandOf<"declareNotOurs">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const { notOurs } = command;
	const below = belowGuard(issue);
	if (below.length > 0) return reject(...below);
	const child = { region: notOurs.region, tier: tierOf(notOurs.region) };
	const taken = standingChildren(issue, context).some(({ region }) => isWithin(region, notOurs.region));
	const refusals = [
		...(canHangBelow(child, issue) ? [] : [notBelow("notOurs.region")]),
		...(issue.notOurs.some(({ region }) => region === notOurs.region)
			? [declaredBefore("notOurs.region")]
			: []),
		...(taken ? [regionTaken("notOurs.region")] : []),
		...(notOurs.consentDocument.trim().length < 2 ? [consentMissing("notOurs.consentDocument")] : []),
		...(notOurs.consentBy.trim() === "" ? [consentMissing("notOurs.consentBy")] : []),
		...(notOurs.reason.trim().length < 2 ? [consentMissing("notOurs.reason")] : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	return accept<IssueEvent>({ type: "notOursDeclared", at: context.now, notOurs });
}
