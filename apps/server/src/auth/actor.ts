import type { Actor, RegionCode } from "@zhenggai/domain/kernel";
import { type ApiKeys, KEY_PREFIX } from "./api-keys.ts";
import { isLocalToken } from "./local-token.ts";
import type { Sessions } from "./sessions.ts";

/** Who asks, and how long the answer may be relied on. */
export type Identity = {
	readonly actor: Actor;
	/** Epoch milliseconds after which it is over in any case; null without an end. */
	readonly endsAt: number | null;
	readonly setCookies: readonly string[];
	/** True where credentials were shown that do not hold: a wrong or ended key. */
	readonly refused: boolean;
};

export type Credentials = {
	readonly authorization: string | null;
	readonly cookie: string | null;
	/** Whether the request comes from this very machine and through no proxy. */
	readonly local: boolean;
	/** Whether the request counts as use of the session. */
	readonly refresh: boolean;
};

const ANONYMOUS: Identity = { actor: { kind: "anonymous" }, endsAt: null, setCookies: [], refused: false };
const REFUSED: Identity = { ...ANONYMOUS, refused: true };

export type ActorSources = {
	readonly sessions: Sessions;
	readonly apiKeys: ApiKeys;
	readonly localToken: string;
	/** The region that the operator of this machine speaks for. */
	readonly operatorRegion: () => Promise<RegionCode>;
};

async function byBearer(token: string, local: boolean, sources: ActorSources): Promise<Identity> {
	if (token.startsWith(KEY_PREFIX)) {
		const key = await sources.apiKeys.use(token);
		if (key === null) return REFUSED;
		const { id: keyId, name, verbs, role, region, unitId } = key;
		const actor: Actor = { kind: "program", keyId, name, verbs, role, region, unitId };
		return { ...ANONYMOUS, actor, endsAt: Date.parse(key.expiresAt) };
	}
	if (!local || !isLocalToken(token, sources.localToken)) return REFUSED;
	const region = await sources.operatorRegion();
	const actor: Actor = { kind: "operator", name: "operator", role: "provOffice", region, unitId: null };
	return { ...ANONYMOUS, actor };
}

/**
 * Who asks: a program by its key, the operator by the token file of this machine, a person by the session cookie,
 * or nobody known. A shown key decides alone, also when it does not hold: it never falls back to a cookie.
 */
export async function resolveActor(credentials: Credentials, sources: ActorSources): Promise<Identity> {
	if (credentials.authorization !== null) {
		const token = /^Bearer +(\S{1,200})$/i.exec(credentials.authorization)?.[1];
		return token === undefined ? REFUSED : byBearer(token, credentials.local, sources);
	}
	if (credentials.cookie === null) return ANONYMOUS;
	const session = await sources.sessions.find(credentials.cookie, credentials.refresh);
	return session === null ? ANONYMOUS : { ...session, refused: false };
}
