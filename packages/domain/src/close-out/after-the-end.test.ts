import { expect, test } from "vitest";
import type { IssueCommand } from "../issues/index.ts";
import { day, LEAD_CLERK } from "../issues/testing.ts";
import {
	acceptedIssue,
	CITY_OFFICE,
	closedIssue,
	END_NOTICE,
	evidenceId,
	FILE_IT,
	filing,
	having,
	lookBackId,
	notice,
	noticed,
	refused,
	rulesOfSet,
	WATCHER,
} from "./testing.ts";

const byLead = rulesOfSet("base", { closeoutBody: { v: "leadUnit", src: "S20" } });
const RESULT: IssueCommand = { type: "publishResult", on: day("2026-06-20"), channel: "市政府网站" };

test.each([
	["publishes the notice", acceptedIssue, notice(1), "2026-06-03"],
	["ends it", noticed, END_NOTICE, "2026-06-17"],
	["files", filing, FILE_IT(), "2026-06-18"],
	["publishes the result", closedIssue, RESULT, "2026-06-20"],
] as const)(
	"[close-out I34] [CLO-02] the body that the rule set names closes out, and the other does not: %s",
	(_, issueOf, command, on) => {
		const issue = issueOf();
		expect(refused(issue, command, CITY_OFFICE, { on })).toEqual([]);
		expect(refused(issue, command, LEAD_CLERK, { on })).toEqual(["CLO-02"]);
		expect(refused(issue, command, LEAD_CLERK, { on, rules: byLead })).toEqual([]);
		expect(refused(issue, command, CITY_OFFICE, { on, rules: byLead })).toEqual(["CLO-02"]);
	},
);

const attach = (n: number): IssueCommand => ({
	type: "attachEvidence",
	evidence: {
		...{ id: evidenceId(n), kind: "photoAfter", name: `回头看${n}.jpg` },
		...{ sha256: n.toString(16).padStart(64, "e"), measureId: null, siteId: null, goalId: null },
		...{ effectiveOn: null, laboratory: null, meetsStandard: null, note: null },
	},
});
const withdraw = (n: number): IssueCommand => ({
	type: "withdrawEvidence",
	evidenceId: evidenceId(n),
	reason: "误传",
});
const at = { on: "2026-09-20" };

test("[close-out I35] [CLO-06] what a look-back brings stands beside the archive; what is in it stays", () => {
	const issue = having(closedIssue(), [WATCHER, attach(30), at]);
	expect(issue.closeOut?.archive).toEqual(closedIssue().closeOut?.archive);
	expect(refused(issue, withdraw(30), WATCHER, at)).toEqual([]);
	expect(refused(issue, withdraw(2), CITY_OFFICE, at)).toEqual(["CLO-06"]);
	const lookBack: IssueCommand = {
		type: "recordLookBack",
		lookBack: {
			...{ id: lookBackId(1), on: day("2026-09-20"), occasion: "watchPoint", result: "held" },
			...{ record: "完好", evidenceIds: [evidenceId(30)] },
		},
	};
	expect(refused(issue, lookBack, WATCHER, at)).toEqual([]);
});
