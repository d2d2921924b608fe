import { vocab } from "@zhenggai/domain/vocabulary";
import { ENTRY_FIELDS } from "../complaints/entries.ts";
import { relationKind, relationText } from "../complaints/links.ts";
import type { ComplaintRequest } from "../complaints/request.ts";
import type { ComplaintDetail } from "../complaints/wire.ts";
import { say } from "../say.ts";
import { EMPTY_INPUT } from "../terminal/input-state.ts";
import { verbWords } from "./act-modes.ts";
import { type Mode, menuMode } from "./mode.ts";

/** The line on which a correction is written. */
export const amendPrompt = (): Mode => ({
	kind: "prompt",
	title: vocab.complaintVerb.amendComplaint,
	text: say(
		`写“字段:值”和理由，例如“状态:已办结 县环境局回访核实”。字段：${ENTRY_FIELDS.map(({ names }) => names[0]).join("、")}；“无”为清空。其他内容请在网页更正（o）。`,
		`Write "field:value" and the reason, such as "status:closed confirmed by phone". Fields: ${ENTRY_FIELDS.map(({ names }) => names[1]).join(", ")}; "none" empties one. Everything else is amended on the web page (o).`,
	),
	input: EMPTY_INPUT,
	purpose: { kind: "amendComplaint" },
});

/** The line on which a relation is written. */
export const relatePrompt = (): Mode => ({
	kind: "prompt",
	title: vocab.complaintVerb.relateComplaint,
	text: say(
		"写另一件的受理编号，前面可写“重复件”或“文中提及”（不写为重复件）。两件都留在台账中。",
		'Write the receipt number of the other one, with "repeats" or "cites" in front ("repeats" unless given). Both stay on the ledger.',
	),
	input: EMPTY_INPUT,
	purpose: { kind: "relateComplaint" },
});

/** Which of several relations is to be taken back. */
export const relationMenu = ({ relations }: ComplaintDetail): Mode =>
	menuMode({
		title: say("解除哪一条关联", "Take back which relation"),
		items: relations.map((one, index) => ({
			id: `${index}`,
			label: say(
				`${relationKind(one, "zh-CN")}  ${relationText(one, "zh-CN")}`,
				`${relationKind(one, "en")}  ${relationText(one, "en")}`,
			),
			off: null,
		})),
		purpose: { kind: "relation" },
	});

/** The line for the reason of what takes something back. */
export const reasonPrompt = (verb: ComplaintRequest["verb"], relation: number | null): Mode => ({
	kind: "prompt",
	title: verbWords(verb),
	text:
		verb === "withdrawComplaint"
			? say(
					"写撤销的理由。撤销后不再列入清单与合计，记录仍可查阅；恢复只能重新登记。",
					"Write why. It leaves lists and totals and stays readable; only registering it anew brings it back.",
				)
			: say(
					"写解除关联的理由，随本次办理记入日志。",
					"Write why. It is journalled together with the command.",
				),
	input: EMPTY_INPUT,
	purpose: { kind: "reason", verb, relation },
});
