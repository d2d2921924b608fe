import { type Bilingual, type IsoDate, type Refusal, type Role, refusal, say } from "../kernel/index.ts";
import { caseVocab, formatDate } from "../vocabulary/index.ts";
import type { Instrument, InstrumentKind } from "./instrument.ts";
import type { InstrumentVerb } from "./instrument-commands.ts";

export const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];
const GROUP: readonly Role[] = ["leadingGroup"];
const UNITS: readonly Role[] = ["leadUnit", "respUnit", "sector", "enterprise"];

export const notDrafted = (): Refusal =>
	refusal(
		"NOT_FOUND",
		say("没有这件督办文书", "There is no such instrument"),
		say("核对编号", "Check the id"),
		{ who: OFFICES },
	);

export const draftedAlready = (): Refusal =>
	refusal(
		"DUPLICATE_ID",
		say("该编号的督办文书已存在", "An instrument with this id exists already"),
		say("换一个编号", "Use another id"),
		{ field: "instrumentId", who: OFFICES },
	);

export const wrongInstrumentState = ({ state }: Pick<Instrument, "state">, verb: InstrumentVerb): Refusal => {
	const [is, doing] = [caseVocab.instrumentState[state], caseVocab.instrumentVerb[verb]];
	return refusal(
		"WRONG_STATE",
		say(`督办文书“${is.zh}”，不能${doing.zh}`, `The instrument is “${is.en}”: ${doing.en} is not possible`),
		say("按办理顺序进行", "Follow the steps of the instrument"),
		{ who: OFFICES },
	);
};

export const wrongKind = ({ kind }: Pick<Instrument, "kind">, verb: InstrumentVerb): Refusal => {
	const [is, doing] = [caseVocab.instrumentKind[kind], caseVocab.instrumentVerb[verb]];
	return refusal(
		"WRONG_KIND",
		say(`${is.zh}不适用“${doing.zh}”`, `“${doing.en}” does not apply to this kind (${is.en})`),
		say("按该文书的办理方式进行", "Handle it the way its kind is handled"),
		{ who: OFFICES },
	);
};

export const issueOver = (): Refusal =>
	refusal(
		"WRONG_STATE",
		say("问题已销号或已退出台账，不再督办", "The issue is closed or has left the ledger"),
		say("反弹的先重新挂账", "Reopen it first if it came back"),
		{ who: OFFICES },
	);

export const notYourKind = (kind: InstrumentKind): Refusal =>
	refusal(
		"NOT_ALLOWED",
		say(
			`${caseVocab.instrumentKind[kind].zh}由整改办提请领导小组，您可建议提醒函或督办函`,
			`A ${caseVocab.instrumentKind[kind].en.toLowerCase()} is submitted by an office; you may propose letters`,
		),
		say("由整改办拟稿", "Have an office draft it"),
		{ field: "kind", who: OFFICES },
	);

export const notYourDraft = (): Refusal =>
	refusal(
		"NOT_ALLOWED",
		say("只能办理本机关自己拟制的文书", "You may only handle what your own side drafted"),
		say("由整改办办理", "Have an office do it"),
		{ who: OFFICES },
	);

/** SUP-07: a rung may be left out for a reason only. */
export const rungSkipped = (skipped: readonly InstrumentKind[]): Refusal => {
	const names = skipped.map((kind) => caseVocab.instrumentKind[kind]);
	return refusal(
		"SUP-07",
		say(
			`尚未用过${names.map(({ zh }) => zh).join("、")}，越级须说明理由`,
			`Not used yet: ${names.map(({ en }) => en.toLowerCase()).join(", ")}; skipping a rung needs a reason`,
		),
		say("写明越级理由，或先用下一级手段", "Write why, or use the lower rung first"),
		{ field: "cause.skipsRungReason", who: OFFICES, basis: "D" },
	);
};

export const approvalMissing = ({ kind }: Pick<Instrument, "kind">): Refusal =>
	refusal(
		"SUP-01",
		say(
			`${caseVocab.instrumentKind[kind].zh}须经领导小组批准后制发`,
			`A ${caseVocab.instrumentKind[kind].en.toLowerCase()} is issued after the leading group's approval`,
		),
		say("提请领导小组批准", "Submit it to the leading group"),
		{ who: GROUP, basis: "S30 S31 S33" },
	);

export const needsNoApproval = ({ kind }: Pick<Instrument, "kind">): Refusal =>
	wrongKind({ kind }, "approveInstrument");

/** RSP-03: a person answers for what goes out; no job and no key issues anything. */
export const nobodyNamed = (): Refusal =>
	refusal(
		"RSP-03",
		say(
			"督办文书只能由具名人员制发，系统和程序只能建议",
			"Only a named person issues an instrument; the system proposes",
		),
		say("由有权人员登录后制发", "Have somebody sign in and issue it"),
		{ who: [...OFFICES, ...GROUP], basis: "S36 S55" },
	);

export const dayOutside = (
	field: string,
	rule: string,
	what: Bilingual,
	first: IsoDate,
	last: IsoDate,
): Refusal =>
	refusal(
		rule,
		say(
			`${what.zh}须在${formatDate(first, "zh-CN")}至${formatDate(last, "zh-CN")}之间`,
			`${what.en} lies between ${formatDate(first, "en")} and ${formatDate(last, "en")}, both counted`,
		),
		say("核对日期", "Check the day"),
		{ field, who: OFFICES },
	);

