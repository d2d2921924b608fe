import { randomUUID } from "node:crypto";
import type { ReferralCommand, ReferralContent } from "@zhenggai/domain/accountability";
import { type Actor, IsoDate, ReferralId, Role } from "@zhenggai/domain/kernel";
import { readStream } from "@zhenggai/storage";
import { beforeAll, describe, expect, test } from "vitest";
import { newId, person, program, SYSTEM, testServices } from "../testing/index.ts";
import {
	accepted,
	assignment,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	OTHER_CITY,
	PROVINCE,
	provOffice,
	register,
	rulesOf,
	type World,
} from "../testing/ledger.ts";

const { services, database } = await testServices();
let world: World;
let issueId: ReferralContent["issueIds"][number];

const group = person("leadingGroup", CITY);
const discipline = person("discipline", CITY, null, "纪检干部甲");
const second = person("discipline", CITY, null, "纪检干部乙");
const above = person("discipline", PROVINCE);
const today = IsoDate.parse("2026-03-02");
const answer = { applies: "no", reason: "已核实并听取说明" } as const;

const content = (more: Partial<ReferralContent> = {}): ReferralContent => ({
	title: "虚报截污工程完工",
	issueIds: [issueId],
	failedOn: today,
	failureMode: "fakeDone",
	fraudKind: "false",
	facts: "上报已完工，现场核查尚未开工。",
	evidence: [],
	instrumentIds: [],
	documents: ["现场核查记录第3号"],
	subjects: [{ name: "沈岚", unitId: world.units.cityWater, title: "副局长" }],
	faultTolerance: { inexperience: answer, exploration: answer, goodIntent: answer, mitigation: null },
	...more,
});

/** Sends a command on the referral as the actor sees it. */
const send = async (actor: Actor, id: ReferralId, command: ReferralCommand, key?: string) => {
	const seen =
		command.type === "draftReferral" ? 0 : (await services.accountability.getReferral(actor, id)).row.version;
	return services.accountability.commandReferral(actor, id, command, {
		expectedVersion: seen,
		...(key === undefined ? {} : { idempotencyKey: key }),
	});
};
const drafting = (id: ReferralId, more: Partial<ReferralContent> = {}): ReferralCommand => ({
	type: "draftReferral",
	referralId: id,
	region: CITY,
	content: content(more),
});
const DECIDE: ReferralCommand = {
	type: "decideReferral",
	verdict: "refer",
	decidedBy: "组长 周衡",
	on: today,
	reason: "依规移送",
	document: null,
};
const RECEIVE: ReferralCommand = { type: "receiveReferral", organ: "青屏市纪委监委", on: today };
const OUTCOME: ReferralCommand = {
	type: "recordOutcome",
	conclusion: {
		result: "heldToAccount",
		consequences: [{ subject: 0, outcome: "admonition", fourForm: "first", on: today, document: null }],
		reason: "履职不力",
		organ: "青屏市纪委监委",
		decidedBy: "常委会",
		on: today,
	},
};
const APPEAL: ReferralCommand = { type: "recordAppeal", subject: 0, on: today, grounds: "已如实报告困难" };

async function concluded(): Promise<ReferralId> {
	const id = ReferralId.parse(newId());
	accepted(await send(cityOffice, id, drafting(id)));
	accepted(await send(cityOffice, id, { type: "submitReferral" }));
	accepted(await send(group, id, DECIDE));
	accepted(await send(discipline, id, RECEIVE));
	accepted(await send(discipline, id, OUTCOME));
	accepted(await send(discipline, id, APPEAL));
	return id;
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
	try {
		await work;
		return "known";
	} catch (thrown) {
		return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "thrown";
	}
};

beforeAll(async () => {
	world = await buildWorld(services);
	const issue = await register(world, {
		region: CITY,
		assignments: [
			assignment("lead", world.units.cityEco, "2026-02-01"),
			assignment("supervising", world.units.cityGov, "2026-02-01"),
		],
	});
	issueId = issue.row.id;
});

