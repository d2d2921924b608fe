import { createHash } from "node:crypto";
import type { EventDraft, Json } from "@zhenggai/domain/journal";

/** A value as the JSON that would be sent: without what JSON cannot hold. */
export const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));

/** Events of a room as the journal takes them. */
export const drafts = (events: readonly { readonly type: string }[]): EventDraft[] =>
	events.map((event) => ({ type: event.type, payload: toJson(event) }));

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export const sha256Of = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Tells a request from another one. */
export const fingerprint = (value: unknown): string => sha256Of(JSON.stringify(value));
