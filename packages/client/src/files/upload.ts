import { FailedRequest } from "../failure.ts";
import type { ClientOptions } from "../transport.ts";
import { askServer, filesUrl } from "./ask.ts";
import { canReport, sendReporting } from "./reporting.ts";

/** The bytes of one file: a browser's `File` or `Blob`, bytes in memory (also a Node `Buffer`), or a stream of them. */
export type FileSource = Blob | ArrayBuffer | Uint8Array | AsyncIterable<Uint8Array>;

/** How much of a file is sent. */
export type Sent = {
	readonly bytes: number;
	/** Null of a stream, whose length nobody knows. */
	readonly total: number | null;
};

export type Upload = {
	readonly issueId: string;
	readonly file: FileSource;
	/** Hears how much is sent; rarely more than some dozen times a second. */
	readonly onProgress?: (sent: Sent) => void;
	readonly signal?: AbortSignal;
};

/** What the server read of a file's bytes: nothing of it can be claimed by whoever sent them. */
export type UploadedFile = {
	/** Of the bytes, in lower-case hexadecimal: what `attachEvidence` names the file by. */
	readonly sha256: string;
	readonly bytes: number;
	readonly mediaType: string;
	/** Of a photo that says so itself: when it was taken, and where (longitude, latitude). */
	readonly takenAt: string | null;
	readonly position: readonly [longitude: number, latitude: number] | null;
};

const isPosition = (value: unknown): value is readonly [number, number] =>
	Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "number");

/** What the server answered. Fields that a later server adds are left out; one without a hash is no answer of ours. */
function uploadedFile(value: unknown): UploadedFile {
	const read = (name: string): unknown =>
		typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
	const [sha256, bytes, mediaType] = [read("sha256"), read("bytes"), read("mediaType")];
	const [takenAt, position] = [read("takenAt"), read("position")];
	if (typeof sha256 !== "string" || typeof bytes !== "number" || typeof mediaType !== "string") {
		throw new FailedRequest({ kind: "network" });
	}
	return {
		...{ sha256, bytes, mediaType },
		takenAt: typeof takenAt === "string" ? takenAt : null,
		position: isPosition(position) ? position : null,
	};
}

const isStream = (file: FileSource): file is AsyncIterable<Uint8Array> => Symbol.asyncIterator in file;

const sizeOf = (file: FileSource): number | null =>
	file instanceof Blob ? file.size : isStream(file) ? null : file.byteLength;

/** The chunks of a file, each told of when it is taken to be sent. */
async function* counted(file: FileSource, tell: (sent: Sent) => void): AsyncGenerator<Uint8Array> {
	const total = sizeOf(file);
	let bytes = 0;
	const chunks = isStream(file) ? file : new Response(bodyOf(file)).body;
	for await (const chunk of chunks ?? []) {
		bytes += chunk.byteLength;
		yield chunk;
		tell({ bytes, total });
	}
}

const isOwnMemory = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> =>
	bytes.buffer instanceof ArrayBuffer;

/** Bytes as `fetch` takes them. A view of memory that is shared between threads is copied, as `fetch` asks for. */
function bodyOf(
	file: Exclude<FileSource, AsyncIterable<Uint8Array>>,
): Blob | ArrayBuffer | Uint8Array<ArrayBuffer> {
	if (!(file instanceof Uint8Array)) return file;
	return isOwnMemory(file) ? file : new Uint8Array(file);
}

/** `ReadableStream.from`, which not every browser has. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
	const iterator = chunks[Symbol.asyncIterator]();
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			const { done, value } = await iterator.next();
			if (done) controller.close();
			else controller.enqueue(value);
		},
		async cancel(reason) {
			await iterator.return?.(reason);
		},
	});
}

/**
 * Keeps a file for an issue, before `attachEvidence` makes it evidence by naming its hash. It is kept whatever becomes
 * of that command: after a conflict the command alone is repeated, and sending the same bytes again changes nothing.
 *
 * A stream is sent as it comes and never held in memory; browsers cannot send streams everywhere, so give them a `File`
 * or `Blob`. Throws a `FailedRequest`; `failureOf` of it says NOT_ALLOWED, NOT_FOUND (no issue that you may see),
 * TOO_LARGE, BAD_INPUT (an empty file), NOT_SIGNED_IN or that no answer came, with words in Chinese and English.
 */
export async function uploadEvidence(options: ClientOptions, upload: Upload): Promise<UploadedFile> {
	const { issueId, file, onProgress, signal } = upload;
	const url = filesUrl(options, issueId);
	if (onProgress !== undefined && !isStream(file) && canReport(options)) {
		const body = bodyOf(file);
		return uploadedFile(await sendReporting(options, url, { body, onProgress, signal }));
	}
	const chunks = onProgress === undefined ? file : counted(file, onProgress);
	const init: RequestInit = { method: "POST" };
	if (signal !== undefined) init.signal = signal;
	if (isStream(chunks)) Object.assign(init, { body: streamOf(chunks), duplex: "half" });
	else init.body = bodyOf(chunks);
	const answer = await askServer(options, url, init);
	return uploadedFile(await answer.json().catch(() => null));
}
