import { noticesOf } from "../close-out/index.ts";
import type { EventDescription } from "../journal/index.ts";
import { type Bilingual, type InspectionId, type IssueId, type RegionCode, say } from "../kernel/index.ts";
import type { Assignment, NameLookup } from "../responsibilities/index.ts";
import { formatDate, formatNames, formatNumber, vocab } from "../vocabulary/index.ts";
import type { IssueEvent } from "./events.ts";
import { amendedFields, type FieldChange } from "./history-changes.ts";
import { undoneSummary } from "./history-undo.ts";
import { isRoomEvent } from "./lifecycle.ts";
import { describeInRoom } from "./rooms.ts";
import type { Issue, Measure } from "./schema.ts";
import { beginningOf } from "./summary.ts";

/**
 * Names for what events refer to by id. The issue's present state knows all its parts, also those that are over or were
 * taken back with an import.
 */
export type HistoryLookup = NameLookup & {
	readonly issue: Pick<
		Issue,
		"assignments" | "measures" | "sites" | "notices" | "takenBack" | "plan" | "progress"
	>;
	readonly regionName: (code: RegionCode) => string | undefined;
	readonly issueNumber: (id: IssueId) => string | undefined;
	readonly inspectionName: (id: InspectionId) => string | undefined;
};

type EventOf<T extends IssueEvent["type"]> = Extract<IssueEvent, { type: T }>;

const both = (names: readonly string[]): Bilingual =>
	say(formatNames(names, "zh-CN"), formatNames(names, "en"));

const partyOf = ({ unitId, personId }: Assignment, lookup: HistoryLookup): string => {
	const unit = unitId === null ? null : (lookup.unit(unitId)?.name ?? unitId);
	const person = personId === null ? null : (lookup.person(personId)?.name ?? personId);
	return unit !== null && person !== null ? `${unit}${person}` : (unit ?? person ?? "");
};

const numbered = (id: IssueId, lookup: HistoryLookup): Bilingual => {
	const number = lookup.issueNumber(id);
	return number === undefined
		? say("另一问题", "another issue")
		: say(formatNumber(number, "zh-CN"), formatNumber(number, "en"));
};

/** Who got which role, role by role in the order in which they were named. */
function parties(assignments: readonly Assignment[], lookup: HistoryLookup): Bilingual {
	const groups = Map.groupBy(assignments, ({ role }) => role);
	const lines = [...groups].map(([role, held]) => {
		const names = both(held.map((assignment) => partyOf(assignment, lookup)));
		const label = vocab.assignmentRole[role];
		return say(`${label.zh}${names.zh}`, `${label.en} ${names.en}`);
	});
	return say(lines.map(({ zh }) => zh).join("；"), lines.map(({ en }) => en).join("; "));
}

function registered(event: EventOf<"issueRegistered">, lookup: HistoryLookup): Bilingual {
	const [zh, en] = [formatNumber(event.mandate.number, "zh-CN"), formatNumber(event.mandate.number, "en")];
	const inspection = lookup.inspectionName(event.mandate.inspectionId);
	const from = inspection === undefined ? say("", "") : say(`，${inspection}`, `, ${inspection}`);
	const owners = event.assignments.length === 0 ? null : parties(event.assignments, lookup);
	return say(
		`登记入账（${zh}${from.zh}）${owners === null ? "" : `，${owners.zh}`}`,
		`Registered (${en}${from.en})${owners === null ? "" : `: ${owners.en}`}`,
	);
}

const assignmentOf = (id: Assignment["id"], lookup: HistoryLookup): Assignment | undefined =>
	[
		...lookup.issue.assignments,
		...(lookup.issue.takenBack ?? []).flatMap(({ assignments }) => assignments),
	].find((assignment) => assignment.id === id);

