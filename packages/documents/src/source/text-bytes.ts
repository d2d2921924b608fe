import { warning } from "../warnings.ts";
import { Refused } from "./model.ts";

/**
 * Decodes the bytes of a text file: a byte-order mark decides; otherwise UTF-8 where it fits (a cut last character
 * is forgiven), then UTF-16 without a mark, then GB18030. Bytes that are no text are refused.
 */
export function decodeText(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
	const sample = bytes.subarray(0, 4096);
	const zeros = sample.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
	if (zeros > sample.length / 20) return utf16(bytes, sample);
	const text = utf8(bytes) ?? new TextDecoder("gb18030").decode(bytes);
	if (!looksLikeText(text)) throw new Refused(warning("unreadableFile", { words: "binary" }));
	return text;
}

function utf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		const loose = new TextDecoder("utf-8").decode(bytes);
		const broken = loose.split("\ufffd").length - 1;
		return broken <= Math.max(2, loose.length / 2000) && isMostlyChinese(loose) ? loose : null;
	}
}

/** Whether what is not ASCII is mostly Chinese: GB18030 read as UTF-8 gives letters of far-off scripts. */
function isMostlyChinese(text: string): boolean {
	const foreign = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
	const chinese =
		text.match(/[\p{Script=Han}\u2000-\u206f\u2460-\u24ff\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0;
	return chinese * 2 >= foreign;
}

function utf16(bytes: Uint8Array, sample: Uint8Array): string {
	const even = sample.reduce((sum, byte, i) => sum + (byte === 0 && i % 2 === 0 ? 1 : 0), 0);
	const odd = sample.reduce((sum, byte, i) => sum + (byte === 0 && i % 2 === 1 ? 1 : 0), 0);
	const text = new TextDecoder(even > odd ? "utf-16be" : "utf-16le").decode(bytes);
	if (!looksLikeText(text)) throw new Refused(warning("unreadableFile", { words: "binary" }));
	return text;
}

/** Whether decoded characters are mostly those that texts are made of. */
function looksLikeText(text: string): boolean {
	const sample = text.slice(0, 20_000);
	let odd = 0;
	for (let i = 0; i < sample.length; i++) {
		const unit = sample.charCodeAt(i);
		const control = unit < 32 && unit !== 9 && unit !== 10 && unit !== 13 && unit !== 12 && unit !== 11;
		if (control || unit === 0xfffd || (unit >= 0xe000 && unit <= 0xf8ff)) odd++;
	}
	return odd <= sample.length / 20;
}

/** Splits a text at every kind of line end. */
export const toLines = (text: string): string[] =>
	text.replace(/^\ufeff/, "").split(/\r\n|[\n\r\f\u2028\u2029]/);
