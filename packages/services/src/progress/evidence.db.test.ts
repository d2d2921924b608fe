import { createHash } from "node:crypto";
import type { IssueCommand, IssueDetail } from "@zhenggai/domain/issues";
import { EvidenceId, IsoDate, officialCalendar } from "@zhenggai/domain/kernel";
import { periodOf } from "@zhenggai/domain/progress";
import { describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { newId, person, TEST_FILE_LIMIT, testServices } from "../testing/index.ts";
import {
	accepted,
	assignment,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	otherCity,
	provOffice,
	register,
	rulesOf,
	run,
} from "../testing/ledger.ts";
import { jpegPhoto } from "../testing/photo.ts";

const { services } = await testServices();
const world = await buildWorld(services);
const { units } = world;
const unit = person("leadUnit", CITY, units.cityEco);
const otherUnit = person("leadUnit", COUNTY, units.countyGov);

type Attach = Extract<IssueCommand, { type: "attachEvidence" }>;

const attach = (sha256: string, more: Partial<Attach["evidence"]> = {}): Attach => ({
	type: "attachEvidence",
	evidence: {
		id: EvidenceId.parse(newId()),
		kind: "photoAfter",
		name: "整改后.jpg",
		sha256,
		measureId: null,
		siteId: null,
		goalId: null,
		effectiveOn: null,
		laboratory: null,
		meetsStandard: null,
		note: null,
		...more,
	},
});

async function* one(bytes: Uint8Array) {
	yield bytes.subarray(0, 5);
	yield bytes.subarray(5);
}
const errorOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const store = (issue: IssueDetail, bytes: Uint8Array, actor = unit) =>
	services.progress.storeEvidence(actor, issue.row.id, one(bytes));

/** An issue that is assigned to the city's unit. */
const assigned = async () =>
	register(world, {
		assignments: [assignment("lead", units.cityEco), assignment("supervising", units.provinceEco)],
	});

describe("an evidence file", () => {
	it("is kept, attached and read back by those who may see the issue", async () => {
		const issue = await assigned();
		const photo = jpegPhoto("2026:02:20 10:11:12", [105.25, 33.5]);
		const file = await store(issue, photo);
		expect(file).toMatchObject({
			...{ sha256: hashOf(photo), bytes: photo.length, mediaType: "image/jpeg" },
			takenAt: "2026-02-20T02:11:12.000Z",
		});
		const command = attach(file.sha256);
		const next = accepted(await run(world, unit, issue, command));
		const held = next.progress.evidence[0];
		expect(held).toMatchObject({ ...file, name: "整改后.jpg", withdrawn: null });
		const opened = await services.progress.openEvidence(provOffice, issue.row.id, command.evidence.id);
		expect(opened).toMatchObject({ name: "整改后.jpg", mediaType: "image/jpeg", bytes: photo.length });
		expect(new Uint8Array(await new Response(opened.stream).arrayBuffer())).toEqual(photo);
		const open = (actor: typeof unit) =>
			services.progress.openEvidence(actor, issue.row.id, command.evidence.id);
		expect(await errorOf(open(otherCity))).toBe("NOT_FOUND");
		expect(await errorOf(services.progress.openEvidence(unit, issue.row.id, EvidenceId.parse(newId())))).toBe(
			"NOT_FOUND",
		);
	});

	it("is taken only from those who may add evidence, and not beyond its size", async () => {
		const issue = await assigned();
		const bytes = jpegPhoto("2026:02:21 10:00:00", null);
		expect(await errorOf(store(issue, bytes, otherCity))).toBe("NOT_FOUND");
		expect(await errorOf(store(issue, bytes, person("auditor", CITY)))).toBe("NOT_ALLOWED");
		expect(await errorOf(store(issue, bytes, person("leadUnit", CITY, units.cityWater)))).not.toBeNull();
		expect(await errorOf(store(issue, new Uint8Array(TEST_FILE_LIMIT + 1)))).toBe("TOO_LARGE");
		expect(await errorOf(store(issue, new Uint8Array()))).toBe("BAD_INPUT");
		expect(rulesOf(await run(world, unit, issue, attach(hashOf(bytes))))).toEqual(["EV-02"]);
	});

	it("can be attached only where it was uploaded: a hash alone gives nobody the file", async () => {
		const [mine, theirs] = [
			await assigned(),
			await register(world, {
				region: COUNTY,
				assignments: [assignment("lead", units.countyGov), assignment("supervising", units.cityEco)],
			}),
		];
		const { sha256 } = await store(mine, jpegPhoto("2026:02:22 10:00:00", null));
		expect(rulesOf(await run(world, otherUnit, theirs, attach(sha256)))).toEqual(["EV-02"]);
	});

	it("is not lost by a conflict: regression, evidence uploaded during a conflict", async () => {
		const issue = await assigned();
		const { sha256 } = await store(issue, jpegPhoto("2026:02:23 10:00:00", null));
		accepted(await run(world, cityOffice, issue, { type: "setForecast", forecast: "likely", reason: null }));
		const command = attach(sha256);
		const conflicted = await run(world, unit, issue, command);
		expect(conflicted.ok ? null : conflicted.conflict?.currentVersion).toBe(issue.row.version + 1);
		const retried = accepted(
			await services.issues.commandIssue(unit, issue.row.id, command, {
				expectedVersion: issue.row.version + 1,
			}),
		);
		expect(retried.progress.evidence.map(({ sha256: of }) => of)).toEqual([sha256]);
		const opened = await services.progress.openEvidence(unit, issue.row.id, command.evidence.id);
		expect(hashOf(new Uint8Array(await new Response(opened.stream).arrayBuffer()))).toBe(sha256);
	});
});

describe("EV-03", () => {
	it("finds the same bytes in another issue by the index, while they stand as evidence there", async () => {
		const photo = jpegPhoto("2026:02:24 10:00:00", null);
		const first = await assigned();
		const second = await assigned();
		const third = await assigned();
		const command = attach((await store(first, photo)).sha256);
		const shown = accepted(await run(world, unit, first, command));
		expect(shown.progress.doubts).toEqual([]);
		await store(second, photo);
		const doubted = accepted(await run(world, unit, second, attach(hashOf(photo))));
		expect(doubted.progress.doubts.map(({ rule }) => rule)).toEqual(["EV-03"]);
		expect(doubted.progress.doubts[0]?.message.zh).toContain(first.mandates[0]?.number ?? "?");
		const withdraw = (issue: IssueDetail) => ({
			type: "withdrawEvidence" as const,
			evidenceId: issue.progress.evidence[0]?.id ?? command.evidence.id,
			reason: "误传",
		});
		accepted(await run(world, unit, shown, withdraw(shown)));
		accepted(await run(world, unit, doubted, withdraw(doubted)));
		await store(third, photo);
		const clean = accepted(await run(world, unit, third, attach(hashOf(photo))));
		expect(clean.progress.doubts).toEqual([]);
	});
});

describe("the form of a cycle", () => {
	it("is given to those who may see the issue", async () => {
		const issue = await assigned();
		const cycle = periodOf("month", IsoDate.parse("2026-03-02"), 25, officialCalendar());
		accepted(await run(world, cityOffice, issue, { type: "openReportingCycle", cycle }));
		const form = await services.progress.getReportForm(unit, issue.row.id, "2026-03");
		expect(form).toMatchObject({ cycle, previous: null, content: { progress: null } });
		expect(await errorOf(services.progress.getReportForm(otherCity, issue.row.id, "2026-03"))).toBe(
			"NOT_FOUND",
		);
		expect(await errorOf(services.progress.getReportForm(countyOffice, issue.row.id, "2026-04"))).toBe(
			"NOT_FOUND",
		);
	});
});

describe("a rehearsal", () => {
	it("says which doubts would be raised and what would be refused, and writes nothing", async () => {
		const photo = jpegPhoto("2026:02:25 10:00:00", null);
		const shown = await assigned();
		accepted(await run(world, unit, shown, attach((await store(shown, photo)).sha256)));
		const issue = await assigned();
		const { sha256 } = await store(issue, photo);
		const later = IsoDate.parse("2099-01-01");
		const file = attach(sha256);
		const visit = (evidenceId: string): IssueCommand & { type: "withdrawEvidence" } => ({
			...{ type: "withdrawEvidence", evidenceId: EvidenceId.parse(evidenceId), reason: "误传" },
		});
		const told = await services.progress.rehearseProgress(unit, issue.row.id, [
			{ ...file, evidence: { ...file.evidence, effectiveOn: later } },
			file,
			// Stands on what came before it.
			visit(file.evidence.id),
			visit(newId()),
		]);
		expect(told.doubts.map(({ rule, evidenceId }) => [rule, evidenceId])).toEqual([
			["EV-03", file.evidence.id],
		]);
		expect(told.refused.map(({ at, refusals }) => [at, refusals[0]?.field])).toEqual([
			[0, "evidence.effectiveOn"],
			[3, "evidenceId"],
		]);
		const after = await services.issues.getIssue(unit, issue.row.id);
		expect([after.row.version, after.progress.evidence]).toEqual([issue.row.version, []]);
		const elsewhere = services.progress.rehearseProgress(otherCity, issue.row.id, [file]);
		expect(await errorOf(elsewhere)).toBe("NOT_FOUND");
		expect(await services.progress.getUploadLimit()).toEqual({ bytes: TEST_FILE_LIMIT });
	});
});
