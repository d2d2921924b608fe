import { ReportId } from "@zhenggai/domain/kernel";
import { expect, test } from "vitest";
import {
	evidenceOf as evidence,
	fileOf,
	idOf,
	type Page,
	pageOf,
	reportOf,
	trayOf,
} from "../model/testing.ts";
import {
	evidenceOf,
	isComplete,
	type MonthDraft,
	monthLinks,
	startOf,
	unaskedContent,
} from "./month-draft.ts";

const STEP = `${idOf(1)}|2026-03-10|封堵完成`;
const draftOf = (page: Page, more: Partial<MonthDraft> = {}): MonthDraft => ({
	...startOf(unaskedContent(page), idOf(300), "2026-03-20"),
	...{ progress: "完成封堵", forecast: "onTime" },
	...more,
});
const tick = (part: string, evidenceIds: string[] = []) => ({ part, on: "2026-03-09", evidenceIds });
const keys = (draft: MonthDraft, page: Page) => monthLinks(draft, page, "2026-03").map(({ key }) => key);

test("a month is files, steps, measures and then the entry, each behind what it rests on", () => {
	const page = pageOf();
	const file = fileOf(1);
	const draft = draftOf(page, { steps: [tick(STEP)], measures: [tick(idOf(1))], tray: trayOf(file) });
	const links = monthLinks(draft, page, "2026-03");
	expect(links.map(({ key, after }) => [key, after])).toEqual([
		[`attach:${file.id}`, []],
		[`step:${STEP}`, [`attach:${file.id}`]],
		[`measure:${idOf(1)}`, [`attach:${file.id}`]],
		["report", [`attach:${file.id}`, `step:${STEP}`, `measure:${idOf(1)}`]],
	]);
	expect(links[0]?.command).toMatchObject({ evidence: { measureId: idOf(1), kind: "photoAfter" } });
	expect(links[1]?.command).toMatchObject({ doneOn: "2026-03-09", evidenceIds: [file.id] });
	expect(links[3]?.command).toMatchObject({ cycle: "2026-03", content: { progress: "完成封堵" } });
});

test("what the ledger has already is not sent again", () => {
	const file = fileOf(1);
	const begun = pageOf({ evidence: [evidence(file)] });
	const draft = draftOf(begun, { steps: [tick(STEP)], tray: trayOf(file) });
	expect(keys(draft, begun)).toEqual([`step:${STEP}`, "report"]);
	const [first] = begun.progress.milestones;
	if (first === undefined) throw new Error("a milestone");
	const claimed = pageOf({ evidence: [evidence(file)], milestones: [{ ...first, reach: "claimed" }] });
	expect(keys(draft, claimed)).toEqual(["report"]);
	const reported = pageOf({ reports: [{ ...reportOf(3, {}), id: ReportId.parse(idOf(300)) }] });
	expect(keys({ ...draft, tray: trayOf(), steps: [] }, reported)).toEqual([]);
});

test("a ticked step takes the files that no other one was given", () => {
	const [one, two] = [fileOf(1), fileOf(2)];
	const draft = draftOf(pageOf(), {
		steps: [tick(STEP), tick("other", [one.id])],
		tray: trayOf(one, two),
	});
	expect(draft.steps.map((step) => evidenceOf(step, draft))).toEqual([[two.id], [one.id]]);
	expect(isComplete({ ...draft, tray: trayOf(one) })).toBe(false);
});

test("an entry is complete with text, forecast, and a reason where it will not be done", () => {
	const draft = draftOf(pageOf());
	expect(isComplete(draft)).toBe(true);
	expect(isComplete({ ...draft, progress: " 。" })).toBe(false);
	expect(isComplete({ ...draft, forecast: "" })).toBe(false);
	expect(isComplete({ ...draft, forecast: "unlikely" })).toBe(false);
	expect(isComplete({ ...draft, forecast: "unlikely", lagReason: "weakPush" })).toBe(true);
	expect(isComplete({ ...draft, typedPercent: "101" })).toBe(false);
	expect(isComplete({ ...draft, readings: { a: "很好" } })).toBe(false);
	expect(isComplete({ ...draft, readings: { a: "" } })).toBe(true);
});

test("what nobody asked for begins with the last entry that stands", () => {
	const sent = { at: reportOf(2, {}).at, by: reportOf(2, {}).by, reason: "过于笼统" };
	const page = pageOf({
		reports: [reportOf(1, { publication: "已公开" }), reportOf(2, {}, { returned: sent })],
	});
	expect(unaskedContent(page)).toMatchObject({ progress: null, blocks: { publication: "已公开" } });
});
