import { Worker } from "node:worker_threads";
import type { Proposal } from "@zhenggai/domain/issues";
import { say } from "@zhenggai/domain/kernel";
import { ServiceError } from "../errors.ts";
import { inputOf, type ReadRequest } from "./read-request.ts";

/** Up to this size a document is read in a few milliseconds: no thread is worth it. */
const AT_ONCE_BYTES = 200_000;
/** A document that takes longer is not read at all. */
const TIME_LIMIT_MS = 60_000;
const MEMORY_MB = 768;

const tooMuch = (cause: unknown): ServiceError =>
	new ServiceError(
		"TOO_LARGE",
		say(
			"文件过大或过于复杂，未能在限定时间内读出，请拆分后再导入",
			"The document is too large or too complex to be read in time: split it",
		),
		cause,
	);

function readOnThread(request: ReadRequest): Promise<Proposal> {
	const worker = new Worker(new URL("./read-worker.ts", import.meta.url), {
		workerData: request,
		resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
	});
	return new Promise<Proposal>((resolve, reject) => {
		const timer = setTimeout(
			() => reject(tooMuch(new Error(`reading took over ${TIME_LIMIT_MS} ms`))),
			TIME_LIMIT_MS,
		);
		const end = () => clearTimeout(timer);
		// From this program's own reader: checking ten thousand rows field by field again would take as long as reading.
		worker.once("message", (proposal: Proposal) => {
			end();
			resolve(proposal);
		});
		worker.once("error", (cause: Error & { code?: string }) => {
			end();
			reject(cause.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch(cause) : cause);
		});
		worker.once("exit", () => {
			end();
			reject(new Error("the reader ended without an answer"));
		});
	}).finally(() => void worker.terminate());
}

/** Reads a document into a proposal, a large one on a thread of its own. Throws TOO_LARGE past a minute. */
export async function read(request: ReadRequest): Promise<Proposal> {
	if (request.source.bytes.byteLength > AT_ONCE_BYTES) return readOnThread(request);
	const { readDocument } = await import("@zhenggai/documents/reading");
	return readDocument(inputOf(request), { hint: request.hint });
}
