import type { IssueChange, IssueFilter } from "@zhenggai/domain/issues";
import { JournalCursor } from "@zhenggai/domain/journal";
import type { Actor } from "@zhenggai/domain/kernel";
import { afterEach, describe, expect, it } from "vitest";
import { person, testServices } from "../testing/index.ts";
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
	run,
} from "../testing/ledger.ts";

const { services, another } = await testServices();
const world = await buildWorld(services);
const stops: AbortController[] = [];

afterEach(() => {
	for (const stop of stops.splice(0)) stop.abort();
});

/** Follows the ledger and keeps what comes. */
function follow(actor: Actor, after: JournalCursor, filter?: IssueFilter, of = services) {
	const stop = new AbortController();
	stops.push(stop);
	const seen: IssueChange[] = [];
	const done = (async () => {
		for await (const change of of.issues.watchIssues(actor, { after, filter }, stop.signal))
			seen.push(change);
	})();
	const until = async (enough: () => boolean) => {
		const deadline = Date.now() + 8000;
		while (!enough()) {
			if (Date.now() > deadline)
				throw new Error(`nothing more came: ${JSON.stringify(seen.map(({ types }) => types))}`);
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
	};
	return { seen, stop, done, until };
}

const liveFrom = async (actor: Actor = provOffice) =>
	(await services.issues.listIssues(actor, { filter: {}, sort: "due", descending: false, limit: 1 }))
		.liveFrom;

const remark = (text: string) =>
	({ type: "amendIssue", changes: { remarks: text }, reason: "更正备注", importId: null }) as const;

describe("watchIssues", () => {
	it("continues a page without a gap, also from another node", async () => {
		const from = await liveFrom();
		const issue = await register(world);
		const other = await another();
		const [here, there] = [follow(provOffice, from), follow(provOffice, from, undefined, other)];
		accepted(await run(world, cityOffice, issue, remark("一")));
		for (const { seen, until } of [here, there]) {
			await until(() => seen.at(-1)?.version === 2);
			expect(new Set(seen.map(({ issueId }) => issueId))).toEqual(new Set([issue.row.id]));
			expect(seen.at(-1)?.row?.remarks).toBe("一");
			expect(seen.flatMap(({ types }) => types)).toEqual(["issueRegistered", "issueAmended"]);
		}
	});

	it("tells nobody of another region, and the own one of everything below", async () => {
		const from = await liveFrom();
		const [mine, theirs] = [follow(countyOffice, from), follow(otherCity, from)];
		const issue = await register(world, { region: COUNTY });
		await register(world, { region: CITY });
		const last = await register(world, { region: COUNTY });
		await mine.until(() => mine.seen.some(({ issueId }) => issueId === last.row.id));
		expect(mine.seen.map(({ issueId }) => issueId)).toEqual([issue.row.id, last.row.id]);
		expect(theirs.seen).toEqual([]);
	});

	it("takes an issue out of a filtered list that it leaves", async () => {
		const from = await liveFrom();
		const { seen, until } = follow(cityOffice, from, { states: ["registered"] });
		const issue = await register(world);
		await until(() => seen.length === 1);
		expect(seen[0]?.row?.id).toBe(issue.row.id);
		accepted(
			await run(world, cityOffice, issue, {
				type: "assignIssue",
				assignments: [
					assignment("lead", world.units.cityEco),
					assignment("supervising", world.units.provinceEco),
				],
				importId: null,
			}),
		);
		await until(() => seen.length === 2);
		expect(seen[1]).toMatchObject({ issueId: issue.row.id, row: null, version: 2, by: "cityOffice 680100" });
	});

	it("tells an enterprise of its own issues only", async () => {
		const from = await liveFrom();
		const enterprise = person("enterprise", CITY, world.units.cityWater);
		const { seen, until } = follow(enterprise, from);
		await register(world);
		const issue = await register(world);
		const next = accepted(
			await run(world, cityOffice, issue, {
				type: "assignIssue",
				assignments: [assignment("responsible", world.units.cityWater)],
				importId: null,
			}),
		);
		await until(() => seen.length === 1);
		expect(seen[0]?.issueId).toBe(issue.row.id);
		const [held] = next.assignments;
		if (held === undefined) throw new Error("not assigned");
		accepted(
			await run(world, cityOffice, next, {
				type: "endAssignment",
				assignmentId: held.id,
				until: held.from,
				reason: "改由他人承担",
			}),
		);
		await until(() => seen.length === 2);
		expect(seen[1]?.row).toBeNull();
	});

	it("goes on after any cursor it gave", async () => {
		const from = await liveFrom();
		const issues = [await register(world), await register(world), await register(world)];
		const first = follow(provOffice, from);
		await first.until(() => first.seen.length === 3);
		const middle = first.seen[1];
		if (middle === undefined) throw new Error("no change");
		const second = follow(provOffice, middle.cursor);
		await second.until(() => second.seen.length === 1);
		expect(second.seen[0]?.issueId).toBe(issues[2]?.row.id);
	});

	it("ends when it is aborted, and says when a position is of another journal", async () => {
		const { stop, done } = follow(provOffice, await liveFrom());
		stop.abort();
		await done;
		const lost = follow(provOffice, JournalCursor.parse("99999999999:1"));
		await expect(lost.done).rejects.toMatchObject({ code: "BAD_INPUT" });
	});

	it("is not for the anonymous", async () => {
		const { done } = follow({ kind: "anonymous" }, await liveFrom());
		await expect(done).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
	});
});
