import type {
	Screening,
	ScreeningEvent,
	ScreeningState,
	ScreeningTarget,
	ScreeningVerb,
	TargetStanding,
} from "../screening/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

export const screeningVerb: Labels<ScreeningVerb> = {
	startScreening: say("启动举一反三排查", "Start screening"),
	amendScreening: say("调整排查", "Amend screening"),
	recordScreened: say("登记排查结果", "Record screened"),
	waiveTarget: say("免予排查", "Leave out a target"),
	openFound: say("登记发现的问题", "Open a find"),
	dismissFound: say("不予登记", "Dismiss a find"),
	produceInstitution: say("登记制度文件", "Record institution document"),
	closeScreening: say("办结排查", "Close screening"),
	cancelScreening: say("取消排查", "Cancel screening"),
};

export const screeningEvent: Labels<ScreeningEvent["type"]> = {
	screeningStarted: say("启动排查", "Started"),
	screeningAmended: say("调整排查", "Amended"),
	targetScreened: say("排查", "Screened"),
	targetWaived: say("免予排查", "Left out"),
	foundOpened: say("登记入账", "Find opened"),
	foundDismissed: say("不予登记", "Find dismissed"),
	institutionProduced: say("形成制度", "Institution document"),
	screeningEnded: say("排查办结", "Closed"),
	screeningCancelled: say("取消排查", "Cancelled"),
};

export const screeningState: Labels<ScreeningState> = {
	running: say("排查中", "Running"),
	closed: say("已办结", "Closed"),
	cancelled: say("已取消", "Cancelled"),
};

export const targetStanding: Labels<TargetStanding> = {
	pending: say("未排查", "Pending"),
	screened: say("已排查", "Screened"),
	waived: say("免排", "Left out"),
};

export const targetKind: Labels<ScreeningTarget["kind"]> = {
	area: say("区域", "Area"),
	unit: say("单位", "Unit"),
};

/** What may be changed of a sweep. */
export const screeningField: Labels<keyof Pick<Screening, "dueOn" | "leadUnitId" | "coverage">> = {
	dueOn: say("完成时限", "Deadline"),
	leadUnitId: say("牵头单位", "Lead unit"),
	coverage: say("排查范围", "Targets"),
};
