import { ObjectionNumber, objectionNumberOf, REGISTERED_AUTHOR } from "@zhenggai/domain/close-out";
import { type Actor, NoticeId, ObjectionId } from "@zhenggai/domain/kernel";
import { beforeAll, expect, it } from "vitest";
import { createServices } from "../create-services.ts";
import { ServiceError } from "../errors.ts";
import { closingLedger, day } from "../testing/closing.ts";
import { newId, person, SYSTEM, testServices } from "../testing/index.ts";
import {
	accepted,
	CITY,
	cityOffice,
	otherCity,
	PROVINCE,
	provOffice,
	rulesOf,
	run,
} from "../testing/ledger.ts";

const test = await testServices();
const { services, database, dependencies } = test;
const { world, clerk, on, go, noticed, filed } = await closingLedger(test);
const ANYBODY: Actor = { kind: "anonymous" };
const citizen = person("public", PROVINCE);
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);

let issue = await noticed();
const { issueId, noticeId } = { issueId: issue.row.id, noticeId: noticeOf() };
function noticeOf(): NoticeId {
	const id = issue.closeOut.state.notices[0]?.id;
	if (id === undefined) throw new Error("no notice runs");
	return id;
}
const CONTACT = { name: "何川", reach: "13912345678" };
const objection = (more: object = {}) => ({
	...{ issueId, noticeId, objectionId: ObjectionId.parse(newId()) },
	...{ text: "夜间仍有异味，请到现场核实，联系13912345678", contact: CONTACT, ...more },
});
const put = (address: string, more: object = {}, who: Actor = ANYBODY) =>
	services.closeOut.objectPublicly(who, objection(more), address);

beforeAll(() => on("2026-06-05"));

it("anybody reads what a running notice publishes, and nothing else of the issue", async () => {
	const { items } = await services.closeOut.listPublicNotices(ANYBODY, { limit: 20 });
	expect(items).toMatchObject([
		{ issueId, noticeId, regionName: "青屏市", start: "2026-06-03", end: "2026-06-16" },
	]);
	const [notice] = items;
	expect(Object.keys(notice ?? {}).toSorted()).toEqual(
		[
			...["channel", "completion", "contact", "deadline", "end", "goal", "issueId", "measures", "noticeId"],
			...["region", "regionName", "responsibleUnits", "start", "statement"],
		].toSorted(),
	);
	expect(notice?.responsibleUnits).toEqual(["青屏市生态环境局"]);
	// Names of people, checkers, opinions and evidence never leave the office.
	const text = JSON.stringify(items);
	for (const inner of ["沈知远", "何川", "陆鸣", "印发文件", "同意验收", "符合验收条件"]) {
		expect(text).not.toContain(inner);
	}
	expect(await services.closeOut.getPublicNotice(citizen, { issueId, noticeId })).toEqual(notice);
	const other = { issueId, noticeId: NoticeId.parse(newId()) };
	expect(await codeOf(services.closeOut.getPublicNotice(ANYBODY, other))).toBe("NOT_FOUND");
	expect(
		(await services.closeOut.listPublicNotices(ANYBODY, { limit: 20, region: PROVINCE })).items,
	).toHaveLength(1);
	// The ledger itself stays shut.
	for (const who of [ANYBODY, citizen]) {
		expect(await codeOf(services.issues.getIssue(who, issueId))).not.toBeNull();
		expect(
			await codeOf(services.closeOut.listClosing(who, { list: "publicNotice", limit: 5 })),
		).not.toBeNull();
		expect(await codeOf(services.closeOut.archiveOf(who, issueId))).not.toBeNull();
	}
});

it("where the server is not configured for it, people without an account see nothing", async () => {
	const shut = createServices({ ...dependencies, publicAccess: false }).closeOut;
	expect(await shut.getPublicDesk()).toEqual({ open: false });
	expect(await services.closeOut.getPublicDesk()).toEqual({ open: true });
	expect(await codeOf(shut.listPublicNotices(ANYBODY, { limit: 5 }))).toBe("NOT_SIGNED_IN");
	expect(await codeOf(shut.listPublicResults(ANYBODY, { limit: 5 }))).toBe("NOT_SIGNED_IN");
	expect(await codeOf(shut.objectPublicly(ANYBODY, objection(), "10.0.0.9"))).toBe("NOT_SIGNED_IN");
	expect((await shut.listPublicNotices(citizen, { limit: 5 })).items).toHaveLength(1);
});

