import type { HistoryEntry } from "@zhenggai/domain/issues";
import type { Actor, CommandEnvelope, IsoDate, IssueId, Outcome, RegionCode } from "@zhenggai/domain/kernel";
import type {
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

/** What a page of a region's history is asked with: newest first, `before` a version. */
export type RegionRulesHistoryQuery = { region: RegionCode; before?: number | undefined; limit: number };

/** What a page of a calendar year's history is asked with: newest first, `before` a version. */
export type CalendarHistoryQuery = { year: number; before?: number | undefined; limit: number };

/** The use cases of the room `rules`. */
export interface RulesService {
	/** The catalogue of all rules with their parameters; with the tests that show each where asked for. */
	listRules(actor: Actor, listing?: { readonly tests?: boolean | undefined }): Promise<ListedRule[]>;
	listRuleSets(actor: Actor): Promise<RuleSet[]>;
	checkIssue(actor: Actor, issueId: IssueId, asOf?: IsoDate): Promise<Finding[]>;
	/** The province and the cities of it that the actor may look at, each with what it works by today. */
	listRegionRules(actor: Actor): Promise<RegionRulesRow[]>;
	/** The rules of a region on a day, each parameter with source, limits and who set it; the actor's own region. */
	getRegionRules(actor: Actor, region?: RegionCode, on?: IsoDate): Promise<RegionRulesView>;
	/** What a region said about its rules, the newest first. */
	listRegionRulesHistory(
		actor: Actor,
		query: RegionRulesHistoryQuery,
	): Promise<{ items: HistoryEntry[]; more: boolean }>;
	/** Chooses a rule set or changes a parameter from a day on; effective on every node as soon as it is journalled. */
	commandRegionRules(
		actor: Actor,
		region: RegionCode,
		command: RegionRulesCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<RegionRulesView>>;
	/** What a change would do to the open issues of the region, worked out for a few seconds at most. Changes nothing. */
	previewRuleChange(
		actor: Actor,
		region: RegionCode,
		command: RegionRulesCommand,
	): Promise<RuleChangePreview>;
	/** The working calendar: every year that is known, its source, and years that are wanted and not there. */
	listCalendar(actor: Actor): Promise<CalendarView>;
	/** What the ledger said about a year of the calendar, the newest first. */
	listCalendarHistory(
		actor: Actor,
		query: CalendarHistoryQuery,
	): Promise<{ items: HistoryEntry[]; more: boolean }>;
	/** What loading or correcting a year would make of it, or why it would be refused. Changes nothing. */
	previewCalendar(actor: Actor, command: CalendarCommand): Promise<CalendarPreview>;
	/** Loads a year or corrects one; effective on every node as soon as it is journalled. */
	commandCalendar(
		actor: Actor,
		command: CalendarCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<CalendarView>>;
}
