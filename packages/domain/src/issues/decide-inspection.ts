import { can, type Resource } from "../access/index.ts";
import {
	type Actor,
	type ActorStamp,
	accept,
	type Decision,
	differing,
	type Instant,
	type Refusal,
	refusal,
	reject,
	say,
} from "../kernel/index.ts";
import { vocab } from "../vocabulary/index.ts";
import type { InspectionCommand } from "./commands.ts";
import type { InspectionEvent } from "./events.ts";
import type { Inspection, NewInspection } from "./schema.ts";

export type InspectionContext = {
	readonly actor: Actor;
	readonly stamp: ActorStamp;
	readonly now: Instant;
	readonly importing?: boolean;
};

type Amend = Extract<InspectionCommand, { type: "amendInspection" }>;
type Dated = Pick<NewInspection, "enteredOn" | "leftOn" | "feedback">;
const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;

const AMENDABLE = [
	"kind",
	"name",
	"round",
	"batch",
	"team",
	"enteredOn",
	"leftOn",
	"feedback",
	"ruleSet",
] as const satisfies readonly (keyof Inspection)[];

/** An inspection as the policy table sees it. */
export const inspectionResource = (
	inspection: Pick<NewInspection, "region" | "kind">,
	importing = false,
): Resource => ({
	region: inspection.region,
	tier: null,
	selfFound: inspection.kind === "selfFound",
	involved: [],
	importing,
	grantee: null,
});

const reversed = (field: keyof Dated, first: keyof Dated): Refusal => {
	const [later, earlier] = [vocab.inspectionField[field], vocab.inspectionField[first]];
	return refusal(
		"DATES_REVERSED",
		say(`${later.zh}早于${earlier.zh}`, `“${later.en}” lies before “${earlier.en}”`),
		say("改正日期", "Correct the date"),
		{ field, who: OFFICES },
	);
};

/** A team enters, leaves and then hands its findings over. */
function dateGuard({ enteredOn, leftOn, feedback }: Dated): readonly Refusal[] {
	const refusals: Refusal[] = [];
	if (enteredOn !== null && leftOn !== null && leftOn < enteredOn)
		refusals.push(reversed("leftOn", "enteredOn"));
	const start = enteredOn ?? leftOn;
	if (feedback !== null && start !== null && feedback.feedbackDate < start) {
		refusals.push(reversed("feedback", enteredOn === null ? "leftOn" : "enteredOn"));
	}
	return refusals;
}

function decideAmendInspection(
	state: Inspection,
	command: Amend,
	context: InspectionContext,
): Decision<InspectionEvent> {
	const denied = can(context.actor, command.type, inspectionResource(state, context.importing));
	if (denied !== null) return reject(denied);
	const changes = differing<Inspection>(state, command.changes, AMENDABLE);
	if (changes === null) {
		return reject(
			refusal(
				"NO_CHANGE",
				say("内容与现有记录相同，没有变更", "Nothing differs from what is recorded"),
				say("修改至少一项后再提交", "Change at least one thing"),
				{ field: "changes", who: OFFICES },
			),
		);
	}
	const after: Inspection = { ...state, ...changes.to };
	const stillAllowed = can(context.actor, command.type, inspectionResource(after, context.importing));
	const reasonless =
		command.reason.trim().length < 2
			? [
					refusal(
						"REASON_MISSING",
						say("须写明原因", "A reason is needed"),
						say("填写原因（不少于两个字）", "Write the reason (at least two characters)"),
						{ field: "reason", who: OFFICES, basis: "DATA-03" },
					),
				]
			: [];
	const refusals = [...(stillAllowed === null ? [] : [stillAllowed]), ...reasonless, ...dateGuard(after)];
	if (refusals.length > 0) return reject(...refusals);
	return accept<InspectionEvent>({
		type: "inspectionAmended",
		at: context.now,
		changes,
		reason: command.reason,
	});
}

/** What a command would make happen to an inspection. Pure and total. */
export function decideInspection(
	state: Inspection | null,
	command: InspectionCommand,
	context: InspectionContext,
): Decision<InspectionEvent> {
	if (command.type === "amendInspection") {
		if (state !== null) return decideAmendInspection(state, command, context);
		return reject(
			refusal(
				"UNKNOWN_INSPECTION",
				say("没有这次督察", "No such inspection"),
				say("先登记督察", "Register it first"),
				{ who: OFFICES },
			),
		);
	}
	const { inspectionId, inspection } = command;
	const denied = can(context.actor, command.type, inspectionResource(inspection, context.importing));
	if (denied !== null) return reject(denied);
	if (state !== null) {
		return reject(
			refusal(
				"ALREADY_REGISTERED",
				say("该督察已登记", "This inspection is registered already"),
				say("打开已有督察进行更正", "Open the one that is there and amend it"),
				{ field: "inspectionId", who: OFFICES },
			),
		);
	}
	const refusals = dateGuard(inspection);
	if (refusals.length > 0) return reject(...refusals);
	return accept<InspectionEvent>({
		type: "inspectionRegistered",
		at: context.now,
		inspectionId,
		inspection,
	});
}

/** The state after an event; every event adds one to the version. */
export function evolveInspection(state: Inspection | null, event: InspectionEvent): Inspection {
	if (event.type === "inspectionRegistered") {
		return { id: event.inspectionId, ...event.inspection, version: 1 };
	}
	if (state === null) throw new Error("an inspection's history must begin with its registration");
	return { ...state, ...event.changes.to, version: state.version + 1 };
}

/** The state after all events of a stream, or null for an empty one. */
export const replayInspection = (events: readonly InspectionEvent[]): Inspection | null =>
	events.reduce<Inspection | null>(evolveInspection, null);
