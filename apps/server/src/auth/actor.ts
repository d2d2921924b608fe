import type { Actor, RegionCode } from "@zhenggai/domain/kernel";
import { type ApiKeys, KEY_PREFIX } from "./api-keys.ts";
import { isLocalToken } from "./local-token.ts";
import type { Sessions } from "./sessions.ts";
import { TERMINAL_PREFIX, type TerminalSessions } from "./terminal-sessions.ts";

/** Who asks, and how long the answer may be relied on. */
export type Identity = {
	readonly actor: Actor;
	/** Epoch milliseconds after which it is over in any case; null without an end. */
	readonly endsAt: number | null;
	readonly setCookies: readonly string[];
	/** True where credentials were shown that do not hold: a wrong or ended key. */
	readonly refused: boolean;
	/** What the credentials are, where they hold. */
	readonly by: "key" | "operator" | "terminal" | "browser" | null;
	/** Epoch milliseconds after which it is over unless it is used; null where it does not end so, or is not known. */
	readonly idleAt: number | null;
	/** True where what was shown held once, and so is no guess: a terminal's session that has ended. */
	readonly ended: boolean;
};

export type Credentials = {
	readonly authorization: string | null;
	readonly cookie: string | null;
	/** Whether the request comes from this very machine and through no proxy. */
	readonly local: boolean;
	/** Whether the request counts as use of the session. */
	readonly refresh: boolean;
};

const ANONYMOUS: Identity = {
	...{ actor: { kind: "anonymous" }, endsAt: null, idleAt: null, setCookies: [] },
	...{ refused: false, ended: false, by: null },
};
const REFUSED: Identity = { ...ANONYMOUS, refused: true };

export type ActorSources = {
	readonly sessions: Sessions;
	readonly terminals: TerminalSessions;
	readonly apiKeys: ApiKeys;
	readonly localToken: string;
	/** The region that the operator of this machine speaks for. */
	readonly operatorRegion: () => Promise<RegionCode>;
};

/** A person at a terminal: the same person, with the same scope, as in a browser. */
async function byTerminal(token: string, refresh: boolean, sources: ActorSources): Promise<Identity> {
	const found = await sources.terminals.find(token, refresh);
	if (found.kind !== "open") return { ...REFUSED, ended: found.kind === "ended" };
	const { idleAt, endsAt } = found.session;
	const ends = { idleAt: idleAt.getTime(), endsAt: endsAt.getTime() };
	return { ...ANONYMOUS, ...ends, actor: found.actor, by: "terminal" };
}

async function byBearer(
	token: string,
	{ local, refresh }: Credentials,
	sources: ActorSources,
): Promise<Identity> {
	if (token.startsWith(TERMINAL_PREFIX)) return byTerminal(token, refresh, sources);
	if (token.startsWith(KEY_PREFIX)) {
		const key = await sources.apiKeys.use(token);
		if (key === null) return REFUSED;
		const { id: keyId, name, verbs, role, region, unitId } = key;
		const actor: Actor = { kind: "program", keyId, name, verbs, role, region, unitId };
		return { ...ANONYMOUS, actor, endsAt: Date.parse(key.expiresAt), by: "key" };
	}
	if (!local || !isLocalToken(token, sources.localToken)) return REFUSED;
	const region = await sources.operatorRegion();
	const actor: Actor = { kind: "operator", name: "operator", role: "provOffice", region, unitId: null };
	return { ...ANONYMOUS, actor, by: "operator" };
}

/**
 * Who asks: a program by its key, the operator by the token file of this machine, a person by a terminal's token or by
 * the session cookie, or nobody known. What is shown as a bearer decides alone, also when it does not hold: it never
 * falls back to a cookie.
 */
export async function resolveActor(credentials: Credentials, sources: ActorSources): Promise<Identity> {
	if (credentials.authorization !== null) {
		const token = /^Bearer +(\S{1,200})$/i.exec(credentials.authorization)?.[1];
		return token === undefined ? REFUSED : byBearer(token, credentials, sources);
	}
	if (credentials.cookie === null) return ANONYMOUS;
	const session = await sources.sessions.find(credentials.cookie, credentials.refresh);
	return session === null ? ANONYMOUS : { ...ANONYMOUS, ...session, by: "browser" };
}
