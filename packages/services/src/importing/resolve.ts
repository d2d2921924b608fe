import { isCollective } from "@zhenggai/documents/units";
import type {
	ImportChoices,
	Issue,
	Party,
	PersonFacts,
	ProposedIssue,
	Resolution,
	UnitChoice,
	UnitMatch,
} from "@zhenggai/domain/issues";
import { PersonId, type RegionCode, UnitId } from "@zhenggai/domain/kernel";
import {
	isActive,
	type NameLookup,
	type NewPerson,
	type NewUnit,
	type Person,
	type Unit,
	unitKindOf,
} from "@zhenggai/domain/responsibilities";
import type { UnitMatcher } from "./match-units.ts";
import { answeringUnitNames, personNamesOf, personOf, unitNamesOf } from "./names.ts";

/** A unit that will be made when the import is applied. */
export type PlannedUnit = { readonly id: UnitId; readonly unit: NewUnit };
/** A person who will be put on record when the import is applied. */
export type PlannedPerson = { readonly id: PersonId; readonly person: NewPerson };

type Decided = Party<UnitId>;

/**
 * What the names of a document stand for: units as matched or as the clerk chose, people by name within the units
 * that answer for the issue. Units to be made and people to be put on record get their ids here.
 */
export class Parties {
	readonly matches: UnitMatch[] = [];
	readonly #decided = new Map<string, Decided>();
	readonly #units = new Map<string, Pick<Unit, "name" | "kind" | "region">>();
	readonly #people = new Map<string, PersonFacts[]>();
	readonly #plannedUnits = new Map<string, PlannedUnit>();
	readonly #plannedPeople: PlannedPerson[] = [];
	readonly #peopleById = new Map<string, Pick<Person, "name" | "title">>();
	readonly #newId: () => string;

	constructor(
		issues: readonly ProposedIssue[],
		choices: ImportChoices["units"],
		known: {
			readonly matcher: UnitMatcher;
			readonly units: readonly Unit[];
			readonly people: readonly Person[];
		},
		at: { readonly region: RegionCode; readonly newId: () => string },
	) {
		this.#newId = at.newId;
		const units = new Map(known.units.map((unit) => [unit.id, unit]));
		for (const unit of known.units) this.#units.set(unit.id, unit);
		for (const person of known.people) {
			this.#peopleById.set(person.id, person);
			this.allPeople.set(person.id, person);
			this.#people.set(person.name, [...(this.#people.get(person.name) ?? []), person]);
		}
		for (const [name, count] of countNames(issues)) {
			const match = known.matcher.match(name, at.region);
			const choice = choices[name] ?? null;
			this.#decided.set(name, this.#decide(name, choice, match.matched, units));
			this.matches.push({
				name,
				count,
				matched: match.matched === null ? null : { unitId: match.matched.id, name: match.matched.name },
				suggestions: [...match.suggestions],
				collective: isCollective(name),
				choice,
			});
		}
	}

	#decide(
		name: string,
		choice: UnitChoice | null,
		matched: Unit | null,
		units: ReadonlyMap<UnitId, Unit>,
	): Decided {
		switch (choice?.kind) {
			case "use":
				return units.has(choice.unitId) ? { kind: "use", id: choice.unitId } : { kind: "undecided" };
			case "leaveOut":
				return { kind: "leaveOut" };
			case "create": {
				const id = UnitId.parse(this.#newId());
				const unit: NewUnit = {
					name: name.trim().slice(0, 120),
					aliases: [],
					kind: unitKindOf(name),
					region: choice.region,
					parentId: null,
				};
				this.#plannedUnits.set(name, { id, unit });
				this.#units.set(id, unit);
				return { kind: "use", id };
			}
			case undefined:
				if (matched !== null) return { kind: "use", id: matched.id };
				// Many at once cannot be one unit: left out unless somebody says otherwise.
				return { kind: isCollective(name) ? "leaveOut" : "undecided" };
		}
	}

	/** The names that nobody decided about, of these issues. */
	undecided(issues: readonly ProposedIssue[]): string[] {
		const names = new Set(issues.flatMap(unitNamesOf));
		return [...names].filter((name) => this.#decided.get(name)?.kind === "undecided");
	}

	/** What the names of one issue stand for; `ledger` is the issue as it stands there already. */
	resolutionOf(proposed: ProposedIssue, ledger: Issue | null): Resolution {
		const answering = answeringUnitNames(proposed).flatMap((name): UnitId[] => {
			const party = this.#decided.get(name);
			return party?.kind === "use" ? [party.id] : [];
		});
		const held = new Set(
			ledger?.assignments.filter((held) => isActive(held)).map(({ personId }) => personId),
		);
		return {
			unit: (name) => this.#decided.get(name) ?? { kind: "undecided" },
			person: (name) => ({ kind: "use", id: this.#personFor(name, answering, held) }),
		};
	}

	/**
	 * Somebody of that name who has a part already; else of the units that answer, in their order; else, where no unit
	 * answers, somebody without a unit or the only one of that name; else a new one, of the first unit that answers.
	 */
	#personFor(text: string, answering: readonly UnitId[], held: ReadonlySet<PersonId | null>): PersonId {
		const { name, title } = personOf(text);
		const namesakes = this.#people.get(name) ?? [];
		const units: readonly (UnitId | null)[] = answering.length === 0 ? [null] : answering;
		const known =
			namesakes.find(({ id }) => held.has(id)) ??
			units
				.map((unit) => namesakes.find(({ unitId }) => unitId === unit))
				.find((found) => found !== undefined) ??
			(answering.length === 0 && namesakes.length === 1 ? namesakes[0] : undefined);
		return known?.id ?? this.#planPerson({ name, title, unitId: answering[0] ?? null, phone: null });
	}

	#planPerson(person: NewPerson): PersonId {
		const id = PersonId.parse(this.#newId());
		const facts = { id, name: person.name, unitId: person.unitId };
		this.#plannedPeople.push({ id, person });
		this.#peopleById.set(id, person);
		this.#people.set(person.name, [...(this.#people.get(person.name) ?? []), facts]);
		this.allPeople.set(id, facts);
		return id;
	}

	readonly lookup: NameLookup = {
		unit: (id) => this.#units.get(id),
		person: (id) => this.#peopleById.get(id),
	};

	/** The units to be made for these issues. */
	unitsToMake(issues: readonly ProposedIssue[]): PlannedUnit[] {
		return [...new Set(issues.flatMap(unitNamesOf))].flatMap((name) => {
			const planned = this.#plannedUnits.get(name);
			return planned === undefined ? [] : [planned];
		});
	}

	/** The people among those that were planned whom anybody really refers to. */
	peopleToEnter(used: ReadonlySet<string>): PlannedPerson[] {
		return this.#plannedPeople.filter(({ id }) => used.has(id));
	}

	/** Everybody whom a resolution may name, for the decision. */
	readonly allPeople = new Map<PersonId, PersonFacts>();

	get allPlannedUnits(): readonly PlannedUnit[] {
		return [...this.#plannedUnits.values()];
	}
}

function countNames(issues: readonly ProposedIssue[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const issue of issues) {
		for (const name of unitNamesOf(issue)) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return counts;
}

/** The people's names of a document without their titles. */
export const personNames = (issues: readonly ProposedIssue[]): string[] => [
	...new Set(issues.flatMap((issue) => personNamesOf(issue).map((text) => personOf(text).name))),
];
