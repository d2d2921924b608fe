import type { Issue } from "@zhenggai/domain/issues";
import { type ActorStamp, Instant, type IssueId, RegionCode, SiteId } from "@zhenggai/domain/kernel";
import type { Evidence, EvidenceUse, StoredFile } from "@zhenggai/domain/progress";
import type { Reader, Tx } from "../tx/tx.ts";

type Changed = { readonly before: Issue | null; readonly issue: Issue };
type Held = { readonly issue: Issue; readonly held: Evidence };

/** What of an issue's evidence the table does not have yet: new files, and those that were withdrawn. */
function toWrite({ before, issue }: Changed): Held[] {
	const now = issue.progress?.evidence;
	const was = before?.progress?.evidence;
	if (now === undefined || now === was) return [];
	// What evolve did not touch is the same object.
	const known = new Set(was);
	return now.filter((held) => !known.has(held)).map((held) => ({ issue, held }));
}

/** Brings the index of hashes up to date, in the transaction that writes the issues. */
export async function writeEvidence(tx: Tx, changed: readonly Changed[]): Promise<void> {
	const rows = changed.flatMap(toWrite);
	if (rows.length === 0) return;
	await tx.client.query({
		name: "evidence-write",
		text: `INSERT INTO ledger.evidence (issue_id, evidence_id, sha256, site_id, region, withdrawn)
			SELECT issue_id, evidence_id, decode(sha256, 'hex'), site_id, region, withdrawn
			FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::int[], $6::bool[])
				AS r(issue_id, evidence_id, sha256, site_id, region, withdrawn)
			ON CONFLICT (issue_id, evidence_id) DO UPDATE SET withdrawn = excluded.withdrawn`,
		values: [
			rows.map(({ issue }) => issue.id),
			rows.map(({ held }) => held.id),
			rows.map(({ held }) => held.sha256),
			rows.map(({ held }) => held.siteId),
			rows.map(({ issue }) => Number(issue.region)),
			rows.map(({ held }) => held.withdrawn !== null),
		],
	});
}

/** A doubt names a few of the others; more tell nobody more. */
const MOST_USES = 20;

/** The statement of {@link evidenceUses}: hashes, and the issue that is left out. */
export const FIND_USES = `SELECT encode(e.sha256, 'hex') AS "sha256", e.issue_id AS "issueId", e.site_id AS "siteId", e.region,
				coalesce((SELECT n.number FROM ledger.issue_number n WHERE n.issue_id = e.issue_id
					ORDER BY n.tier DESC, n.number LIMIT 1), '') AS "issueNumber"
			FROM ledger.evidence e
			WHERE e.sha256 = ANY(SELECT decode(h, 'hex') FROM unnest($1::text[]) h) AND NOT e.withdrawn
				AND e.issue_id <> $2
			LIMIT ${MOST_USES}`;

/** Where other issues use one of these files as evidence that stands, the first of them. One walk of an index. */
export async function evidenceUses(
	reader: Reader,
	hashes: readonly string[],
	except: IssueId,
): Promise<EvidenceUse[]> {
	if (hashes.length === 0) return [];
	type Row = { sha256: string; issueId: string; issueNumber: string; siteId: string | null; region: number };
	const { rows } = await reader.client.query<Row>({
		name: "evidence-uses",
		text: FIND_USES,
		values: [hashes, except],
	});
	return rows.map(({ siteId, region, ...row }) => ({
		...row,
		siteId: siteId === null ? null : SiteId.parse(siteId),
		region: RegionCode.parse(String(region)),
	}));
}

/** Notes that a file was uploaded for an issue. The same again changes nothing. */
export async function saveUpload(
	tx: Tx,
	upload: {
		readonly file: StoredFile;
		readonly issueId: IssueId;
		readonly at: Instant;
		readonly by: ActorStamp;
	},
): Promise<void> {
	const { file, issueId, at, by } = upload;
	const [longitude, latitude] = file.position ?? [null, null];
	await tx.client.query({
		name: "evidence-upload-save",
		text: `INSERT INTO ledger.evidence_upload
				(sha256, issue_id, bytes, media_type, taken_at, longitude, latitude, uploaded_at, uploaded_by)
			VALUES (decode($1, 'hex'), $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
		values: [
			...[file.sha256, issueId, file.bytes, file.mediaType, file.takenAt],
			...[longitude, latitude, at, JSON.stringify(by)],
		],
	});
}

/** The files of these hashes that were uploaded for an issue. */
export async function uploadsFor(
	reader: Reader,
	issueId: IssueId,
	hashes: readonly string[],
): Promise<ReadonlyMap<string, StoredFile>> {
	if (hashes.length === 0) return new Map();
	type Row = {
		sha256: string;
		bytes: string;
		mediaType: string;
		takenAt: Date | null;
		longitude: number | null;
		latitude: number | null;
	};
	const { rows } = await reader.client.query<Row>({
		name: "evidence-uploads",
		text: `SELECT encode(sha256, 'hex') AS "sha256", bytes::text, media_type AS "mediaType", taken_at AS "takenAt",
				longitude, latitude
			FROM ledger.evidence_upload
			WHERE sha256 = ANY(SELECT decode(h, 'hex') FROM unnest($1::text[]) h) AND issue_id = $2`,
		values: [hashes, issueId],
	});
	return new Map(
		rows.map(({ longitude, latitude, takenAt, ...row }) => [
			row.sha256,
			{
				...row,
				bytes: Number(row.bytes),
				takenAt: takenAt === null ? null : Instant.parse(takenAt.toISOString()),
				position: longitude === null || latitude === null ? null : [longitude, latitude],
			},
		]),
	);
}
