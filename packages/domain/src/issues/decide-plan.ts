import { accept, type Decision, differing, type Refusal, refusal, reject, say } from "../kernel/index.ts";
import type { IssueCommand } from "./commands.ts";
import type { IssueContext } from "./context.ts";
import { freshMeasure, freshSite, measureUnitsGuard, siteRegionGuard } from "./decide-register.ts";
import type { IssueEvent } from "./events.ts";
import { authorOf, gate, idGuard, type Refusals, reasonGuard } from "./guards.ts";
import { noChange, noSuchPart } from "./refusals.ts";
import type { Issue, Measure, NewMeasure, Site } from "./schema.ts";

type CommandOf<T extends IssueCommand["type"]> = Extract<IssueCommand, { type: T }>;

const MEASURE_KEYS = [
	"number",
	"text",
	"type",
	"term",
	"deadline",
	"responsibleUnitIds",
	"supportingUnitIds",
	"milestones",
	"provisional",
	"entity",
	"options",
	"similarScreening",
] as const satisfies readonly Exclude<keyof NewMeasure, "id">[];

const SITE_KEYS = ["name", "region", "address", "position"] as const satisfies readonly (keyof Site)[];

/** M06: planning starts once every lead unit has taken the item on. */
export function leadGuard(issue: Issue): Refusals {
	const leads = issue.assignments.filter(({ role, until }) => role === "lead" && until === null);
	if (leads.length > 0 && leads.every(({ acknowledged }) => acknowledged !== null)) return [];
	return [
		refusal(
			"LEAD_NOT_ACKNOWLEDGED",
			say("牵头单位尚未签收，不能编制措施", "The lead unit has not acknowledged yet: planning cannot start"),
			say("由牵头单位签收认领", "Have the lead unit acknowledge"),
			{ field: "assignments", who: ["leadUnit"], basis: "seed1 M06" },
		),
	];
}

/** The lead unit starts to write its measures. */
export function decideStartPlanning(
	issue: Issue,
	command: CommandOf<"startPlanning">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const refusals = leadGuard(issue);
	if (refusals.length > 0) return reject(...refusals);
	return accept<IssueEvent>({ type: "planningStarted", at: context.now });
}

/** Adds measures. */
export function decideAddMeasure(
	issue: Issue,
	command: CommandOf<"addMeasure">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const refusals = [
		...idGuard("measure", issue.measures, command.measures, "measures"),
		...measureUnitsGuard(command.measures, context),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { measures, importId } = command;
	return accept<IssueEvent>({
		type: "measuresAdded",
		at: context.now,
		measures: measures.map((measure) => freshMeasure(measure, importId)),
		importId,
		...authorOf(context),
	});
}

const cancelled = (): Refusal =>
	refusal(
		"MEASURE_CANCELLED",
		say("该措施已取消", "This measure is cancelled"),
		say("另行增加措施", "Add a new measure"),
		{ field: "measureId", who: ["leadUnit", "respUnit", "provOffice", "cityOffice", "countyOffice"] },
	);

function liveMeasure(issue: Issue, command: CommandOf<"amendMeasure" | "cancelMeasure">): Measure | Refusal {
	const found = issue.measures.find(({ id }) => id === command.measureId);
	if (found === undefined) return noSuchPart("measure", command.type, "measureId");
	return found.state === "cancelled" ? cancelled() : found;
}

/** Corrects a measure; what it was stays in the journal. */
export function decideAmendMeasure(
	issue: Issue,
	command: CommandOf<"amendMeasure">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const measure = liveMeasure(issue, command);
	if ("rule" in measure) return reject(measure);
	const changes = differing<Omit<NewMeasure, "id">>(measure, command.changes, MEASURE_KEYS);
	const refusals = [
		...(changes === null ? [noChange(command.type)] : []),
		...reasonGuard(command.reason, command.type),
		...measureUnitsGuard([command.changes], context),
	];
	if (changes === null || refusals.length > 0) return reject(...refusals);
	const { measureId, reason, importId } = command;
	return accept<IssueEvent>({
		type: "measureAmended",
		at: context.now,
		measureId,
		changes,
		reason,
		importId,
		...authorOf(context),
	});
}

/** Cancels a measure; it stays on the ledger as cancelled. */
export function decideCancelMeasure(
	issue: Issue,
	command: CommandOf<"cancelMeasure">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const measure = liveMeasure(issue, command);
	if ("rule" in measure) return reject(measure);
	const refusals = reasonGuard(command.reason, command.type);
	if (refusals.length > 0) return reject(...refusals);
	const { measureId, reason, importId } = command;
	return accept<IssueEvent>({
		type: "measureCancelled",
		at: context.now,
		measureId,
		reason,
		importId,
		...authorOf(context),
	});
}

/** Adds a place where the problem is. */
export function decideAddSite(
	issue: Issue,
	command: CommandOf<"addSite">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const refusals = [
		...idGuard("site", issue.sites, [command.site], "site"),
		...siteRegionGuard(command.site.region, issue, "site.region"),
	];
	if (refusals.length > 0) return reject(...refusals);
	return accept<IssueEvent>({ type: "siteAdded", at: context.now, site: freshSite(command.site) });
}

/** Corrects a site. */
export function decideAmendSite(
	issue: Issue,
	command: CommandOf<"amendSite">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const site = issue.sites.find(({ id }) => id === command.siteId);
	if (site === undefined) return reject(noSuchPart("site", command.type, "siteId"));
	const changes = differing<Omit<Site, "id" | "state">>(site, command.changes, SITE_KEYS);
	const refusals = [
		...(changes === null ? [noChange(command.type)] : []),
		...reasonGuard(command.reason, command.type),
		...(command.changes.region === undefined
			? []
			: siteRegionGuard(command.changes.region, issue, "changes.region")),
	];
	if (changes === null || refusals.length > 0) return reject(...refusals);
	const { siteId, reason } = command;
	return accept<IssueEvent>({ type: "siteAmended", at: context.now, siteId, changes, reason });
}