test("a case goes from the office over its leading group to the discipline organ and an appeal", async () => {
	const id = await concluded();
	const { row, outcome, submissions, names } = await services.accountability.getReferral(discipline, id);
	expect(row).toMatchObject({ state: "appealed", version: 6, regionName: "青屏市" });
	expect(outcome?.standing).toEqual([
		{ subject: 0, outcome: "admonition", fourForm: "first", on: today, document: null },
	]);
	expect(submissions[0]?.traces[0]?.links.map(({ part, detail }) => [part, detail])).toEqual([
		["answering", "lead"],
		["answering", "supervising"],
	]);
	expect(names[world.units.cityEco]).toBe("青屏市生态环境局");
	expect(await services.journal.verifyReferral(discipline, id)).toEqual({
		...{ whole: true, firstBroken: null, events: 6 },
	});
	expect(await codeOf(services.journal.verifyReferral(cityOffice, id))).toBe("NOT_ALLOWED");
	const decided = accepted(
		await send(second, id, {
			type: "decideAppeal",
			number: 1,
			verdict: "dismissed",
			reason: "维持",
			decidedBy: "复核组",
			on: today,
			consequences: [],
		}),
	);
	expect(decided.row.state).toBe("concluded");
	const history = await services.accountability.listReferralHistory(discipline, {
		referralId: id,
		limit: 50,
	});
	expect(history.items.map(({ type }) => type)).toEqual([
		"appealDecided",
		"appealRecorded",
		"outcomeRecorded",
		"referralReceived",
		"referralReferred",
		"referralSubmitted",
		"referralDrafted",
	]);
});

describe("who learns of a case", () => {
	const EVERYBODY: readonly (readonly [string, Actor])[] = [
		...Role.options.flatMap((role) =>
			[PROVINCE, CITY, OTHER_CITY, COUNTY].map(
				(region) => [`${role}@${region}`, person(role, region)] as const,
			),
		),
		["the server's jobs", SYSTEM],
		["nobody known", { kind: "anonymous" }],
		["a program of another office", program("provOffice", PROVINCE, ["read", "write"])],
	];
	const KNOWS: Readonly<Record<string, string>> = {
		[`cityOffice@${CITY}`]: "facts",
		[`countyOffice@${CITY}`]: "facts",
		[`provOffice@${CITY}`]: "facts",
		[`leadingGroup@${CITY}`]: "whole",
		[`discipline@${CITY}`]: "whole",
		[`discipline@${PROVINCE}`]: "whole",
	};

	test("page, list, history and every command say the same to every role", async () => {
		const id = await concluded();
		for (const [name, who] of EVERYBODY) {
			const expected = KNOWS[name] ?? "none";
			const page = await services.accountability.getReferral(who, id).catch(() => null);
			expect([name, page === null ? "none" : page.outcome === null ? "facts" : "whole"]).toEqual([
				name,
				expected,
			]);
			const list = await services.accountability
				.listReferrals(who, { filter: {}, limit: 50 })
				.catch(() => null);
			const listed = list?.items.find((row) => row.id === id);
			expect([name, listed !== undefined]).toEqual([name, expected !== "none"]);
			if (expected === "facts") expect(listed?.state).toBe("referred");
			const history = services.accountability.listReferralHistory(who, { referralId: id, limit: 50 });
			expect([name, (await codeOf(history)) === "known"]).toEqual([name, expected !== "none"]);
			if (expected !== "none" || who.kind === "anonymous") continue;
			const asked = services.accountability.commandReferral(who, id, RECEIVE, { expectedVersion: 6 });
			expect([name, await codeOf(asked)]).toEqual([name, "NOT_FOUND"]);
		}
	});

	test("a draft is its office's alone", async () => {
		const id = ReferralId.parse(newId());
		accepted(await send(cityOffice, id, drafting(id)));
		for (const who of [group, discipline, above, provOffice]) {
			expect(await codeOf(services.accountability.getReferral(who, id))).toBe("NOT_FOUND");
			const { items } = await services.accountability.listReferrals(who, { filter: {}, limit: 200 });
			expect(items.some((row) => row.id === id)).toBe(false);
		}
	});

	test("the office's page, filters and history end with the decision", async () => {
		const id = await concluded();
		const page = await services.accountability.getReferral(cityOffice, id);
		expect(page).toMatchObject({ row: { state: "referred", version: 3 }, outcome: null });
		expect(JSON.stringify(page)).not.toContain("纪委");
		const history = await services.accountability.listReferralHistory(cityOffice, {
			referralId: id,
			limit: 50,
		});
		expect(history.items.map(({ version }) => version)).toEqual([3, 2, 1]);
		const filtered = async (who: Actor, state: "referred" | "appealed") =>
			(
				await services.accountability.listReferrals(who, { filter: { states: [state] }, limit: 200 })
			).items.some((row) => row.id === id);
		expect(await filtered(cityOffice, "referred")).toBe(true);
		expect(await filtered(cityOffice, "appealed")).toBe(false);
		expect(await filtered(discipline, "appealed")).toBe(true);
		const late = await services.accountability.commandReferral(
			cityOffice,
			id,
			{ type: "withdrawReferral", reason: "撤回" },
			{ expectedVersion: 1 },
		);
		expect(late).toMatchObject({ ok: false, conflict: { currentVersion: 3 } });
		expect(late.ok ? [] : late.conflict?.changes.map(({ version }) => version)).toEqual([2, 3]);
	});

	test("the journal holds it without a region, and no live feed or journal of issues tells of it", async () => {
		const id = await concluded();
		const stream = await readStream(database, id);
		expect(stream.map(({ streamKind, region }) => [streamKind, region])).toEqual(
			Array.from({ length: 6 }, () => ["referral", null]),
		);
		const events = services.journal.listEvents(discipline, issueId);
		expect((await events).some(({ streamKind }) => streamKind === "referral")).toBe(false);
		const found = await services.issues.listIssues(provOffice, {
			filter: { text: "虚报截污工程" },
			sort: "number",
			descending: false,
			limit: 10,
		});
		expect(found.items).toEqual([]);
	});
});

