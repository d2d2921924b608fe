import { HistoryEntry } from "@zhenggai/domain/journal";
import { CommandEnvelope, IsoDate, IssueId, outcomeOf, RegionCode } from "@zhenggai/domain/kernel";
import {
	CalendarCommand,
	CalendarPreview,
	CalendarView,
	Finding,
	ListedRule,
	RegionRulesCommand,
	RegionRulesRow,
	RegionRulesView,
	RuleChangePreview,
	RuleSet,
} from "@zhenggai/domain/rules";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";

export const rulesRouter = router({
	/** The catalogue; `tests` adds the tests that show each rule, which only few callers want. */
	list: procedure
		.input(z.object({ tests: z.boolean().optional() }).optional())
		.output(z.array(ListedRule))
		.query(({ ctx, input }) => ctx.services.rules.listRules(ctx.actor, input ?? {})),

	listRuleSets: procedure
		.output(z.array(RuleSet))
		.query(({ ctx }) => ctx.services.rules.listRuleSets(ctx.actor)),

	checkIssue: procedure
		.input(z.object({ issueId: IssueId, asOf: IsoDate.optional() }))
		.output(z.array(Finding))
		.query(({ ctx, input }) => ctx.services.rules.checkIssue(ctx.actor, input.issueId, input.asOf)),

	listRegions: procedure
		.output(z.array(RegionRulesRow))
		.query(({ ctx }) => ctx.services.rules.listRegionRules(ctx.actor)),

	/** The rules of a region on a day; the caller's own region and today when left out. */
	region: procedure
		.input(z.object({ region: RegionCode.optional(), on: IsoDate.optional() }))
		.output(RegionRulesView)
		.query(({ ctx, input }) => ctx.services.rules.getRegionRules(ctx.actor, input.region, input.on)),

	regionHistory: procedure
		.input(
			z.object({
				region: RegionCode,
				before: z.int().min(1).optional(),
				limit: z.int().min(1).max(200).default(50),
			}),
		)
		.output(z.object({ items: z.array(HistoryEntry), more: z.boolean() }))
		.query(({ ctx, input }) => ctx.services.rules.listRegionRulesHistory(ctx.actor, input)),

	/** What a change would do to the region's open issues. Changes nothing. */
	previewChange: procedure
		.input(z.object({ region: RegionCode, command: RegionRulesCommand }))
		.output(RuleChangePreview)
		.query(({ ctx, input }) => ctx.services.rules.previewRuleChange(ctx.actor, input.region, input.command)),

	commandRegion: procedure
		.input(z.object({ region: RegionCode, command: RegionRulesCommand, envelope: CommandEnvelope }))
		.output(outcomeOf(RegionRulesView))
		.mutation(({ ctx, input }) =>
			ctx.services.rules.commandRegionRules(ctx.actor, input.region, input.command, input.envelope),
		),

	/** The working calendar: every known year with its source, and the years that are wanted and not there. */
	calendar: procedure.output(CalendarView).query(({ ctx }) => ctx.services.rules.listCalendar(ctx.actor)),

	calendarHistory: procedure
		.input(
			z.object({
				year: z.int(),
				before: z.int().min(1).optional(),
				limit: z.int().min(1).max(200).default(50),
			}),
		)
		.output(z.object({ items: z.array(HistoryEntry), more: z.boolean() }))
		.query(({ ctx, input }) => ctx.services.rules.listCalendarHistory(ctx.actor, input)),

	/** What loading or correcting a year would make of it. Changes nothing. */
	previewCalendar: procedure
		.input(z.object({ command: CalendarCommand }))
		.output(CalendarPreview)
		.query(({ ctx, input }) => ctx.services.rules.previewCalendar(ctx.actor, input.command)),

	commandCalendar: procedure
		.input(z.object({ command: CalendarCommand, envelope: CommandEnvelope }))
		.output(outcomeOf(CalendarView))
		.mutation(({ ctx, input }) =>
			ctx.services.rules.commandCalendar(ctx.actor, input.command, input.envelope),
		),
});
