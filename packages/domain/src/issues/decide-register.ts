import { can } from "../access/index.ts";
import {
	accept,
	type Decision,
	type Instant,
	isWithin,
	type Refusal,
	refusal,
	reject,
	say,
} from "../kernel/index.ts";
import type { Assignment } from "../responsibilities/index.ts";
import type { IssueCommand, IssueElements, NewAssignment } from "./commands.ts";
import type { IssueContext } from "./context.ts";
import type { IssueEvent } from "./events.ts";
import { assignmentsGuard, canHangBelow, idGuard, numberGuard, type Refusals, unitGuard } from "./guards.ts";
import { isEnded } from "./lifecycle.ts";
import { alreadyRegistered, textMissing, unknown } from "./refusals.ts";
import type { Issue, Measure, NewMeasure, Site, SourceText } from "./schema.ts";
import { fitsTier } from "./tier.ts";

type Register = Extract<IssueCommand, { type: "registerIssue" }>;
const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;

/** A new assignment as the ledger keeps it. */
export const freshAssignment = (assignment: NewAssignment, takesOverFrom: Assignment | null): Assignment => ({
	id: assignment.id,
	role: assignment.role,
	kind: assignment.kind,
	unitId: assignment.unitId,
	personId: assignment.personId,
	from: assignment.from,
	until: null,
	acknowledged: null,
	takesOverFrom: takesOverFrom?.id ?? null,
	endReason: null,
});

/** A new measure as the ledger keeps it. */
export const freshMeasure = (measure: NewMeasure, importId: Measure["importId"]): Measure => ({
	...measure,
	state: "notStarted",
	importId: importId ?? null,
});

/** A new site as the ledger keeps it. */
export const freshSite = (site: Omit<Site, "state">): Site => ({ ...site, state: "open" });

/** A source text with the moment it was recorded. */
export const datedText = (text: Omit<SourceText, "recordedAt">, now: Instant): SourceText => ({
	...text,
	recordedAt: now,
});

/** Units named by measures exist and are active. */
export const measureUnitsGuard = (
	measures: readonly Partial<Pick<NewMeasure, "responsibleUnitIds" | "supportingUnitIds">>[],
	context: IssueContext,
): Refusals =>
	measures.flatMap((measure, index) => [
		...unitGuard(measure.responsibleUnitIds ?? [], context, `measures.${index}.responsibleUnitIds`),
		...unitGuard(measure.supportingUnitIds ?? [], context, `measures.${index}.supportingUnitIds`),
	]);

/** A site lies inside the issue's region. */
export const siteRegionGuard = (
	region: Site["region"],
	issue: Pick<Issue, "region">,
	field: string,
): Refusals =>
	isWithin(region, issue.region)
		? []
		: [
				refusal(
					"SITE_OUTSIDE_REGION",
					say("点位不在问题所在地区内", "The site lies outside of the issue's region"),
					say("核对点位的行政区划，或在所在地区另行登记", "Check its region code, or register it there"),
					{ field, who: [...OFFICES, "leadUnit", "respUnit"] },
				),
			];

function placeGuard(command: Register, context: IssueContext): Refusals {
	const inspection = context.surroundings.inspections.get(command.mandate.inspectionId);
	if (inspection === undefined) return [unknown("inspection", "mandate.inspectionId")];
	const refusals: Refusal[] = [];
	if (!isWithin(command.region, inspection.region)) {
		refusals.push(
			refusal(
				"OUTSIDE_INSPECTION",
				say("所在地区不在被督察地区内", "The region was not part of this inspection"),
				say("核对行政区划或督察", "Check the region code or the inspection"),
				{ field: "region", who: OFFICES },
			),
		);
	}
	if (!fitsTier(command.region, command.tier)) {
		refusals.push(
			refusal(
				"TIER_REGION",
				say(
					"该层级的清单不能容纳上级地区的问题",
					"A list of this tier cannot hold an issue of a larger region",
				),
				say("核对层级与行政区划", "Check the tier and the region code"),
				{ field: "tier", who: OFFICES },
			),
		);
	}
	return refusals;
}

function parentGuard(command: Register, context: IssueContext): Refusals {
	if (command.parentId === null) return [];
	const parent = context.surroundings.issues.get(command.parentId);
	if (parent === undefined) return [unknown("issue", "parentId")];
	if (canHangBelow(command, parent) && !isEnded(parent.lifecycle)) return [];
	return [
		refusal(
			"NOT_BELOW_PARENT",
			say(
				"不能挂在该上级问题之下：须在其地区内、低于其层级，且上级问题未了结",
				"Cannot hang below that issue: it must lie in its region, on a lower list, and the parent must be open",
			),
			say("选择正确的上级问题，或不填", "Choose the right parent, or none"),
			{ field: "parentId", who: OFFICES },
		),
	];
}

function contentGuard(command: Register, context: IssueContext): Refusals {
	const issue = { id: command.issueId, region: command.region, tier: command.tier };
	const inspections = [command.mandate.inspectionId];
	const own = command.numberByTier[command.tier];
	const statement = say("反馈问题", "The finding");
	return [
		...(command.statement.trim() === "" ? [textMissing("statement", statement, command.type)] : []),
		...numberGuard(issue, inspections, command.mandate.number, context, "mandate.number"),
		...(own === null || own === command.mandate.number
			? []
			: numberGuard(issue, inspections, own, context, `numberByTier.${command.tier}`)),
		...assignmentsGuard([], command.assignments, context),
		...idGuard("measure", [], command.measures, "measures"),
		...measureUnitsGuard(command.measures, context),
		...idGuard("site", [], command.sites, "sites"),
		...command.sites.flatMap((site, index) => siteRegionGuard(site.region, issue, `sites.${index}.region`)),
	];
}

const elementsOf = (command: Register): IssueElements => ({
	numberByTier: command.numberByTier,
	field: command.field,
	generality: command.generality,
	goal: command.goal,
	deadline: command.deadline,
	constraints: command.constraints,
	remarks: command.remarks,
});

/** Registers a finding, or says everything that keeps it off the ledger. */
export function decideRegister(
	state: Issue | null,
	command: Register,
	context: IssueContext,
): Decision<IssueEvent> {
	const denied = can(context.actor, command.type, {
		region: command.region,
		tier: command.tier,
		selfFound: context.surroundings.inspections.get(command.mandate.inspectionId)?.kind === "selfFound",
		involved: [],
		importing: context.importing ?? false,
		grantee: null,
	});
	if (denied !== null) return reject(denied);
	if (state !== null) return reject(alreadyRegistered());
	const refusals = [
		...placeGuard(command, context),
		...parentGuard(command, context),
		...contentGuard(command, context),
	];
	if (refusals.length > 0) return reject(...refusals);
	return accept<IssueEvent>({
		type: "issueRegistered",
		at: context.now,
		issueId: command.issueId,
		region: command.region,
		tier: command.tier,
		parentId: command.parentId,
		mandate: command.mandate,
		statement: command.statement,
		sourceText: command.sourceText === null ? null : datedText(command.sourceText, context.now),
		elements: elementsOf(command),
		assignments: command.assignments.map((assignment) => freshAssignment(assignment, null)),
		measures: command.measures.map((measure) => freshMeasure(measure, command.importId)),
		sites: command.sites.map(freshSite),
		importId: command.importId,
	});
}
