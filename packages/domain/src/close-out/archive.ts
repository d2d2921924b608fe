import type { Issue } from "../issues/index.ts";
import { canonicalJson, Json } from "../journal/index.ts";
import type { Archive } from "./closing-end.ts";

/** What the text of an index begins with: readers refuse what they do not know. */
export const ARCHIVE_FORMAT = "zhenggai-archive/1";

/** Every file that was ever evidence of the issue, withdrawn ones too, by the hash of its bytes. */
export const archiveFiles = ({ progress }: Pick<Issue, "progress">): Archive["files"] =>
	(progress?.evidence ?? [])
		.map(({ id, name, sha256 }) => ({ evidenceId: id, name, sha256 }))
		.toSorted((a, b) => (a.evidenceId < b.evidenceId ? -1 : 1));

/**
 * The canonical text of an archive's index (CLO-06): everything the ledger knows of the issue at that moment, and its files
 * by hash. The same issue always has the same text, so that its hash stands for all of it. Taken of the issue as it is when
 * the filing is accepted, before it is closed.
 */
export function archiveIndex(issue: Issue): string {
	const content = { format: ARCHIVE_FORMAT, issue, files: archiveFiles(issue) };
	return canonicalJson(Json.parse(JSON.parse(JSON.stringify(content))));
}
