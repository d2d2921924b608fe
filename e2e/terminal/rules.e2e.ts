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
