import type { IssueVerb } from "@zhenggai/domain/issues";
import * as closeOut from "./close-out-forms.ts";
import type { IssueForm } from "./issue-frame.ts";
import * as plans from "./plan-forms.ts";
import * as progress from "./progress-forms.ts";
import * as verdicts from "./verdict-forms.ts";

/** Every verb of an issue with a form here: those whose particulars are few. The others are done on the web page. */
const FORMS: Partial<Record<IssueVerb, IssueForm>> = { ...progress, ...verdicts, ...plans, ...closeOut };

/** The form of a verb; null where there is none here. */
export const issueForm = (verb: string): IssueForm | null =>
	Object.entries(FORMS).find(([known]) => known === verb)?.[1] ?? null;
