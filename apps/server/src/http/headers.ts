import type { ServerResponse } from "node:http";

const SELF = "'self'";

/** Scripts only from files of our own, never inline. Charts and virtual lists place things by style attributes. */
const CONTENT_SECURITY_POLICY = Object.entries({
	"default-src": "'none'",
	"script-src": SELF,
	"style-src": SELF,
	"style-src-attr": "'unsafe-inline'",
	"img-src": `${SELF} data: blob:`,
	"font-src": SELF,
	"connect-src": SELF,
	"manifest-src": SELF,
	"worker-src": SELF,
	"form-action": SELF,
	"frame-ancestors": "'none'",
	"base-uri": "'none'",
})
	.map(([directive, value]) => `${directive} ${value}`)
	.join("; ");

/**
 * The headers of every answer. `same-origin` as referrer policy and not `no-referrer`: with the latter browsers hide
 * the origin of a form, which the sign-in page needs to prove.
 */
const SAFE: readonly (readonly [string, string])[] = [
	["Content-Security-Policy", CONTENT_SECURITY_POLICY],
	["Cross-Origin-Opener-Policy", "same-origin"],
	["Cross-Origin-Resource-Policy", "same-origin"],
	["Origin-Agent-Cluster", "?1"],
	["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"],
	["Referrer-Policy", "same-origin"],
	["X-Content-Type-Options", "nosniff"],
	["X-Frame-Options", "DENY"],
	["X-Permitted-Cross-Domain-Policies", "none"],
];

const STAY_WITH_HTTPS = ["Strict-Transport-Security", "max-age=31536000; includeSubDomains"] as const;

/**
 * Puts the safe headers on an answer before anybody has begun it, so that no path leads round them. On Node's own
 * object, since on Hono's every header costs each answer a new set of headers: it is a third of a small answer's time.
 */
export function safeHeaders(publicUrl: string): (response: ServerResponse) => void {
	const headers = publicUrl.startsWith("https://") ? [...SAFE, STAY_WITH_HTTPS] : SAFE;
	return (response) => {
		for (const [name, value] of headers) response.setHeader(name, value);
	};
}