it("an objection blocks the notice as any other, and its contact is sealed apart from it", async () => {
	const asked = objection();
	const receipt = accepted(await services.closeOut.objectPublicly(ANYBODY, asked, "10.0.0.1"));
	expect(receipt).toMatchObject({ objectionId: asked.objectionId });
	// The same again is the same objection.
	expect(accepted(await services.closeOut.objectPublicly(ANYBODY, asked, "10.0.0.1"))).toEqual(receipt);
	issue = await services.issues.getIssue(cityOffice, issueId);
	expect(issue.closeOut.state.notices[0]?.objections).toMatchObject([
		{ id: asked.objectionId, from: "公众（网上提交，联系方式已封存）", answer: null },
	]);
	on("2026-06-17");
	expect(rulesOf(await run(world, cityOffice, issue, { type: "endNotice" }))).toEqual(["PUB-03"]);
	on("2026-06-05");
	const everything = JSON.stringify([
		issue,
		await services.journal.listEvents(provOffice, issueId),
		(await database.pool.query("SELECT * FROM ledger.objection_contact")).rows,
		(await database.pool.query("SELECT * FROM ledger.issue")).rows,
	]);
	expect(everything).not.toContain(CONTACT.reach);
	expect(everything).toContain("夜间仍有异味");

	const read = (who: Actor) => services.closeOut.readObjectionContact(who, issueId, asked.objectionId);
	expect(await read(cityOffice)).toEqual(CONTACT);
	for (const who of [clerk, otherCity, citizen, ANYBODY, SYSTEM, person("auditor", PROVINCE)]) {
		expect(await codeOf(read(who))).not.toBeNull();
	}
	const { rows } = await database.pool.query<{ actor: { name: string }; type: string }>(
		"SELECT actor, type FROM journal.event WHERE stream_id = $1",
		[asked.objectionId],
	);
	expect(rows).toMatchObject([{ type: "contactRead", actor: { region: CITY } }]);
	const nameless = accepted(await put("10.0.0.2", { contact: null }));
	expect(
		await codeOf(services.closeOut.readObjectionContact(cityOffice, issueId, nameless.objectionId)),
	).toBe("NOT_FOUND");
	const otherKey = createServices({ ...dependencies, vault: { seal: (text) => text, open: () => null } });
	expect(await codeOf(otherKey.closeOut.readObjectionContact(cityOffice, issueId, asked.objectionId))).toBe(
		"UNAVAILABLE",
	);
});

it("the same number with other words is a conflict: what is here stays, and the other words are sent under a number of their own", async () => {
	const asked = objection({ text: "围挡外仍有积水，请核实" });
	const receipt = accepted(await services.closeOut.objectPublicly(ANYBODY, asked, "10.0.1.1"));
	const again = (more: object) =>
		services.closeOut.objectPublicly(ANYBODY, { ...asked, ...more }, "10.0.1.2");
	expect(await codeOf(again({ text: "围挡外仍有积水，且有异味" }))).toBe("CONFLICT");
	expect(await codeOf(again({ contact: { ...CONTACT, reach: "13912345679" } }))).toBe("CONFLICT");
	expect(await codeOf(again({ contact: null }))).toBe("CONFLICT");
	const held = async () =>
		(await services.issues.getIssue(cityOffice, issueId)).closeOut.state.notices
			.flatMap(({ objections }) => objections)
			.filter(({ id }) => id === asked.objectionId);
	expect(await held()).toMatchObject([{ text: "围挡外仍有积水，请核实" }]);
	expect(await services.closeOut.readObjectionContact(cityOffice, issueId, asked.objectionId)).toEqual(
		CONTACT,
	);
	expect(accepted(await again({}))).toEqual(receipt);
	// A number that somebody was given is nobody else's, whatever the rest of the id.
	const tail = asked.objectionId.slice(-12);
	const other = ObjectionId.parse(`${newId().slice(0, -12)}${tail}`);
	expect(await codeOf(again({ objectionId: other }))).toBe("CONFLICT");
});

