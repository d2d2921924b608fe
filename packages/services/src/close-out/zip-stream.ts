import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** A file of a package: a text, or bytes that are read when their turn comes. */
export type PackedFile = {
	readonly path: string;
	readonly content: string | (() => Promise<ReadableStream<Uint8Array>>);
};

const ENCODER = new TextEncoder();

async function* bytesOf({ content }: PackedFile): AsyncGenerator<Uint8Array> {
	if (typeof content === "string") yield ENCODER.encode(content);
	else for await (const chunk of await content()) yield chunk;
}

/**
 * The files as one ZIP, chunk by chunk: no file is held in memory. Texts are compressed, the rest is stored, for photos
 * and documents are compressed already. The same files and day give the same bytes.
 */
export async function* zipped(files: readonly PackedFile[], day: string): AsyncGenerator<Uint8Array> {
	const ready: Uint8Array[] = [];
	const failures: Error[] = [];
	const zip = new Zip((error, chunk) => {
		if (error === null) ready.push(chunk);
		else failures.push(error);
	});
	const drain = function* (): Generator<Uint8Array> {
		const [failure] = failures;
		if (failure !== undefined) throw failure;
		yield* ready.splice(0);
	};
	for (const file of files) {
		const entry =
			typeof file.content === "string" ? new ZipDeflate(file.path) : new ZipPassThrough(file.path);
		entry.mtime = `${day}T12:00:00`;
		zip.add(entry);
		for await (const chunk of bytesOf(file)) {
			entry.push(chunk);
			yield* drain();
		}
		entry.push(new Uint8Array(), true);
		yield* drain();
	}
	zip.end();
	yield* drain();
}

/** The chunks as a stream that is read as fast as its reader takes them. */
export function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
	const source = chunks[Symbol.asyncIterator]();
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await source.next();
			if (done === true) controller.close();
			else controller.enqueue(value);
		},
		async cancel() {
			await source.return?.();
		},
	});
}
