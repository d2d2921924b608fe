import { User } from "@zhenggai/domain/access";
import type { Auth } from "./auth.ts";
import { type Person, personOf } from "./person.ts";
import { ShortCache } from "./short-cache.ts";

/** How long a session found good is taken as good; a sign-out on another node waits so long. */
const TRUST_MS = 5000;

/** A person's session, and what the browser must be told about it. */
export type PersonSession = {
	readonly actor: Person;
	/** When it ends whatever happens, in epoch milliseconds. */
	readonly endsAt: number;
	readonly setCookies: readonly string[];
};

export type Sessions = {
	/** The session that a cookie header speaks for. `refresh` moves its idle end on. */
	find(cookie: string, refresh: boolean): Promise<PersonSession | null>;
	/** Forgets what was found: after a sign-out. */
	forget(): void;
};

/** The part of the header that names the session, so that other cookies do not split the cache. */
const sessionPart = (cookie: string): string | null =>
	/(?:^|;\s*)((?:__Secure-)?zhenggai\.session_token=[^;]+)/.exec(cookie)?.[1] ?? null;

/**
 * Finds people's sessions. A session ends when it was idle for the time set in `createAuth`, and in any case
 * `hours` after the sign-in; people who were deactivated have none.
 */
export function createSessions(auth: Auth, hours: number, clock: () => number = () => Date.now()): Sessions {
	const found = new ShortCache<PersonSession>(TRUST_MS, 5000, clock);

	async function load(cookie: string, refresh: boolean): Promise<PersonSession | null> {
		const { headers, response } = await auth.api.getSession({
			headers: new Headers({ cookie }),
			query: { disableRefresh: !refresh },
			returnHeaders: true,
		});
		if (response === null) return null;
		const endsAt = response.session.createdAt.getTime() + hours * 3_600_000;
		if (endsAt <= clock()) {
			const { internalAdapter } = await auth.$context;
			await internalAdapter.deleteSession(response.session.token);
			return null;
		}
		const user = User.parse({ unitId: null, personId: null, ...response.user });
		if (!user.active) return null;
		return { actor: personOf(user), endsAt, setCookies: headers.getSetCookie() };
	}

	return {
		async find(cookie, refresh) {
			const part = sessionPart(cookie);
			if (part === null) return null;
			const known = found.get(part);
			if (known !== null) return known.endsAt > clock() ? known : null;
			const session = await load(part, refresh);
			// What is remembered must not set cookies again.
			if (session !== null && refresh) found.set(part, { ...session, setCookies: [] });
			return session;
		},
		forget: () => found.clear(),
	};
}
