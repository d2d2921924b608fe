/**
 * Receipt numbers: D 来电 or X 来信, round, province letters, date and running number (D3JX202405240001); look-back
 * forms with a region code (X370000201811280001); provincial forms with fewer digits or other letters.
 */
const FORMS = [
	"[DX](?:\\s?\\d){18}(?!\\d)",
	"[DX]\\s?\\d?\\s?[A-Z]{2}\\s?(?:19|20)\\d{2}(?:\\s?\\d){4}\\s?\\d{2,5}",
	"[DX]\\d{6}(?:19|20)\\d{6}\\d{2,4}",
	"[DX]\\d{10,20}",
	"[A-Z]{1,6}\\d{0,2}(?:19|20)\\d{6}\\d{2,5}",
	"[A-Z]{2,6}-?\\d{6,14}",
	"[信电]\\s?(?:19|20)\\d{6}\\d{2,4}",
	"[dxDX]\\d{4,8}",
	"\\d{5,8}号",
];
const RECEIPT = new RegExp(`(?<![A-Za-z])(?:${FORMS.join("|")})(?![\\dA-Za-z])`, "g");
const WHOLE = new RegExp(
	`^(?:第[一二三四五六七八九十\\d]{1,4}批\\s*)?[*★☆#]{0,2}\\(?(?:${FORMS.join("|")})\\)?[*★☆#]{0,2}(?:\\(?(?:重点|重复)件?\\)?)?$`,
);

export interface ReceiptAt {
	number: string;
	start: number;
	end: number;
}

/** Every receipt number of a folded text with its place. */
export const findReceipts = (norm: string): ReceiptAt[] =>
	[...norm.matchAll(RECEIPT)].map((match) => ({
		number: match[0].replace(/\s+/g, ""),
		start: match.index,
		end: match.index + match[0].length,
	}));

/** Whether a folded text is one receipt number and nothing else. */
export const isReceipt = (norm: string): boolean => norm.length <= 40 && WHOLE.test(norm.trim());

/** The channel that an official receipt number names by its first letter. */
export function channelOf(receipt: string): "phone" | "letter" | null {
	if (/^(?:D\d?[A-Z]{2}|D\d{6,}|d\d|电)/.test(receipt)) return "phone";
	if (/^(?:X\d?[A-Z]{2}|X\d{6,}|x\d|信)/.test(receipt)) return "letter";
	return null;
}
