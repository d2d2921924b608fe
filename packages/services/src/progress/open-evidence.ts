import { type Actor, type EvidenceId, type IssueId, say } from "@zhenggai/domain/kernel";
import { DamagedFileError } from "@zhenggai/storage/files";
import { findIssue } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { scopeOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import type { EvidenceFile } from "../services.ts";

/**
 * The file of a piece of evidence, for those who may see its issue; also of evidence that was withdrawn. Its bytes were
 * compared with their hash. Throws NOT_FOUND for evidence that is not there, UNAVAILABLE for bytes that are not.
 */
export const openEvidence =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId, evidenceId: EvidenceId): Promise<EvidenceFile> => {
		const issue = await findIssue(context.database, issueId, scopeOf(actor));
		const evidence = issue?.progress?.evidence.find(({ id }) => id === evidenceId);
		if (evidence === undefined) throw new ServiceError("NOT_FOUND");
		const opened = await context.files.open(evidence.sha256).catch((error: unknown) => {
			if (!(error instanceof DamagedFileError)) throw error;
			throw new ServiceError(
				"UNAVAILABLE",
				say("文件已损坏：与登记的哈希不符", "The file is damaged: it is not what its hash says"),
				error,
			);
		});
		if (opened === null) {
			throw new ServiceError(
				"UNAVAILABLE",
				say(
					"文件库中没有这个文件，请从备份恢复",
					"The store does not hold this file: restore it from a backup",
				),
			);
		}
		const { name, mediaType, sha256 } = evidence;
		return { name, mediaType, sha256, bytes: opened.bytes, stream: opened.stream };
	};
