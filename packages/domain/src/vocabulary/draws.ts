import type { AlwaysKind, DrawEvent, DrawState, DrawVerb, SeedBasis } from "../close-out/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

export const drawVerb: Labels<DrawVerb> = {
	openDraw: say("开立回头看抽查", "Open draw"),
	freezeFrame: say("冻结抽样框", "Freeze the frame"),
	drawLookBacks: say("抽取", "Draw"),
	assignChecker: say("指定核查单位", "Name who checks"),
	recordDrawn: say("登记核查结果", "Record the result"),
	linkLookBack: say("关联已登记的回头看", "Link a look-back"),
	waiveDrawn: say("免核", "Leave out"),
	closeDraw: say("办结抽查", "Close draw"),
	cancelDraw: say("取消抽查", "Cancel draw"),
};

export const drawEvent: Labels<DrawEvent["type"]> = {
	drawOpened: say("开立抽查", "Opened"),
	frameFrozen: say("冻结抽样框", "Frame frozen"),
	sampleDrawn: say("抽取", "Drawn"),
	checkerAssigned: say("指定核查单位", "Checker named"),
	drawnChecked: say("核查", "Checked"),
	drawnWaived: say("免核", "Left out"),
	drawClosed: say("抽查办结", "Closed"),
	drawCancelled: say("取消抽查", "Cancelled"),
};

export const drawState: Labels<DrawState> = {
	opened: say("已开立", "Opened"),
	frozen: say("抽样框已冻结", "Frame frozen"),
	drawn: say("核查中", "Being checked"),
	closed: say("已办结", "Closed"),
	cancelled: say("已取消", "Cancelled"),
};

/** Why something is always looked at again (LB-02). */
export const drawKind: Labels<AlwaysKind> = {
	key: say("重点", "Key"),
	recurrent: say("反复发生", "Recurrent"),
	complaintRepeat: say("重复举报", "Reported again"),
};

export const seedKind: Labels<SeedBasis["kind"]> = {
	declared: say("事先自定", "Declared beforehand"),
	public: say("公开号码", "Published number"),
};
