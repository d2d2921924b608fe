import fc from "fast-check";
import { expect, test } from "vitest";
import { type Actor, ActorStamp, addDays, Instant, IsoDate, RegionCode } from "../kernel/index.ts";
import { builtInRuleSets } from "./built-in.ts";
import { boundsBreach, limitBreach, moveBreach } from "./limits.ts";
import { limitOfParam, PARAM_NAMES } from "./param-limits.ts";
import { decideRegionRules } from "./region-decide.ts";
import { evolveRegionRules, replayRegionRules } from "./region-evolve.ts";
import {
	frameOn,
	inheritedRules,
	lineageOf,
	readOfficeSource,
	rulesOf,
	ruleTierOf,
} from "./region-resolve.ts";
import { RegionRules, type RegionRulesCommand, RegionRulesEvent, RegionRulesId } from "./region-schema.ts";
import type { ResolvedRules } from "./schema.ts";

const REGIONS = ["680000", "680100", "680200", "680121"].map((code) => RegionCode.parse(code));
const START = IsoDate.parse("2026-03-02");
const SPAN = 60;
const dayAt = (offset: number) => addDays(START, offset);
const SETS = [...builtInRuleSets().map(({ id }) => id), "no-such-set"];
// Few names, so that steps of one parameter meet.
const NAMES = [
	"noticeLength",
	"planDueWd",
	"cadence",
	"dossierItems",
	"siteCloseout",
	"leadDays",
	"experts",
] as const;

const value = fc.oneof(
	fc.integer({ min: 0, max: 70 }),
	fc.constantFrom(3, 5, 12, 15, 30, 45),
	fc.boolean(),
	fc.constantFrom("month", "quarter", "fortnight", "never"),
	fc.subarray(["index", "plan", "measureTable", "evidence", "poem"]),
	fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 4 }),
	fc
		.constantFrom(...PARAM_NAMES.slice(0, 40))
		.map((name) => builtInRuleSets().find(({ id }) => id === "base")?.params[name]?.v ?? 1),
);
const bounds = fc.oneof(
	fc.constant(null),
	fc.constant({ kind: "locked" } as const),
	fc.record({
		kind: fc.constant("range" as const),
		min: fc.integer({ min: 0, max: 30 }),
		max: fc.integer({ min: 0, max: 60 }),
	}),
	fc.record({
		kind: fc.constant("words" as const),
		options: fc.subarray(["month", "fortnight", "index", "plan"], { minLength: 1 }),
	}),
);
const dated = {
	effectiveFrom: fc.integer({ min: -5, max: SPAN }).map(dayAt),
	reason: fc.constantFrom("工作需要", " "),
};
const name = fc.constantFrom<string>(...NAMES, ...PARAM_NAMES.slice(0, 5), "tyrosine");
const command: fc.Arbitrary<RegionRulesCommand> = fc.oneof(
	fc.record({
		type: fc.constant("chooseRuleSet" as const),
		ruleSetId: fc.option(fc.constantFrom(...SETS)),
		...dated,
	}),
	fc.record({ type: fc.constant("changeParameter" as const), name, value, ...dated }),
	fc.record({ type: fc.constant("withdrawParameter" as const), name, ...dated }),
	fc.record({ type: fc.constant("limitParameter" as const), name, bounds, ...dated }),
);

type Step = {
	region: RegionCode;
	by: "provOffice" | "cityOffice" | "countyOffice";
	wait: number;
	command: RegionRulesCommand;
};
const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.record({
		region: fc.constantFrom(...REGIONS),
		by: fc.constantFrom(
			"provOffice" as const,
			"provOffice" as const,
			"cityOffice" as const,
			"countyOffice" as const,
		),
		wait: fc.integer({ min: 0, max: 4 }),
		command,
	}),
	{ minLength: 1, maxLength: 25 },
);