function acknowledged(event: EventOf<"assignmentAcknowledged">, lookup: HistoryLookup): Bilingual {
	const assignment = assignmentOf(event.assignmentId, lookup);
	const party = assignment === undefined ? "" : partyOf(assignment, lookup);
	const role = assignment === undefined ? say("", "") : vocab.assignmentRole[assignment.role];
	return event.onBehalf === null
		? say(`${party}签收认领（${role.zh}，${event.by}）`, `${party} acknowledged (${role.en}, ${event.by})`)
		: say(
				`${event.by}代${party}签收（${role.zh}）`,
				`${event.by} acknowledged on behalf of ${party} (${role.en})`,
			);
}

function handedOver(event: EventOf<"assignmentHandedOver">, lookup: HistoryLookup): Bilingual {
	const before = assignmentOf(event.assignmentId, lookup);
	const from = before === undefined ? "" : partyOf(before, lookup);
	const to = partyOf(event.successor, lookup);
	const role = vocab.assignmentRole[event.successor.role];
	return say(`责任交接：${role.zh}由${from}交${to}`, `Handed over: ${role.en} from ${from} to ${to}`);
}

function ended(event: EventOf<"assignmentEnded">, lookup: HistoryLookup): Bilingual {
	const assignment = assignmentOf(event.assignmentId, lookup);
	const party = assignment === undefined ? "" : partyOf(assignment, lookup);
	const role = assignment === undefined ? say("责任", "assignment") : vocab.assignmentRole[assignment.role];
	return say(
		`解除${role.zh}${party}，自${formatDate(event.until, "zh-CN")}起`,
		`${role.en} ${party} ended from ${formatDate(event.until, "en")}`,
	);
}

function leftLedger({ ending }: EventOf<"issueEnded">, lookup: HistoryLookup): Bilingual {
	switch (ending.kind) {
		case "merged": {
			const target = numbered(ending.into, lookup);
			return say(`并案到${target.zh}`, `Merged into ${target.en}`);
		}
		case "carriedOver": {
			const target = numbered(ending.to, lookup);
			return say(`转入新一轮：${target.zh}`, `Carried over to ${target.en}`);
		}
		case "withdrawn":
			return say(`撤销，依据${ending.document}`, `Withdrawn by ${ending.document}`);
		case "voided":
			return say("登记作废：登记它的导入已撤销", "Registration voided: the import that made it was undone");
	}
}

const measureName = ({ number, text }: Pick<Measure, "number" | "text">): string =>
	`${number ?? ""}${beginningOf(text, 24)}`;

function measureSummary(
	event: EventOf<"measureAmended" | "measureCancelled">,
	lookup: HistoryLookup,
): Bilingual {
	const measure = [
		...lookup.issue.measures,
		...(lookup.issue.takenBack ?? []).flatMap(({ measures }) => measures),
	].find(({ id }) => id === event.measureId);
	const name = measure === undefined ? "" : measureName(measure);
	return event.type === "measureAmended"
		? say(`修改措施“${name}”`, `Measure amended: “${name}”`)
		: say(`取消措施“${name}”`, `Measure cancelled: “${name}”`);
}

function measuresAdded(event: EventOf<"measuresAdded">): Bilingual {
	const [first] = event.measures;
	const name = first === undefined ? "" : measureName(first);
	const count = event.measures.length;
	return count === 1
		? say(`增加措施“${name}”`, `Measure added: “${name}”`)
		: say(`增加措施${count}条：“${name}”等`, `${count} measures added: “${name}” and more`);
}

function amended(changes: readonly FieldChange[]): Bilingual {
	const names = say(
		changes.map(({ label }) => label.zh).join("、"),
		changes.map(({ label }) => label.en.toLowerCase()).join(", "),
	);
	return say(`更正${names.zh}`, `Amended: ${names.en}`);
}

function noticeAttached({ notice }: EventOf<"noticeAttached">): Bilingual {
	const { document } = notice.source;
	const kind = vocab.noticeKind[notice.kind];
	const { publicity } = notice;
	const period =
		publicity === null
			? say("", "")
			: say(
					`，公示${formatDate(publicity.start, "zh-CN")}至${formatDate(publicity.end, "zh-CN")}`,
					`, public from ${formatDate(publicity.start, "en")} to ${formatDate(publicity.end, "en")}`,
				);
	return notice.replaces === null
		? say(`附上${kind.zh}《${document}》${period.zh}`, `${kind.en} attached: “${document}”${period.en}`)
		: say(
				`${kind.zh}更正为《${document}》${period.zh}`,
				`${kind.en} replaced by its corrected edition: “${document}”${period.en}`,
			);
}

