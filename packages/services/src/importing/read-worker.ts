// Reads one document on a thread of its own: a large one would hold up everybody else for a second.
import { parentPort, workerData } from "node:worker_threads";
import { readDocument } from "@zhenggai/documents/reading";
import { inputOf, type ReadRequest } from "./read-request.ts";

const request: ReadRequest = workerData;
parentPort?.postMessage(await readDocument(inputOf(request), { hint: request.hint }));
