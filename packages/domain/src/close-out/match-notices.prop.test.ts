import fc from "fast-check";
import { expect, test } from "vitest";
import type { Issue } from "../issues/schema.ts";
import { INSPECTION, issueAfter, issueId } from "../issues/testing.ts";
import { matchNotices } from "./index.ts";
import { CONTEXT, proposedNotice, read } from "./testing/notices.ts";

const SUBJECTS = ["渣库防渗层破损", "砂石堆场未退出", "污水管网错接混接", "畜禽粪污直排", "矿山未按期复绿"];
const PLACES = ["青石县", "松泉县", "云岭县", "白鹭县"];
const EFFECTS = ["下游断面多次超标", "周边群众反映强烈", "治理工程推进缓慢", "监管责任未落实"];

const statement = fc
	.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...SUBJECTS), fc.constantFrom(...EFFECTS))
	.map((parts) => `${parts.join("，")}。`);

const issue = (n: number, text: string): Issue =>
	issueAfter({
		issueId: issueId(n),
		statement: text,
		numberByTier: { central: null, province: null, city: null, county: null },
		mandate: { inspectionId: INSPECTION, number: String(n), seq: n, deadline: null },
	});

const issues = fc
	.array(statement, { minLength: 1, maxLength: 12 })
	.map((texts) => texts.map((text, at) => issue(at + 1, text)));
const notices = fc.array(
	fc.tuple(fc.option(fc.integer({ min: 1, max: 15 })), fc.option(statement)).map(([seq, text]) =>
		proposedNotice({
			seq,
			number: seq === null ? null : `第${seq}项`,
			statement: text === null ? null : read(text),
		}),
	),
	{ minLength: 1, maxLength: 6 },
);
const shuffled = <T>(items: readonly T[]) =>
	fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

test("[close-out I2] the order of notices and issues changes nothing", () => {
	fc.assert(
		fc.property(
			fc
				.tuple(notices, issues)
				.chain(([of, among]) =>
					fc.tuple(fc.constant(of), fc.constant(among), shuffled(of.map((_, at) => at)), shuffled(among)),
				),
			([of, among, order, otherwise]) => {
				const straight = matchNotices(of, among, CONTEXT);
				const turned = matchNotices(
					order.flatMap((at) => of[at] ?? []),
					otherwise,
					CONTEXT,
				);
				expect(turned).toEqual(order.map((at) => straight[at]));
			},
		),
		{ numRuns: 300 },
	);
});

test("[close-out I3] a match by number alone is always doubtful, and the matched issue leads the candidates", () => {
	fc.assert(
		fc.property(notices, issues, (of, among) => {
			for (const found of matchNotices(of, among, CONTEXT)) {
				expect(found.candidates.length).toBeLessThanOrEqual(5);
				if (found.issueId === null) {
					expect(found).toMatchObject({ by: null, doubtful: false });
					expect(found.candidates.every(({ by }) => by === "text")).toBe(true);
					continue;
				}
				expect(found.candidates[0]?.issueId).toBe(found.issueId);
				if (found.by === "number" && found.score < 0.5) expect(found.doubtful).toBe(true);
				if (found.by === "text") expect(found.score).toBeGreaterThanOrEqual(0.6);
			}
		}),
		{ numRuns: 300 },
	);
});

test("a notice that repeats number and wording finds exactly its issue", () => {
	fc.assert(
		fc.property(issues, fc.nat(), (among, pick) => {
			const meant = among[pick % among.length];
			if (meant === undefined) return;
			const seq = meant.mandates[0]?.seq ?? null;
			const one = proposedNotice({ seq, number: `第${seq}项`, statement: read(meant.statement) });
			expect(matchNotices([one], among, CONTEXT)[0]).toMatchObject({
				issueId: meant.id,
				by: "number",
				score: 1,
				doubtful: false,
			});
		}),
		{ numRuns: 300 },
	);
});
