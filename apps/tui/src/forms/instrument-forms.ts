import type { InstrumentDetail, IssueDetail } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import type { InstrumentKind, InstrumentVerb } from "@zhenggai/domain/supervision";
import { caseVocab, formatDate } from "@zhenggai/domain/vocabulary";
import { newId } from "../app/uuid.ts";
import { clearsText } from "../panes/way-out.ts";
import { say } from "../say.ts";
import { beginningOf } from "../supervision/beginning.ts";
import {
	chosenOf,
	type FormField,
	type FormOutcome,
	type FormSpec,
	field,
	heldIn,
	linesOf,
	orNull,
	REASON,
	textOf,
	type Values,
} from "./form-spec.ts";
import { beginning, same } from "./issue-frame.ts";

/** What is known of the reader when an instrument is acted on. */
export type Reader = { readonly unitId: string | null; readonly unitName: string; readonly name: string };

const isInstrument = (value: object): value is InstrumentDetail => "instrument" in value;

/** 拟制: drafts a letter prefilled from the issue and what it is proposed for; a letter is issued right after it. */
export function draftForm(detail: IssueDetail, kind: InstrumentKind, now: number, reader: Reader): FormSpec {
	const begun = beginningOf(detail, kind);
	const rung = detail.supervision.ladder.find((one) => one.kind === kind);
	const skips = rung?.skips ?? [];
	const words = caseVocab.instrumentKind[kind];
	const signer = caseVocab.instrumentSigner[kind];
	const instrumentId = newId(now);
	const names = (language: "zh" | "en") =>
		skips.map((one) => caseVocab.instrumentKind[one][language]).join(language === "zh" ? "、" : ", ");
	const units = new Map(
		detail.assignments.flatMap(({ unit }) => (unit === null ? [] : [[String(unit.id), unit.name] as const])),
	);
	const choices = [...new Set([...begun.addresseeUnitIds, ...units.keys()])].map((id) => ({
		value: id,
		label: same(units.get(id) ?? id),
	}));
	return {
		key: `draftInstrument.${detail.row.id}.${kind}`,
		title: say(`拟制${words.zh}：编号 ${detail.row.number}`, `Draft ${words.en}: ${detail.row.number}`),
		intro: [
			say(
				`由${signer.zh}签发。拟稿不会自行发出，由具名人员制发。`,
				`Signed by ${signer.en}. A draft goes out only when a named person issues it.`,
			),
			...(detail.proposals.find((one) => one.kind === kind)?.reasons ?? []).map(({ rule, message }) =>
				say(`${rule} ${message.zh}`, `${rule} ${message.en}`),
			),
		],
		version: 0,
		warnings: [],
		confirm: null,
		start: {
			...{ title: begun.title, body: begun.body, cause: begun.cause.text, skipsRungReason: "" },
			addressees: begun.addresseeUnitIds.join("\n"),
		},
		fields: () => [
			...(skips.length === 0
				? []
				: [
						field("text", "cause.skipsRungReason", say("越级理由", "Why rungs are skipped"), {
							hint: say(`未用过：${names("zh")}`, `Never used: ${names("en")}`),
						}),
					]),
			field("many", "addressees", say("送达单位", "To"), { choices }),
			field("line", "title", say("标题", "Title")),
			field("text", "body", say("正文", "Text"), { hint: say("^O 用编辑器修改", "^O opens the editor") }),
			field("text", "cause", say("事由", "Cause")),
		],
		send: (api, values, envelope) =>
			api.supervision.draftInstrument.mutate({
				...{ instrumentId, envelope },
				command: {
					...{ type: "draftInstrument", instrumentId, issueId: detail.row.id, kind },
					...{ title: textOf(values, "title"), body: heldIn(values, "body").trimEnd() },
					cause: {
						rules: begun.cause.rules,
						text: textOf(values, "cause"),
						skipsRungReason: orNull(values, "cause.skipsRungReason"),
					},
					addresseeUnitIds: linesOf(values, "addressees"),
				},
			}),
		told: whyNotIssued,
		next: (outcome) => issueNext(outcome, reader),
	};
}

/** Once drafted, what may be issued is issued next. */
function issueNext(outcome: FormOutcome, reader: Reader): FormSpec | null {
	if (!outcome.ok || !isInstrument(outcome.value)) return null;
	const may = outcome.value.actions.some(({ verb, allowed }) => verb === "issueInstrument" && allowed);
	return may ? instrumentForm(outcome.value, "issueInstrument", reader) : null;
}

