import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { type Visitor, visitAs } from "../support/browser.ts";
import { run, Session } from "../support/terminal.ts";
import { useStage } from "../web/stage.ts";

const stage = useStage();
const CODE = /[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}/;
const open: Session[] = [];
let state: string;
let visitor: Visitor;

beforeAll(async () => {
	state = mkdtempSync(join(tmpdir(), "zhenggai-state-"));
	visitor = await visitAs(stage().browser, stage().server, "city-office", { reducedMotion: "reduce" });
});
afterAll(async () => {
	for (const session of open) session.pty.kill("SIGKILL");
	await visitor.context.close();
	rmSync(state, { recursive: true, force: true });
});

/** A duty desk away from the server: no key, and nothing of the operator's. */
const desk = () => ({
	ZHENGGAI_SERVER: stage().server.url,
	ZHENGGAI_DATA: join(state, "none"),
	XDG_STATE_HOME: state,
});

function start(args: readonly string[], rows = 44): Session {
	const session = new Session(args, desk(), 150, rows);
	open.push(session);
	return session;
}

/** A terminal asks, and shows its code. */
async function asks(): Promise<{ session: Session; code: string }> {
	const session = start(["sign-in"], 20);
	await session.until((text) => CODE.test(text), "a code");
	return { session, code: CODE.exec(session.text())?.[0] ?? "" };
}

/** The person types the code in his browser and sees who asks. */
async function looksAt(page: Page, code: string): Promise<void> {
	await page.goto(`${stage().server.url}/device`);
	await page.getByRole("textbox", { name: "终端上显示的代码" }).fill(code.toLowerCase());
	await page.getByRole("button", { name: "下一步" }).click();
	await page.getByRole("button", { name: "批准登录" }).waitFor();
}

/** Signs the desk in and gives what the terminal said. */
async function signsIn(page: Page): Promise<string> {
	const { session, code } = await asks();
	await looksAt(page, code);
	await page.getByRole("button", { name: "批准登录" }).click();
	await page.getByText("终端将在几秒内登录").waitFor();
	expect((await session.ended).exitCode).toBe(0);
	return session.text();
}

const whoami = async () => {
	const { code, out } = await run(["whoami", "--json"], desk());
	return code === 0 ? JSON.parse(out) : code;
};

test("nobody acts from a desk where nobody has signed in, and who is denied does not either", async () => {
	expect(await whoami()).toBe(4);
	const { session, code } = await asks();
	const { page } = visitor;
	await looksAt(page, code);
	expect(await page.locator("[data-code]").textContent()).toBe(code);
	await page.getByText("与您的浏览器相同").waitFor();
	expect(await violations(page)).toEqual([]);
	await page.getByRole("button", { name: "拒绝", exact: true }).click();
	await page.getByText("该终端没有登录").waitFor();
	expect((await session.ended).exitCode).toBe(4);
	expect(session.text()).toContain("未获批准");
	await page.goto(`${stage().server.url}/device`);
	await page.getByRole("textbox", { name: "终端上显示的代码" }).fill(code);
	await page.getByRole("button", { name: "下一步" }).click();
	await page.getByText("没有这个代码，或已过期、已使用").waitFor();
});

test("a person signs in, issues a letter from an issue in his own name, and it is on the web", async () => {
	const { page } = visitor;
	const said = await signsIn(page);
	expect(said).toContain("已登录：陆青禾（市整改办，青屏市）");
	const folder = join(state, "zhenggai", "sessions");
	expect(readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o077)).toEqual([0]);
	expect(await whoami()).toMatchObject({
		me: { kind: "person", name: "陆青禾" },
		credential: { by: "terminal" },
	});

	const session = start([]);
	await session.until((text) => text.includes("陆青禾") && text.includes("实时"), "the ledger in his name");
	session.type("/步道\r");
	await session.until((text) => / 1 \/ 1/.test(text) && text.includes("[下一步]"), "the issue alone");
	session.type("U");
	await session.shows("拟制提醒函：编号 LD-03");
	session.type("\u0013");
	await session.shows("制发提醒函：编号 LD-03");
	await session.shows("由陆青禾制发");
	session.type("青整改办函〔2026〕31号\r陆青禾\u0013");
	await session.shows("! 编号不符");
	session.type("LD-03\u0013");
	await session.shows("已办理 制发提醒函");
	session.type("\u0003");
	expect((await session.ended).exitCode).toBe(0);

	const listed = await run(["instruments", "list", "--kind", "提醒函", "--json"], desk());
	const letter = JSON.parse(listed.out).items.find(
		({ documentNumber }: { documentNumber: string | null }) => documentNumber === "青整改办函〔2026〕31号",
	);
	await page.goto(`${stage().server.url}/supervision/${letter.id}`);
	await page.getByText("青整改办函〔2026〕31号").first().waitFor();
	const history = await run(["instruments", "history", letter.id, "--json"], desk());
	const [issued] = JSON.parse(history.out).items;
	expect(issued.actor).toMatchObject({ name: "陆青禾", kind: "person" });
});

test("ended on the web, the dashboard says so, loses nothing, and goes on once somebody signs in again", async () => {
	const { page } = visitor;
	const { url } = stage().server;
	const session = start([]);
	await session.until((text) => text.includes("陆青禾") && text.includes("实时"), "the ledger in his name");
	session.type("/步道\r");
	await session.until((text) => / 1 \/ 1/.test(text) && text.includes("[下一步]"), "the issue alone");
	session.type("U");
	await session.until((text) => /拟制\S+：编号 LD-03/.test(text), "the form of the next letter");
	session.type("\t再次催办");
	await session.until((text) => /标题 > .*再次催办/.test(text), "what was typed");
	session.type("\t\t汛期临近");
	await session.shows("事由 > 汛期临近");
	await page.goto(`${url}/sessions`);
	const row = page.getByRole("row").filter({ hasText: "终端" }).filter({ hasText: "@" });
	await row.waitFor();
	await page.getByText("当前浏览器").waitFor();
	expect(await violations(page)).toEqual([]);
	await row.getByRole("button", { name: /结束/ }).click();
	await row.waitFor({ state: "detached" });
	session.type("\u0013");
	await session.shows("终端登录已结束");
	session.type("\u001b");
	await session.shows("草稿保留");
	session.type("r");
	await session.shows("登录已结束。在另一窗口执行 zhenggai sign-in", 60_000);
	expect(await whoami()).toBe(4);
	await signsIn(page);
	await session.until((text) => text.includes("实时") && !text.includes("登录已结束"), "live again", 60_000);
	session.type("U");
	await session.shows("已取回");
	await session.shows("再次催办");
	session.type("\u0003");
	expect((await session.ended).exitCode).toBe(0);
});

test("signing out ends it on the server and here", async () => {
	const { page } = visitor;
	const out = await run(["sign-out"], desk());
	expect([out.code, out.err]).toEqual([0, "已退出：陆青禾\n"]);
	expect(readdirSync(join(state, "zhenggai", "sessions"))).toEqual([]);
	await page.goto(`${stage().server.url}/sessions`);
	await page.getByText("当前浏览器").waitFor();
	expect(await page.getByRole("row").filter({ hasText: "@" }).count()).toBe(0);
	expect(await whoami()).toBe(4);
	expect((await run(["sign-out"], desk())).code).toBe(0);
	// The code that leads nowhere any more is answered with 404.
	expect(visitor.errors.filter((error) => !error.includes("404"))).toEqual([]);
});