it("whoever has the number of an objection reads what became of it, and nothing about anybody", async () => {
	const asked = objection({ text: "三号口门雨后仍有污水" });
	accepted(await services.closeOut.objectPublicly(ANYBODY, asked, "10.0.2.1"));
	const number = objectionNumberOf(asked.objectionId);
	const told = (who: Actor = ANYBODY, address = "10.0.2.2") =>
		services.closeOut.lookUpObjection(who, ObjectionNumber.parse(number.toLowerCase()), address);
	expect(await told()).toEqual({
		...{ number, regionName: "青屏市", on: "2026-06-05", answerDueOn: "2026-06-22", asOf: "2026-06-05" },
		...{ standing: "waiting", late: false, answer: null },
	});
	issue = await services.issues.getIssue(cityOffice, issueId);
	const answering = { verdict: "dismissed", text: "已到现场核实，系雨水口" } as const;
	issue = accepted(
		await run(world, cityOffice, issue, {
			...{ type: "answerObjection", objectionId: asked.objectionId, ...answering },
		}),
	);
	const answered = await told(citizen);
	expect(answered).toMatchObject({
		...{ standing: "dismissed", answer: { on: "2026-06-05", text: answering.text } },
	});
	const inner = ["三号口门", CONTACT.name, CONTACT.reach, issueId, "沈知远"];
	for (const secret of inner) expect(JSON.stringify(answered)).not.toContain(secret);
	const nobodys = ObjectionNumber.parse("0123-4567-89ab");
	expect(await codeOf(services.closeOut.lookUpObjection(ANYBODY, nobodys, "10.0.2.3"))).toBe("NOT_FOUND");
	const shut = createServices({ ...dependencies, publicAccess: false }).closeOut;
	expect(await codeOf(shut.lookUpObjection(ANYBODY, nobodys, "10.0.2.4"))).toBe("NOT_SIGNED_IN");
	for (let n = 0; n < 60; n++) await codeOf(told(ANYBODY, "10.0.2.5"));
	expect(await codeOf(told(ANYBODY, "10.0.2.5"))).toBe("TOO_MANY");
});

it("one address puts in only so many, and nothing about what is no running notice", async () => {
	for (let n = 0; n < 5; n++) accepted(await put("10.0.0.3"));
	expect(await codeOf(put("10.0.0.3"))).toBe("TOO_MANY");
	accepted(await put("10.0.0.4", {}, citizen));
	for (const more of [{ noticeId: NoticeId.parse(newId()) }, { issueId: newId() }]) {
		expect(await codeOf(put("10.0.0.5", more))).toBe("NOT_FOUND");
	}
	on("2026-06-06");
	accepted(await put("10.0.0.3"));
	on("2026-06-05");
});

it("a flood about nothing from many addresses shuts out nobody who has something to say", async () => {
	on("2026-06-07");
	for (let n = 0; n < 200; n++) {
		expect(await codeOf(put(`10.1.0.${n}`, { issueId: newId() }))).toBe("NOT_FOUND");
	}
	accepted(await put("10.0.0.6"));
	on("2026-06-05");
});

it("a close-out is for the public once its result is published", async () => {
	let other = await go(await filed(await noticed()), [
		provOffice,
		{ type: "receiveFiling", verdict: "accepted", reason: null },
	]);
	expect((await services.closeOut.listPublicResults(ANYBODY, { limit: 5 })).items).toEqual([]);
	other = await go(other, [
		cityOffice,
		{ type: "publishResult", on: day("2026-06-17"), channel: "市政府网站" },
	]);
	const { items } = await services.closeOut.listPublicResults(ANYBODY, { limit: 5 });
	expect(items).toEqual([
		{
			...{ region: CITY, regionName: "青屏市", statement: other.statement, closedOn: "2026-06-17" },
			...{ publishedOn: "2026-06-17", channel: "市政府网站", acceptedBy: ["city"] },
			responsibleUnits: ["青屏市生态环境局"],
		},
	]);
	expect(await codeOf(put("10.0.0.7", { issueId: other.row.id }))).toBe("NOT_FOUND");
});

it("[close-out I40] [PUB-03] who objected by letter or call is sealed as well, for the offices that answer", async () => {
	let letter = await noticed();
	on("2026-06-05");
	const objectionId = ObjectionId.parse(newId());
	const from = "沿河居民何某 13800001111";
	letter = accepted(
		await run(world, cityOffice, letter, {
			...{ type: "registerObjection", objectionId, from, on: day("2026-06-05") },
			text: "雨后仍有异味；请致电１３８００００１１１１。",
		}),
	);
	expect(letter.closeOut.state.notices[0]?.objections).toMatchObject([
		{ id: objectionId, from: REGISTERED_AUTHOR, text: "雨后仍有异味；请致电〔已隐去〕。" },
	]);
	const known = JSON.stringify([
		await services.issues.getIssue(clerk, letter.row.id),
		await services.journal.listEvents(provOffice, letter.row.id),
		await services.issues.listHistory(clerk, { issueId: letter.row.id, limit: 50 }),
		await services.closeOut.listClosing(cityOffice, { list: "objections", limit: 50 }),
		(await database.pool.query("SELECT * FROM ledger.issue")).rows,
		(await database.pool.query("SELECT * FROM ledger.objection_contact")).rows,
	]);
	for (const secret of ["何某", "13800001111", "１３８００００１１１１"]) expect(known).not.toContain(secret);
	const read = (who: Actor) => services.closeOut.readObjectionContact(who, letter.row.id, objectionId);
	expect(await read(cityOffice)).toEqual({ name: from, reach: "" });
	for (const who of [clerk, otherCity, citizen, ANYBODY]) expect(await codeOf(read(who))).not.toBeNull();
});
