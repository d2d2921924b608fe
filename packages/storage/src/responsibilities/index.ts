export {
	type ListedPerson,
	listPeople,
	loadPeople,
	type PersonListRequest,
	type PersonPosition,
	peopleNamed,
	savePeople,
} from "./people.ts";
export { findRegions, listRegions, saveRegions } from "./regions.ts";
export { loadUnitSurroundings, type UnitFactsWanted } from "./unit-surroundings.ts";
export {
	activeUnits,
	type ListedUnit,
	listUnits,
	loadUnits,
	saveUnits,
	type UnitListRequest,
	type UnitPosition,
} from "./units.ts";
