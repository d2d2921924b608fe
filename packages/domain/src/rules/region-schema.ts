import { z } from "zod";
import { ActorStamp, Instant, IsoDate, RegionCode } from "../kernel/index.ts";
import { ParamBounds } from "./limits.ts";
import { ParamValue } from "./schema.ts";

/** The stream of a region's rules; its id follows from the region's code and is made at the edge. */
export const RegionRulesId = z.uuid().brand("RegionRulesId");
export type RegionRulesId = z.infer<typeof RegionRulesId>;

const RuleSetId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const paramName = z.string().min(1).max(60);
const reason = z.string().trim().min(2).max(2000);

/** From when something holds, and who said so, why and when. */
const said = { from: IsoDate, reason: z.string(), by: ActorStamp, at: Instant };

/** Which rule set a region works by from a day on; null: again by that of the region above. */
export const RuleSetChoice = z.object({ ruleSetId: RuleSetId.nullable(), ...said });
export type RuleSetChoice = z.infer<typeof RuleSetChoice>;

/** What a region sets a parameter to from a day on; null: again what it inherits. */
export const ParamChange = z.object({ name: paramName, value: ParamValue.nullable(), ...said });
export type ParamChange = z.infer<typeof ParamChange>;

/** Within what a province lets its cities set a parameter from a day on; null: only the general limits again. */
export const ParamFrame = z.object({ name: paramName, bounds: ParamBounds.nullable(), ...said });
export type ParamFrame = z.infer<typeof ParamFrame>;

/**
 * The rules of a region as steps in time: each list is in the order of days, and of one parameter each entry holds until
 * the day of the next.
 */
export const RegionRules = z.object({
	id: RegionRulesId,
	region: RegionCode,
	version: z.int().min(0),
	choices: z.array(RuleSetChoice),
	changes: z.array(ParamChange),
	frames: z.array(ParamFrame),
});
export type RegionRules = z.infer<typeof RegionRules>;

const dated = { effectiveFrom: IsoDate, reason };

/** Everything that can be asked of a region's rules. */
export const RegionRulesCommand = z.discriminatedUnion("type", [
	z.object({ type: z.literal("chooseRuleSet"), ruleSetId: RuleSetId.nullable(), ...dated }),
	z.object({ type: z.literal("changeParameter"), name: paramName, value: ParamValue, ...dated }),
	z.object({ type: z.literal("withdrawParameter"), name: paramName, ...dated }),
	z.object({ type: z.literal("limitParameter"), name: paramName, bounds: ParamBounds.nullable(), ...dated }),
]);
export type RegionRulesCommand = z.infer<typeof RegionRulesCommand>;
export type RegionRulesVerb = RegionRulesCommand["type"];

const of = { id: RegionRulesId, region: RegionCode };

/** What happened to the rules of a region, as journalled. */
export const RegionRulesEvent = z.discriminatedUnion("type", [
	z.object({ type: z.literal("ruleSetChosen"), at: Instant, ...of, choice: RuleSetChoice }),
	z.object({
		type: z.literal("parameterChanged"),
		at: Instant,
		...of,
		change: ParamChange,
		/** What would have held on that day without the change. */
		before: ParamValue,
	}),
	z.object({
		type: z.literal("parameterWithdrawn"),
		at: Instant,
		...of,
		change: ParamChange,
		/** What the region had set. */
		before: ParamValue,
	}),
	z.object({ type: z.literal("parameterLimited"), at: Instant, ...of, frame: ParamFrame }),
]);
export type RegionRulesEvent = z.infer<typeof RegionRulesEvent>;