const HOME = { provOffice: "680000", cityOffice: "680100", countyOffice: "680121" };
const idOf = (region: RegionCode) => RegionRulesId.parse(`00000000-0000-7000-8000-000000${region}`);

/** Runs steps day after day; `each` sees the book after every one. */
function play(all: readonly Step[], each: (book: Map<RegionCode, RegionRules>, today: number) => void) {
	const book = new Map<RegionCode, RegionRules>();
	const events = new Map<RegionCode, RegionRulesEvent[]>();
	let today = 0;
	for (const { region, by, wait, command: asked } of all) {
		today += wait;
		const home = RegionCode.parse(HOME[by]);
		const actor: Actor = {
			kind: "person",
			userId: by,
			personId: null,
			name: by,
			role: by,
			region: home,
			unitId: null,
		};
		const decision = decideRegionRules(book.get(region) ?? null, asked, {
			actor,
			stamp: ActorStamp.parse({ kind: "person", id: by, name: by, role: by, region: home, unitId: null }),
			now: Instant.parse(`${dayAt(today)}T02:00:00.000Z`),
			region,
			id: idOf(region),
			book,
		});
		if (decision.ok) {
			for (const event of decision.events) {
				expect(RegionRulesEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
				book.set(region, evolveRegionRules(book.get(region) ?? null, event));
				events.set(region, [...(events.get(region) ?? []), event]);
			}
		} else expect(decision.refusals.length).toBeGreaterThan(0);
		each(book, today);
	}
	return { book, events };
}

const RUNS = { numRuns: 150 };

test("[rules I15] the rules of a past day never change, whatever is said later", () => {
	fc.assert(
		fc.property(steps, (all) => {
			const seen = new Map<string, ResolvedRules>();
			play(all, (book, today) => {
				for (const region of REGIONS) {
					for (let past = Math.max(0, today - 6); past < today; past++) {
						const key = `${region} ${past}`;
						const now = rulesOf(book, { region, on: dayAt(past) });
						const before = seen.get(key);
						if (before !== undefined) expect(now).toEqual(before);
						seen.set(key, now);
					}
				}
			});
		}),
		RUNS,
	);
});

test("[rules I14 I16] whatever is said, what an office set holds only within its limits, and no county sets anything", () => {
	fc.assert(
		fc.property(
			steps,
			fc.integer({ min: 0, max: SPAN }),
			fc.option(fc.constantFrom(...SETS)),
			(all, at, inspectionSet) => {
				const { book } = play(all, () => {});
				const on = dayAt(at);
				for (const region of REGIONS) {
					const { params } = rulesOf(book, { region, on, inspectionSet });
					for (const [param, { v, src }] of Object.entries(params)) {
						const set = readOfficeSource(src);
						if (set === null) continue;
						const owner = RegionCode.parse(set.region);
						const tier = ruleTierOf(owner);
						const limit = limitOfParam(param);
						expect(lineageOf(region)).toContain(owner);
						if (tier === null || limit === null)
							throw new Error("only provinces and cities set known parameters");
						expect(limitBreach(limit, v)).toBeNull();
						const inherited = inheritedRules(book, { region: owner, on, inspectionSet }).params[param];
						if (inherited === undefined) throw new Error("nothing to change");
						expect(moveBreach(limit, tier, inherited.v, v)).toBeNull();
						const frame = frameOn(book, owner, param, on);
						if (frame?.bounds != null) expect(boundsBreach(frame.bounds, v)).toBeNull();
					}
				}
			},
		),
		RUNS,
	);
});

test("[rules I18] the state is that of the events, reads back, and counts them", () => {
	fc.assert(
		fc.property(steps, (all) => {
			const { book, events } = play(all, () => {});
			for (const [region, state] of book) {
				expect(replayRegionRules(events.get(region) ?? [])).toEqual(state);
				expect(RegionRules.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
				expect(state.version).toBe(events.get(region)?.length);
			}
		}),
		RUNS,
	);
});
