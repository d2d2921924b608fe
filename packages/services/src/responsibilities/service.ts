import type {
	Actor,
	CommandEnvelope,
	Outcome,
	Page,
	Region,
	RegionCode,
	UnitId,
} from "@zhenggai/domain/kernel";
import type {
	NewPerson,
	NewUnit,
	NewUnitOfList,
	Person,
	PersonQuery,
	PersonRow,
	Unit,
	UnitQuery,
	UnitRow,
} from "@zhenggai/domain/responsibilities";

/** The use cases of the room `responsibilities`. */
export interface ResponsibilitiesService {
	listUnits(actor: Actor, query: UnitQuery): Promise<Page<UnitRow>>;
	registerUnit(actor: Actor, unit: NewUnit, idempotencyKey?: string): Promise<Outcome<Unit>>;
	/** A whole list, all or nothing. */
	registerUnits(
		actor: Actor,
		units: readonly NewUnitOfList[],
		idempotencyKey?: string,
	): Promise<Outcome<Unit[]>>;
	amendUnit(
		actor: Actor,
		unitId: UnitId,
		changes: Partial<NewUnit & { active: boolean }>,
		envelope: CommandEnvelope,
	): Promise<Outcome<Unit>>;
	listPeople(actor: Actor, query: PersonQuery): Promise<Page<PersonRow>>;
	registerPerson(actor: Actor, person: NewPerson, idempotencyKey?: string): Promise<Outcome<Person>>;
	listRegions(actor: Actor, within?: RegionCode): Promise<Region[]>;
	/**
	 * Adds places or gives them another name. Only offices of a province, within it, and the system; the first ones
	 * by the operator of the machine.
	 */
	registerRegions(actor: Actor, regions: readonly Region[]): Promise<Outcome<Region[]>>;
}
