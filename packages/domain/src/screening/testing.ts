/** Builders for the tests of this room: a city's sweep over two counties and two units. */
import type { Issue } from "../issues/index.ts";
import {
	actor,
	assignment,
	CITY,
	COUNTY,
	day,
	issueAfter,
	issueId,
	LEAD,
	NOW,
	OTHER_CITY,
	OTHER_COUNTY,
	OWNERS,
	PLANT,
	PROVINCE,
	STRANGER,
	stampOf,
	uuid,
	WORKER,
} from "../issues/testing.ts";
import { type Actor, FindId, type RegionCode, ScreeningId, type UnitId } from "../kernel/index.ts";
import type { ScreeningCommand } from "./commands.ts";
import type { ScreeningContext } from "./context.ts";
import { decideScreening } from "./decide.ts";
import type { ScreeningEvent } from "./events.ts";
import { evolveScreening } from "./evolve.ts";
import type { Screening, ScreeningTarget } from "./schema.ts";

export const screeningId = (n: number) => ScreeningId.parse(uuid(n, 41));
export const findId = (n: number) => FindId.parse(uuid(n, 42));
export const CITY_OFFICE = actor("cityOffice", CITY);
export const PROVINCE_OFFICE = actor("provOffice", PROVINCE);
export const COUNTY_OFFICE = actor("countyOffice", COUNTY);
export const OTHER_COUNTY_OFFICE = actor("countyOffice", OTHER_COUNTY);
export const LEAD_UNIT = actor("leadUnit", CITY, { unitId: LEAD });
export const SCREENED_UNIT = actor("respUnit", COUNTY, { unitId: WORKER });

export const ISSUE: Issue = issueAfter({ assignments: [...OWNERS, assignment(3, "responsible", WORKER)] });
export const FOUND_ISSUE = issueId(20);
export const SECOND_ISSUE = issueId(21);
/** Another sweep has found it. */
export const TAKEN_ISSUE = issueId(22);

const units: readonly (readonly [UnitId, RegionCode, boolean])[] = [
	[LEAD, CITY, true],
	[WORKER, COUNTY, true],
	[PLANT, OTHER_COUNTY, true],
	[STRANGER, OTHER_CITY, true],
];

export const context = (who: Actor = CITY_OFFICE): ScreeningContext => ({
	actor: who,
	stamp: stampOf(who),
	now: NOW,
	surroundings: {
		issues: new Map(
			[
				ISSUE,
				{ ...ISSUE, id: FOUND_ISSUE },
				{ ...ISSUE, id: SECOND_ISSUE },
				{ ...ISSUE, id: TAKEN_ISSUE },
			].map((issue) => [issue.id, issue]),
		),
		units: new Map(units.map(([id, region, active]) => [id, { region, active }])),
		regions: new Set([CITY, COUNTY, OTHER_COUNTY, OTHER_CITY]),
		taken: new Set([TAKEN_ISSUE]),
	},
});

type Start = Extract<ScreeningCommand, { type: "startScreening" }>;
export const start = (more: Partial<Start> = {}): Start => ({
	type: "startScreening",
	screeningId: screeningId(1),
	issueId: ISSUE.id,
	problem: { field: "heavyMetal", words: "渣库防渗缺失" },
	areas: [COUNTY, OTHER_COUNTY],
	unitIds: [WORKER, PLANT],
	dueOn: day("2026-06-30"),
	leadUnitId: LEAD,
	...more,
});
export const area = (region: RegionCode): ScreeningTarget => ({ kind: "area", region });
export const unit = (unitId: UnitId): ScreeningTarget => ({ kind: "unit", unitId });
export const TARGETS: readonly ScreeningTarget[] = [
	area(COUNTY),
	area(OTHER_COUNTY),
	unit(WORKER),
	unit(PLANT),
];
export const record = (target: ScreeningTarget, finds: readonly number[] = []): ScreeningCommand => ({
	type: "recordScreened",
	target,
	on: day("2026-03-02"),
	text: "逐座查看渣库台账和现场",
	found: finds.map((n) => ({ id: findId(n), text: `${n}号渣库无防渗层` })),
});
export const waive = (target: ScreeningTarget): ScreeningCommand => ({
	type: "waiveTarget",
	target,
	reason: "辖区内没有渣库",
});
export const open = (n: number, issue = FOUND_ISSUE): ScreeningCommand => ({
	type: "openFound",
	findId: findId(n),
	issueId: issue,
});
export const dismiss = (n: number): ScreeningCommand => ({
	type: "dismissFound",
	findId: findId(n),
	reason: "已在台账中",
});
export const INSTITUTION: ScreeningCommand = {
	type: "produceInstitution",
	institution: {
		document: "渣库防渗管理办法",
		issuer: "澄川市人民政府",
		on: day("2026-03-01"),
		inForce: true,
	},
};
export const close = (waiveRestReason: string | null = null, noInstitutionReason: string | null = null) =>
	({
		type: "closeScreening",
		summary: "同类问题已排查完毕",
		waiveRestReason,
		noInstitutionReason,
	}) as const satisfies ScreeningCommand;

/** The rules of a decision's refusals; empty when it was accepted. */
export const refused = (
	state: Screening | null,
	command: ScreeningCommand,
	who: Actor = CITY_OFFICE,
): string[] => {
	const decision = decideScreening(state, command, context(who));
	return decision.ok ? [] : decision.refusals.map(({ rule }) => rule);
};

/** Carries out commands by the city's office, or whom a step names; throws where one is refused. */
export function sweepAfter(...steps: readonly (ScreeningCommand | readonly [ScreeningCommand, Actor])[]): {
	state: Screening;
	events: ScreeningEvent[];
} {
	let state: Screening | null = null;
	const events: ScreeningEvent[] = [];
	for (const step of steps) {
		const [command, who] = "type" in step ? [step, CITY_OFFICE] : step;
		const decision = decideScreening(state, command, context(who));
		if (!decision.ok) throw new Error(decision.refusals.map(({ rule }) => rule).join(" "));
		for (const event of decision.events) state = evolveScreening(state, event);
		events.push(...decision.events);
	}
	if (state === null) throw new Error("no event");
	return { state, events };
}
