import fc from "fast-check";
import { expect, test } from "vitest";
import { ImportId } from "../kernel/index.ts";
import { IssueCommand } from "./commands.ts";
import { diffIssue, type ImportAct } from "./import-diff.ts";
import { matchProposal } from "./import-proposal.ts";
import type { ProposedIssue } from "./proposal.ts";
import type { Issue } from "./schema.ts";
import { lookup, proposal, reading, resolution } from "./testing/arbitrary-proposals.ts";
import {
	CITY,
	contextOf,
	day,
	INSPECTION,
	issueId,
	LEAD,
	measure,
	OFFICE,
	run,
	TODAY,
	uuid,
	WORKER,
} from "./testing.ts";

let next = 1000;
const act = (n: number): ImportAct & { issueId: ReturnType<typeof issueId> } => ({
	importId: ImportId.parse(uuid(n, 9)),
	inspectionId: INSPECTION,
	region: CITY,
	tier: "city",
	parentId: null,
	document: { name: `整改方案第${n}版`, sha256: null },
	assignedFrom: day("2026-01-05"),
	asOf: TODAY,
	newId: () => uuid(next++, 8),
	issueId: issueId(1),
});

/** Brings a proposal onto the ledger through the decider; every command must be sound and accepted. */
function applied(proposed: ProposedIssue, ledger: Issue | null, edition: number): Issue {
	const { commands } = diffIssue(proposed, ledger, resolution, lookup, act(edition));
	const context = contextOf(OFFICE, { importing: true });
	return (
		commands.reduce<Issue | null>((state, command) => {
			return run(state, IssueCommand.parse(command), context).state;
		}, ledger) ?? emptyLedger()
	);
}
const emptyLedger = (): never => {
	throw new Error("nothing was registered");
};

const RUNS = { numRuns: 300 };

test("[issues I21] a document that was imported proposes nothing when it is imported again", () => {
	fc.assert(
		fc.property(proposal("i1"), (proposed) => {
			const ledger = applied(proposed, null, 1);
			const again = diffIssue(proposed, ledger, resolution, lookup, act(2));
			expect(again).toEqual({ kind: "same", differences: [], commands: [], undecided: [] });
		}),
		RUNS,
	);
});

test("[issues I21] a corrected edition proposes its differences, and then nothing", () => {
	fc.assert(
		fc.property(proposal("i1"), proposal("i1"), (first, corrected) => {
			const ledger = applied(first, null, 1);
			const after = applied(corrected, ledger, 2);
			expect(diffIssue(corrected, after, resolution, lookup, act(3)).differences).toEqual([]);
			expect(after.statement).toBe(ledger.statement);
			expect(after.mandates).toEqual(ledger.mandates);
		}),
		RUNS,
	);
});

test("[issues I21] white space and character width make no difference", () => {
	fc.assert(
		fc.property(proposal("i1"), (proposed) => {
			const ledger = applied(proposed, null, 1);
			const widened: ProposedIssue = {
				...proposed,
				statement: reading(` ${proposed.statement.value.replaceAll("，", " ，\n")}`),
				goal: proposed.goal === null ? null : reading(proposed.goal.value.replaceAll("整改", "整 改")),
			};
			expect(diffIssue(widened, ledger, resolution, lookup, act(2)).kind).toBe("same");
		}),
		RUNS,
	);
});

test("[issues I21] a number in the other script is the same number, another sub-number is not", () => {
	const [base] = fc.sample(proposal("i1"), { numRuns: 1, seed: 7 });
	if (base === undefined) throw new Error("a proposal");
	const numbered = (number: string, seq: number): ProposedIssue => ({ ...base, number, seq });
	const ledger = applied(numbered("十七", 17), null, 1);
	const fieldsOf = (again: ProposedIssue) =>
		diffIssue(again, ledger, resolution, lookup, act(2)).differences.map(({ field }) => field);
	expect(fieldsOf(numbered("17", 17))).toEqual([]);
	expect(fieldsOf(numbered("17-2", 17))).toEqual(["number"]);
	expect(fieldsOf(numbered("18", 18))).toEqual(["number"]);
});

test("[issues I21] only the chosen fields are taken", () => {
	fc.assert(
		fc.property(proposal("i1"), proposal("i1"), (first, corrected) => {
			const ledger = applied(first, null, 1);
			const none = diffIssue(corrected, ledger, resolution, lookup, act(2), []);
			expect(none.commands).toEqual([]);
			for (const { field } of none.differences) {
				const one = diffIssue(corrected, ledger, resolution, lookup, act(2), [field]);
				const after = one.commands.reduce<Issue>(
					(state, command) => run(state, command, contextOf(OFFICE, { importing: true })).state,
					ledger,
				);
				const left = diffIssue(corrected, after, resolution, lookup, act(3)).differences;
				expect(left.map((difference) => difference.field)).toEqual(
					none.differences.map((difference) => difference.field).filter((other) => other !== field),
				);
			}
		}),
		{ numRuns: 150 },
	);
});

