import { Dice } from "./render.ts";

/** Words that readers look for; sprinkled where they do not belong. */
const WORDS = [
	"整改措施：",
	"责任单位：",
	"反馈问题",
	"序号",
	"一、",
	"（一）",
	"1.",
	"D3JX202405240001",
	"属实",
	"2021年",
	"年12月底前",
	"|",
	"\n",
	"\n\n",
	"公示",
	"“",
	"（",
	"）",
	"：",
	"*",
	"　",
	"是否属实",
	"受理编号",
	"\u0000",
	"\ufffd",
	"<td>",
	"第一项",
];

const encoder = new TextEncoder();

type Change = (bytes: Uint8Array, dice: Dice) => Uint8Array;

const at = (bytes: Uint8Array, dice: Dice): number => dice.below(Math.max(1, bytes.length));

function spliced(bytes: Uint8Array, from: number, removed: number, added: Uint8Array): Uint8Array {
	const out = new Uint8Array(bytes.length - Math.min(removed, bytes.length - from) + added.length);
	out.set(bytes.subarray(0, from));
	out.set(added, from);
	out.set(bytes.subarray(from + removed), from + added.length);
	return out;
}

const CHANGES: readonly Change[] = [
	(bytes, dice) => bytes.slice(0, at(bytes, dice)),
	(bytes, dice) => bytes.slice(at(bytes, dice)),
	(bytes, dice) => spliced(bytes, at(bytes, dice), dice.below(400), new Uint8Array()),
	(bytes, dice) => {
		const from = at(bytes, dice);
		const piece = bytes.slice(from, from + dice.below(2000));
		return spliced(bytes, at(bytes, dice), 0, piece);
	},
	(bytes, dice) => {
		const out = bytes.slice();
		for (let i = 0; i < 1 + dice.below(30); i++) out[at(out, dice)] = dice.below(256);
		return out;
	},
	(bytes, dice) => {
		let out = bytes;
		for (let i = 0; i < 1 + dice.below(12); i++)
			out = spliced(out, at(out, dice), 0, encoder.encode(dice.pick(WORDS)));
		return out;
	},
	(bytes, dice) =>
		spliced(bytes, at(bytes, dice), 0, encoder.encode(dice.pick(WORDS).repeat(1 + dice.below(3000)))),
	(bytes, dice) => {
		const lines = new TextDecoder().decode(bytes).split("\n");
		return encoder.encode(dice.shuffled(lines).join("\n"));
	},
	(bytes) => encoder.encode(new TextDecoder().decode(bytes).replace(/\n/g, "")),
	(bytes, dice) =>
		encoder.encode(
			new TextDecoder().decode(bytes).replace(/[：:。，]/g, (mark) => (dice.next() < 0.3 ? "" : mark)),
		),
	(bytes, dice) =>
		encoder.encode(
			new TextDecoder().decode(bytes).replace(/[年月日]/g, (mark) => (dice.next() < 0.3 ? "" : mark)),
		),
	(_, dice) => Uint8Array.from({ length: dice.below(3000) }, () => dice.below(256)),
];

/** A damaged copy of a document: cut, shuffled, overwritten, or with words of the trade where they do not belong. */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
	const dice = new Dice(seed);
	let out = bytes;
	for (let i = 0; i < 1 + dice.below(3); i++) out = dice.pick(CHANGES)(out, dice);
	return out.slice(0, 400_000);
}
