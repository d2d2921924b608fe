import { can, placeResource } from "../access/index.ts";
import {
	type Actor,
	type ActorStamp,
	accept,
	type Decision,
	differing,
	type Instant,
	isWithin,
	type Refusal,
	type RegionCode,
	type Role,
	refusal,
	reject,
	say,
	type UnitId,
} from "../kernel/index.ts";
import type { UnitCommand, UnitElements, UnitEvent } from "./commands.ts";
import type { NewUnit, Unit } from "./schema.ts";

type UnitPlace = Pick<Unit, "id" | "name" | "region" | "active">;

/** Facts outside of the unit, looked up by the caller in the same transaction. */
export type UnitSurroundings = {
	/** The unit that the command names as parent; null where it names none or none is there. */
	readonly parent: UnitPlace | null;
	/** The ids above that parent, up to the root. */
	readonly ancestorIds: readonly UnitId[];
	/** Other active units of the same region that go by the same name. */
	readonly namesakes: readonly UnitPlace[];
	/** Assignments of the unit that nobody has ended, on issues that are open. */
	readonly openAssignments: number;
	/** Active units directly below it. */
	readonly activeChildren: number;
	/** The unit that takes over what is still open. */
	readonly successor: UnitPlace | null;
};

export const NO_UNIT_SURROUNDINGS: UnitSurroundings = {
	parent: null,
	ancestorIds: [],
	namesakes: [],
	openAssignments: 0,
	activeChildren: 0,
	successor: null,
};

export type UnitContext = {
	readonly actor: Actor;
	readonly stamp: ActorStamp;
	readonly now: Instant;
	readonly importing?: boolean;
	readonly surroundings: UnitSurroundings;
};

const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];
const KEYS = [
	"name",
	"aliases",
	"kind",
	"region",
	"parentId",
	"active",
] as const satisfies readonly (keyof UnitElements)[];

const wrong = (
	rule: string,
	field: string | null,
	message: [string, string],
	clears: [string, string],
): Refusal => refusal(rule, say(...message), say(...clears), { field, who: OFFICES });

function parentGuard(
	unit: { id: UnitId } & Pick<NewUnit, "parentId" | "region">,
	context: UnitContext,
): Refusal[] {
	if (unit.parentId === null) return [];
	const { parent, ancestorIds } = context.surroundings;
	if (unit.parentId === unit.id || ancestorIds.includes(unit.id)) {
		return [
			wrong(
				"UNIT_CYCLE",
				"parentId",
				["单位不能隶属于自身或其下级", "A unit cannot stand below itself"],
				["选择其他上级单位", "Choose another parent"],
			),
		];
	}
	if (parent === null || parent.id !== unit.parentId) {
		return [
			wrong(
				"UNKNOWN_UNIT",
				"parentId",
				["没有这个上级单位", "No such parent unit"],
				["先登记上级单位，或不填", "Register it first, or leave it empty"],
			),
		];
	}
	const refusals: Refusal[] = [];
	if (!parent.active) {
		refusals.push(
			wrong(
				"UNIT_INACTIVE",
				"parentId",
				[`上级单位“${parent.name}”已停用`, `The parent “${parent.name}” is not active`],
				["选择在用的上级单位", "Choose an active parent"],
			),
		);
	}
	if (parent.region !== unit.region && isWithin(parent.region, unit.region)) {
		refusals.push(
			wrong(
				"PARENT_BELOW",
				"parentId",
				["上级单位不能属于下级地区", "A parent cannot belong to a region below the unit's"],
				["核对行政区划或上级单位", "Check the region code or the parent"],
			),
		);
	}
	return refusals;
}

function nameGuard(context: UnitContext): Refusal[] {
	const [namesake] = context.surroundings.namesakes;
	if (namesake === undefined) return [];
	return [
		wrong(
			"UNIT_NAME_TAKEN",
			"name",
			[`本地区已有同名单位“${namesake.name}”`, `The region has a unit “${namesake.name}” already`],
			["使用已有单位，或为其增加别名", "Use that unit, or give it another name as an alias"],
		),
	];
}

