import { describe, expect, test } from "vitest";
import { jpegPhoto } from "../testing/photo.ts";
import { mediaTypeOf } from "./file-kind.ts";
import { readPhoto } from "./photo.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
/** Entries of an archive, as far as their names. */
const zip = (...names: string[]) =>
	latin(names.map((name) => `PK\x03\x04${"\0".repeat(26)}${name}`).join(""));

describe("what a file is, its bytes say", () => {
	test.each<[string, Uint8Array, string]>([
		["a photo", jpegPhoto("2026:02:20 10:11:12", null), "image/jpeg"],
		["a picture", latin("\x89PNG\r\n\x1a\n...."), "image/png"],
		["a phone's photo", latin("\0\0\0\x18ftypheic\0\0\0\0"), "image/heic"],
		["a film", latin("\0\0\0\x18ftypisom\0\0\0\0"), "video/mp4"],
		["a web picture", latin("RIFF\x10\0\0\0WEBPVP8 "), "image/webp"],
		["a document", bytes("%PDF-1.7\n"), "application/pdf"],
		[
			"a text document",
			zip("[Content_Types].xml", "word/document.xml"),
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		],
		[
			"a table",
			zip("[Content_Types].xml", "xl/workbook.xml"),
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		],
		["an official layout document", zip("OFD.xml"), "application/ofd"],
		["an archive", zip("files/1.txt"), "application/zip"],
		["an old document", latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."), "application/x-ole-storage"],
		["text", bytes("现场核查记录"), "text/plain"],
		["text that is cut off in a character", bytes("现场核查").subarray(0, 11), "text/plain"],
		["a page, which must not run", bytes("<!doctype html><script>alert(1)</script>"), "text/plain"],
		[
			"a drawing that could run",
			bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
			"text/plain",
		],
		["a program", latin("MZ\x90\0\x03\0\0\0"), "application/octet-stream"],
		["nothing", new Uint8Array(), "application/octet-stream"],
	])("%s", (_name, head, expected) => {
		expect(mediaTypeOf(head)).toBe(expected);
	});
});

describe("when and where a photo was taken", () => {
	test("by the camera's clock, which is the country's where it does not say", async () => {
		const photo = jpegPhoto("2026:02:20 10:11:12", [105.25, 33.5]);
		const { takenAt, position } = await readPhoto(photo, "image/jpeg");
		expect(takenAt).toBe("2026-02-20T02:11:12.000Z");
		expect(position?.[0]).toBeCloseTo(105.25, 5);
		expect(position?.[1]).toBeCloseTo(33.5, 5);
		const abroad = jpegPhoto("2026:02:20 10:11:12", [-70.5, -20.25], "-03:00");
		const elsewhere = await readPhoto(abroad, "image/jpeg");
		expect(elsewhere.takenAt).toBe("2026-02-20T13:11:12.000Z");
		expect(elsewhere.position?.map((value) => Math.round(value * 100))).toEqual([-7050, -2025]);
	});

	test.each<[string, Uint8Array]>([
		["a clock that was never set", jpegPhoto("0000:00:00 00:00:00", null)],
		["a receiver without a fix", jpegPhoto("1980:01:01 00:00:00", [0, 0])],
		["a day that is none", jpegPhoto("2026:13:45 99:99:99", null)],
		["a photo cut off", jpegPhoto("2026:02:20 10:11:12", [105, 33]).subarray(0, 40)],
		["no photo at all", bytes("not a photo")],
	])("is unknown of %s", async (_name, head) => {
		expect(await readPhoto(head, "image/jpeg")).toEqual({ takenAt: null, position: null });
	});

	test("is not asked of what is no picture", async () => {
		const photo = jpegPhoto("2026:02:20 10:11:12", null);
		expect(await readPhoto(photo, "application/pdf")).toEqual({ takenAt: null, position: null });
	});
});
