import { archiveIndex, type CloseOutState } from "@zhenggai/domain/close-out";
import { type Issue, IssueEvent, replayIssue } from "@zhenggai/domain/issues";
import type { JournalEvent } from "@zhenggai/domain/journal";
import { type Actor, type IssueId, say } from "@zhenggai/domain/kernel";
import { caseVocab, formatNumber } from "@zhenggai/domain/vocabulary";
import { proveStream, readerOf, readStream, type StreamProof } from "@zhenggai/storage";
import { loadInspections } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { describedEvents, issueOfJournal } from "../issues/index.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { sha256Of } from "../kit/json.ts";
import { lawOf } from "../kit/rules-for.ts";
import type { ArchivePackage } from "../services.ts";
import { archivePage } from "./archive-page.ts";
import { sealsFile, sealsInWords } from "./archive-seals.ts";
import { VERIFY_SCRIPT } from "./verify-script.ts";
import { type PackedFile, streamOf, zipped } from "./zip-stream.ts";

type Frozen = {
	/** The issue as it was when the filing was accepted: what the index is about. */
	readonly before: Issue;
	readonly closed: CloseOutState;
	readonly archive: NonNullable<CloseOutState["archive"]>;
	/** The journal up to and including the close-out. */
	readonly journal: readonly JournalEvent[];
};

const damaged = (): ServiceError =>
	new ServiceError(
		"UNAVAILABLE",
		say(
			"台账与固化的档案不一致，请核验日志并从备份恢复",
			"The ledger is not what was frozen: verify the journal and restore it from a backup",
		),
	);

/** What was frozen at the last close-out, rebuilt from the journal and compared with its hash. */
async function frozenOf(context: ServiceContext, issueId: IssueId): Promise<Frozen> {
	const stream = await readStream(context.database, issueId);
	const at = stream.findLastIndex(({ type }) => type === "issueClosed");
	if (at < 1) {
		throw new ServiceError(
			"NOT_FOUND",
			say("该问题尚未销号，没有档案", "It is not closed out: there is no archive"),
		);
	}
	const journal = stream.slice(0, at + 1);
	const events = journal.map(({ payload }) => IssueEvent.parse(payload));
	const before = replayIssue(events.slice(0, -1));
	const after = replayIssue(events);
	const archive = after?.closeOut?.archive ?? null;
	if (before === null || after?.closeOut === undefined || archive === null) throw damaged();
	if (sha256Of(archiveIndex(before)) !== archive.sha256) throw damaged();
	return { before, closed: after.closeOut, archive, journal };
}

const EXTENSION = /\.[A-Za-z0-9]{1,8}$/;

/** Each file once, by the hash of its bytes; its ending stays, so that it opens by a double click. */
function filesOf({ archive, before }: Frozen) {
	const evidence = before.progress?.evidence ?? [];
	return [...new Map(archive.files.map((file) => [file.sha256, file])).values()].map(
		({ sha256, name, evidenceId }) => {
			const kind = evidence.find(({ id }) => id === evidenceId)?.kind;
			const extension = EXTENSION.exec(name)?.[0]?.toLowerCase() ?? "";
			const note = kind === undefined ? "" : caseVocab.evidenceKind[kind].zh;
			return { path: `files/${sha256}${extension}`, name, sha256, note };
		},
	);
}

async function missingFiles(
	context: ServiceContext,
	files: readonly { sha256: string; name: string }[],
): Promise<string[]> {
	const missing: string[] = [];
	for (const { sha256, name } of files) if (!(await context.files.has(sha256))) missing.push(name);
	return missing;
}

const opener = (context: ServiceContext, sha256: string) => async (): Promise<ReadableStream<Uint8Array>> => {
	const opened = await context.files.open(sha256);
	if (opened === null) throw damaged();
	return opened.stream;
};

async function pageOf(
	context: ServiceContext,
	frozen: Frozen,
	number: string,
	files: ReturnType<typeof filesOf>,
	proof: StreamProof,
): Promise<{ readonly page: string; readonly regionName: string }> {
	const reader = readerOf(context.database);
	const { before, closed, journal } = frozen;
	const [mandate] = before.mandates;
	const inspections = await loadInspections(reader, mandate === undefined ? [] : [mandate.inspectionId]);
	const inspection = mandate === undefined ? undefined : inspections.get(mandate.inspectionId);
	const law = await lawOf(reader);
	const rules = law.rules(inspection, before.region, closed.closedOn ?? momentOf(context).today);
	const { entries, regionName } = await describedEvents(reader, before, journal);
	const timeline = entries.map(({ at, actor, summary }) => ({ at, who: actor.name, text: summary }));
	const seals = sealsInWords(proof);
	const page = archivePage({ number, regionName, issue: before, closed, rules, timeline, files, seals });
	return { page, regionName };
}

/**
 * The archive of an issue's last close-out as one ZIP that can be checked offline (CLO-06): the index that was frozen, a
 * page to read, the files by hash, the journal up to the close-out with its chain of hashes, the proof that its entries are
 * sealed, and a program that checks all of it. Once the close-out is sealed, which takes a minute, its archive always has the
 * same contents; before that it says which entries are not sealed yet. Throws NOT_FOUND for issues that were never closed out or
 * that the actor may not see, UNAVAILABLE where the ledger or the store is not what was frozen.
 */
export const archiveOf =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId): Promise<ArchivePackage> => {
		await issueOfJournal(context, actor, issueId);
		const frozen = await frozenOf(context, issueId);
		const { before, archive, journal, closed } = frozen;
		const files = filesOf(frozen);
		const missing = await missingFiles(context, files);
		if (missing.length > 0) {
			const names = missing.slice(0, 5).join("、");
			throw new ServiceError(
				"UNAVAILABLE",
				say(
					`文件库缺少${missing.length}个文件：${names}，请从备份恢复`,
					`The store lacks ${missing.length} files (${names}): restore them from a backup`,
				),
			);
		}
		const number = before.numberByTier[before.tier] ?? before.mandates[0]?.number ?? "";
		const proof = await proveStream(context.database, issueId, journal.length);
		const manifest = {
			format: "zhenggai-archive/1",
			issueId,
			number,
			closedOn: closed.closedOn,
			round: closed.round,
			index: archive.sha256,
			journalHead: journal.at(-1)?.hash ?? null,
			files: files.map(({ path, name, sha256 }) => ({ path, name, sha256 })),
		};
		const { page, regionName } = await pageOf(context, frozen, number, files, proof);
		const packed: readonly PackedFile[] = [
			{ path: "index.html", content: page },
			{ path: "index.json", content: archiveIndex(before) },
			{ path: "journal.json", content: `${JSON.stringify(journal, null, "\t")}\n` },
			{ path: "manifest.json", content: `${JSON.stringify(manifest, null, "\t")}\n` },
			{ path: "seals.json", content: sealsFile(proof) },
			{ path: "verify.mjs", content: VERIFY_SCRIPT },
			...files.map(({ path, sha256 }): PackedFile => ({ path, content: opener(context, sha256) })),
		];
		const chunks = zipped(packed, closed.closedOn ?? "2000-01-01");
		const item = formatNumber(number, "zh-CN");
		return { name: `${regionName}${item}销号档案.zip`, sha256: archive.sha256, stream: streamOf(chunks) };
	};
