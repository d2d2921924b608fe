import { readdirSync, readFileSync } from "node:fs";
import { readDocument } from "@zhenggai/documents/reading";
import { type MatchableIssue, matchNotices, type NoticeImportContext } from "@zhenggai/domain/close-out";
import { InspectionId, IssueId, RegionCode } from "@zhenggai/domain/kernel";
import { expect, test } from "vitest";
import { z } from "zod";
import { newId } from "../testing/index.ts";

// The readers' collection of published notices: each is to find its issue among those of all the others. The ledger's
// wording is the one that the collection's labels give, so that reading and matching are shown together.
const folder = new URL("../../../documents/fixtures/c/", import.meta.url);
const Labels = z.array(z.object({ seq: z.int().nullable(), title: z.string().optional() }));
const labelsOf = (name: string) =>
	Labels.parse(
		JSON.parse(readFileSync(new URL(name.replace(".txt", ".expected.json"), folder), "utf8")),
	).flatMap(({ seq, title }) => (title === undefined ? [] : [{ seq, title }]));
const documents = readdirSync(folder)
	.filter((name) => name.endsWith(".txt"))
	.map((name) => ({
		name,
		text: readFileSync(new URL(name, folder), "utf8"),
		labels: labelsOf(name),
	}))
	.filter(({ labels }) => labels.length > 0);

const CONTEXT: NoticeImportContext = {
	inspectionId: InspectionId.parse(newId()),
	region: RegionCode.parse("680100"),
	tier: "city",
};

const issueOf = (title: string, number: number): MatchableIssue => ({
	id: IssueId.parse(newId()),
	tier: "city",
	region: CONTEXT.region,
	numberByTier: { central: null, province: null, city: String(number), county: null },
	mandates: [{ inspectionId: CONTEXT.inspectionId, number: String(number), seq: number, deadline: null }],
	statement: title,
	sourceTexts: [],
});

const labels = documents.flatMap((document) => document.labels);
const taken = new Set(labels.flatMap(({ seq }) => seq ?? []));

/** All issues of the collection; those of the document under their own numbers, the others under numbers of none. */
function ledgerFor(own: ReturnType<typeof labelsOf>): { issues: MatchableIssue[]; meant: IssueId[] } {
	const ownIssues = own.map(({ title, seq }, at) => issueOf(title, seq ?? 900 + at));
	const foreign = labels.filter(({ title }) => !own.some((one) => one.title === title));
	let free = 300;
	const others = foreign.map(({ title }) => {
		do free += 1;
		while (taken.has(free));
		return issueOf(title, free);
	});
	return { issues: [...others, ...ownIssues], meant: ownIssues.map(({ id }) => id) };
}

test.each(documents)("$name finds its issues among $labels.length and all the others", async (document) => {
	const proposal = await readDocument({ pasted: document.text });
	const { issues, meant } = ledgerFor(document.labels);
	const found = matchNotices(proposal.notices, issues, CONTEXT);
	expect(found.map(({ issueId }) => issueId)).toEqual(meant);
});
