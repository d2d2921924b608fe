// Reads one document on a thread of its own: a large one would hold up everybody else for a second.
import { parentPort, workerData } from "node:worker_threads";
import { readDocument } from "@zhenggai/documents/reading";
import type { ReadRequest } from "./read-request.ts";

const request: ReadRequest = workerData;
const { source, hint } = request;
const proposal = await readDocument(
	source.kind === "pasted" ? { pasted: source.text } : { name: source.name, bytes: source.bytes },
	{ hint },
);
parentPort?.postMessage(proposal);
