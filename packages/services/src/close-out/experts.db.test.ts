import type { IssueCommand } from "@zhenggai/domain/issues";
import { type Actor, AssignmentId, EvidenceId, type PersonId, RegionCode } from "@zhenggai/domain/kernel";
import { expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { closingLedger, day } from "../testing/closing.ts";
import { newId, testServices } from "../testing/index.ts";
import { accepted, CITY, cityOffice, provOffice, rulesOf, run } from "../testing/ledger.ts";

const test = await testServices();
const { services } = test;
const { world, units, clerk, acceptor, on, go, working, attach } = await closingLedger(test);

const registered = async (name: string) =>
	accepted(
		await services.responsibilities.registerPerson(cityOffice, {
			...{ name, unitId: null, title: "研究员", phone: null },
		}),
	);
const account = (
	name: string,
	personId: PersonId | null,
	unitId: typeof units.cityEco | null = null,
): Actor => ({
	...{ kind: "person", userId: `expert-${name}`, personId, name, role: "expert" },
	...{ region: RegionCode.parse(CITY), unitId },
});
const [first, second] = [await registered("钱望舒"), await registered("孙行远")];
const [invited, other] = [account("钱望舒", first.id), account("孙行远", second.id)];
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);
const OPINION: IssueCommand = {
	type: "giveExpertOpinion",
	unit: "省环科院",
	noConflict: true,
	verdict: "agree",
	opinion: "工程质量合格",
};

async function applied() {
	let issue = await working();
	const evidence = EvidenceId.parse(newId());
	on("2026-05-21");
	issue = await attach(issue, "issuedDocument", evidence);
	for (const { id } of issue.measures) {
		issue = await go(issue, [clerk, { type: "completeMeasure", measureId: id, evidenceIds: [evidence] }]);
	}
	on("2026-06-03");
	const selfCheck = { on: day("2026-06-03"), report: "制度已出台", evidenceIds: [evidence] };
	return go(
		issue,
		[clerk, { type: "selfCheck", ...selfCheck }],
		[clerk, { type: "applyAcceptance", kind: "works", dossier: [] }],
	);
}

it("[close-out I41] [ACC-11] an expert sees what he was named for, finds it in his tray and speaks for himself", async () => {
	let issue = await applied();
	const issueId = issue.row.id;
	const tray = async (who: Actor) =>
		(await services.inTray.listInTray(who, { filter: {}, limit: 50 })).rows.map(({ kind }) => kind);
	const seen = async (who: Actor) =>
		(
			await services.issues.listIssues(who, { filter: {}, sort: "number", descending: false, limit: 50 })
		).items.map(({ id }) => id);
	expect(await seen(invited)).toEqual([]);
	expect(await codeOf(services.issues.getIssue(invited, issueId))).toBe("NOT_FOUND");

	const named = {
		role: "expert",
		kind: null,
		unitId: null,
		personId: first.id,
		from: day("2026-06-03"),
	} as const;
	const assignmentId = AssignmentId.parse(newId());
	issue = await go(issue, [
		cityOffice,
		{ type: "assignIssue", assignments: [{ id: assignmentId, ...named }], importId: null },
	]);
	expect(await seen(invited)).toEqual([issueId]);
	expect(await tray(invited)).toEqual(["ownOpinion"]);
	// Others see nothing of it, whatever they are otherwise.
	for (const who of [other, account("无名", null), account("同单位", null, units.cityEco)]) {
		expect(await codeOf(services.issues.getIssue(who, issueId))).not.toBeNull();
	}
	expect(await tray(other)).toEqual([]);
	expect(await codeOf(services.journal.listEvents(invited, issueId))).toBe("NOT_ALLOWED");
	expect(await codeOf(services.supervision.listUnitScores(invited, { limit: 5 }))).toBe("NOT_ALLOWED");

	for (const who of [cityOffice, provOffice, clerk, acceptor]) {
		expect(rulesOf(await run(world, who, issue, OPINION))).toEqual(["NOT_ALLOWED"]);
	}
	issue = accepted(await run(world, invited, issue, OPINION));
	expect(issue.closeOut.state.expertOpinions).toMatchObject([
		{ expert: "钱望舒", personId: first.id, verdict: "agree", by: { role: "expert" } },
	]);
	expect(await tray(invited)).toEqual([]);
	expect(rulesOf(await run(world, invited, issue, OPINION))).toEqual(["DONE_ALREADY"]);

	issue = await go(issue, [
		cityOffice,
		{ type: "endAssignment", assignmentId, until: day("2026-06-03"), reason: "验收组调整" },
	]);
	expect(await seen(invited)).toEqual([]);
});
