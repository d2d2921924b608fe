import type { Database } from "@zhenggai/storage";
import { authAdapter } from "@zhenggai/storage/access";
import { betterAuth } from "better-auth/minimal";
import { twoFactor } from "better-auth/plugins/two-factor";
import { username } from "better-auth/plugins/username";
import { errorFields, type Logger } from "../log.ts";
import { PASSWORD_LEAST, PASSWORD_MOST } from "./password.ts";
import { signInLink } from "./sign-in-link.ts";

export type AuthSettings = {
	readonly secret: string;
	/** The address people use; cookies are `Secure` when it is https. */
	readonly publicUrl: string;
	readonly idleMinutes: number;
	readonly log: Logger;
};

/** A fresh session may set a password without knowing an old one. */
export const FRESH_SECONDS = 10 * 60;

/** The session's end moves on at most once in this time. */
const REFRESH_SECONDS = 60;

const kept = { input: false, required: false } as const;

/**
 * better-auth on our tables: sessions, usernames with passwords for those who set one, and second factors for those
 * who want one. Nobody can sign up. Which of its paths are open to the outside is decided in `http/auth-routes.ts`.
 */
export function createAuth(database: Database, settings: AuthSettings) {
	const secure = settings.publicUrl.startsWith("https://");
	return betterAuth({
		appName: "整改 Zhenggai",
		baseURL: settings.publicUrl,
		basePath: "/auth",
		secret: settings.secret,
		database: authAdapter(database),
		trustedOrigins: [settings.publicUrl],
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: PASSWORD_LEAST,
			maxPasswordLength: PASSWORD_MOST,
			revokeSessionsOnPasswordReset: true,
		},
		user: {
			additionalFields: {
				role: { type: "string", ...kept },
				region: { type: "string", ...kept },
				unitId: { type: "string", ...kept },
				personId: { type: "string", ...kept },
				active: { type: "boolean", ...kept },
			},
		},
		session: {
			expiresIn: settings.idleMinutes * 60,
			updateAge: REFRESH_SECONDS,
			freshAge: FRESH_SECONDS,
		},
		plugins: [
			username({
				minUsernameLength: 3,
				maxUsernameLength: 40,
				usernameValidator: (name) => /^[a-z0-9][a-z0-9._-]{2,39}$/i.test(name),
			}),
			twoFactor({ issuer: "整改 Zhenggai" }),
			signInLink(),
		],
		// Ours counts by account and by address, and before anything is looked up.
		rateLimit: { enabled: false },
		telemetry: { enabled: false },
		advanced: {
			cookiePrefix: "zhenggai",
			useSecureCookies: secure,
			defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure },
			ipAddress: { disableIpTracking: true },
			// `http/origin.ts` stands before every path, and also knows a server by the name that the browser used.
			disableCSRFCheck: true,
			disableOriginCheck: true,
		},
		logger: {
			level: "warn",
			log: (level, _message, ...details) =>
				settings.log[level](
					{ room: "auth", ...errorFields(details.find((it) => it instanceof Error)) },
					"better-auth",
				),
		},
	});
}

export type Auth = ReturnType<typeof createAuth>;
