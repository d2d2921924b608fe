import { z } from "zod";
import { Bilingual, Instant, IsoDate, IssueId, Refusal, RegionCode } from "../kernel/index.ts";
import { ParamBounds, ParamLimit } from "./limits.ts";
import { Finding, Param, ParamValue } from "./schema.ts";

/** Who said so, when, why and from when, for pages. */
const Said = z.object({
	region: RegionCode,
	regionName: z.string(),
	from: IsoDate,
	by: z.string(),
	at: Instant,
	reason: z.string(),
});
export type Said = z.infer<typeof Said>;

/** One parameter of a region's rules as its page shows it. */
export const RegionParam = z.object({
	name: z.string(),
	/** What holds, with its source. */
	value: Param,
	/** What would hold without the region's own word. */
	inherited: Param,
	/** Who set what holds; null where it comes with the rule set. */
	setBy: Said.nullable(),
	/** What the region itself set, although limits that came later keep it from holding. */
	overruled: z.object({ value: ParamValue, said: Said }).nullable(),
	/** What is planned for later days. */
	planned: z.array(z.object({ value: ParamValue.nullable(), said: Said })),
	limit: ParamLimit,
	/** The narrower frame of the province. */
	frame: z.object({ bounds: ParamBounds, said: Said }).nullable(),
	/** Why whoever asks may not change it; null where it may be changed within the limits. */
	refusal: Refusal.nullable(),
});
export type RegionParam = z.infer<typeof RegionParam>;

/** The rules of a region on a day. */
export const RegionRulesView = z.object({
	region: RegionCode,
	regionName: z.string(),
	/** Version of the region's own rules: what a command has to name. */
	version: z.int().min(0),
	on: IsoDate,
	ruleSet: z.object({
		id: z.string(),
		version: z.int(),
		name: Bilingual,
		/** Who chose it; null where nobody did and the base holds. */
		chosenBy: Said.nullable(),
	}),
	/** The set that the region itself chose and that was in force that day, whether it holds or not. */
	ownChoice: z.string().nullable(),
	/** Choices of the region itself for later days. */
	plannedChoices: z.array(z.object({ ruleSetId: z.string().nullable(), said: Said })),
	/** The rule sets that the region may choose. */
	choosable: z.array(z.object({ id: z.string(), name: Bilingual })),
	/** Why whoever asks may not choose one. */
	chooseRefusal: Refusal.nullable(),
	params: z.array(RegionParam),
});
export type RegionRulesView = z.infer<typeof RegionRulesView>;

/** A region that whoever asks may look at, with how far it has rules of its own. */
export const RegionRulesRow = z.object({
	region: RegionCode,
	name: z.string(),
	version: z.int(),
	/** What it works by today. */
	ruleSetId: z.string(),
	ruleSetName: Bilingual,
	/** Whether it chose that set itself. */
	own: z.boolean(),
	/** How many parameters it sets itself today. */
	changed: z.int(),
	mayChange: z.boolean(),
});
export type RegionRulesRow = z.infer<typeof RegionRulesRow>;

/** What a change would do to one issue. */
export const RuleChangeEffect = z.object({
	issueId: IssueId,
	number: z.string(),
	region: RegionCode,
	regionName: z.string(),
	statement: z.string(),
	appear: z.array(Finding),
	disappear: z.array(Finding),
	/** The light before and after, where it would be another one. */
	light: z.object({ from: z.string(), to: z.string() }).nullable(),
});
export type RuleChangeEffect = z.infer<typeof RuleChangeEffect>;

/** What a change would do, shown before it is made. */
export const RuleChangePreview = z.object({
	region: RegionCode,
	/** The day it is looked at: the one from which the change would hold. */
	on: IsoDate,
	/** Why the change cannot be made; the effects are worked out for a change that can. */
	refusals: z.array(Refusal),
	/** Parameters whose value in the region would be another one. */
	params: z.array(z.object({ name: z.string(), before: Param, after: Param })),
	/** Open issues of the region, and how many of them were looked at before the time was over. */
	open: z.int(),
	checked: z.int(),
	complete: z.boolean(),
	/** Issues for which anything would change. */
	affected: z.int(),
	rules: z.array(z.object({ rule: z.string(), appear: z.int(), disappear: z.int() })),
	lights: z.array(z.object({ from: z.string(), to: z.string(), issues: z.int() })),
	/** The first issues, at most a hundred. */
	issues: z.array(RuleChangeEffect),
});
export type RuleChangePreview = z.infer<typeof RuleChangePreview>;
