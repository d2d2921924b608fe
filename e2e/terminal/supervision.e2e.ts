import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startReporting } from "../client/reporting.ts";
import { run } from "../support/terminal.ts";

let ledger: Awaited<ReturnType<typeof startReporting>>;
let folder: string;
/** The unit that reports, and the city's office, each with a key. */
const unit = () => ({ ZHENGGAI_SERVER: ledger.url, ZHENGGAI_TOKEN: ledger.key });
const office = () => ({ ZHENGGAI_SERVER: ledger.url, ZHENGGAI_TOKEN: ledger.officeKey });

beforeAll(async () => {
	ledger = await startReporting();
	folder = mkdtempSync(join(tmpdir(), "zhenggai-files-"));
});
afterAll(async () => {
	await ledger.stop();
	rmSync(folder, { recursive: true, force: true });
});

describe("evidence", () => {
	const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(50_000, 3)]);
	const sha256 = createHash("sha256").update(bytes).digest("hex");

	test("is uploaded, listed and fetched again, and is the same", async () => {
		const photo = join(folder, "整改后.jpg");
		writeFileSync(photo, bytes);
		const about = ["--kind", "整改后照片", "--measure", "1"];
		const sent = await run(["evidence", "upload", ledger.issueId, photo, ...about, "--json"], unit());
		expect(sent).toMatchObject({ code: 0, err: "已上传并附为佐证：整改后.jpg\n" });
		const [item] = JSON.parse(sent.out).items;
		expect(item).toMatchObject({ name: "整改后.jpg", sha256, bytes: bytes.length, mediaType: "image/jpeg" });
		const listed = await run(["evidence", "list", ledger.issueId], unit());
		expect(listed.out).toContain(`${item.id}\t整改后照片\t整改后.jpg\t${bytes.length}`);
		const place = join(folder, "下载");
		mkdirSync(place);
		const fetched = await run(["evidence", "download", ledger.issueId, "-o", place], office());
		expect(fetched.code).toBe(0);
		expect(readFileSync(join(place, "整改后.jpg")).equals(bytes)).toBe(true);
		const again = await run(["evidence", "download", ledger.issueId, item.id, "-o", place], office());
		expect([again.code, again.err]).toEqual([2, expect.stringContaining("--force")]);
		expect(existsSync(join(place, "整改后.jpg.part"))).toBe(false);
		const piped = await run(["evidence", "download", ledger.issueId, item.id, "-o", "-"], office());
		expect(piped.out.length).toBeGreaterThan(50_000);
	});

	test("without a kind, without the file, and of nobody's issue ends with 2, 3 and 3", async () => {
		const codes = [];
		for (const args of [
			["upload", ledger.issueId, join(folder, "整改后.jpg")],
			["upload", ledger.issueId, join(folder, "没有.jpg"), "--kind", "photoAfter"],
			["download", ledger.issueId, "没有这份佐证"],
		]) {
			codes.push((await run(["evidence", ...args], unit())).code);
		}
		expect(codes).toEqual([2, 3, 3]);
	});

	test("an issue that is not closed has no archive", async () => {
		const { code, err } = await run(["archive", ledger.issueId, "-o", join(folder, "a.zip")], office());
		expect([code, err]).toEqual([3, "该问题尚未销号，没有档案\n"]);
		expect(existsSync(join(folder, "a.zip"))).toBe(false);
	});
});

