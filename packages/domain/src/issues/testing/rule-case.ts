import { ImportId, type Severity } from "../../kernel/index.ts";
import type { RuleContext, RuleGate } from "../../rules/index.ts";
import type { RuleSurroundings } from "../rules-subject.ts";
import type { Issue } from "../schema.ts";
import { day, uuid } from "../testing.ts";
import { around, soundIssue } from "./rules.ts";

export type RuleCase = {
	readonly name: string;
	readonly issue?: Partial<Issue>;
	readonly around?: RuleSurroundings;
	readonly context?: RuleContext;
	/** Null where the rule is silent; otherwise what its first finding is. */
	readonly finds: null | {
		readonly severity: Severity;
		readonly gate: RuleGate;
		readonly field: string | null;
		/** Words of the Chinese message. */
		readonly says: string;
		readonly count?: number;
	};
};

export const planBlock = (field: string, says: string, count = 1) =>
	({ severity: "block", gate: "submitPlan", field, says, count }) as const;
export const planWarn = (field: string, says: string) =>
	({ severity: "warn", gate: "submitPlan", field, says }) as const;
/** The measures of a sound issue, to add another to. */
export const kept = soundIssue().measures;
export const unplanned: Partial<Issue> = { goal: null, measures: [], deadline: null };
/** A sound plan that an import brought. */
export const planned: Partial<Issue> = { importIds: [ImportId.parse(uuid(1, 60))] };
export const feedback = (date: string) => around({ feedbackDate: day(date) });

export const report = (field: string | null, says: string, severity: Severity = "warn") =>
	({ severity, gate: "report", field, says }) as const;
export const save = (severity: Severity, field: string, says: string) =>
	({ severity, gate: "save", field, says }) as const;
