import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@zhenggai/storage";
import {
	type DeviceRequest,
	decideDeviceRequest,
	findDeviceRequest,
	insertDeviceRequest,
	type Redeemed,
	redeemDeviceRequest,
} from "@zhenggai/storage/access";
import { newTerminalToken, type TerminalSessions, tokenHash } from "./terminal-sessions.ts";
import { newUserCode, userCodeHash } from "./user-code.ts";

/** How long a terminal may wait for its answer. */
export const REQUEST_MS = 10 * 60_000;
/** How long a terminal waits between two questions, as long as it does not ask too soon. */
export const INTERVAL_SECONDS = 5;

/** More than once by chance is one in twenty thousand million: then something else is wrong. */
const ATTEMPTS = 5;

export type NewRequest = {
	/** What the terminal asks with; only it ever has it. */
	readonly deviceCode: string;
	/** What the person types. */
	readonly userCode: string;
};

/** How far a request has come; with the token, this once, where it was granted. */
export type Polled =
	| Exclude<Redeemed, { kind: "granted" }>
	| { readonly kind: "granted"; readonly token: string; readonly endsAt: Date };

/** RFC 8628: a terminal that has no browser is signed in by a person who has one. */
export type DeviceGrant = {
	begin(asked: Pick<DeviceRequest, "terminal" | "address">): Promise<NewRequest>;
	/** The terminal asks what became of it. */
	poll(deviceCode: string): Promise<Polled>;
	/** The request behind a code that waits for an answer. */
	look(userCode: string): Promise<DeviceRequest | null>;
	/** A signed-in person answers; false where there is nothing to answer any more. */
	decide(userCode: string, answer: { readonly userId: string; readonly approve: boolean }): Promise<boolean>;
};

const deviceHash = (code: string): string => createHash("sha256").update(code).digest("hex");

/** Codes are kept only as hashes, count once and for ten minutes, and give a session of a terminal, never a cookie. */
export function createDeviceGrant(
	database: Database,
	terminals: TerminalSessions,
	{ secret, newId }: { readonly secret: string; readonly newId: () => string },
	clock: () => number = () => Date.now(),
): DeviceGrant {
	const now = () => new Date(clock());
	const hashed = (userCode: string) => userCodeHash(userCode, secret);
	return {
		async begin(asked) {
			for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
				const codes = { deviceCode: randomBytes(32).toString("base64url"), userCode: newUserCode() };
				const kept = await insertDeviceRequest(database, {
					...asked,
					deviceHash: deviceHash(codes.deviceCode),
					userHash: hashed(codes.userCode),
					createdAt: now(),
					expiresAt: new Date(clock() + REQUEST_MS),
					intervalSeconds: INTERVAL_SECONDS,
				});
				if (kept) return codes;
			}
			throw new Error("no free user code was found");
		},
		async poll(deviceCode) {
			const token = newTerminalToken();
			const ends = terminals.ends(now());
			const session = { id: newId(), hash: tokenHash(token), ...ends };
			const redeemed = await redeemDeviceRequest(database, deviceHash(deviceCode), now(), session);
			return redeemed.kind === "granted" ? { kind: "granted", token, endsAt: ends.endsAt } : redeemed;
		},
		look: (userCode) => findDeviceRequest(database, hashed(userCode), now()),
		decide: (userCode, answer) => decideDeviceRequest(database, hashed(userCode), { ...answer, now: now() }),
	};
}
