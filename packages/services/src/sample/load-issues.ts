import { addDays, type InspectionId, IssueId, isWithin, RegionCode } from "@zhenggai/domain/kernel";
import { officeOf, unitActor } from "./actors.ts";
import { assignmentsOf, registerCommand } from "./commands.ts";
import { SAMPLE_INSPECTIONS } from "./data/inspections.ts";
import type { SampleIssue } from "./data/kinds.ts";
import { deadlineOn, workMoment } from "./dates.ts";
import { splitPerson } from "./people.ts";
import { commandRunner, type Setting } from "./setting.ts";

function inspectionOf(setting: Setting, key: string): { id: InspectionId; feedbackDay: number } {
	const id = setting.inspections.get(key);
	const sample = SAMPLE_INSPECTIONS.find((inspection) => inspection.key === key);
	if (id === undefined || sample === undefined) throw new Error(`unknown inspection: ${key}`);
	return { id, feedbackDay: sample.feedbackDay };
}

/** Registers one issue and carries it through its first steps, on days counted from its feedback. */
async function loadIssue(setting: Setting, issue: SampleIssue, step: number): Promise<void> {
	const { perform, setClock, newId, today, directory, registered } = setting;
	const inspection = inspectionOf(setting, issue.inspection);
	const issueId = IssueId.parse(newId());
	const parent = issue.parent === undefined ? null : (registered.get(issue.parent) ?? null);
	const run = commandRunner(perform, issueId, issue.key);
	const office = parent === null ? officeOf(issue) : officeOf(parent.issue);
	const on = (days: number) => {
		const date = addDays(today, Math.min(inspection.feedbackDay + days, -1));
		setClock(workMoment(date, step));
		return date;
	};

	on(parent === null ? 2 : 9);
	const ids = { directory, newId, today };
	await run(office, registerCommand(issue, { ...ids, issueId, inspectionId: inspection.id, parent }));
	registered.set(issue.key, { id: issueId, issue });
	if (issue.also !== undefined) {
		const [other, number, deadline] = issue.also;
		const mandate = {
			inspectionId: inspectionOf(setting, other).id,
			number,
			seq: null,
			deadline: deadlineOn(today, deadline),
		};
		await run(office, { type: "addMandate", mandate, importId: null });
	}
	if (issue.lead === null) return;
	const assignments = assignmentsOf(issue, ids, on(parent === null ? 4 : 11));
	await run(office, { type: "assignIssue", assignments, importId: null });
	if (issue.progress !== "acknowledged" && issue.progress !== "planning") return;

	on(14);
	const leadUnitId = directory.units.get(issue.lead) ?? null;
	const own = assignments.filter(({ unitId }) => unitId === leadUnitId);
	const lead = unitActor(issue.lead, splitPerson(issue.leader ?? "经办人").name, directory);
	// A lead of a lower tier gets the item by decomposition; here its written word is entered by the office.
	const below = lead.kind === "person" && !isWithin(RegionCode.parse(issue.region), lead.region);
	for (const { id } of own) {
		const acknowledge = { type: "acknowledgeAssignment", assignmentId: id } as const;
		if (below) await run(office, { ...acknowledge, reason: "责任单位已来函认领" });
		else await run(lead, acknowledge);
	}
	if (issue.progress !== "planning" || below) return;
	on(16);
	await run(lead, { type: "startPlanning" });
}

/** Records on each parent what was handed down, and which regions declined with consent. */
async function loadDecompositions(setting: Setting): Promise<void> {
	const { perform, stateOf, registered, setClock, today } = setting;
	for (const [key, { id, issue }] of registered) {
		const children = [...registered.values()]
			.filter((child) => child.issue.parent === key)
			.map((child) => ({ issueId: child.id, region: RegionCode.parse(child.issue.region) }));
		const run = commandRunner(perform, id, key, (await stateOf(id)).version);
		setClock(workMoment(addDays(today, -2), children.length));
		if (children.length > 0) await run(officeOf(issue), { type: "decomposeIssue", children });
		for (const { region, reason } of issue.notOurs ?? []) {
			const notOurs = {
				region: RegionCode.parse(region),
				reason,
				consentDocument: "岚整改办函〔2026〕41号",
				consentBy: "岚江省生态环境保护督察整改工作领导小组办公室",
			};
			await run(officeOf(issue), { type: "declareNotOurs", notOurs });
		}
	}
}

/** Ends the few items that leave the ledger, as events. */
async function loadEndings(setting: Setting): Promise<void> {
	const { perform, stateOf, registered, setClock, today } = setting;
	setClock(workMoment(addDays(today, -1), 40));
	for (const [key, { id, issue }] of registered) {
		const { ending } = issue;
		if (ending === undefined) continue;
		const run = commandRunner(perform, id, key, (await stateOf(id)).version);
		if (ending.kind === "withdrawn") {
			const document = "岚整改办〔2026〕27号";
			await run(officeOf(issue), { type: "withdrawIssue", document, reason: ending.reason });
			continue;
		}
		const target = registered.get(ending.into);
		if (target === undefined) throw new Error(`unknown target of a merge: ${ending.into}`);
		const { reason } = ending;
		await run(officeOf(issue), { type: "mergeIssue", into: target.id, intoTier: target.issue.tier, reason });
	}
}

/** All issues of the sample, then what they hand down, then what leaves the ledger. */
export async function loadIssues(setting: Setting, issues: readonly SampleIssue[]): Promise<void> {
	for (const [step, issue] of issues.entries()) await loadIssue(setting, issue, step);
	await loadDecompositions(setting);
	await loadEndings(setting);
}
