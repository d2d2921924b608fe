import { placeResource } from "@zhenggai/domain/access";
import type { ImportDraft, ImportSource, ReadingHint } from "@zhenggai/domain/issues";
import { type Actor, ImportId, say } from "@zhenggai/domain/kernel";
import { appendEvents, withTransaction } from "@zhenggai/storage";
import { insertImport, type KeptSource, keepSource } from "@zhenggai/storage/imports";
import { ServiceError } from "../errors.ts";
import { read } from "../importing/read.ts";
import { keptHint, withRemembered } from "../importing/remembered-columns.ts";
import { authorise, stampOf } from "../kit/authorise.ts";
import { eventIds, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";

const MAX_BYTES = 20 * 1024 * 1024;

const PASTED = "粘贴的文本";

function sourceOf(source: ImportSource): KeptSource {
	const kept: KeptSource =
		source.kind === "pasted"
			? { kind: "pasted", name: PASTED, bytes: new TextEncoder().encode(source.text) }
			: { kind: "file", name: source.name, bytes: new Uint8Array(Buffer.from(source.base64, "base64")) };
	if (kept.bytes.byteLength > MAX_BYTES) {
		throw new ServiceError("TOO_LARGE", say("文件超过20 MB", "The file is larger than 20 MB"));
	}
	return kept;
}

/**
 * Reads a document and keeps what was read, with the document itself, as a draft. Columns that the office mapped for
 * this layout before are read as it remembers them. Nothing reaches the ledger before it is applied.
 */
export const startImport =
	(context: ServiceContext) =>
	async (actor: Actor, given: ImportSource, said: ReadingHint = {}): Promise<ImportDraft> => {
		const stamp = stampOf(actor);
		// A draft belongs to a place, and the server's own jobs have none.
		if (!("region" in actor)) throw new ServiceError("NOT_ALLOWED");
		const { region } = actor;
		authorise(actor, "importDocument", placeResource(region));
		const source = sourceOf(given);
		const asked = await withRemembered(context.database, region, said, false);
		const proposal = await read({ source, hint: asked });
		const hint = keptHint(asked, said, proposal);
		const id = ImportId.parse(context.newId());
		const now = context.now();
		const draft: ImportDraft = {
			id,
			state: "draft",
			kind: proposal.kind,
			version: 1,
			sourceName: source.name,
			sha256: proposal.source.sha256,
			startedAt: now,
			startedBy: stamp.name,
			appliedAt: null,
			result: null,
			undone: null,
			proposal,
			hint,
			sourceKept: true,
			choices: { context: null, units: {}, items: {}, corrections: {} },
		};
		const { sourceName, sha256 } = draft;
		const started = {
			type: "importStarted",
			at: now,
			importId: id,
			sourceName,
			sha256,
			issues: proposal.issues.length,
		};
		await withTransaction(context.database, async (tx) => {
			await appendEvents(tx, {
				streamKind: "import",
				streamId: id,
				expectedVersion: 0,
				events: drafts([started]),
				actor: stamp,
				at: now,
				region,
				cause: { verb: "startImport", importId: id, idempotencyKey: null, justification: null },
				ids: eventIds(context),
			});
			await insertImport(tx, { draft, version: 1, region });
			await keepSource(tx, id, source);
		});
		return draft;
	};
