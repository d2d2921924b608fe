import { can } from "@zhenggai/domain/access";
import { issueResource } from "@zhenggai/domain/issues";
import { type Actor, type IssueId, say } from "@zhenggai/domain/kernel";
import type { StoredFile } from "@zhenggai/domain/progress";
import { readerOf, withTransaction } from "@zhenggai/storage";
import { findIssue, loadInspections } from "@zhenggai/storage/issues";
import { saveUpload } from "@zhenggai/storage/progress";
import { ServiceError } from "../errors.ts";
import { scopeOf, stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { mediaTypeOf } from "./file-kind.ts";
import { readPhoto } from "./photo.ts";

const MEGABYTE = 1024 * 1024;

const tooLarge = (most: number) => {
	const size = Math.floor(most / MEGABYTE);
	return new ServiceError(
		"TOO_LARGE",
		say(`文件超过${size}MB，请压缩或拆分`, `The file is larger than ${size} MB: compress or split it`),
	);
};

/** Throws unless somebody may add evidence to an issue that he may see. */
async function authoriseUpload(context: ServiceContext, actor: Actor, issueId: IssueId): Promise<void> {
	const issue = await findIssue(context.database, issueId, scopeOf(actor));
	if (issue === null) throw new ServiceError("NOT_FOUND");
	const [mandate] = issue.mandates;
	const inspections = await loadInspections(
		readerOf(context.database),
		mandate === undefined ? [] : [mandate.inspectionId],
	);
	const kind = mandate === undefined ? undefined : inspections.get(mandate.inspectionId)?.kind;
	const refusal = can(actor, "attachEvidence", issueResource(issue, momentOf(context).today, { kind }));
	if (refusal !== null) throw new ServiceError("NOT_ALLOWED", refusal.message);
}

/**
 * Keeps a file for an issue, before it is attached as evidence: by the hash of its bytes, with what the bytes say of
 * themselves. What happens to the command that attaches it changes nothing: the file stays, and the command can be
 * repeated. Throws TOO_LARGE beyond the limit, and then keeps nothing.
 */
export const storeEvidence =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId, source: AsyncIterable<Uint8Array>): Promise<StoredFile> => {
		await authoriseUpload(context, actor, issueId);
		const stored = await context.files.put(source, context.fileLimit);
		if (stored === null) throw tooLarge(context.fileLimit);
		if (stored.bytes === 0) {
			throw new ServiceError("BAD_INPUT", say("文件是空的", "The file is empty"));
		}
		const { sha256, bytes, head } = stored;
		const mediaType = mediaTypeOf(head);
		const file: StoredFile = { sha256, bytes, mediaType, ...(await readPhoto(head, mediaType)) };
		await withTransaction(context.database, (tx) =>
			saveUpload(tx, { file, issueId, at: context.now(), by: stampOf(actor) }),
		);
		return file;
	};
