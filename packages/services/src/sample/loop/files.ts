import { crc32, deflateSync } from "node:zlib";

const hex = (text: string): string =>
	[...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("");

const FONT = "/STSong-Light";
const OBJECTS = [
	"<< /Type /Catalog /Pages 2 0 R >>",
	"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
	"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 7 0 R >>",
	`<< /Type /Font /Subtype /Type0 /BaseFont ${FONT} /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>`,
	`<< /Type /Font /Subtype /CIDFontType0 /BaseFont ${FONT} /FontDescriptor 6 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>`,
	`<< /Type /FontDescriptor /FontName ${FONT} /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
];

/** A page of A4 with lines of Chinese as PDF; the reader's own font shows them. The first line is its title. */
export function pdfPage(lines: readonly string[]): Uint8Array {
	const drawn = lines
		.map((line, at) => `BT /F1 ${at === 0 ? 18 : 12} Tf 72 ${760 - at * 28} Td <${hex(line)}> Tj ET`)
		.join("\n");
	const objects = [...OBJECTS, `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`];
	let body = "%PDF-1.4\n";
	const places = objects.map((object, at) => {
		const place = body.length;
		body += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(place).padStart(10, "0")} 00000 n \n`;
	});
	const count = objects.length + 1;
	const table = `xref\n0 ${count}\n0000000000 65535 f \n${places.join("")}`;
	const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
	return new TextEncoder().encode(body + table + trailer);
}

const [WIDTH, HEIGHT, HORIZON] = [240, 160, 90];

/** A chunk of a PNG: its length, its type, its bytes and their sum. */
function chunk(type: string, data: Uint8Array): Buffer {
	const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}

/** A drawn picture in place of a photo: sky over ground of a colour. PNG, of another content for each colour. */
export function picture(ground: readonly [number, number, number]): Uint8Array {
	const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
	for (let y = 0; y < HEIGHT; y++) {
		const light = y < HORIZON ? y / HORIZON : 1 - (y - HORIZON) / (2 * HEIGHT);
		const [r, g, b] = y < HORIZON ? [150 + 70 * light, 190 + 40 * light, 230] : ground.map((c) => c * light);
		for (let x = 0; x < WIDTH; x++) {
			rows.set([r ?? 0, g ?? 0, b ?? 0], y * (1 + WIDTH * 3) + 1 + x * 3);
		}
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(WIDTH, 0);
	head.writeUInt32BE(HEIGHT, 4);
	head.set([8, 2, 0, 0, 0], 8);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const body = [chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", new Uint8Array())];
	return Buffer.concat([signature, ...body]);
}