describe("lights and simulation", () => {
	test("lights counts every issue once and says what puts a light out", async () => {
		const { code, out, err } = await run(["lights", "--limit", "all", "--json"], office());
		expect(code).toBe(0);
		const { issues, lights, items } = JSON.parse(out);
		expect(lights.red + lights.yellow + lights.good + lights.none).toBe(issues);
		expect(items.length).toBe(lights.red + lights.yellow);
		for (const { reasons } of items) expect(reasons[0].clears.zh).toMatch(/\p{Script=Han}/u);
		expect(err).toContain(`${issues} 条`);
		const plain = await run(["lights", "--lang", "en"], office());
		expect(plain.out).toMatch(/^Red\t\d+\nYellow\t\d+\nGood\t\d+\nNo light\t\d+\n\nLight\tNumber/);
	});

	test("simulate says what the ledger will show, in both directions, for people and programs", async () => {
		const asked = ["simulate", "--as-of", "2025-08-01"];
		const { code, out, err } = await run([...asked, "--json", "--limit", "all"], office());
		expect(code).toBe(0);
		const whole = JSON.parse(out);
		expect(whole).toMatchObject({ when: "future", asOf: "2025-08-01", today: "2025-03-20" });
		const red = whole.totals.lights.find(({ light }: { light: string }) => light === "red");
		expect(red.onDay).toBeGreaterThan(red.now);
		expect(whole.items).toHaveLength(whole.totals.changed);
		expect(err).toContain("按现状推演");
		const plain = await run([...asked, "--lang", "en", "--show", "lit"], office());
		expect(plain.out).toMatch(/^Total\tToday\t2025-08-01\tComes\tGoes\nLight: Red\t\d+\t\d+\t\d+\t\d+\n/);
		const none = await run([...asked, "--region", "松泉县", "--csv"], office());
		expect(none.out.split("\r\n")[0]).toBe("编号,地区,反馈问题,时限,预警,进度,建议督办,规则");
	});

	test("simulate follows single issues into the past and the future", async () => {
		const ahead = await run(["simulate", ledger.issueId, "--as-of", "2025-08-01"], office());
		expect(ahead.out).toContain("整改时限");
		expect(ahead.out).toMatch(/^2025-08-01\t红灯\t逾期/m);
		const back = await run(["simulate", ledger.issueId, "--as-of", "2025-01-12", "--json"], office());
		expect(JSON.parse(back.out).items[0]).toMatchObject({ when: "past", onDay: { schedule: "notStarted" } });
	});

	test.each([
		[["--as-of", "2025-02-30"], 2, "2025-02-30"],
		[[], 2, "--as-of"],
		[["--as-of", "2024-12-31"], 2, "2025年1月8日"],
		[["--as-of", "2025-03-21", "--show", "some"], 2, "--show"],
		[["--as-of", "2025-03-21", "没有这个编号"], 3, "没有这个编号"],
	])("simulate %j ends with %i", async (args, code, words) => {
		const ended = await run(["simulate", ...args], office());
		expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(words)]);
	});

	test("a year without a calendar is named, and the rest is said", async () => {
		const { code, err, out } = await run(["simulate", "--as-of", "2031-01-01", "--json"], office());
		expect([code, err]).toEqual([0, expect.stringContaining("DL-08")]);
		expect(JSON.parse(out).unknownYears.length).toBeGreaterThan(0);
	});
});

describe("instruments", () => {
	test("are drafted as the ladder proposes, refused to programs to issue, listed, shown and discarded", async () => {
		const drafted = await run(
			[
				"instruments",
				"draft",
				"--set",
				`issue=${ledger.issueId}`,
				"--set",
				"kind=提醒函",
				"--set",
				"cause=汛期临近",
				"--json",
			],
			office(),
		);
		expect(drafted.err).toBe("已办理：拟制督办文书\n");
		const { row, instrument } = JSON.parse(drafted.out);
		expect(row).toMatchObject({ kind: "reminderLetter", state: "drafted" });
		expect(instrument.body).toContain("个工作日内书面回复");
		const issuing = [
			"instruments",
			"issue",
			row.id,
			"--set",
			"documentNumber=函〔2025〕8号",
			"--set",
			"signer=沈岚",
		];
		const refused = await run(issuing, office());
		expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("RSP-03")]);
		const listed = await run(["instruments", "list", "--open", "--kind", "提醒函"], office());
		expect(listed.out).toContain(row.id);
		expect((await run(["instruments", "show", row.id], office())).out).toContain("→ 作废拟稿");
		const gone = await run(["instruments", "discard", row.id, "--set", "reason=另行处理"], office());
		expect([gone.code, gone.err]).toEqual([0, "已办理：作废拟稿\n"]);
		const history = await run(["instruments", "history", row.id, "--json"], office());
		expect(JSON.parse(history.out).items).toHaveLength(2);
	});

	test("a wrong kind, a missing field and an unknown one end with 2, 2 and 3", async () => {
		const act = async (...args: string[]) => (await run(["instruments", ...args], office())).code;
		expect([
			await act("draft", "--set", `issue=${ledger.issueId}`, "--set", "kind=劝告信"),
			await act("lift", "01980000-0000-7000-8000-000000000000"),
			await act("show", "01980000-0000-7000-8000-000000000000"),
		]).toEqual([2, 2, 3]);
	});
});