test("nothing is done by a program or a job, and a repeated request counts once", async () => {
	const id = ReferralId.parse(newId());
	const key = randomUUID();
	const first = accepted(await send(cityOffice, id, drafting(id), key));
	const again = accepted(await send(cityOffice, id, drafting(id), key));
	expect(again.row).toEqual(first.row);
	const robot = program("cityOffice", CITY, ["read", "write"]);
	expect(rulesOf(await send(robot, id, { type: "submitReferral" }))).toEqual(["RSP-03"]);
	const withOffice = { expectedVersion: 0 };
	const other = ReferralId.parse(newId());
	expect(
		rulesOf(await services.accountability.commandReferral(SYSTEM, other, drafting(other), withOffice)),
	).toContain("NOT_ALLOWED");
});

test("an incomplete case is not submitted; what it names has to be there", async () => {
	const id = ReferralId.parse(newId());
	accepted(await send(cityOffice, id, drafting(id, { facts: "", documents: [] })));
	expect(rulesOf(await send(cityOffice, id, { type: "submitReferral" }))).toEqual(["RSP-02", "RSP-02"]);
	const foreign = await register(world, { region: OTHER_CITY });
	const another = ReferralId.parse(newId());
	expect(rulesOf(await send(cityOffice, another, drafting(another, { issueIds: [foreign.row.id] })))).toEqual(
		["UNKNOWN_REFERENCE"],
	);
});

test("the list is read page by page, the newest draft first", async () => {
	const all = await services.accountability.listReferrals(discipline, { filter: {}, limit: 200 });
	const seen: string[] = [];
	let cursor: string | undefined;
	do {
		const page = await services.accountability.listReferrals(discipline, {
			filter: { issueId },
			limit: 2,
			...(cursor === undefined ? {} : { cursor }),
		});
		seen.push(...page.items.map(({ id }) => id));
		cursor = page.nextCursor ?? undefined;
	} while (cursor !== undefined);
	expect(seen).toEqual(all.items.map(({ id }) => id));
	expect(seen.length).toBeGreaterThan(2);
});
