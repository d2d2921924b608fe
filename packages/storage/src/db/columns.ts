import { customType } from "drizzle-orm/pg-core";

/** A hash or other raw bytes, lower-case hexadecimal in the program. */
export const hexBytes = customType<{ data: string; driverData: Buffer }>({
	dataType: () => "bytea",
	toDriver: (hex) => Buffer.from(hex, "hex"),
	fromDriver: (bytes) => bytes.toString("hex"),
});

/** Bytes as they came. */
export const rawBytes = customType<{ data: Uint8Array; driverData: Buffer }>({
	dataType: () => "bytea",
	toDriver: (bytes) => Buffer.from(bytes),
});

/**
 * JSON kept as the text that was written: what a hash was taken over is what is stored, with every character that
 * a string of the program may hold (jsonb refuses some).
 */
export const jsonText = customType<{ data: unknown }>({ dataType: () => "json" });