/** Why a draft cannot be issued from here, and where it is. */
function whyNotIssued(outcome: FormOutcome): Bilingual | null {
	if (!outcome.ok || !isInstrument(outcome.value)) return null;
	const [refusal] = outcome.value.actions.find(({ verb }) => verb === "issueInstrument")?.refusals ?? [];
	if (refusal === undefined) return null;
	const { rule, message } = refusal;
	const clears = clearsText(refusal);
	return say(
		`拟稿已存。制发：${rule} ${message.zh}；${clears.zh}`,
		`The draft is kept. Issuing: ${rule} ${message.en}; ${clears.en}`,
	);
}

type Part = {
	readonly hard?: boolean;
	readonly intro?: readonly Bilingual[];
	readonly start: Values;
	fields(values: Values): readonly FormField[];
	readonly send: FormSpec["send"];
};

type Maker = (detail: InstrumentDetail, reader: Reader) => Part | null;

/** A verb that asks for one text and nothing else. */
const oneText =
	(
		name: string,
		label: Bilingual,
		send: (id: string, text: string) => FormSpec["send"],
		hard = false,
	): Maker =>
	({ row }) => ({
		hard,
		start: { [name]: "" },
		fields: () => [field("text", name, label)],
		send: (api, values, envelope) => send(row.id, textOf(values, name))(api, values, envelope),
	});

