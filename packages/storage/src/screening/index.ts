export {
	findScreening,
	issuesOfFinds,
	listScreeningStates,
	loadScreening,
	type ScreeningListRequest,
	type ScreeningPosition,
} from "./read.ts";
export { isFoundTaken, saveScreening } from "./save.ts";
