import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { IssueCommand, IssueDetail } from "@zhenggai/domain/issues";
import { canonicalJson, GENESIS_HASH, JournalEvent, Json } from "@zhenggai/domain/journal";
import { type Actor, Instant, ObjectionId } from "@zhenggai/domain/kernel";
import { sealJournal } from "@zhenggai/storage";
import { unzipSync } from "fflate";
import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { sha256Of } from "../kit/json.ts";
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

const seal = (at: string) => sealJournal(test.database, Instant.parse(at));

/** Somebody who tells the story otherwise, and makes every hash of the chain anew, as the owner of the tables could. */
function retold(text: string): string {
	let prevHash = GENESIS_HASH;
	const journal = JournalEvent.array()
		.parse(JSON.parse(text.replace("复核无异味", "复核属实")))
		.map(({ hash: _, prevHash: __, ...entry }) => {
			const hash = sha256Of(prevHash + canonicalJson(Json.parse(entry)));
			const told = { ...entry, prevHash, hash };
			prevHash = hash;
			return told;
		});
	return JSON.stringify(journal);
}

const Seals = z.looseObject({
	chain: z.string(),
	unsealed: z.array(z.int()),
	entries: z.array(z.looseObject({ version: z.int(), seal: z.int(), path: z.array(z.string()) })),
	seals: z.array(
		z.looseObject({ number: z.int(), root: z.string(), prevHash: z.string(), hash: z.string() }),
	),
});
type Seals = z.infer<typeof Seals>;
const sealsWith = (change: (seals: Seals) => unknown) => (text: string) => {
	const seals = Seals.parse(JSON.parse(text));
	change(seals);
	return JSON.stringify(seals);
};
const ZEROS = "0".repeat(64);
const last = <T>(items: readonly T[]): T => z.custom<T>((item) => item !== undefined).parse(items.at(-1));
/** An entry that was sealed together with others. */
const deep = (entries: Seals["entries"]) => last(entries.filter(({ path }) => path.length > 1));

/** What can be done to the proof, and what the archive's program says of it. */
const FORGED: readonly [string, (text: string) => string, string][] = [
	["journal.json", retold, "is not in seal"],
	["seals.json", sealsWith(({ entries }) => deep(entries).path.splice(0, 1, ZEROS)), "is not in seal"],
	["seals.json", sealsWith(({ entries }) => deep(entries).path.pop()), "is not in seal"],
	["seals.json", sealsWith(({ entries }) => Object.assign(deep(entries), { index: 0 })), "is not in seal"],
	["seals.json", sealsWith(({ seals }) => Object.assign(last(seals), { root: ZEROS })), "was changed"],
	[
		"seals.json",
		sealsWith(({ seals }) => Object.assign(last(seals), { prevHash: ZEROS })),
		"does not follow",
	],
	["seals.json", sealsWith(({ seals }) => seals.splice(1, 1)), "out of place"],
	["seals.json", sealsWith(({ entries }) => entries.splice(1, 1)), "nothing is said of entry 2"],
];

it("an issue goes from its plan to the end, and its archive can be checked without the ledger", async () => {
	let issue = await noticed();
	await seal("2026-06-04T01:00:00.000Z");
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
	await seal("2026-06-17T01:00:00.000Z");
	issue = await go(issue, [provOffice, { type: "receiveFiling", verdict: "accepted", reason: null }]);
	expect(issue.row.lifecycle).toBe("closed");
	expect(issue.closeOut).toMatchObject({
		...{ tiers: ["city"], nextStep: null, nextSigner: null, criteriaSet: "ah5", falseReport: null },
		watchPoints: [{ months: 3, on: "2026-09-17", seen: false }, { months: 6 }, { months: 12 }],
	});

	const early = await services.closeOut.archiveOf(cityOffice, issue.row.id);
	const unsealed = await unpack(unzipSync(new Uint8Array(await new Response(early.stream).arrayBuffer())));
	const closing = issue.row.version;
	expect(await verify(unsealed)).toMatchObject({
		...{ code: 0, said: expect.stringMatching(`NOT SEALED YET.*entries ${closing}\n`) },
	});
	expect(await readFile(join(unsealed, "index.html"), "utf8")).toContain("有1条日志尚未封存");

	const third = await seal("2026-06-17T02:00:00.000Z");
	const archive = await services.closeOut.archiveOf(cityOffice, issue.row.id);
	const bytes = new Uint8Array(await new Response(archive.stream).arrayBuffer());
	const files = unzipSync(bytes);
	const again = await services.closeOut.archiveOf(provOffice, issue.row.id);
	expect(new Uint8Array(await new Response(again.stream).arrayBuffer())).toEqual(bytes);
	const filePath = Object.keys(files).find((path) => path.startsWith("files/")) ?? "";
	expect(Object.keys(files).toSorted()).toEqual(
		[
			"index.html",
			"index.json",
			"journal.json",
			"manifest.json",
			"seals.json",
			"verify.mjs",
			filePath,
		].toSorted(),
	);
	expect(filePath).toMatch(/^files\/[0-9a-f]{64}\.jpg$/);
	expect(files[filePath]).toEqual(PHOTO);
	const html = TEXT.decode(files["index.html"]);
	expect(html).toContain("管网巡查制度");
	expect(html).toContain("印发文件&lt;一&gt;.JPG");
	expect(html).not.toContain("<script");

	const directory = await unpack(files);
	const said = `SEALED  ${closing} entries by seals 1 to 3\n封存  seal 3 ${third?.hash}\n`;
	expect(await verify(directory)).toMatchObject({ code: 0, said: expect.stringMatching("OK") });
	expect((await verify(directory)).said).toContain(said);
	const tampered: readonly [string, (text: string) => string, string?][] = [
		...FORGED,
		["index.json", (text) => text.replace("制度已印发并执行", "制度已印发")],
		["journal.json", (text) => text.replace("复核无异味", "复核属实")],
		[filePath, (text) => `${text}x`],
	];
	for (const [path, change, words = path] of tampered) {
		const kept = await readFile(join(directory, path));
		await writeFile(join(directory, path), change(kept.toString("utf8")));
		expect(await verify(directory)).toMatchObject({ code: 1, said: expect.stringContaining(words) });
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
