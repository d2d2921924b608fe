import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { archiveIndex } from "@zhenggai/domain/close-out";
import { type Issue, IssueEvent, replayIssue } from "@zhenggai/domain/issues";
import { JournalEvent } from "@zhenggai/domain/journal";
import { shanghaiDate } from "@zhenggai/domain/kernel";
import { appendBatches, withTransaction } from "@zhenggai/storage";
import { saveIssues } from "@zhenggai/storage/issues";
import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { sha256Of } from "../kit/json.ts";
import { SYSTEM, testServices } from "../testing/index.ts";
import { accepted, auditor, buildWorld, cityOffice } from "../testing/ledger.ts";

/*
 * An archive that the program of November 2026 froze, kept as it was downloaded: two attempts that failed, an extension, a
 * change of the plan, supplements, objections. What is frozen is compared with what replaying the journal makes of it, so
 * a later change of `evolve` that says something else about what happened then makes every older archive look damaged.
 * The fixture is never made anew: such a change keeps to the new events, and a new program adds an archive beside this one.
 */
const KEPT = join(import.meta.dirname, "../../fixtures/archive-2026-11");
const text = (path: string) => readFile(join(KEPT, path), "utf8");

const journal = JournalEvent.array().parse(JSON.parse(await text("journal.json")));
const events = journal.map(({ payload }) => IssueEvent.parse(payload));

function whole(issue: Issue | null): Issue {
	if (issue === null) throw new Error("the kept journal is empty");
	return issue;
}

it("an archive of an older program is what today's program makes of its journal", async () => {
	const last = events.at(-1);
	expect(last?.type).toBe("issueClosed");
	const before = whole(replayIssue(events.slice(0, -1)));
	expect(archiveIndex(before)).toBe(await text("index.json"));
	const frozen = last?.type === "issueClosed" ? last.archive.sha256 : "";
	expect(sha256Of(archiveIndex(before))).toBe(frozen);
	expect(whole(replayIssue(events)).closeOut).toMatchObject({
		round: 3,
		archive: { sha256: frozen },
		earlier: [{ ended: { how: "acceptanceFailed" } }, { ended: { how: "objectionUpheld" } }],
	});
});

it("it verifies offline, by the program that it carries", async () => {
	const { stdout } = await promisify(execFile)(process.execPath, [join(KEPT, "verify.mjs")]);
	expect(stdout).toContain(`${journal.length} entries`);
	expect(stdout).toContain("SEALED");
});

it("it verifies against a server that has its journal: the same archive comes out", async () => {
	const { services, database, dependencies } = await testServices();
	const issue = whole(replayIssue(events));
	await buildWorld(services);
	const [mandate] = issue.mandates;
	if (mandate === undefined) throw new Error("the kept issue stands under no inspection");
	const { inspectionId } = mandate;
	const said = { name: "第三轮督察", round: 3, batch: 2, team: null, region: issue.region };
	const inspection = {
		...{ ...said, kind: "centralInspection" as const, enteredOn: null, leftOn: null },
		...{ feedback: null, ruleSet: null },
	};
	accepted(
		await services.issues.commandInspection(
			SYSTEM,
			inspectionId,
			{ type: "registerInspection", inspectionId, inspection },
			{ expectedVersion: 0 },
		),
	);
	await withTransaction(database, async (tx) => {
		for (const { version, id, type, payload, hash: _, prevHash: __, ...entry } of journal) {
			const batch = { ...entry, expectedVersion: version - 1, events: [{ type, payload }], ids: () => id };
			expect((await appendBatches(tx, [batch])).ok).toBe(true);
		}
		await saveIssues(tx, [{ before: null, issue, missing: [] }], shanghaiDate(issue.updatedAt));
	});
	for (const name of await readdir(join(KEPT, "files"))) {
		const bytes = await readFile(join(KEPT, "files", name));
		await dependencies.files.put(
			(async function* () {
				yield bytes;
			})(),
			bytes.length,
		);
	}
	const archive = await services.closeOut.archiveOf(cityOffice, issue.id);
	const files = unzipSync(new Uint8Array(await new Response(archive.stream).arrayBuffer()));
	const decoded = (path: string) => new TextDecoder().decode(files[path]);
	for (const path of ["index.json", "journal.json", "manifest.json"])
		expect(decoded(path)).toBe(await text(path));
	expect(archive.sha256).toBe(sha256Of(await text("index.json")));
	expect(await services.journal.verifyIssue(auditor, issue.id)).toMatchObject({
		...{ whole: true, events: journal.length },
	});
});