export const limitMissing = (): Refusal =>
	refusal(
		"SUP-06",
		say("挂牌督办须定整改期限", "A listing needs the day by which it has to be put right"),
		say("填写期限", "Give the day"),
		{ field: "limitOn", who: OFFICES, basis: "S33 S34" },
	);

export const limitNotAsked = (): Refusal =>
	refusal(
		"WRONG_KIND",
		say("只有挂牌督办设整改期限", "Only a listing has such a limit"),
		say("去掉期限", "Leave it out"),
		{ field: "limitOn", who: OFFICES },
	);

export const replyAlwaysAsked = (): Refusal =>
	refusal(
		"SUP-04",
		say("除通报外均须书面回复", "Everything but a circular asks for a written reply"),
		say("要求书面回复", "Ask for the reply"),
		{ field: "replyAsked", who: OFFICES, basis: "S31" },
	);

export const notAddressed = (): Refusal =>
	refusal(
		"NOT_INVOLVED",
		say("该文书不是发给您单位的", "It is not addressed to your unit"),
		say("由受文单位办理", "Have the addressed unit do it"),
		{ who: UNITS },
	);

export const acknowledgedAlready = (): Refusal =>
	refusal(
		"NO_CHANGE",
		say("该单位已签收", "This unit has acknowledged it already"),
		say("无需重复签收", "Nothing more is needed"),
		{ field: "unitId", who: UNITS },
	);

export const notVerified = (): Refusal =>
	refusal(
		"SUP-05",
		say("回复核实通过后方可解除", "It is lifted only after its reply was verified"),
		say("先核实回复", "Verify the reply first"),
		{ who: OFFICES, basis: "S31 S33" },
	);

export const ownReply = (): Refusal =>
	refusal(
		"SOD-01",
		say("不能核实本单位的回复", "Nobody verifies the reply of his own unit"),
		say("由另一单位的人员核实", "Have somebody of another unit verify it"),
		{ who: OFFICES, basis: "S17" },
	);

export const ownDraft = (): Refusal =>
	refusal(
		"SOD-01",
		say("拟稿人不能批准自己的文书", "Nobody approves what his own side drafted"),
		say("由领导小组其他成员批准", "Have another member of the leading group approve it"),
		{ who: GROUP, basis: "S17" },
	);

export const ownPreAcceptance = (): Refusal =>
	refusal(
		"SUP-06",
		say("预验收的一方不能解除挂牌", "Whoever pre-accepted it does not unlist it"),
		say("由挂牌机关另行核查后解除", "Have the listing office look at it and unlist it"),
		{ who: ["provOffice", "cityOffice", "leadingGroup"], basis: "S33" },
	);

export const notPreAccepted = (): Refusal =>
	refusal(
		"SUP-06",
		say("须先预验收再解除挂牌", "It has to be pre-accepted before it is unlisted"),
		say("先组织预验收", "Pre-accept it first"),
		{ who: [...OFFICES, "accUnit"], basis: "S33" },
	);

export const targetUnknown = (): Refusal =>
	refusal(
		"UNKNOWN",
		say("没有这件更高一级的督办文书", "There is no such instrument on this issue"),
		say("先就同一问题拟制更高一级的文书", "Draft the higher rung on the same issue first"),
		{ field: "to", who: OFFICES },
	);

export const notHigher = (): Refusal =>
	refusal(
		"SUP-01",
		say("升级须转为更高一级的手段", "An escalation leads to a higher rung"),
		say("选择更高一级的文书", "Name a higher one"),
		{ field: "to", who: OFFICES, basis: "S10 S30" },
	);

export const unknownUnit = (index: number): Refusal =>
	refusal(
		"UNKNOWN",
		say("没有这个单位", "There is no such unit"),
		say("核对受文单位", "Check the addressee"),
		{ field: `addresseeUnitIds.${index}`, who: OFFICES },
	);

export const unitClosed = (name: string, index: number): Refusal =>
	refusal(
		"UNIT_INACTIVE",
		say(`“${name}”已撤销`, `“${name}” is no longer active`),
		say("改送承接其职责的单位", "Address the unit that took over"),
		{ field: `addresseeUnitIds.${index}`, who: OFFICES },
	);

export const unitTwice = (index: number): Refusal =>
	refusal(
		"DUPLICATE_ID",
		say("受文单位重复", "A unit stands twice in the list"),
		say("去掉重复的一个", "Leave one out"),
		{ field: `addresseeUnitIds.${index}`, who: OFFICES },
	);

export const sameAddressees = (): Refusal =>
	refusal(
		"NO_CHANGE",
		say("受文单位没有变化", "The addressees are the same"),
		say("改为其他单位", "Name other units"),
		{ field: "addresseeUnitIds", who: OFFICES },
	);

export const extensionRefused = (message: Bilingual, field: string): Refusal =>
	refusal("SUP-06", message, say("按规定的时间和幅度申请", "Ask in time and within the limit"), {
		field,
		who: OFFICES,
		basis: "S33",
	});

export const talkNotMinuted = (): Refusal =>
	refusal(
		"SUP-04",
		say("约谈后形成纪要，再报送书面报告", "The report follows the talk and its minutes"),
		say("先记录约谈和纪要", "Record the talk and its minutes first"),
		{ who: OFFICES, basis: "S31" },
	);

export const heldAlready = (): Refusal =>
	refusal(
		"NO_CHANGE",
		say("约谈已经举行", "The talk was held already"),
		say("无需重复记录", "Nothing more is needed"),
		{ field: "heldOn", who: OFFICES },
	);
