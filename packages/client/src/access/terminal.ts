import { askServer } from "../files/ask.ts";
import { baseUrl, type ClientOptions } from "../transport.ts";

/** What is signed in by it: a person at a terminal. Programs have keys. */
const CLIENT_ID = "zhenggai-terminal";
const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

/** A sign-in that waits for its person (RFC 8628). */
export type SignInRequest = {
	/** What is asked again with; nobody else ever has it. */
	readonly deviceCode: string;
	/** What the person types in the browser. */
	readonly userCode: string;
	/** Where he types it. */
	readonly address: string;
	/** Epoch milliseconds after which nobody can answer any more. */
	readonly expiresAt: number;
	readonly intervalMs: number;
};

/** What became of it. The token is in this answer and nowhere else. */
export type SignInAnswer =
	| { readonly kind: "granted"; readonly token: string /** Epoch milliseconds. */; readonly endsAt: number }
	| { readonly kind: "denied" | "expired" };

/** What the credentials of a connection are, and until when. Moments in ISO 8601. */
export type Credential = {
	readonly by: "key" | "operator" | "terminal" | "browser";
	/** When it ends in any case; null where it does not. */
	readonly endsAt: string | null;
	/** When it ends unless it is used; null where it does not end so. */
	readonly idleAt: string | null;
};

const KINDS: readonly Credential["by"][] = ["key", "operator", "terminal", "browser"];

const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

function textIn(value: unknown, name: string): string {
	const text = fieldOf(value, name);
	if (typeof text !== "string") throw new Error(`the server's answer has no ${name}`);
	return text;
}

function numberIn(value: unknown, name: string): number {
	const number = fieldOf(value, name);
	if (typeof number !== "number") throw new Error(`the server's answer has no ${name}`);
	return number;
}

const form = (fields: Record<string, string>): RequestInit => ({
	method: "POST",
	body: new URLSearchParams({ client_id: CLIENT_ID, ...fields }),
});

const oauth = (options: ClientOptions, path: string): string => `${baseUrl(options)}/oauth/${path}`;

/**
 * Begins to sign a person in where there is no browser. Show him `userCode` and `address`, and wait with
 * {@link awaitSignIn}. `terminal` is what he sees of who asks. Throws a `FailedRequest`.
 */
export async function requestSignIn(
	options: ClientOptions,
	{ terminal }: { readonly terminal: string },
): Promise<SignInRequest> {
	const answer = await askServer(options, oauth(options, "device_authorization"), form({ terminal }));
	const said: unknown = await answer.json();
	return {
		deviceCode: textIn(said, "device_code"),
		userCode: textIn(said, "user_code"),
		address: textIn(said, "verification_uri"),
		expiresAt: Date.now() + numberIn(said, "expires_in") * 1000,
		intervalMs: numberIn(said, "interval") * 1000,
	};
}

/** RFC 8628 §3.5: what is added to the wait when the server says that it was asked too soon. */
const SLOWER_MS = 5000;
/** Beside the wait that the server asks for: clocks do not run alike. */
const SLACK_MS = 200;

type Step = SignInAnswer | "wait" | "slower";

async function askOnce(options: ClientOptions, deviceCode: string, signal?: AbortSignal): Promise<Step> {
	const asked = form({ grant_type: DEVICE_GRANT, device_code: deviceCode });
	const url = oauth(options, "token");
	const answer = await (options.fetch ?? fetch)(url, signal === undefined ? asked : { ...asked, signal });
	const said: unknown = await answer.json();
	if (answer.ok) {
		const endsAt = Date.now() + numberIn(said, "expires_in") * 1000;
		return { kind: "granted", token: textIn(said, "access_token"), endsAt };
	}
	switch (fieldOf(said, "error")) {
		case "access_denied":
			return { kind: "denied" };
		case "expired_token":
		case "invalid_grant":
			return { kind: "expired" };
		case "authorization_pending":
			return "wait";
		// Too many of one address, a restart: slower, until the time is over.
		default:
			return "slower";
	}
}

/** Resolves after so many milliseconds; rejects with the signal's reason. */
const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
	new Promise((resolve, reject) => {
		const stop = () => {
			clearTimeout(timer);
			reject(signal?.reason);
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", stop);
			resolve();
		}, ms);
		if (signal?.aborted) stop();
		else signal?.addEventListener("abort", stop, { once: true });
	});

/**
 * Waits until the person has answered or his time is over, asking as often as the server lets it. A broken line is waited
 * out. Rejects with the signal's reason when it is aborted.
 */
export async function awaitSignIn(
	options: ClientOptions,
	request: SignInRequest,
	{ signal }: { readonly signal?: AbortSignal } = {},
): Promise<SignInAnswer> {
	let wait = request.intervalMs;
	while (Date.now() < request.expiresAt) {
		await pause(wait + SLACK_MS, signal);
		const step = await askOnce(options, request.deviceCode, signal).catch((): Step => {
			signal?.throwIfAborted();
			return "slower";
		});
		if (step === "slower") wait += SLOWER_MS;
		else if (step !== "wait") return step;
	}
	return { kind: "expired" };
}

/** Ends the session of the options' token on the server. Well where it had ended. Throws a `FailedRequest`. */
export async function endSignIn(options: ClientOptions): Promise<void> {
	const { token = "", ...apart } = options;
	await askServer(apart, oauth(options, "revoke"), form({ token }));
}

/** What the options' credentials are, and until when they hold. Throws a `FailedRequest` where they do not hold. */
export async function credentialOf(options: ClientOptions): Promise<Credential> {
	const answer = await askServer(options, `${baseUrl(options)}/auth/credential`, {});
	const said: unknown = await answer.json();
	const by = KINDS.find((kind) => kind === fieldOf(said, "by"));
	if (by === undefined) throw new Error("the server's answer has no by");
	const moment = (name: string) => (fieldOf(said, name) === null ? null : textIn(said, name));
	return { by, endsAt: moment("endsAt"), idleAt: moment("idleAt") };
}
