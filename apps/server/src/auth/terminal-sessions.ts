import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@zhenggai/storage";
import {
	endTerminalSession,
	endTerminalSessionByHash,
	endTerminalSessionsOf,
	findTerminalSession,
	listTerminalSessions,
	type TerminalSession,
	touchTerminalSession,
} from "@zhenggai/storage/access";
import { type Person, personOf } from "./person.ts";
import { ShortCache } from "./short-cache.ts";

/** How long a session found good is taken as good; one that was ended on another node goes on for so long. */
const TRUST_MS = 5000;
/** The idle end moves on at most once in this time. */
const TOUCH_MS = 60_000;

export const TERMINAL_PREFIX = "zgt_";

export const newTerminalToken = (): string => `${TERMINAL_PREFIX}${randomBytes(32).toString("base64url")}`;

/** What is kept of a token: 256 random bits need no salt and no key. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** What a terminal's token leads to. `ended` is one that held once: it is no guess. */
export type FoundTerminal =
	| { readonly kind: "open"; readonly actor: Person; readonly session: TerminalSession }
	| { readonly kind: "ended" | "unknown" };

/** People's sessions at terminals. They end as those of browsers do: by idleness, in any case some hours later, by hand. */
export type TerminalSessions = {
	/** `refresh` moves the idle end on. */
	find(token: string, refresh: boolean): Promise<FoundTerminal>;
	/** When a session that begins now ends. */
	ends(now: Date): Pick<TerminalSession, "idleAt" | "endsAt">;
	/** Those of a person that hold, the newest first. */
	list(userId: string): Promise<TerminalSession[]>;
	/** Ends one of a person's; false where he has none of this id. */
	end(id: string, userId: string): Promise<boolean>;
	/** Ends the one of this token. Well where there is none. */
	signOut(token: string): Promise<void>;
	/** Ends all of a person's: after a new password. */
	endAllOf(userId: string): Promise<void>;
};

type Times = { readonly idleMinutes: number; readonly hours: number };
type Open = Extract<FoundTerminal, { kind: "open" }>;

export function createTerminalSessions(
	database: Database,
	{ idleMinutes, hours }: Times,
	clock: () => number = () => Date.now(),
): TerminalSessions {
	const found = new ShortCache<Open>(TRUST_MS, 5000, clock);
	const now = () => new Date(clock());
	const holds = ({ endedAt, idleAt, endsAt }: TerminalSession): boolean =>
		endedAt === null && idleAt > now() && endsAt > now();
	const idleEnd = (from: Date) => new Date(from.getTime() + idleMinutes * 60_000);

	/** Notes the use once a minute, so that not every request writes. */
	async function used(session: TerminalSession): Promise<TerminalSession> {
		if (clock() - session.usedAt.getTime() < TOUCH_MS) return session;
		const moments = { usedAt: now(), idleAt: idleEnd(now()) };
		await touchTerminalSession(database, session.id, moments);
		return { ...session, ...moments };
	}

	async function load(hash: string, refresh: boolean): Promise<FoundTerminal> {
		const known = await findTerminalSession(database, hash);
		if (known === null) return { kind: "unknown" };
		if (!known.user.active || !holds(known.session)) return { kind: "ended" };
		const session = refresh ? await used(known.session) : known.session;
		return { kind: "open", actor: personOf(known.user), session };
	}

	return {
		async find(token, refresh) {
			const hash = tokenHash(token);
			const known = found.get(hash);
			if (known !== null) return holds(known.session) ? known : { kind: "ended" };
			const loaded = await load(hash, refresh);
			// One that was only looked at is not kept: the next use must count.
			if (loaded.kind === "open" && refresh) found.set(hash, loaded);
			return loaded;
		},
		ends: (from) => ({
			idleAt: idleEnd(from),
			endsAt: new Date(from.getTime() + hours * 3_600_000),
		}),
		list: (userId) => listTerminalSessions(database, userId, now()),
		async end(id, userId) {
			const ended = await endTerminalSession(database, id, userId, now());
			found.clear();
			return ended;
		},
		async signOut(token) {
			await endTerminalSessionByHash(database, tokenHash(token), now());
			found.clear();
		},
		async endAllOf(userId) {
			await endTerminalSessionsOf(database, userId, now());
			found.clear();
		},
	};
}
