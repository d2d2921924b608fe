export { foldText, parseSearch } from "../lists/search-text.ts";
export { type BulkOptions, loadIssuesInBulk } from "./bulk.ts";
export { type CountedInspection, listInspections, loadInspections, saveInspections } from "./inspections.ts";
export { COUNT_BOUND, type ListTotal, listIssueRows, type StoredPage } from "./list.ts";
export { type IssueListRequest, type ListPlan, type Position, planList } from "./list-query.ts";
export { isListed, type ListedIssue, listedOf, loadListed } from "./listed.ts";
export { loadNames, lookupOf, type Names, type NamesWanted, namesWantedBy, regionName } from "./names.ts";
export { loadNeighbourhood, type NearPerson, type NearUnit, type Neighbourhood } from "./neighbourhood.ts";
export { countOpenIssues, openIssues } from "./open-issues.ts";
export type { IssueToSave } from "./projection.ts";
export {
	findIssue,
	issueNumbers,
	loadChildren,
	loadChildrenOf,
	loadEndedInto,
	loadInspectionIssues,
	loadIssues,
	loadListIssues,
	openIssueIds,
	type RowLock,
} from "./read.ts";
export { type Renamed, refreshDay, refreshNames } from "./refresh.ts";
export { type ChangedIssue, saveIssues } from "./save.ts";
export {
	factsOf,
	isNumberTaken,
	type LoadedSurroundings,
	loadSurroundings,
	type NumberList,
	takenNumbers,
} from "./surroundings.ts";
