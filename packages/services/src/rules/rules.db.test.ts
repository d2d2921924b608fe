import { catalogue } from "@zhenggai/domain/catalogue";
import { IsoDate } from "@zhenggai/domain/kernel";
import { expect, it } from "vitest";
import { person, testServices } from "../testing/index.ts";
import { buildWorld, cityOffice, otherCity, PROVINCE, register } from "../testing/ledger.ts";

const { services, database } = await testServices();
const world = await buildWorld(services);

it("lists the catalogue and the rule sets to whoever works here", async () => {
	const rules = await services.rules.listRules(cityOffice);
	expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(["PLAN-01", "DL-05", "DATA-01"]));
	const listed = rules.find(({ id }) => id === "DL-06");
	expect(listed).toMatchObject({ severity: "warn", values: { bufferDays: { v: 60, src: "D" } } });
	expect(listed?.tests).toBeUndefined();
	const withTests = await services.rules.listRules(cityOffice, { tests: true });
	expect(withTests.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
	expect(withTests.filter(({ tests = [] }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
	expect((await services.rules.listRuleSets(cityOffice)).map(({ id }) => id)).toContain("base");
	await expect(services.rules.listRules(person("public", PROVINCE))).rejects.toMatchObject({
		code: "NOT_ALLOWED",
	});
	await expect(services.rules.listRuleSets({ kind: "anonymous" })).rejects.toMatchObject({
		code: "NOT_SIGNED_IN",
	});
});

it("checks an issue of the actor's region on any day", async () => {
	const issue = await register(world);
	const rulesOn = async (day?: IsoDate) =>
		(await services.rules.checkIssue(cityOffice, issue.row.id, day)).map(({ rule }) => rule);
	expect(await rulesOn()).toContain("PLAN-01");
	expect(await rulesOn(IsoDate.parse("2027-02-01"))).not.toEqual(await rulesOn());
	await expect(services.rules.checkIssue(otherCity, issue.row.id)).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
});

it("tells where the journal of an issue was tampered with", async () => {
	const issue = await register(world);
	expect(await services.journal.verifyIssue(cityOffice, issue.row.id)).toMatchObject({ whole: true });
	const stream = [issue.row.id];
	await database.pool.query("ALTER TABLE journal.event DISABLE TRIGGER event_append_only");
	await database.pool.query(
		"UPDATE journal.event SET payload = replace(payload::text, 'sewageWaste', 'lake')::json WHERE stream_id = $1",
		stream,
	);
	await database.pool.query("ALTER TABLE journal.event ENABLE TRIGGER event_append_only");
	expect(await services.journal.verifyIssue(cityOffice, issue.row.id)).toEqual({
		whole: false,
		firstBroken: 1,
		events: 1,
	});
	await expect(services.journal.listEvents(otherCity, issue.row.id)).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
	await expect(
		services.journal.listEvents(person("enterprise", PROVINCE), issue.row.id),
	).rejects.toMatchObject({
		code: "NOT_ALLOWED",
	});
});
