import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LiveServer, startServer } from "../support/server.ts";
import { run } from "../support/terminal.ts";

let server: LiveServer;
const zhenggai = (...words: string[]) => run(words, { ZHENGGAI_DATA: server.dataDir });

beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.stop());

type Param = { name: string; value: { v: unknown; src: string }; setBy: { by: string } | null };
const paramOf = (out: string, name: string): Param | undefined =>
	JSON.parse(out).params.find((param: Param) => param.name === name);

test("rules are looked at, changed within limits after a preview, and told in the history", async () => {
	const before = await zhenggai("rules", "show", "--json");
	expect(before.code).toBe(0);
	expect(paramOf(before.out, "bufferDays")).toMatchObject({ value: { v: 60, src: "D" }, setBy: null });

	const preview = await zhenggai("rules", "preview", "bufferDays", "10", "--json");
	expect(preview.code).toBe(0);
	expect(JSON.parse(preview.out)).toMatchObject({
		complete: true,
		params: [{ name: "bufferDays", before: { v: 60 }, after: { v: 10 } }],
	});
	expect(paramOf((await zhenggai("rules", "show", "--json")).out, "bufferDays")?.value.v).toBe(60);

	const set = await zhenggai("rules", "set", "bufferDays", "10", "--reason", "防止层层加码", "--json");
	expect(set.code).toBe(0);
	expect(paramOf(set.out, "bufferDays")?.value.v).toBe(10);
	expect(paramOf(set.out, "bufferDays")?.setBy).not.toBeNull();

	const history = await zhenggai("rules", "history");
	expect(history.out).toContain("定为10");
	expect(history.out).toContain("防止层层加码");
});

test("what leaves the limits, is in the past or gives no reason is refused with the way out", async () => {
	const shorter = await zhenggai("rules", "set", "公示期", "8", "--reason", "想快一点");
	expect(shorter.code).toBe(1);
	expect(shorter.err).toContain("只能高于");
	const past = await zhenggai(
		"rules",
		"set",
		"noticeLength",
		"12",
		"--from",
		"2020-01-01",
		"--reason",
		"补记",
	);
	expect(past.err).toContain("不能早于今天");
	expect((await zhenggai("rules", "set", "noticeLength", "12")).code).toBe(2);
	expect((await zhenggai("rules", "set", "noticeLenght", "12", "--reason", "原因")).code).toBe(2);
	expect((await zhenggai("rules", "choose", "nowhere", "--reason", "原因")).err).toContain("nowhere");
});

test("a province chooses its rule set and says how far its cities may go", async () => {
	const chosen = await zhenggai("rules", "choose", "sc", "--reason", "按省里规定", "--json");
	expect(JSON.parse(chosen.out).ruleSet).toMatchObject({ id: "sc" });
	const limited = await zhenggai("rules", "limit", "noticeLength", "10-20", "--reason", "全省统一", "--json");
	expect(limited.code).toBe(0);
	const back = await zhenggai("rules", "choose", "none", "--reason", "改回通用规则", "--lang", "en");
	expect(back.code).toBe(0);
	expect((await zhenggai("rules", "--json")).code).toBe(0);
});

type Year = {
	year: number;
	version: number;
	workingDays: number;
	holidays: string[];
	words: { by: string }[];
};
const yearsIn = (out: string): Year[] => JSON.parse(out).years;

test("the province loads the next year's calendar after a look at it, and corrects it with a reason", async () => {
	const known = yearsIn((await zhenggai("calendar", "list", "--json")).out);
	const next = String((known[0]?.year ?? 0) + 1);
	const notice = ["--notice-number", "国办发明电〔2026〕90号", "--notice-title", "部分节假日安排的通知"];
	const said = [
		"--holidays",
		"1月1日至7日",
		"--make-up",
		"2月1日至7日",
		...notice,
		"--notice-date",
		"2026-01-05",
	];

	expect((await zhenggai("calendar", "list", next)).err).toContain(`calendar add ${next}`);
	const looked = await zhenggai("calendar", "add", next, ...said, "--dry-run", "--json");
	expect(looked.code).toBe(0);
	expect(JSON.parse(looked.out)).toMatchObject({ workingDaysBefore: null, refusals: [] });
	expect(JSON.parse(looked.out).freed).toHaveLength(5);
	expect(JSON.parse(looked.out).worked).toHaveLength(2);
	expect(yearsIn((await zhenggai("calendar", "list", "--json")).out)).toHaveLength(known.length);

	const loaded = await zhenggai("calendar", "add", next, ...said, "--json");
	expect(loaded.code).toBe(0);
	expect(yearsIn(loaded.out)).toMatchObject([
		{ version: 1, workingDays: JSON.parse(looked.out).workingDays },
	]);
	expect((await zhenggai("calendar", "add", next, ...said)).err).toContain("更正");

	const file = join(server.dataDir, "calendar.csv");
	const [first = "", ...others] = yearsIn(loaded.out)[0]?.holidays ?? [];
	writeFileSync(file, ["日期,类型", ...others.map((day) => `${day},放假`), `${first},放假`].join("\n"));
	const listed = [
		"--file",
		file,
		...notice,
		"--notice-date",
		"2026-01-05",
		"--reason",
		"国务院办公厅延长假期",
	];
	const corrected = await zhenggai("calendar", "correct", next, ...listed, "--json");
	expect(corrected.code).toBe(0);
	// The same holidays, and no make-up days any more.
	expect(yearsIn(corrected.out)).toMatchObject([
		{ version: 2, workingDays: JSON.parse(looked.out).workingDays - 2 },
	]);
	expect((await zhenggai("calendar", "correct", next, "--holidays", "元旦", ...listed.slice(2))).code).toBe(
		2,
	);
});
