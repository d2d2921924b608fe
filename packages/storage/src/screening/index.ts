export {
	findScreening,
	listScreeningStates,
	loadScreening,
	type ScreeningListRequest,
	type ScreeningPosition,
} from "./read.ts";
export { isFoundTaken, saveScreening } from "./save.ts";
