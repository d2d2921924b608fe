import type { ClientOptions } from "../transport.ts";
import { askServer, filesUrl } from "./ask.ts";

/** A file on its way. Its bytes are streamed: read `body` to a file, or take `blob()` of a small one. */
export type Download = {
	/** As the server names it, in whatever script. Never a path: separators are taken out. */
	readonly name: string;
	readonly mediaType: string;
	/** Null where the server does not know it before it has written the last byte (an archive). */
	readonly bytes: number | null;
	/** Of the bytes, in lower-case hexadecimal; null of an archive, which holds the hashes of its files itself. */
	readonly sha256: string | null;
	readonly body: ReadableStream<Uint8Array>;
	readonly blob: () => Promise<Blob>;
};

const decoded = (text: string): string | null => {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
};

/** The name of RFC 6266's second form, which keeps every script; else the plain one, else what was asked for. */
function nameOf(disposition: string, otherwise: string): string {
	const full = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
	const plain = /filename="([^"]*)"/i.exec(disposition)?.[1];
	const name = (full === undefined ? null : decoded(full)) ?? plain ?? otherwise;
	const safe = name.replace(/[/\\:*?"<>|\p{Cc}]/gu, "_").replace(/^\.+/, "_");
	return safe.trim() === "" ? otherwise : safe;
}

/** The hash of RFC 9530's `content-digest`. */
function hashOf(digest: string | null): string | null {
	const base64 = /sha-256=:([A-Za-z0-9+/=]+):/.exec(digest ?? "")?.[1];
	if (base64 === undefined) return null;
	return [...atob(base64)].map((char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}

async function download(
	options: ClientOptions,
	url: string,
	more: { readonly otherwise: string; readonly signal: AbortSignal | undefined },
): Promise<Download> {
	const answer = await askServer(options, url, more.signal === undefined ? {} : { signal: more.signal });
	const header = (name: string) => answer.headers.get(name);
	const digest = header("content-digest");
	// A length that a proxy's compression made false is no length.
	const length = header("content-encoding") === null ? header("content-length") : null;
	return {
		name: nameOf(header("content-disposition") ?? "", more.otherwise),
		mediaType: header("content-type") ?? "application/octet-stream",
		bytes: length === null ? null : Number(length),
		sha256: hashOf(digest),
		body: answer.body ?? new Blob([]).stream(),
		blob: () => answer.blob(),
	};
}

/**
 * The file of a piece of evidence; also of evidence that was withdrawn. The server has compared its bytes with their
 * hash. Throws as `uploadEvidence` does: NOT_FOUND for evidence that is not there or not for you, UNAVAILABLE for a
 * file that the store has lost.
 */
export const downloadEvidence = (
	options: ClientOptions,
	asked: { readonly issueId: string; readonly evidenceId: string; readonly signal?: AbortSignal },
): Promise<Download> =>
	download(options, filesUrl(options, asked.issueId, asked.evidenceId), {
		otherwise: `${asked.evidenceId}.bin`,
		signal: asked.signal,
	});

/**
 * The archive of a closed issue: one ZIP that checks itself offline (`node verify.mjs` in its folder). It is written
 * as it is read, so a connection that breaks shows only by the check. Throws as `uploadEvidence` does: NOT_FOUND while
 * the issue is not archived.
 */
export const downloadArchive = (
	options: ClientOptions,
	asked: { readonly issueId: string; readonly signal?: AbortSignal },
): Promise<Download> =>
	download(options, filesUrl(options, asked.issueId, "archive"), {
		otherwise: `${asked.issueId}.zip`,
		signal: asked.signal,
	});
