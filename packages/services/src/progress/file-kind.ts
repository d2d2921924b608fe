/** What a file is by its first bytes. What whoever sends it says of it is not asked. */

const ascii = (head: Uint8Array, at: number, length: number): string =>
	String.fromCharCode(...head.subarray(at, at + length));

/** Signatures at the beginning of a file. */
const SIGNATURES: readonly (readonly [string, string])[] = [
	["\xff\xd8\xff", "image/jpeg"],
	["\x89PNG\r\n\x1a\n", "image/png"],
	["GIF87a", "image/gif"],
	["GIF89a", "image/gif"],
	["II*\0", "image/tiff"],
	["MM\0*", "image/tiff"],
	["BM", "image/bmp"],
	["%PDF-", "application/pdf"],
	["%!PS", "application/postscript"],
	["{\\rtf", "application/rtf"],
	["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"],
	["Rar!\x1a\x07", "application/vnd.rar"],
	["7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"],
	["\x1f\x8b", "application/gzip"],
	["ID3", "audio/mpeg"],
	["\x1aE\xdf\xa3", "video/webm"],
];

const BRANDS: Readonly<Record<string, string>> = {
	heic: "image/heic",
	heix: "image/heic",
	mif1: "image/heif",
	msf1: "image/heif",
	avif: "image/avif",
	qt__: "video/quicktime",
	M4A_: "audio/mp4",
};

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** What a ZIP holds, by the names of its first entries. OFD is the layout format of official documents (GB/T 33190). */
function zipKind(head: Uint8Array): string {
	const names = new TextDecoder("latin1").decode(head.subarray(0, 65_536));
	if (names.includes("word/")) return `${OFFICE}.wordprocessingml.document`;
	if (names.includes("xl/")) return `${OFFICE}.spreadsheetml.sheet`;
	if (names.includes("ppt/")) return `${OFFICE}.presentationml.presentation`;
	if (names.includes("OFD.xml")) return "application/ofd";
	return "application/zip";
}

/** Tab, line feed, form feed, carriage return and escape: the control characters of texts. */
const IN_TEXTS: ReadonlySet<number> = new Set([9, 10, 12, 13, 27]);

/** Whether the first bytes are text in UTF-8; the last character may be cut off. */
function isText(head: Uint8Array): boolean {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
		return head.length > 0 && head.every((byte) => byte >= 32 || IN_TEXTS.has(byte));
	} catch {
		return false;
	}
}

/** The media type of a file, told from its first bytes. Whatever could be run as a page is plain text here. */
export function mediaTypeOf(head: Uint8Array): string {
	const start = ascii(head, 0, 16);
	if (start.startsWith("PK\x03\x04")) return zipKind(head);
	if (start.startsWith("RIFF")) return riffKind(start.slice(8, 12));
	if (start.slice(4, 8) === "ftyp") return BRANDS[start.slice(8, 12).replaceAll(" ", "_")] ?? "video/mp4";
	const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
	if (known !== undefined) return known[1];
	return isText(head) ? "text/plain" : "application/octet-stream";
}

const riffKind = (form: string): string =>
	({ WEBP: "image/webp", WAVE: "audio/wav", "AVI ": "video/x-msvideo" })[form] ?? "application/octet-stream";