/** One sentence on what an event changed. */
function summaryOf(event: IssueEvent, changes: readonly FieldChange[], lookup: HistoryLookup): Bilingual {
	if (isRoomEvent(event)) return describeInRoom(event, lookup);
	switch (event.type) {
		case "issueRegistered":
			return registered(event, lookup);
		case "issueAmended":
			return amended(changes);
		case "sourceTextRecorded":
			return say(
				`补录原文：${event.sourceText.document}`,
				`Source text recorded: ${event.sourceText.document}`,
			);
		case "mandateAdded": {
			const inspection = lookup.inspectionName(event.mandate.inspectionId) ?? "";
			const { number } = event.mandate;
			return say(
				`关联来源：${inspection}${formatNumber(number, "zh-CN")}`,
				`Mandate added: ${inspection} ${formatNumber(number, "en")}`,
			);
		}
		case "issueAssigned": {
			const named = parties(event.assignments, lookup);
			return say(`交办：${named.zh}`, `Assigned: ${named.en}`);
		}
		case "assignmentEnded":
			return ended(event, lookup);
		case "assignmentHandedOver":
			return handedOver(event, lookup);
		case "assignmentAcknowledged":
			return acknowledged(event, lookup);
		case "planningStarted":
			return vocab.issueEvent.planningStarted;
		case "issueDecomposed": {
			const regions = both(event.children.map(({ region }) => lookup.regionName(region) ?? region));
			return say(`分解到${regions.zh}`, `Handed down to ${regions.en}`);
		}
		case "notOursDeclared": {
			const { region, consentDocument, consentBy } = event.notOurs;
			const name = lookup.regionName(region) ?? region;
			return say(
				`认定${name}不涉及（${consentBy}同意，${consentDocument}）`,
				`${name} declared to have no part (consent: ${consentBy}, ${consentDocument})`,
			);
		}
		case "measuresAdded":
			return measuresAdded(event);
		case "measureAmended":
		case "measureCancelled":
			return measureSummary(event, lookup);
		case "siteAdded":
			return say(`增加点位“${event.site.name}”`, `Site added: “${event.site.name}”`);
		case "siteAmended": {
			const name = lookup.issue.sites.find(({ id }) => id === event.siteId)?.name ?? "";
			return say(`修改点位“${name}”`, `Site amended: “${name}”`);
		}
		case "noticeAttached":
			return noticeAttached(event);
		case "noticeDetached": {
			const notice = noticesOf(lookup.issue).find(({ id }) => id === event.noticeId);
			const document = notice?.source.document ?? "";
			return say(`取下公示《${document}》`, `Notice detached: “${document}”`);
		}
		case "issueEnded":
			return leftLedger(event, lookup);
		case "importUndone":
			return undoneSummary(changes);
	}
}

function reasonOf(event: IssueEvent): string | null {
	switch (event.type) {
		case "issueEnded":
			return event.ending.reason;
		case "notOursDeclared":
			return event.notOurs.reason;
		case "assignmentAcknowledged":
			return event.onBehalf;
		default:
			return "reason" in event ? event.reason : null;
	}
}

function importOf(event: IssueEvent): EventDescription["importId"] {
	if (event.type === "issueEnded") return event.ending.kind === "voided" ? event.ending.importId : null;
	return "importId" in event ? event.importId : null;
}

/**
 * What an event says for the timeline: a sentence in both languages, every changed field from → to as text, the
 * reason, and the import that it came with.
 */
export function describeEvent(event: IssueEvent, lookup: HistoryLookup): EventDescription {
	const changes = amendedFields(event, lookup);
	return {
		summary: summaryOf(event, changes, lookup),
		changes: [...changes],
		reason: reasonOf(event),
		importId: importOf(event),
	};
}