test("[issues I24] measures written by hand are left alone, measures of a document are cancelled with it", () => {
	const sound = fc
		.sample(proposal("i1"), { numRuns: 40, seed: 5 })
		.filter(({ measures: list }) => list !== null);
	expect(sound.length).toBeGreaterThan(5);
	for (const proposed of sound) {
		const ledger = applied(proposed, null, 1);
		const byHand = run(ledger, {
			type: "addMeasure",
			measures: [measure(77, "另行约谈企业负责人")],
			importId: null,
		}).state;
		expect(diffIssue(proposed, byHand, resolution, lookup, act(2)).kind).toBe("same");
		const emptied = applied({ ...proposed, measures: reading([]) }, byHand, 2);
		expect(emptied.measures.filter(({ state }) => state !== "cancelled").map(({ text }) => text)).toEqual([
			"另行约谈企业负责人",
		]);
	}
});

test("a name that nobody decided about is shown, and nothing is done for it", () => {
	const [proposed] = fc.sample(proposal("i1"), { numRuns: 1, seed: 2 });
	if (proposed === undefined) throw new Error("a proposal");
	const unnamed = { ...proposed, leadUnits: reading(["市生态环境局", "从未见过的单位"]) };
	const ledger = applied(unnamed, null, 1);
	const again = diffIssue(unnamed, ledger, resolution, lookup, act(2));
	expect(again).toMatchObject({
		kind: "changed",
		undecided: ["从未见过的单位"],
		commands: [],
		differences: [{ field: "leadUnits", ledger: "市生态环境局", document: "市生态环境局、从未见过的单位" }],
	});
});

test("a party that the document no longer names is ended on the day, and stays in the history", () => {
	const [proposed] = fc.sample(proposal("i1"), { numRuns: 1, seed: 2 });
	if (proposed === undefined) throw new Error("a proposal");
	const ledger = applied({ ...proposed, leadUnits: reading(["市生态环境局"]) }, null, 1);
	const after = applied({ ...proposed, leadUnits: reading(["青石县政府"]) }, ledger, 2);
	const leads = after.assignments.filter(({ role }) => role === "lead");
	expect(leads.map(({ unitId, until }) => [unitId, until])).toEqual([
		[LEAD, TODAY],
		[WORKER, null],
	]);
});

test("[issues I21] a list is found again item by item, also renumbered, and what vanished is named", () => {
	fc.assert(
		fc.property(
			fc.shuffledSubarray([...FINDINGS.keys()], { minLength: 3 }),
			fc.boolean(),
			(order, renumber) => {
				const ledger = FINDINGS.map((text, index) => issueOf(index + 1, text));
				const proposed = order.map((at, index) =>
					listed(`i${index}`, renumber ? index + 1 : at + 1, FINDINGS[at] ?? ""),
				);
				const { matches, vanished } = matchProposal(proposed, ledger, INSPECTION);
				expect(matches.map(({ issueId: found }) => found)).toEqual(order.map((at) => issueId(at + 1)));
				expect(vanished).toEqual(
					[...FINDINGS.keys()].filter((at) => !order.includes(at)).map((at) => issueId(at + 1)),
				);
			},
		),
		RUNS,
	);
});

const FINDINGS = [
	"青石县渣库渗漏，下游断面镉、锌超标。",
	"澄川湖北岸餐饮废水直排，湖湾出现黑臭水体。",
	"云岭自然保护区调整范围为采矿让路，面积减少。",
	"城北污水处理厂长期超负荷运行，溢流口晴天排污。",
	"建筑工地扬尘管控不力，裸土未覆盖、车辆带泥上路。",
	"白杨河流域畜禽养殖粪污还田台账缺失。",
];
const issueOf = (n: number, statement: string) => ({
	id: issueId(n),
	tier: "city" as const,
	numberByTier: { central: null, province: null, city: String(n), county: null },
	mandates: [{ inspectionId: INSPECTION, number: String(n), seq: n, deadline: null }],
	statement,
	sourceTexts: [],
});
const listed = (key: string, n: number, statement: string): ProposedIssue => {
	const [any] = fc.sample(proposal(key), { numRuns: 1, seed: 1 });
	if (any === undefined) throw new Error("a proposal");
	return { ...any, key, seq: n, number: String(n), statement: reading(statement) };
};

test("a finding that was rewritten under its number is the same issue (DATA-01)", () => {
	const proposed = [listed("i1", 1, "某县尾矿治理工程进展缓慢。")];
	const { matches } = matchProposal(proposed, [issueOf(1, FINDINGS[0] ?? "")], INSPECTION);
	expect(matches).toMatchObject([{ issueId: issueId(1), by: "number" }]);
});

test("1,000 proposals without numbers are found among 1,000 issues", () => {
	const tell = (n: number, edition: string) =>
		`${FINDINGS[n % FINDINGS.length]}第${n}处位于${["东", "西", "南", "北"][n % 4]}${n * 7919}号地块，${edition}检查发现。`;
	const ledger = Array.from({ length: 1000 }, (_, n) => issueOf(n + 1, tell(n, "本轮")));
	const [base] = fc.sample(proposal("i0"), { numRuns: 1, seed: 1 });
	if (base === undefined) throw new Error("a proposal");
	const proposed = Array.from({ length: 1000 }, (_, n) => ({
		...base,
		key: `i${n}`,
		number: null,
		seq: null,
		statement: reading(tell(n, "现场")),
	}));
	const { matches } = matchProposal(proposed, ledger, INSPECTION);
	const right = matches.filter(({ issueId: found }, n) => found === issueId(n + 1)).length;
	expect(right).toBeGreaterThan(950);
});
