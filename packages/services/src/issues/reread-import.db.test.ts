import { correctedIssues, type ImportDraft, type ProposedIssue, splitIssue } from "@zhenggai/domain/issues";
import { beforeAll, describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { testServices } from "../testing/index.ts";
import { auditor, buildWorld, cityOffice, otherCity, provOffice, type World } from "../testing/ledger.ts";
import { choicesFor, finding, type PlanItem } from "../testing/plan.ts";
import { planDocument } from "../testing/plan-document.ts";

const { services, database } = await testServices();
let world: World;
beforeAll(async () => {
	world = await buildWorld(services);
});

const ITEMS: readonly PlanItem[] = [0, 1, 2, 3].map((at) => ({
	statement: finding(at),
	units: ["青屏市水务局", "松泉县人民政府"],
	measures: ["全面排查。", "完成治理。"],
}));

const PREFACE = ["整改任务清单", "根据要求制定本清单。"];

async function started(): Promise<{ draft: ImportDraft; base64: string }> {
	const base64 = await planDocument(PREFACE, ITEMS);
	const source = { kind: "file", name: "任务清单.docx", base64 } as const;
	return { draft: await services.issues.startImport(cityOffice, source), base64 };
}

const at = (draft: ImportDraft, index: number): ProposedIssue => {
	const issue = draft.proposal.issues[index];
	if (issue === undefined) throw new Error(`the reading has no issue ${index}`);
	return issue;
};

const renamed = (issue: ProposedIssue, value: string): ProposedIssue => ({
	...issue,
	statement: { ...issue.statement, value },
});

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);

