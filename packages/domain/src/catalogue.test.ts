import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue, decidedRules, ruleById } from "./catalogue.ts";
import { noticeRuleCases } from "./close-out/testing/cases.ts";
import { complaintRuleCases } from "./complaints/testing/cases.ts";
import { issueRuleCases } from "./issues/testing/cases.ts";
import { builtInRuleSets, RuleEntry } from "./rules/index.ts";
import base from "./rules/rule-sets/base.json" with { type: "json" };

const ids = catalogue.map(({ id }) => id);
const decided = new Set(decidedRules.map(({ entry }) => entry.id));
const evaluated = ids.filter((id) => !decided.has(id));
const SOURCE = /^(S\d{2}|seed[0-4]|INF|K|D|logic)$/;

describe("[rules I7] every rule of the catalogue is shown by cases", () => {
	const byRule: Readonly<Record<string, readonly { name: string; finds: unknown }[]>> = {
		...issueRuleCases,
		...complaintRuleCases,
		...noticeRuleCases,
	};
	const cases = Object.entries(byRule);

	test("the cases are about exactly the rules of the catalogue that are evaluated", () => {
		expect(Object.keys(byRule).toSorted()).toEqual(evaluated.toSorted());
	});

	test("every rule that a decider asks is named by the title of a test", () => {
		const named = new Set(
			readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
				.filter((name) => name.endsWith(".test.ts"))
				.map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
				.flatMap((text) => [...text.matchAll(/\[((?:[A-Z]{2,4}-\d{2} ?)+)\]/g)])
				.flatMap(([, names = ""]) => names.trim().split(" ")),
		);
		expect([...decided].filter((id) => !named.has(id))).toEqual([]);
	});

	test.each(cases)("%s has a case that passes and one that fails, all named differently", (_id, of) => {
		expect(of.some(({ finds }) => finds === null)).toBe(true);
		expect(of.some(({ finds }) => finds !== null)).toBe(true);
		expect(new Set(of.map(({ name }) => name)).size).toBe(of.length);
	});
});

test("[rules I8] ids, titles and statements are unique", () => {
	expect(new Set(ids).size).toBe(ids.length);
	for (const language of ["zh", "en"] as const) {
		expect(new Set(catalogue.map(({ title }) => title[language])).size).toBe(ids.length);
		expect(new Set(catalogue.map(({ statement }) => statement[language])).size).toBe(ids.length);
	}
});

test.each(catalogue.map((entry) => [entry.id, entry] as const))(
	"[rules I8] %s is a whole entry: group of its id, sources, who can clear it, parameters of the base",
	(id, entry) => {
		expect(RuleEntry.parse(entry)).toEqual(entry);
		expect(id.startsWith(`${entry.group}-`)).toBe(true);
		expect(entry.src.length).toBeGreaterThan(0);
		for (const source of entry.src) expect(source).toMatch(SOURCE);
		expect(entry.who.length).toBeGreaterThan(0);
		for (const param of entry.params) expect(Object.keys(base.params)).toContain(param);
	},
);

test("a rule is found by its id; a plain code is none", () => {
	expect(ruleById("PLAN-01")?.title.zh).toBe("七要素齐全");
	expect(ruleById("NOT_ALLOWED")).toBeUndefined();
});

describe("[rules I9] parameters", () => {
	test.each(builtInRuleSets().map((set) => [set.id, set] as const))(
		"%s sets only parameters of the base, each with a source",
		(_id, set) => {
			const unknown = Object.keys(set.params).filter((name) => !Object.hasOwn(base.params, name));
			expect(unknown).toEqual([]);
			for (const { src } of Object.values(set.params)) {
				for (const source of src.split(" ")) expect(source).toMatch(SOURCE);
			}
		},
	);

	// Parameters of the catalogue in domain.md §4, under the names they have here: those of one name there that mean
	// different things (`replyDays`, `lagPp`, `verifyWd`) have a name each.
	const ofTheReference = [
		"requiredElements minMilestones planDueWd maxSimilarity vacancyDays provisionalMaxDays channels publishWithinWd",
		"deadlineCategories immediateDays reviewMonths bufferDays selfAcceptLeadDays",
		"extLeadDays extMaxMonths extMaxCount",
		"dispatchDay cadence checkCadence sameTextSimilarity sameTextPeriods stallDays contentBlocks",
		"leadDays yellowLagPp redLagPp palette scoreYellowTwice scoreRed",
		"ladder yellowToLetter letterReplyWd talkReplyDays limitMonths upgradeRaises",
		"siteRadiusM bulkUploadShare bulkUploadHours bannedPhrases maxReassign reminderShare reminderWindowDays",
		"dossierItems applyWd tiers recordWd minCheckers criteriaSet verifyWdCounty verifyWdCity verifyWdProvince",
		"supplementWd experts noticeLength noticeUnit countFirstDay noticeFields objectionReplyWd",
		"signers closeoutSequence filingWd",
		"watchMonths sampleRatio sampleFloor sampleAlwaysKinds reopenDueDays recurrenceCount recurrenceMonths",
		"complaintReplyDays complaintReplyDaysProvincial complaintWarnDays dispatchHours complaintReturnHours typeMode",
		"untrueRateWarn callbackRatioKey callbackRatioOthers repeatDays hotlineAcceptDays hotlineFinishDays",
		"hotlineExtensionDays closureRateMode maxFormsPerPeriod publicFields",
	].flatMap((line) => line.split(" "));
	test("the base has every parameter of the reference", () => {
		expect(ofTheReference.filter((name) => !Object.hasOwn(base.params, name))).toEqual([]);
	});
});
