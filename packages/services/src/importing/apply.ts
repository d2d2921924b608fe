import type { ImportResult } from "@zhenggai/domain/issues";
import type { IsoDate, Outcome } from "@zhenggai/domain/kernel";
import { appendEvents, type Tx } from "@zhenggai/storage";
import { saveInspections } from "@zhenggai/storage/issues";
import type { Asking, Change } from "../issues/changes.ts";
import { judged } from "../issues/judge.ts";
import { writeChanges } from "../issues/write-changes.ts";
import { stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";
import { done, refused } from "../kit/outcome.ts";
import { commandUnit } from "../responsibilities/command-unit.ts";
import { enterPeople } from "../responsibilities/enter-people.ts";
import {
	type ActRequest,
	causeOf,
	endAsApplied,
	ImportRefused,
	stampedBy,
	unlessConflicting,
	type Writing,
} from "./act.ts";
import { draftFor } from "./find-draft.ts";
import { alreadyEnded } from "./findings.ts";
import { type ImportPlan, type PlannedItem, planImport } from "./plan.ts";
import type { ProgressReport } from "./progress.ts";
import type { PlannedPerson, PlannedUnit } from "./resolve.ts";

/** How many issues are written between two reports. */
const STEP = 250;
const REFUSALS_SHOWN = 50;

async function writeInspection(writing: Writing, { inspection }: ImportPlan): Promise<void> {
	if (inspection === null || inspection.events.length === 0) return;
	const appended = await appendEvents(writing.tx, {
		...stampedBy(writing),
		streamKind: "inspection",
		streamId: inspection.inspection.id,
		expectedVersion: 0,
		events: drafts(inspection.events),
		region: inspection.inspection.region,
	});
	unlessConflicting(appended.ok ? null : appended.conflict);
	await saveInspections(writing.tx, [inspection.inspection]);
}

async function writeUnits({ tx, context, request }: Writing, units: readonly PlannedUnit[]): Promise<void> {
	const { actor, importId, envelope } = request;
	for (const { id, unit } of units) {
		const outcome = await commandUnit(tx, context, {
			actor,
			unitId: id,
			command: { type: "registerUnit", unitId: id, unit },
			envelope: { ...envelope, expectedVersion: 0 },
			importId,
		});
		if (!outcome.ok) throw new ImportRefused(outcome);
	}
}

async function writePeople(
	{ tx, context, request }: Writing,
	people: readonly PlannedPerson[],
): Promise<void> {
	if (people.length === 0) return;
	const { actor, importId } = request;
	const outcome = await enterPeople(tx, context, { actor, people, importId });
	if (!outcome.ok) throw new ImportRefused(outcome);
}

async function writeIssues(
	{ tx, context, asking, request }: Writing,
	changes: readonly Change[],
	today: IsoDate,
	progress: ProgressReport,
): Promise<void> {
	const cause = causeOf(request);
	for (let at = 0; at < changes.length; at += STEP) {
		progress.report("writing", at, changes.length);
		const step = changes.slice(at, at + STEP);
		unlessConflicting(await writeChanges(tx, context, step, { asking, cause, today }));
	}
	progress.report("writing", changes.length, changes.length);
}

/** The people whom the changes refer to. */
const peopleIn = (changes: readonly Change[]): ReadonlySet<string> =>
	new Set(
		changes.flatMap(({ issue }) =>
			issue.assignments.flatMap(({ personId }) => (personId === null ? [] : [personId])),
		),
	);

const changeOf = ({ chosen, change }: PlannedItem): Change[] => (chosen && change !== null ? [change] : []);

/**
 * Carries out the plan of a draft, made anew on what the ledger holds now, with the draft and the issues it changes
 * locked. Throws ImportRefused where a part is refused after others were written.
 */
export async function applyDraft(
	tx: Tx,
	context: ServiceContext,
	request: ActRequest,
	progress: ProgressReport,
): Promise<Outcome<ImportResult>> {
	const { actor, importId, envelope } = request;
	const { draft, version, region } = await draftFor(tx, actor, importId, "update");
	if (draft.state !== "draft") return refused([alreadyEnded(draft.state)]);
	const { now, today } = momentOf(context);
	const asking: Asking = { actor, stamp: stampOf(actor), now, importing: true };
	progress.report("matching", 0, draft.proposal.issues.length);
	const plan = await planImport(tx, {
		asking,
		draft,
		choices: draft.choices,
		today,
		newId: context.newId,
		lock: "update",
	});
	if (plan.blocking.length > 0) return refused(plan.blocking.slice(0, REFUSALS_SHOWN));
	const chosen = plan.items.filter((item) => item.chosen && item.change !== null);
	const { blocking, warnings } = judged(
		chosen.flatMap((item) => item.warnings),
		envelope.justification,
	);
	if (blocking.length > 0) return refused(blocking.slice(0, REFUSALS_SHOWN));
	const changes = chosen.flatMap(changeOf);
	const units = plan.parties.unitsToMake(chosen.map(({ proposed }) => proposed));
	const people = plan.parties.peopleToEnter(peopleIn(changes));
	const writing: Writing = { tx, context, asking, request };
	await writeInspection(writing, plan);
	await writeUnits(writing, units);
	await writePeople(writing, people);
	await writeIssues(writing, changes, today, progress);
	const result: ImportResult = {
		importId,
		created: changes.filter(({ before }) => before === null).map(({ issue }) => issue.id),
		changed: changes.filter(({ before }) => before !== null).map(({ issue }) => issue.id),
		unitsCreated: units.map(({ id }) => id),
		peopleCreated: people.map(({ id }) => id),
	};
	const counts = {
		created: result.created.length,
		changed: result.changed.length,
		units: units.length,
		people: people.length,
	};
	await endAsApplied(writing, { version, region }, counts);
	return done(result, warnings.slice(0, REFUSALS_SHOWN));
}
