import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Seals texts about people, so that the database alone, or a copy of it, does not reveal them. */
export type Vault = {
	/** The text, sealed; every time another one. */
	readonly seal: (text: string) => string;
	/** The text of a seal of this vault; null where another key sealed it, or it was changed. */
	readonly open: (sealed: string) => string | null;
};

const NONCE = 12;
const TAG = 16;
const VERSION = "v1.";

/** A vault whose key comes from the server's secret (HKDF, AES-256-GCM). All nodes of a ledger need the same secret. */
export function createVault(secret: string): Vault {
	const key = Buffer.from(hkdfSync("sha256", secret, "", "zhenggai vault v1", 32));
	return {
		seal: (text) => {
			const nonce = randomBytes(NONCE);
			const cipher = createCipheriv("aes-256-gcm", key, nonce);
			const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
			return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
		},
		open: (sealed) => {
			if (!sealed.startsWith(VERSION)) return null;
			const bytes = Buffer.from(sealed.slice(VERSION.length), "base64url");
			if (bytes.length < NONCE + TAG) return null;
			try {
				const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE));
				decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
				return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString(
					"utf8",
				);
			} catch {
				return null;
			}
		},
	};
}
