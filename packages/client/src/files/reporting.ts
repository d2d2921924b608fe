import { FailedRequest, failureOfAnswer } from "../failure.ts";
import { type ClientOptions, credentials } from "../transport.ts";
import type { Sent } from "./upload.ts";

/** What is needed of a browser's XMLHttpRequest, which alone can tell there how much of a body is sent. */
type Sender = {
	status: number;
	responseText: string;
	upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null };
	onload: (() => void) | null;
	onerror: (() => void) | null;
	onabort: (() => void) | null;
	open(method: string, url: string): void;
	setRequestHeader(name: string, value: string): void;
	send(body: Blob | ArrayBuffer | Uint8Array): void;
	abort(): void;
};

type Sending = {
	readonly body: Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;
	readonly onProgress: (sent: Sent) => void;
	readonly signal: AbortSignal | undefined;
};

const isSender = (value: unknown): value is new () => Sender => typeof value === "function";
const senderHere = (): unknown => Reflect.get(globalThis, "XMLHttpRequest");

/** Whether a browser can say how much is sent. Elsewhere, and with a `fetch` of the caller's own, chunks are counted. */
export const canReport = (options: ClientOptions): boolean =>
	options.fetch === undefined && isSender(senderHere());

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
};

/** Sends a body and says how much of it is sent. Resolves to the answer's JSON, rejects as `askServer` does. */
export function sendReporting(options: ClientOptions, url: string, sending: Sending): Promise<unknown> {
	const { body, onProgress, signal } = sending;
	const Constructor = senderHere();
	if (!isSender(Constructor)) return Promise.reject(new TypeError("no XMLHttpRequest here"));
	const sender = new Constructor();
	const abort = (): void => sender.abort();
	return new Promise<unknown>((resolve, reject) => {
		if (signal?.aborted) return reject(new FailedRequest({ kind: "aborted" }));
		signal?.addEventListener("abort", abort, { once: true });
		sender.upload.onprogress = ({ loaded, total }) => onProgress({ bytes: loaded, total });
		sender.onerror = () => reject(new FailedRequest({ kind: "network" }));
		sender.onabort = () => reject(new FailedRequest({ kind: "aborted" }));
		sender.onload = () => {
			const said = parsed(sender.responseText);
			if (sender.status >= 200 && sender.status < 300) resolve(said);
			else reject(new FailedRequest(failureOfAnswer(sender.status, said) ?? { kind: "network" }));
		};
		sender.open("POST", url);
		for (const [name, value] of Object.entries(credentials(options))) sender.setRequestHeader(name, value);
		sender.send(body);
	}).finally(() => signal?.removeEventListener("abort", abort));
}
