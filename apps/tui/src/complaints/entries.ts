import type { Bilingual } from "@zhenggai/domain/kernel";
import { badges, vocab } from "@zhenggai/domain/vocabulary";
import { isNamed, isYes, readTokens, valueNamed } from "../panes/filter-language.ts";
import { say } from "../say.ts";
import type { AmendInput } from "./wire.ts";

type Changes = AmendInput["changes"];

/** A field that one word or one short text can correct. Everything longer is written on the web page. */
type EntryField = {
	readonly names: readonly string[];
	readonly label: Bilingual;
	/** Takes the value; false where it means nothing. */
	put(changes: Changes, value: string): boolean;
};

const isNone = (value: string): boolean => /^(无|空|none|-)$/i.test(value);
const isNo = (value: string): boolean => /^(否|no|false)$/i.test(value);

/** What a duty desk corrects in one line. */
export const ENTRY_FIELDS: readonly EntryField[] = [
	{
		names: ["状态", "status", "是否办结"],
		label: vocab.complaintField.status,
		put(changes, value) {
			const status = valueNamed(vocab.complaintStatus, (key) => badges.complaintStatus[key].word, value);
			if (status === null && !isNone(value)) return false;
			changes.status = status;
			return true;
		},
	},
	{
		names: ["属实", "verdict", "是否属实"],
		label: vocab.complaintField.verdict,
		put(changes, value) {
			const verdict = valueNamed(vocab.verdict, (key) => badges.verdict[key].word, value);
			if (verdict === null && !isNone(value)) return false;
			changes.verdict = verdict;
			return true;
		},
	},
	{
		names: ["目标", "target", "办结目标"],
		label: vocab.complaintField.closureTarget,
		put(changes, value) {
			changes.closureTarget = isNone(value) ? null : value;
			return true;
		},
	},
	{
		names: ["重点", "key", "重点关注"],
		label: vocab.complaintField.isKey,
		put(changes, value) {
			if (!isYes(value) && !isNo(value)) return false;
			changes.isKey = isYes(value);
			return true;
		},
	},
	{
		names: ["备注", "remarks"],
		label: vocab.complaintField.remarks,
		put(changes, value) {
			changes.remarks = isNone(value) ? null : value;
			return true;
		},
	},
];

const LEAST_REASON = 2;

/** A correction as it was typed: what changes, in words too, and why. */
export type Amendment = { readonly changes: Changes; readonly words: Bilingual; readonly reason: string };

/**
 * Reads `状态:已办结 县环境局回访核实`: fields to correct, and the reason. Names and values are those of the filter;
 * `无` empties a field. Answers what is wrong where it cannot be read.
 */
export function readAmendment(text: string): Amendment | { readonly problem: Bilingual } {
	const changes: Changes = {};
	const said: Bilingual[] = [];
	const reason: string[] = [];
	for (const { name, value } of readTokens(text)) {
		const field = name === undefined ? undefined : ENTRY_FIELDS.find((known) => isNamed(known, name));
		if (field === undefined) {
			reason.push(name === undefined ? value : `${name}:${value}`);
			continue;
		}
		if (!field.put(changes, value))
			return { problem: say(`“${name}”没有“${value}”这个值`, `"${name}" has no value "${value}"`) };
		said.push(say(`${field.label.zh} → ${value}`, `${field.label.en} → ${value}`));
	}
	if (said.length === 0)
		return { problem: say("请写明要更正的字段，如 状态:已办结", "Say which field, such as status:closed") };
	const why = reason.join(" ").trim();
	if (why.length < LEAST_REASON) return { problem: say("请在后面写上理由", "Write the reason behind it") };
	return {
		changes,
		words: say(said.map(({ zh }) => zh).join("；"), said.map(({ en }) => en).join("; ")),
		reason: why,
	};
}

/** Reads `重复件 D3LJ202603020001`; without a kind it is a repetition. */
export function readRelation(
	text: string,
): { readonly kind: "cites" | "repeats"; readonly receiptNumber: string } | { readonly problem: Bilingual } {
	const [head = "", ...rest] = text.trim().split(/\s+/);
	const kind = valueNamed(vocab.relationKind, () => null, head);
	const receiptNumber = (kind === null ? [head, ...rest] : rest).join(" ");
	if (receiptNumber === "")
		return { problem: say("请写另一件的受理编号", "Write the receipt number of the other complaint") };
	return { kind: kind ?? "repeats", receiptNumber };
}
