import { randomBytes } from "node:crypto";

let last = 0n;

/** A UUIDv7 whose order is that of the calls. */
export function newId(): string {
	const now = BigInt(Date.now()) << 12n;
	last = now > last ? now : last + 1n;
	const time = (last >> 12n).toString(16).padStart(12, "0");
	const count = (last & 0xfffn).toString(16).padStart(3, "0");
	const rest = randomBytes(8);
	rest[0] = ((rest[0] ?? 0) & 0x3f) | 0x80;
	const tail = rest.toString("hex");
	return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
