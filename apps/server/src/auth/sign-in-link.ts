import { createHash, randomBytes } from "node:crypto";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/** How long a one-time link can be used. */
export const LINK_MS = 15 * 60_000;

const TOKEN = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const newLinkToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a link: only its hash, so that whoever reads the database cannot sign in with it. */
export const linkIdentifier = (token: string): string =>
	`sign-in-link:${createHash("sha256").update(token).digest("hex")}`;

const refused = () => new APIError("UNAUTHORIZED", { code: "INVALID_LINK", message: "invalid or used link" });

const isActive = (user: object): boolean => "active" in user && user.active === true;

/**
 * Signs a person in by a one-time link: the proof is deleted and read in one statement, so of two simultaneous uses
 * one succeeds. Every sign-in gets a new session of its own. Called by the sign-in page alone, never over HTTP.
 */
export const signInLink = () =>
	({
		id: "sign-in-link",
		endpoints: {
			redeemSignInLink: createAuthEndpoint(
				"/sign-in-link/redeem",
				{ method: "POST", body: z.object({ token: z.string().max(200) }), metadata: { SERVER_ONLY: true } },
				async (context) => {
					const { internalAdapter } = context.context;
					const token = TOKEN.safeParse(context.body.token);
					if (!token.success) throw refused();
					const proof = await internalAdapter.consumeVerificationValue(linkIdentifier(token.data));
					const user = proof === null ? null : await internalAdapter.findUserById(proof.value);
					if (user === null || !isActive(user)) throw refused();
					const session = await internalAdapter.createSession(user.id);
					await setSessionCookie(context, { session, user });
					return context.json({ signedIn: true });
				},
			),
		},
	}) satisfies BetterAuthPlugin;