describe("reading a document again", () => {
	it("reads the file itself: a table stays one, and what the clerk did stays with its issues", async () => {
		const { draft } = await started();
		expect(draft.proposal.issues).toHaveLength(4);
		const [, second, third] = draft.proposal.issues;
		if (second === undefined || third === undefined) throw new Error("four issues were read");
		const corrections = { [third.key]: renamed(third, "更正后的问题表述。") };
		const items = { [second.key]: { apply: false } };
		await services.issues.previewImport(cityOffice, draft.id, choicesFor(world, { corrections, items }));

		const start = second.lines[0];
		const reread = await services.issues.rereadImport(cityOffice, draft.id, { issuesStartAtLine: start });
		expect(reread.id).toBe(draft.id);
		expect(reread.version).toBe(2);
		expect(reread.hint).toEqual({ issuesStartAtLine: start });
		expect(reread.carried).toEqual({ kept: 1, lost: [] });
		expect(reread.proposal.issues.map(({ key }) => key)).toEqual([second.key, third.key, at(draft, 3).key]);
		expect(at(reread, 0).responsibleUnits?.value).toEqual(["青屏市水务局", "松泉县人民政府"]);
		expect(at(reread, 0).responsibleUnits?.place.cells).toBe(second.responsibleUnits?.place.cells);
		expect(at(reread, 0).measures?.value.map(({ text }) => text)).toEqual(["全面排查。", "完成治理。"]);

		const kept = await services.issues.getImport(cityOffice, draft.id);
		expect(kept).toEqual({ ...reread, carried: undefined });
		const { items: shown } = await services.issues.previewImport(cityOffice, draft.id, kept.choices);
		expect(shown.map(({ statement }) => statement)).toContain("更正后的问题表述。");
		expect(shown.map(({ chosen }) => chosen)).toEqual([false, true, true]);
	});

	it("tells which corrections have no place, and brings them back when the hint is forgotten", async () => {
		const { draft } = await started();
		const first = at(draft, 0);
		const corrections = { [first.key]: renamed(first, "第一条更正。") };
		await services.issues.previewImport(cityOffice, draft.id, choicesFor(world, { corrections }));
		const hint = { issuesStartAtLine: at(draft, 1).lines[0] };
		const once = await services.issues.rereadImport(cityOffice, draft.id, hint);
		expect(once.carried).toEqual({
			kept: 0,
			lost: [{ key: first.key, number: first.number, statement: "第一条更正。" }],
		});
		const back = await services.issues.rereadImport(cityOffice, draft.id, {}, once.version);
		expect([back.hint, back.version, back.carried]).toEqual([{}, 3, { kept: 1, lost: [] }]);
		expect(correctedIssues(back.proposal, back.choices)[0]?.statement.value).toBe("第一条更正。");
	});

	it("applies what was split and corrected, as the clerk left it", async () => {
		const { draft } = await started();
		const last = at(draft, 3);
		const cut = last.measures?.value[1]?.place.line ?? 0;
		const change = splitIssue(last, cut, draft.proposal.source.lines);
		if (change === null) throw new Error("the second measure's line divides the issue");
		const [, second] = change.added;
		if (second === undefined) throw new Error("a split makes two");
		const more = {
			structure: [change],
			corrections: { [second.key]: { ...renamed(second, "另一个问题。"), number: "五", seq: 5 } },
		};
		const choices = choicesFor(world, more);
		const shown = await services.issues.previewImport(cityOffice, draft.id, choices);
		expect(shown.blocking).toEqual([]);
		expect(shown.items.map(({ number }) => number)).toEqual(["一", "二", "三", "四", "五"]);
		const outcome = await services.issues.applyImport(cityOffice, draft.id, {});
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
		expect(outcome.value.created).toHaveLength(5);
		const details = await Promise.all(
			outcome.value.created.map((id) => services.issues.getIssue(cityOffice, id)),
		);
		const five = details.find(({ row }) => row.statement === "另一个问题。");
		expect(five?.row.number).toBe("五");
	});

	it("is journalled on the import, with the hint and what became of the clerk's work", async () => {
		const { draft } = await started();
		await services.issues.rereadImport(cityOffice, draft.id, { kind: "plan" });
		const { rows } = await database.pool.query<{ type: string; event: unknown }>(
			"SELECT type, payload AS event FROM journal.event WHERE stream_id = $1 ORDER BY version",
			[draft.id],
		);
		expect(rows.map(({ type }) => type)).toEqual(["importStarted", "importReread"]);
		expect(rows[1]?.event).toMatchObject({ hint: { kind: "plan" }, carried: { kept: 0, lost: [] } });
	});

	it("is refused to others, to stale pages, to two at once, and for what is over", async () => {
		const { draft } = await started();
		const again = (actor = cityOffice, version?: number) =>
			codeOf(services.issues.rereadImport(actor, draft.id, { kind: "plan" }, version));
		expect(await again(auditor)).toBe("NOT_ALLOWED");
		expect(await again(otherCity)).toBe("NOT_FOUND");
		expect(await again(cityOffice, 7)).toBe("CONFLICT");
		expect((await Promise.all([again(), again()])).toSorted()).toEqual(["CONFLICT", null]);
		expect(await again(provOffice)).toBeNull();
		expect(
			await codeOf(services.issues.previewImport(cityOffice, draft.id, choicesFor(world), draft.version)),
		).toBe("CONFLICT");
		await services.issues.discardImport(cityOffice, draft.id);
		expect(await again()).toBe("CONFLICT");
	});
});

describe("the kept document", () => {
	it("is handed out byte for byte to those who may see the import", async () => {
		const { draft, base64 } = await started();
		expect(await services.issues.getImportSource(cityOffice, draft.id)).toEqual({
			...{ kind: "file", name: "任务清单.docx", base64 },
		});
		expect(await codeOf(services.issues.getImportSource(auditor, draft.id))).toBe("NOT_ALLOWED");
		expect(await codeOf(services.issues.getImportSource(otherCity, draft.id))).toBe("NOT_FOUND");
	});

	it("of pasted text is the text", async () => {
		const text = "一、某镇污水直排。\n责任单位：某镇政府";
		const draft = await services.issues.startImport(cityOffice, { kind: "pasted", text });
		const { kind, base64 } = await services.issues.getImportSource(cityOffice, draft.id);
		expect([kind, Buffer.from(base64, "base64").toString()]).toEqual(["pasted", text]);
		expect((await services.issues.rereadImport(cityOffice, draft.id, {})).proposal).toEqual(draft.proposal);
	});

	it("goes with a draft that is discarded", async () => {
		const { draft } = await started();
		expect(draft.sourceKept).toBe(true);
		await services.issues.discardImport(cityOffice, draft.id);
		expect((await services.issues.getImport(cityOffice, draft.id)).sourceKept).toBe(false);
		expect(await codeOf(services.issues.getImportSource(cityOffice, draft.id))).toBe("NOT_FOUND");
	});
});
