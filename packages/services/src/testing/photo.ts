/** A photo as a phone writes it: the shortest JPEG that says when and where it was taken. */

type Entry = { readonly tag: number; readonly type: 2 | 5; readonly data: Uint8Array };

const text = (value: string): Uint8Array => new TextEncoder().encode(`${value}\0`);

/** Degrees as EXIF writes them: degrees, minutes, seconds, each a fraction. */
function degrees(value: number): Uint8Array {
	const seconds = Math.abs(value) * 3600;
	const view = new DataView(new ArrayBuffer(24));
	const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
	for (const [at, part] of parts.entries()) {
		view.setUint32(at * 8, Math.round(part * 1000));
		view.setUint32(at * 8 + 4, 1000);
	}
	return new Uint8Array(view.buffer);
}

const SIZE = { 2: 1, 5: 8 } as const;
const word = (value: number) => [(value >> 8) & 255, value & 255];
const long = (value: number) => [...word(value >>> 16), ...word(value & 0xffff)];

/** A directory of tags at a place of the file, its longer values behind it. `links` name other directories. */
function directory(
	at: number,
	entries: readonly Entry[],
	links: readonly (readonly [number, number])[] = [],
) {
	const count = entries.length + links.length;
	let behind = at + 2 + count * 12 + 4;
	const head: number[] = word(count);
	const tail: number[] = [];
	for (const { tag, type, data } of entries) {
		head.push(...word(tag), ...word(type), ...long(data.length / SIZE[type]));
		if (data.length <= 4) head.push(...data, ...Array.from({ length: 4 - data.length }, () => 0));
		else {
			head.push(...long(behind));
			tail.push(...data);
			behind += data.length;
		}
	}
	for (const [tag, place] of links) head.push(...word(tag), ...word(4), ...long(1), ...long(place));
	return [...head, ...long(0), ...tail];
}

/** `taken` as cameras write it (`2026:02:20 10:11:12`), `offset` its zone where the camera says it. */
export function jpegPhoto(
	taken: string,
	place: readonly [number, number] | null,
	offset: string | null = null,
): Uint8Array {
	const gps: Entry[] =
		place === null
			? []
			: [
					{ tag: 1, type: 2, data: text(place[1] < 0 ? "S" : "N") },
					{ tag: 2, type: 5, data: degrees(place[1]) },
					{ tag: 3, type: 2, data: text(place[0] < 0 ? "W" : "E") },
					{ tag: 4, type: 5, data: degrees(place[0]) },
				];
	const exif: Entry[] = [
		{ tag: 0x9003, type: 2, data: text(taken) },
		...(offset === null ? [] : [{ tag: 0x9011, type: 2 as const, data: text(offset) }]),
	];
	const rootLength = 2 + 2 * 12 + 4;
	const exifAt = 8 + rootLength;
	const gpsAt = exifAt + directory(exifAt, exif).length;
	const tiff = [
		...[0x4d, 0x4d, 0, 42],
		...long(8),
		...directory(
			8,
			[],
			[
				[0x8769, exifAt],
				[0x8825, gpsAt],
			],
		),
		...directory(exifAt, exif),
		...directory(gpsAt, gps),
	];
	const body = [...new TextEncoder().encode("Exif\0\0"), ...tiff];
	return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, ...word(body.length + 2), ...body, 0xff, 0xd9]);
}
