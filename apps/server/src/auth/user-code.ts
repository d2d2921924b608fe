import { createHmac, randomInt } from "node:crypto";

/** RFC 8628 §6.1: consonants alone, so that no code is a word and none is misread; 34 bits in eight of them. */
const ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
const LENGTH = 8;

export const newUserCode = (): string =>
	Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** A code as people read it: `BCDF-GHJK`. */
export const shownCode = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;

const WHOLE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** The code that somebody typed, in either case, with or without what stands between; null where it is none. */
export function readUserCode(typed: string): string | null {
	const code = typed.toUpperCase().replace(/[\s\-–—_.]/g, "");
	return WHOLE.test(code) ? code : null;
}

/**
 * What is kept of a code. The key is the server's own secret: whoever reads the database alone cannot try the codes
 * through. Looked up by this value, so that no comparison tells how much of a guess was right.
 */
export const userCodeHash = (code: string, secret: string): string =>
	createHmac("sha256", secret).update(`user-code:${code}`).digest("hex");
