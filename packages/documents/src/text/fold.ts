import { SIMPLIFIED } from "./traditional.ts";

/** Characters that mean the same to a reader of these documents, each beside what it is matched as. */
const SAME: readonly (readonly [string, string])[] = [
	["：∶︰﹕꞉", ":"],
	["，﹐", ","],
	["；﹔", ";"],
	["．﹒", "."],
	["｡", "。"],
	["（﹙〔［﹝〈", "("],
	["）﹚〕］﹞〉", ")"],
	["[", "("],
	["]", ")"],
	["〖", "【"],
	["〗", "】"],
	["“”„‟＂「」『』〝〞", '"'],
	["‘’‚‛", "'"],
	["—–―─－‐‑﹣﹘", "-"],
	["～〜∼﹏", "~"],
	["｜│┃︱¦", "|"],
	["　        \t    ﻿​", " "],
	["○〇", "〇"],
];

const table = new Uint16Array(65_536).map((_, unit) => foldUnit(unit));

function foldUnit(unit: number): number {
	// Full-width forms, compatibility ideographs and radicals have one-unit equivalents; ① and ³ are left alone.
	if (
		(unit >= 0xff01 && unit <= 0xff5e) ||
		(unit >= 0x2f00 && unit <= 0x2fdf) ||
		(unit >= 0xf900 && unit <= 0xfaff)
	) {
		const normal = String.fromCharCode(unit).normalize("NFKC");
		return normal.length === 1 ? normal.charCodeAt(0) : unit;
	}
	return SIMPLIFIED.get(unit) ?? unit;
}
for (const [from, to] of SAME) for (const char of from) table[char.charCodeAt(0)] = to.charCodeAt(0);

/**
 * The text as it is matched: half width, simplified, one form per punctuation mark. It has exactly one code unit
 * for each code unit of `text`, so an offset in one is an offset in the other.
 */
export function fold(text: string): string {
	let out = "";
	let copied = 0;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		const same = table[unit] ?? unit;
		if (same === unit) continue;
		out += text.slice(copied, i) + String.fromCharCode(same);
		copied = i + 1;
	}
	return copied === 0 ? text : out + text.slice(copied);
}
