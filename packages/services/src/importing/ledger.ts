import {
	holdsNumbers,
	type Inspection,
	type Issue,
	type IssueCommand,
	type IssueContext,
	type IssueSurroundings,
	listRegion,
	neededFacts,
	type TakenNumber,
	type UnitFacts,
} from "@zhenggai/domain/issues";
import type { IssueId, RegionCode, UnitId } from "@zhenggai/domain/kernel";
import type { RuleContext } from "@zhenggai/domain/rules";
import { factsOf } from "@zhenggai/storage/issues";
import type { Asking } from "../issues/changes.ts";
import { sha256Of } from "../kit/json.ts";

/** Where the facts of an import's decisions come from: all looked up once, and kept up as the import goes on. */
export type LedgerFacts = {
	readonly inspection: Inspection;
	/** The rules of that inspection on the day of the import, by region. */
	readonly lawIn: (region: RegionCode) => RuleContext;
	readonly issues: readonly Issue[];
	readonly units: ReadonlyMap<UnitId, UnitFacts>;
	/** Asked for each decision: people are resolved item by item. */
	readonly people: () => IssueSurroundings["people"];
};

const numbersOf = (issue: Issue): TakenNumber[] => {
	if (!holdsNumbers(issue)) return [];
	const own = issue.numberByTier[issue.tier];
	return issue.mandates.flatMap(({ inspectionId, number }) =>
		[...new Set([number, ...(own === null ? [] : [own])])].map((carried) => ({
			issueId: issue.id,
			lifecycle: issue.lifecycle,
			inspectionId,
			tier: issue.tier,
			listRegion: listRegion(issue.tier, issue.region),
			number: carried,
		})),
	);
};

/** Where the issue of a command is; null for a new one whose command does not say. */
const regionOf = (state: Issue | null, command: IssueCommand): RegionCode | null =>
	state?.region ?? (command.type === "registerIssue" ? command.region : null);

/**
 * The part of the ledger that an import touches, as it is while the import is being decided: what an earlier item of
 * the document did, a later one sees, so that a number that stands twice in it is found.
 */
export class WorkingLedger {
	readonly #facts: LedgerFacts;
	readonly #issues = new Map<IssueId, Issue>();
	readonly #numbers = new Map<string, TakenNumber[]>();

	constructor(facts: LedgerFacts) {
		this.#facts = facts;
		for (const issue of facts.issues) this.set(issue);
	}

	get(id: IssueId): Issue | undefined {
		return this.#issues.get(id);
	}

	/** The state of an issue from now on. */
	set(issue: Issue): void {
		const before = this.#issues.get(issue.id);
		for (const { number } of before === undefined ? [] : numbersOf(before)) {
			const left = (this.#numbers.get(number) ?? []).filter(({ issueId }) => issueId !== issue.id);
			this.#numbers.set(number, left);
		}
		this.#issues.set(issue.id, issue);
		for (const taken of numbersOf(issue)) {
			this.#numbers.set(taken.number, [...(this.#numbers.get(taken.number) ?? []), taken]);
		}
	}

	/** The facts for a decision about a command. */
	contextFor(asking: Asking, state: Issue | null, command: IssueCommand): IssueContext {
		const needed = neededFacts(state, command);
		const { inspection, units, people, lawIn } = this.#facts;
		const { rules, calendar } = lawIn(regionOf(state, command) ?? inspection.region);
		return {
			...asking,
			rules,
			calendar,
			sha256: sha256Of,
			importing: true,
			surroundings: {
				issues: new Map(
					needed.issueIds.flatMap((id) => {
						const issue = this.#issues.get(id);
						return issue === undefined ? [] : [[id, factsOf(issue)] as const];
					}),
				),
				inspections: new Map([[inspection.id, inspection]]),
				units,
				people: people(),
				takenNumbers: needed.numbers.flatMap(({ number }) => this.#numbers.get(number) ?? []),
				files: new Map(),
				evidenceUses: [],
			},
		};
	}
}
