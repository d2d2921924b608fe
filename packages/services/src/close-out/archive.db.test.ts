import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { IssueCommand, IssueDetail } from "@zhenggai/domain/issues";
import { type Actor, ObjectionId } from "@zhenggai/domain/kernel";
import { unzipSync } from "fflate";
import { afterAll, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { closingLedger, day, PHOTO, sign } from "../testing/closing.ts";
import { newId, testServices } from "../testing/index.ts";
import { auditor, cityOffice, otherCity, provOffice, rulesOf, run } from "../testing/ledger.ts";

const test = await testServices();
const { services } = test;
const { world, chief, acceptor, group, on, go, noticed } = await closingLedger(test);
const objection = ObjectionId.parse(newId());

const TEXT = new TextDecoder();
const directories: string[] = [];
afterAll(() => Promise.all(directories.map((path) => rm(path, { recursive: true, force: true }))));

async function unpack(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), "zg-archive-"));
	directories.push(directory);
	for (const [path, bytes] of Object.entries(files)) {
		await mkdir(dirname(join(directory, path)), { recursive: true });
		await writeFile(join(directory, path), bytes);
	}
	return directory;
}

const verify = (directory: string) =>
	promisify(execFile)(process.execPath, [join(directory, "verify.mjs")]).then(
		({ stdout }) => ({ code: 0, said: stdout }),
		(error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
	);

it("an issue goes from its plan to the end, and its archive can be checked without the ledger", async () => {
	let issue = await noticed();
	const actionsOf = (page: IssueDetail, verb: string) => page.actions.find((action) => action.verb === verb);
	const error = await services.closeOut
		.archiveOf(cityOffice, issue.row.id)
		.catch((thrown: unknown) => thrown);
	expect(error instanceof ServiceError && error.code).toBe("NOT_FOUND");

	on("2026-06-05");
	const objected: IssueCommand = {
		...{ type: "registerObjection", objectionId: objection, from: "附近居民" },
		...{ text: "仍有异味", on: day("2026-06-05") },
	};
	issue = await go(issue, [cityOffice, objected]);
	on("2026-06-17");
	expect(rulesOf(await run(world, cityOffice, issue, { type: "endNotice" }))).toEqual(["PUB-03"]);
	const page = await services.issues.getIssue(cityOffice, issue.row.id);
	expect(actionsOf(page, "endNotice")?.refusals.map(({ rule }) => rule)).toEqual(["PUB-03"]);
	issue = await go(
		issue,
		[
			cityOffice,
			{ type: "answerObjection", objectionId: objection, verdict: "dismissed", text: "复核无异味" },
		],
		[cityOffice, { type: "endNotice" }],
		[chief, sign("leadUnitPrincipal")],
		[acceptor, sign("acceptanceUnit")],
		[group, sign("countyPrincipals")],
		[cityOffice, sign("rectificationOffice")],
		[cityOffice, { type: "fileCloseOut", documentNumber: "青整改〔2026〕7号", on: day("2026-06-17") }],
	);
	expect(
		rulesOf(
			await run(world, cityOffice, issue, { type: "receiveFiling", verdict: "accepted", reason: null }),
		),
	).not.toEqual([]);
	issue = await go(issue, [provOffice, { type: "receiveFiling", verdict: "accepted", reason: null }]);
	expect(issue.row.lifecycle).toBe("closed");
	expect(issue.closeOut).toMatchObject({
		...{ tiers: ["city"], nextStep: null, nextSigner: null, criteriaSet: "ah5", falseReport: null },
		watchPoints: [{ months: 3, on: "2026-09-17", seen: false }, { months: 6 }, { months: 12 }],
	});

	const archive = await services.closeOut.archiveOf(cityOffice, issue.row.id);
	const bytes = new Uint8Array(await new Response(archive.stream).arrayBuffer());
	const files = unzipSync(bytes);
	const again = await services.closeOut.archiveOf(provOffice, issue.row.id);
	expect(new Uint8Array(await new Response(again.stream).arrayBuffer())).toEqual(bytes);
	const filePath = Object.keys(files).find((path) => path.startsWith("files/")) ?? "";
	expect(Object.keys(files).toSorted()).toEqual(
		["index.html", "index.json", "journal.json", "manifest.json", "verify.mjs", filePath].toSorted(),
	);
	expect(filePath).toMatch(/^files\/[0-9a-f]{64}\.jpg$/);
	expect(files[filePath]).toEqual(PHOTO);
	const html = TEXT.decode(files["index.html"]);
	expect(html).toContain("管网巡查制度");
	expect(html).toContain("印发文件&lt;一&gt;.JPG");
	expect(html).not.toContain("<script");

	const directory = await unpack(files);
	expect(await verify(directory)).toMatchObject({ code: 0, said: expect.stringContaining("OK") });
	const tampered: readonly [string, (text: string) => string][] = [
		["index.json", (text) => text.replace("制度已印发并执行", "制度已印发")],
		["journal.json", (text) => text.replace("复核无异味", "复核属实")],
		[filePath, (text) => `${text}x`],
	];
	for (const [path, change] of tampered) {
		const kept = await readFile(join(directory, path));
		await writeFile(join(directory, path), change(kept.toString("utf8")));
		expect(await verify(directory)).toMatchObject({ code: 1, said: expect.stringContaining(path) });
		await writeFile(join(directory, path), kept);
	}
	await rm(join(directory, filePath));
	expect(await verify(directory)).toMatchObject({ code: 1, said: expect.stringContaining("missing") });

	const code = (who: Actor) =>
		services.closeOut.archiveOf(who, issue.row.id).then(
			() => null,
			(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
		);
	expect(await code(otherCity)).toBe("NOT_FOUND");
	expect(await code({ kind: "anonymous" })).toBe("NOT_SIGNED_IN");
	expect(await code(auditor)).toBeNull();
});