function leavingGuard(command: Extract<UnitCommand, { type: "amendUnit" }>, context: UnitContext): Refusal[] {
	const { openAssignments, activeChildren, successor } = context.surroundings;
	const refusals: Refusal[] = [];
	if ((command.reason ?? "").trim().length < 2) {
		refusals.push(
			wrong(
				"REASON_MISSING",
				"reason",
				["停用单位须写明原因", "Taking a unit out of service needs a reason"],
				["填写原因", "Write the reason"],
			),
		);
	}
	if (activeChildren > 0) {
		refusals.push(
			wrong(
				"ACTIVE_CHILDREN",
				"active",
				[`还有${activeChildren}个在用的下级单位`, `${activeChildren} active units stand below it`],
				["先调整下级单位的隶属关系", "Move those first"],
			),
		);
	}
	if (openAssignments > 0 && (successor === null || !successor.active)) {
		refusals.push(
			wrong(
				"SUCCESSOR_MISSING",
				"active",
				[
					`该单位还承担${openAssignments}项未了结的责任，不能挂空挡`,
					`It still holds ${openAssignments} open assignments that nobody would answer for`,
				],
				[
					"指定承接单位，或先办理责任交接",
					"Name the unit that takes over, or hand the assignments over first",
				],
			),
		);
	}
	return refusals;
}

function decideAmendUnit(
	state: Unit,
	command: Extract<UnitCommand, { type: "amendUnit" }>,
	context: UnitContext,
): Decision<UnitEvent> {
	const denied = allowed(command.type, state.region, context);
	if (denied !== null) return reject(denied);
	const changes = differing<UnitElements>(state, command.changes, KEYS);
	if (changes === null) {
		return reject(
			wrong(
				"NO_CHANGE",
				"changes",
				["内容与现有记录相同，没有变更", "Nothing differs from what is recorded"],
				["修改至少一项后再提交", "Change at least one thing"],
			),
		);
	}
	const after: Unit = { ...state, ...changes.to };
	const movedAway = allowed(command.type, after.region, context);
	const moved = "parentId" in changes.to || "region" in changes.to || changes.to.active === true;
	const renamed = "name" in changes.to || "region" in changes.to || changes.to.active === true;
	const refusals = [
		...(movedAway === null ? [] : [movedAway]),
		...(moved ? parentGuard(after, context) : []),
		...(renamed && after.active ? nameGuard(context) : []),
		...(changes.to.active === false ? leavingGuard(command, context) : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const leaving = changes.to.active === false && context.surroundings.openAssignments > 0;
	return accept<UnitEvent>({
		type: "unitAmended",
		at: context.now,
		changes,
		successorId: leaving ? (context.surroundings.successor?.id ?? null) : null,
		reason: command.reason,
	});
}

const allowed = (action: UnitCommand["type"], region: RegionCode, context: UnitContext): Refusal | null =>
	can(context.actor, action, { ...placeResource(region), importing: context.importing ?? false });

/**
 * What a command would make happen to a unit. The tree stays a tree of active units, and no unit leaves while
 * something hangs on it. Pure and total.
 */
export function decideUnit(
	state: Unit | null,
	command: UnitCommand,
	context: UnitContext,
): Decision<UnitEvent> {
	if (command.type === "amendUnit") {
		if (state !== null) return decideAmendUnit(state, command, context);
		return reject(
			wrong("UNKNOWN_UNIT", null, ["没有这个单位", "No such unit"], ["先登记单位", "Register it first"]),
		);
	}
	const { unitId, unit } = command;
	const denied = allowed(command.type, unit.region, context);
	if (denied !== null) return reject(denied);
	if (state !== null) {
		return reject(
			wrong(
				"ALREADY_REGISTERED",
				"unitId",
				["该单位已登记", "This unit is registered already"],
				["打开已有单位进行更正", "Amend the one that is there"],
			),
		);
	}
	const refusals = [...parentGuard({ id: unitId, ...unit }, context), ...nameGuard(context)];
	if (refusals.length > 0) return reject(...refusals);
	return accept<UnitEvent>({ type: "unitRegistered", at: context.now, unitId, unit });
}

/** The state after an event; every event adds one to the version. */
export function evolveUnit(state: Unit | null, event: UnitEvent): Unit {
	if (event.type === "unitRegistered") return { id: event.unitId, ...event.unit, active: true, version: 1 };
	if (state === null) throw new Error("a unit's history must begin with its registration");
	return { ...state, ...event.changes.to, version: state.version + 1 };
}

/** The state after all events of a stream, or null for an empty one. */
export const replayUnit = (events: readonly UnitEvent[]): Unit | null =>
	events.reduce<Unit | null>(evolveUnit, null);
