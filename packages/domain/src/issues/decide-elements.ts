import { accept, type Decision, differing, type Refusal, refusal, reject, say } from "../kernel/index.ts";
import { vocab } from "../vocabulary/index.ts";
import type { IssueCommand, IssueElements } from "./commands.ts";
import type { IssueContext } from "./context.ts";
import { datedText } from "./decide-register.ts";
import type { IssueEvent } from "./events.ts";
import {
	actsAsOffice,
	authorOf,
	gate,
	numberGuard,
	type Refusals,
	reasonGuard,
	resourceIn,
} from "./guards.ts";
import { noChange, statementReadOnly, unknown } from "./refusals.ts";
import type { Issue } from "./schema.ts";

type CommandOf<T extends IssueCommand["type"]> = Extract<IssueCommand, { type: T }>;

/** Every element that may be amended. */
export const ELEMENT_KEYS = [
	"numberByTier",
	"field",
	"generality",
	"goal",
	"deadline",
	"constraints",
	"remarks",
] as const satisfies readonly (keyof IssueElements)[];

/** What a unit may write about its own plan; the rest is the office's. */
const UNIT_ELEMENTS: ReadonlySet<keyof IssueElements> = new Set(["goal", "constraints", "remarks"]);

const elementsOf = (issue: Issue): IssueElements => ({
	numberByTier: issue.numberByTier,
	field: issue.field,
	generality: issue.generality,
	goal: issue.goal,
	deadline: issue.deadline,
	constraints: issue.constraints,
	remarks: issue.remarks,
});

const officesElement = (key: keyof IssueElements): Refusal =>
	refusal(
		"NOT_ALLOWED",
		say(
			`“${vocab.issueElement[key].zh}”由整改办维护，承担单位不能修改`,
			`“${vocab.issueElement[key].en}” is kept by the office; units do not change it`,
		),
		say("请整改办更正", "Ask the office to correct it"),
		{ field: `changes.${key}`, who: ["provOffice", "cityOffice", "countyOffice"] },
	);

function fieldGuard(changed: Partial<IssueElements>, context: IssueContext): Refusals {
	if (actsAsOffice(context.actor)) return [];
	return ELEMENT_KEYS.filter((key) => key in changed && !UNIT_ELEMENTS.has(key)).map(officesElement);
}

function tierNumberGuard(issue: Issue, changed: Partial<IssueElements>, context: IssueContext): Refusals {
	const number = changed.numberByTier?.[issue.tier];
	if (number === undefined || number === null || number === issue.numberByTier[issue.tier]) return [];
	const inspections = issue.mandates.map((mandate) => mandate.inspectionId);
	return numberGuard(issue, inspections, number, context, `changes.numberByTier.${issue.tier}`);
}

/** Corrects elements. The statement and the mandates' own deadlines stay as they were printed (DATA-02). */
export function decideAmend(
	issue: Issue,
	command: CommandOf<"amendIssue">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	if (command.changes.statement !== undefined) return reject(statementReadOnly());
	const changes = differing(elementsOf(issue), command.changes, ELEMENT_KEYS);
	if (changes === null) return reject(noChange(command.type), ...reasonGuard(command.reason, command.type));
	const refusals = [
		...reasonGuard(command.reason, command.type),
		...fieldGuard(changes.to, context),
		...tierNumberGuard(issue, changes.to, context),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { reason, importId } = command;
	return accept<IssueEvent>({
		type: "issueAmended",
		at: context.now,
		changes,
		reason,
		importId,
		...authorOf(context),
	});
}

/** Keeps the wording of another edition beside the first one. */
export function decideSourceText(
	issue: Issue,
	command: CommandOf<"recordSourceText">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const { text, document } = command.sourceText;
	const known = issue.sourceTexts.some((other) => other.text === text && other.document === document);
	if (known) return reject(noChange(command.type));
	return accept<IssueEvent>({
		type: "sourceTextRecorded",
		at: context.now,
		sourceText: datedText(command.sourceText, context.now),
		importId: command.importId,
	});
}

/** Adds another inspection's demand with its own number and deadline. */
export function decideMandate(
	issue: Issue,
	command: CommandOf<"addMandate">,
	context: IssueContext,
): Decision<IssueEvent> {
	const { mandate } = command;
	const inspection = context.surroundings.inspections.get(mandate.inspectionId);
	const closed = gate(issue, command.type, context, resourceIn(issue, context, inspection?.kind));
	if (closed.length > 0) return reject(...closed);
	const listed = issue.mandates.some(
		(other) => other.inspectionId === mandate.inspectionId && other.number === mandate.number,
	);
	const refusals = [
		...(inspection === undefined ? [unknown("inspection", "mandate.inspectionId")] : []),
		...(listed ? [noChange(command.type)] : []),
		...numberGuard(issue, [mandate.inspectionId], mandate.number, context, "mandate.number"),
	];
	if (refusals.length > 0) return reject(...refusals);
	return accept<IssueEvent>({
		type: "mandateAdded",
		at: context.now,
		mandate,
		importId: command.importId,
	});
}