const FORMS: Partial<Record<InstrumentVerb, Maker>> = {
	approveInstrument: ({ row: { id: instrumentId } }) => ({
		...{ hard: true, start: { opinion: "" } },
		fields: () => [field("text", "opinion", say("审批意见", "Opinion"), { required: false })],
		send: (api, values, envelope) =>
			api.supervision.approveInstrument.mutate({
				instrumentId,
				envelope,
				command: { type: "approveInstrument", opinion: orNull(values, "opinion") },
			}),
	}),
	issueInstrument: ({ row, asOf }, reader) => {
		const listed = row.kind === "listedSupervision";
		const circular = row.kind === "circular";
		return {
			hard: true,
			intro: [
				say(
					`由${reader.name}制发，送达${row.addressees.map(({ name }) => name).join("、")}。回复时限自制发之日起算。`,
					`Issued by ${reader.name} to ${row.addressees.map(({ name }) => name).join(", ")}. The reply is due from this day on.`,
				),
			],
			start: { documentNumber: "", signer: "", on: asOf, limitOn: "", replyAsked: "yes" },
			fields: () => [
				field("line", "documentNumber", say("文号", "Document number")),
				field("line", "signer", say("签发人", "Signed by"), { hint: caseVocab.instrumentSigner[row.kind] }),
				field("date", "on", say("发出日期", "Dispatched on")),
				...(listed ? [field("date", "limitOn", say("整改期限", "To be put right by"))] : []),
				...(circular
					? [
							field("choice", "replyAsked", say("要求回复", "Reply asked for"), {
								choices: [
									{ value: "yes", label: say("是", "Yes") },
									{ value: "no", label: say("否", "No") },
								],
							}),
						]
					: []),
			],
			send: (api, values, envelope) =>
				api.supervision.issueInstrument.mutate({
					...{ instrumentId: row.id, envelope },
					command: {
						...{
							type: "issueInstrument",
							on: textOf(values, "on"),
							documentNumber: textOf(values, "documentNumber"),
						},
						...{ signer: textOf(values, "signer"), limitOn: listed ? orNull(values, "limitOn") : null },
						replyAsked: !circular || heldIn(values, "replyAsked") === "yes",
					},
				}),
		};
	},
	acknowledgeInstrument: ({ row }, { unitId, unitName }) => {
		const choices = row.addressees.map(({ id, name }) => ({ value: String(id), label: same(name) }));
		const own = choices.some(({ value }) => value === unitId) ? unitId : null;
		return {
			intro: [
				say(
					`${own === null ? "" : unitName}签收“${row.title}”。回复时限自制发之日起算，与签收无关。`,
					`Receipt of "${row.title}"${own === null ? "" : ` by ${unitName}`}. The clock has been running since its dispatch.`,
				),
			],
			start: { unitId: own ?? (choices.length === 1 ? (choices[0]?.value ?? "") : "") },
			fields: () => (own === null ? [field("choice", "unitId", say("签收单位", "Unit"), { choices })] : []),
			send: (api, values, envelope) =>
				api.supervision.acknowledgeInstrument.mutate({
					...{ instrumentId: row.id, envelope },
					command: { type: "acknowledgeInstrument", unitId: own ?? heldIn(values, "unitId") },
				}),
		};
	},
	replyInstrument: ({ row, instrument }) => ({
		intro: [
			same(beginning(instrument.cause.text)),
			...(row.replyDueOn === null
				? []
				: [
						say(`${formatDate(row.replyDueOn, "zh-CN")}前回复`, `Due by ${formatDate(row.replyDueOn, "en")}`),
					]),
		],
		start: { text: "" },
		fields: () => [field("text", "text", say("回复内容", "Reply"))],
		send: (api, values, envelope) =>
			api.supervision.replyInstrument.mutate({
				instrumentId: row.id,
				envelope,
				command: { type: "replyInstrument", text: textOf(values, "text"), evidenceIds: [] },
			}),
	}),
	verifyReply: ({ row, instrument }) => ({
		hard: true,
		intro: instrument.replies
			.filter(({ verification }) => verification === null)
			.map(({ by, text }) => same(`${by.name}：${text}`)),
		start: { verdict: "", reason: "" },
		fields: () => [
			field("choice", "verdict", say("核实结论", "Verdict"), {
				choices: [
					{ value: "accepted", label: say("核实通过", "Accepted") },
					{ value: "rejected", label: say("不通过，原时限继续计算", "Rejected; due as before") },
				],
			}),
			field("text", "reason", say("核实情况", "What was found")),
		],
		send: (api, values, envelope) =>
			api.supervision.verifyReply.mutate({
				...{ instrumentId: row.id, envelope },
				command: {
					type: "verifyReply",
					verdict: chosenOf(values, "verdict", ["rejected", "accepted"]),
					reason: textOf(values, "reason"),
				},
			}),
	}),
	holdTalk: ({ row, asOf }) => ({
		start: { heldOn: asOf, chairedBy: "", present: "" },
		fields: () => [
			field("date", "heldOn", say("约谈日期", "Held on")),
			field("line", "chairedBy", say("主持人", "Chaired by")),
			field("line", "present", say("参加人员", "Present"), {
				hint: say("以顿号或逗号分开", "Separated by commas"),
			}),
		],
		send: (api, values, envelope) =>
			api.supervision.holdTalk.mutate({
				...{ instrumentId: row.id, envelope },
				command: {
					...{ type: "holdTalk", heldOn: textOf(values, "heldOn"), chairedBy: textOf(values, "chairedBy") },
					present: textOf(values, "present")
						.split(/[、,，;；]\s*/)
						.filter((name) => name !== ""),
				},
			}),
	}),
	minuteTalk: oneText(
		"minutes",
		say("约谈纪要", "Minutes"),
		(instrumentId, minutes) => (api, _values, envelope) =>
			api.supervision.minuteTalk.mutate({ instrumentId, envelope, command: { type: "minuteTalk", minutes } }),
	),
	liftInstrument: oneText(
		"reason",
		REASON,
		(instrumentId, reason) => (api, _values, envelope) =>
			api.supervision.liftInstrument.mutate({
				instrumentId,
				envelope,
				command: { type: "liftInstrument", reason },
			}),
		true,
	),
	discardInstrument: oneText(
		"reason",
		REASON,
		(instrumentId, reason) => (api, _values, envelope) =>
			api.supervision.discardInstrument.mutate({
				instrumentId,
				envelope,
				command: { type: "discardInstrument", reason },
			}),
	),
	preAcceptListing: oneText(
		"opinion",
		say("预验收意见", "Opinion"),
		(instrumentId, opinion) => (api, _values, envelope) =>
			api.supervision.preAcceptListing.mutate({
				instrumentId,
				envelope,
				command: { type: "preAcceptListing", opinion },
			}),
		true,
	),
	unlist: oneText(
		"reason",
		REASON,
		(instrumentId, reason) => (api, _values, envelope) =>
			api.supervision.unlist.mutate({ instrumentId, envelope, command: { type: "unlist", reason } }),
		true,
	),
	failListing: oneText(
		"reason",
		REASON,
		(instrumentId, reason) => (api, _values, envelope) =>
			api.supervision.failListing.mutate({
				instrumentId,
				envelope,
				command: { type: "failListing", reason },
			}),
		true,
	),
};

/** Whether a verb of an instrument has a form here. */
export const hasInstrumentForm = (verb: string): verb is InstrumentVerb => Object.hasOwn(FORMS, verb);

/** The form of a verb on an instrument; null where it is done on the web page. */
export function instrumentForm(
	detail: InstrumentDetail,
	verb: InstrumentVerb,
	reader: Reader,
): FormSpec | null {
	const made = FORMS[verb]?.(detail, reader) ?? null;
	if (made === null) return null;
	const { row, actions } = detail;
	const words = caseVocab.instrumentVerb[verb];
	const kind = caseVocab.instrumentKind[row.kind];
	const { hard, ...part } = made;
	return {
		intro: [],
		...part,
		key: `${verb}.${row.id}.`,
		title: say(
			`${words.zh}${kind.zh}：编号 ${row.issueNumber}`,
			`${words.en}, ${kind.en}: ${row.issueNumber}`,
		),
		version: row.version,
		warnings: actions.find((action) => action.verb === verb)?.warnings ?? [],
		confirm: hard === true ? row.issueNumber : null,
	};
}
