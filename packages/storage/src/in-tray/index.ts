export { issuesNamingUnit, issuesOver } from "./dependents.ts";
export { loadCoverageGround } from "./ground.ts";
export { issuesOwingPlans } from "./planning.ts";
export {
	countInTrayItems,
	IN_TRAY_COUNT_BOUND,
	type InTrayLine,
	type InTrayPosition,
	type InTrayRequest,
	listInTrayItems,
} from "./read.ts";
export { holdsSame, TRAY_TEXT } from "./text.ts";
export {
	type InTrayBefore,
	type InTrayOfIssue,
	loadInTrayItems,
	loadInTrayOf,
	writeInTray,
} from "./write.ts";
