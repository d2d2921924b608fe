import { randomUUID } from "node:crypto";
import type { EventDraft } from "@zhenggai/domain/journal";
import { EventId, Instant } from "@zhenggai/domain/kernel";
import type { EventBatch } from "../journal/append.ts";

/** A batch for a new issue stream with all the rest filled in, for tests that are about the journal itself. */
export function batchFor(
	streamId: string,
	more: Partial<EventBatch> & { readonly events?: readonly EventDraft[] } = {},
): EventBatch {
	return {
		streamKind: "issue",
		streamId,
		expectedVersion: 0,
		events: [{ type: "issueRecorded", payload: { title: "老尾矿库渗漏" } }],
		actor: { kind: "system", id: "test", name: "测试", role: null, region: null, unitId: null },
		at: Instant.parse("2026-03-01T02:03:04.567Z"),
		region: null,
		cause: { verb: "recordIssue", importId: null, idempotencyKey: null, justification: null },
		ids: () => EventId.parse(randomUUID()),
		...more,
	};
}
