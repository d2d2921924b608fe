import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { CloseOutCommand } from "@zhenggai/domain/close-out";
import type { IssueCommand, IssueDetail } from "@zhenggai/domain/issues";
import {
	type Actor,
	AssignmentId,
	EvidenceId,
	IsoDate,
	NoticeId,
	ObjectionId,
	SiteCheckId,
} from "@zhenggai/domain/kernel";
import type { EvidenceKind } from "@zhenggai/domain/progress";
import { unzipSync } from "fflate";
import { afterAll, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { newId, person, testServices } from "../testing/index.ts";
import {
	accepted,
	assignment,
	auditor,
	buildWorld,
	CITY,
	cityOffice,
	deadline,
	measure,
	otherCity,
	provOffice,
	register,
	rulesOf,
	run,
} from "../testing/ledger.ts";
import { jpegPhoto } from "../testing/photo.ts";

const { services, setNow } = await testServices();
const world = await buildWorld(services);
const { units } = world;
const clerk = person("leadUnit", CITY, units.cityEco);
const chief = person("leadUnit", CITY, units.cityEco, "局长");
const acceptor = person("accUnit", CITY, units.cityGov);
const group = person("leadingGroup", CITY);
const leader = accepted(
	await services.responsibilities.registerPerson(cityOffice, {
		name: "沈知远",
		unitId: units.cityEco,
		title: "局长",
		phone: null,
	}),
);

const day = (text: string) => IsoDate.parse(text);
const on = (text: string) => setNow(`${text}T02:00:00.000Z`);
type Step = readonly [Actor, IssueCommand];

/** Does one thing after another, each on the page that the one before gave, with a reason where a rule asks for one. */
async function go(issue: IssueDetail, ...steps: readonly Step[]): Promise<IssueDetail> {
	let page = issue;
	for (const [who, command] of steps) {
		page = accepted(await run(world, who, page, command, { justification: "情况属实，已核对" }));
	}
	return page;
}

const named = (role: "responsibleLeader" | "responsiblePerson") => ({
	id: AssignmentId.parse(newId()),
	role,
	kind: null,
	unitId: null,
	personId: leader.id,
	from: day("2026-03-02"),
});
const paper = (text: string, more: object): ReturnType<typeof measure> => ({
	...measure(text, [units.cityEco]),
	type: "policy",
	deadline: deadline("2026-09-30"),
	milestones: [{ text: "印发", due: day("2026-09-30"), weight: 1 }],
	...more,
});

/** An issue with an approved plan of papers. */
async function working(): Promise<IssueDetail> {
	on("2026-03-02");
	const lead = assignment("lead", units.cityEco);
	const measures = [
		paper("印发管网排查整治方案。", { term: "immediateFix" }),
		paper("出台管网巡查制度。", { term: "longTermMechanism" }),
		paper("排查全市同类排口。", { similarScreening: true }),
	];
	return go(
		await register(world, {
			numberByTier: { central: null, province: null, city: "7", county: null },
			assignments: [
				lead,
				assignment("supervising", units.provinceEco),
				assignment("acceptance", units.cityGov),
				named("responsibleLeader"),
				named("responsiblePerson"),
			],
		}),
		[clerk, { type: "acknowledgeAssignment", assignmentId: lead.id }],
		[clerk, { type: "startPlanning" }],
		[clerk, { type: "addMeasure", measures, importId: null }],
		[clerk, { type: "submitPlan" }],
		[
			provOffice,
			{
				type: "reviewPlan",
				verdict: "approve",
				items: [],
				criteria: { reachable: true, feasible: true, landed: true, reasonable: true },
				opinion: null,
			},
		],
	);
}

async function* one(bytes: Uint8Array) {
	yield bytes;
}

const photo = jpegPhoto("2026:05:20 10:00:00", [105.25, 33.5]);
const evidence = EvidenceId.parse(newId());

async function attach(issue: IssueDetail, kind: EvidenceKind): Promise<IssueDetail> {
	const { sha256 } = await services.progress.storeEvidence(clerk, issue.row.id, one(photo));
	const attached = {
		...{ id: evidence, kind, name: "印发文件<一>.JPG", sha256, measureId: null, siteId: null, goalId: null },
		...{ effectiveOn: null, laboratory: null, meetsStandard: null, note: null },
	};
	return go(issue, [clerk, { type: "attachEvidence", evidence: attached }]);
}

const FORM = ["measuresDone", "violationsHandled", "meetsNorms", "similarFixed", "sourceTreated"].map(
	(criterion) => ({ criterion, answer: "yes" as const, evidenceIds: [evidence], note: null }),
);
const gate = (of: "foundOut" | "putRight" | "answeredFor" | "publicSatisfied"): CloseOutCommand => ({
	type: "decideGate",
	gate: of,
	verdict: "yes",
	reason: "材料齐全属实",
	evidenceIds: [evidence],
});
const sign = (signer: string): CloseOutCommand => ({
	type: "signCloseOut",
	signer,
	name: "签字人",
	opinion: null,
});
const accept: CloseOutCommand = {
	type: "decideAcceptance",
	tier: "city",
	verdict: "pass",
	criteriaSet: "ah5",
	criteria: FORM,
	standard: null,
	opinion: "符合验收条件",
	supplements: [],
	supplementsDueOn: null,
};
const notice: CloseOutCommand = {
	type: "startNotice",
	noticeId: NoticeId.parse(newId()),
	start: day("2026-06-03"),
	channel: "市政府网站",
	contact: "市整改办 0000-5000000",
	completion: "制度已印发并执行",
};
const objection = ObjectionId.parse(newId());

/** From the approved plan to the published notice. */
async function noticed(): Promise<IssueDetail> {
	let issue = await working();
	on("2026-05-21");
	issue = await attach(issue, "issuedDocument");
	for (const { id } of issue.measures) {
		issue = await go(issue, [clerk, { type: "completeMeasure", measureId: id, evidenceIds: [evidence] }]);
	}
	on("2026-06-03");
	const siteCheck = {
		...{ id: SiteCheckId.parse(newId()), on: day("2026-06-03"), siteIds: [], finding: "done" as const },
		checkers: [
			{ name: "何川", unitId: null },
			{ name: "陆鸣", unitId: null },
		],
		...{ record: "查阅文件并抽查执行", evidenceIds: [] },
	};
	const discussion = {
		...{ body: "市整改工作领导小组", on: day("2026-06-03"), present: ["甲", "乙"] },
		...{ conclusion: "同意验收", agreed: true },
	};
	const mechanism = {
		...{ document: "管网巡查制度", issuer: "市生态环境局", on: day("2026-05-20") },
		...{ inForce: true, evidenceIds: [] },
	};
	return go(
		issue,
		[clerk, { type: "selfCheck", on: day("2026-06-03"), report: "制度已出台", evidenceIds: [evidence] }],
		[clerk, { type: "applyAcceptance", kind: "nonWorks", dossier: [] }],
		[cityOffice, { type: "recordSiteCheck", check: siteCheck }],
		[cityOffice, { type: "recordDiscussion", discussion }],
		[cityOffice, accept],
		[cityOffice, gate("foundOut")],
		[provOffice, gate("putRight")],
		[group, gate("answeredFor")],
		[acceptor, gate("publicSatisfied")],
		[clerk, { type: "recordMechanism", mechanism }],
		[
			clerk,
			{
				type: "recordScreening",
				result: { screened: 12, found: 1, opened: 1, summary: "排查排口", evidenceIds: [] },
			},
		],
		[cityOffice, notice],
	);
}

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
	expect(files[filePath]).toEqual(photo);
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
