export {
	type ClosingListRequest,
	type ClosingPosition,
	closingQuery,
	countClosing,
	listClosingIds,
	type WatchDay,
	writeClosing,
	writeWatchDays,
} from "./closing.ts";
export { loadContact, saveContact } from "./contacts.ts";
export {
	type DrawPosition,
	listDrawStates,
	listedIssues,
	loadDraw,
	overlappingDraws,
	saveDraw,
} from "./draws.ts";
export { findObjections, type ObjectionPlace, writeObjections } from "./objections.ts";
