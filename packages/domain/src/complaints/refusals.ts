import { rolesFor } from "../access/index.ts";
import { type Refusal, refusal, say } from "../kernel/index.ts";
import { vocab } from "../vocabulary/index.ts";
import type { ComplaintVerb } from "./commands.ts";

const KEEPERS = rolesFor("registerComplaint");

export const complaintNotOnLedger = (): Refusal =>
	refusal(
		"NOT_ON_LEDGER",
		say("台账中没有这件信访件", "This complaint is not on the ledger"),
		say("先登记", "Register it first"),
		{ who: KEEPERS },
	);

export const complaintRegisteredAlready = (): Refusal =>
	refusal(
		"ALREADY_REGISTERED",
		say("该信访件已在台账中", "This complaint is on the ledger already"),
		say("打开已有信访件进行更正", "Open the complaint that is there and amend it"),
		{ field: "complaintId", who: KEEPERS },
	);

export const withdrawnAlready = (verb: ComplaintVerb): Refusal => {
	const doing = vocab.complaintVerb[verb];
	return refusal(
		"ENDED",
		say(`信访件已撤销，不能“${doing.zh}”`, `The complaint is withdrawn: “${doing.en}” is not possible`),
		say("撤销有误的，重新登记", "If that was wrong, register it anew"),
		{ who: KEEPERS },
	);
};

export const receiptTaken = (receiptNumber: string): Refusal =>
	refusal(
		"RECEIPT_TAKEN",
		say(
			`受理编号“${receiptNumber}”在本次督察中已登记`,
			`Receipt number “${receiptNumber}” is registered under this inspection already`,
		),
		say("更正已登记的信访件，或核对编号", "Amend the complaint that is there, or check the number"),
		{ field: "receiptNumber", who: KEEPERS },
	);

export const nothingToIdentify = (): Refusal =>
	refusal(
		"NOTHING_TO_IDENTIFY",
		say(
			"受理编号和基本情况都为空，无法识别",
			"Neither a receipt number nor a summary: nothing identifies it",
		),
		say("填写受理编号或交办问题基本情况", "Write the receipt number or the summary"),
		{ field: "receiptNumber", who: KEEPERS },
	);

export const placeOutside = (index: number): Refusal =>
	refusal(
		"PLACE_OUTSIDE",
		say("行政区域不在本表所属地区之内", "The place lies outside of the region of its table"),
		say("改正行政区域", "Correct the place"),
		{ field: `places.${index}`, who: KEEPERS },
	);

export const inspectionUnknown = (): Refusal =>
	refusal(
		"UNKNOWN_INSPECTION",
		say("没有这次督察，或不在被督察地区之内", "No such inspection, or it does not inspect this region"),
		say("选择已登记的督察", "Choose one that is registered"),
		{ field: "inspectionId", who: KEEPERS },
	);

export const nothingChanges = (verb: ComplaintVerb, field: string): Refusal =>
	refusal(
		"NO_CHANGE",
		say("内容与现有记录相同，没有变更", "Nothing differs from what is recorded"),
		say("修改至少一项后再提交", "Change at least one thing"),
		{ field, who: rolesFor(verb) },
	);

export const relationUnknown = (field: string): Refusal =>
	refusal(
		"UNKNOWN_COMPLAINT",
		say("没有这件信访件，或没有这条关联", "No such complaint, or no such relation"),
		say("核对受理编号", "Check the receipt number"),
		{ field, who: KEEPERS },
	);
