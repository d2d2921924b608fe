import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LiveServer, startServer } from "../support/server.ts";
import { run } from "../support/terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "zhenggai-office-"));
const file = (name: string, text: string | Uint8Array): string => {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
};

let server: LiveServer;
const zhenggai = (...args: string[]) => run(args, { ZHENGGAI_DATA: server.dataDir });
const items = async (...args: string[]) => JSON.parse((await zhenggai(...args, "--json")).out).items;

beforeAll(async () => {
	server = await startServer(["--empty"]);
});
afterAll(() => server.stop());

const PLAN = `附件
青屏市整改方案

一、松泉县城区污水管网错接混接，生活污水直排青溪河。
责任单位：松泉县人民政府
督导单位：青屏市生态环境局
整改时限：2027年6月底前
整改目标：城区生活污水集中收集率达到70%以上。
整改措施：
（一）完成12公里管网改造。
（二）建立日常巡查制度。
`;

/** The cookie of a sign-in, as the page of the link makes it. */
async function signIn(link: string): Promise<string> {
	const { origin, searchParams } = new URL(link);
	const answer = await fetch(`${origin}/sign-in`, {
		method: "POST",
		redirect: "manual",
		headers: { origin },
		body: new URLSearchParams({ token: searchParams.get("token") ?? "" }),
	});
	expect(answer.status).toBe(303);
	return answer.headers
		.getSetCookie()
		.map((line) => line.split(";")[0] ?? "")
		.join("; ");
}

describe("an office begins with nothing", () => {
	test("before there are places nothing else can be made, and every answer names the next step", async () => {
		expect(await items("regions", "list")).toEqual([]);
		const user = await zhenggai(
			"users",
			"add",
			"shen.zhiyuan",
			"--name",
			"沈知远",
			"--role",
			"省整改办",
			"--region",
			"680000",
		);
		expect([user.code, user.err]).toEqual([3, expect.stringContaining("zhenggai regions add")]);
		const counties = file("counties.csv", "代码,名称\n680121,松泉县\n680122,白鹭县\n");
		const headless = await zhenggai("regions", "add", "--file", counties);
		expect([headless.code, headless.err]).toEqual([1, expect.stringContaining("TOP_REGION_MISSING")]);
	});

	test("a list with faults names each row and registers nothing", async () => {
		const list = file("faults.csv", "代码,名称\n680000,岚江省\n68010,青屏市\n680121,\n680000,岚江省\n");
		const { code, err } = await zhenggai("regions", "add", "--file", list);
		expect(code).toBe(1);
		for (const row of ["第 3 行“代码”", "第 4 行“名称”", "第 5 行“代码”", "未登记任何内容"])
			expect(err).toContain(row);
		expect(await items("regions", "list")).toEqual([]);
	});

	test("the first list of places, in GB18030 as offices save it, says where the ledger is", async () => {
		const gb = [0xe1, 0xb0, 0xbd, 0xad, 0xca, 0xa1];
		const list = file("regions.csv", Uint8Array.from([...Buffer.from("680000,"), ...gb, 0x0a]));
		const { code, err } = await zhenggai("regions", "add", "--file", list);
		expect([code, err]).toEqual([0, expect.stringContaining("台账所在：岚江省")]);
		const below = file("below.tsv", "行政区划代码\t名称\n680100\t青屏市\n680121\t松泉县\n");
		expect((await zhenggai("regions", "add", "--file", below)).code).toBe(0);
		expect((await zhenggai("regions", "add", "690000", "外省")).code).toBe(4);
		expect((await items("regions", "list")).map(({ code: at }: { code: string }) => at)).toEqual([
			"680000",
			"680100",
			"680121",
		]);
	});

	test("units come one by one and as a list in any order, all or none", async () => {
		const wrong = file("wrong.csv", "名称,区划,上级\n甲局,青屏市,没有的单位\n乙局,不存在市,\n");
		const refused = await zhenggai("units", "add", "--file", wrong);
		expect(refused.code).toBe(1);
		expect(refused.err).toMatch(/第 2 行“上级”[^\n]*\n第 3 行“区划”/);
		const list = file(
			"units.csv",
			"单位名称,上级单位,行政区划,别名\n松泉县环境监测站,青屏市生态环境局,松泉县,监测站\n青屏市生态环境局,,青屏市,市生态环境局、市环保局\n",
		);
		const made = await items("units", "add", "--file", list);
		expect(made).toMatchObject([
			{ name: "青屏市生态环境局", kind: "department", region: "680100", parentId: null },
			{ name: "松泉县环境监测站", kind: "institution", parentId: made[0].id },
		]);
		const again = await zhenggai("units", "add", "--file", list, "--lang", "en");
		expect([again.code, again.err]).toEqual([1, expect.stringContaining('row 3, "Name": UNIT_NAME_TAKEN')]);
		const one = await zhenggai("units", "add", "松泉县人民政府", "--region", "松泉县", "--alias", "县政府");
		expect(one.code).toBe(0);
		expect(await items("units", "list")).toHaveLength(3);
	});

	test("an account is checked word by word, and its owner signs in with a link", async () => {
		const add = (...args: string[]) => zhenggai("users", "add", "shen.zhiyuan", ...args);
		expect((await add("--role", "省整改办")).err).toContain("--name");
		const role = await add("--name", "沈知远", "--role", "boss");
		expect([role.code, role.err]).toEqual([2, expect.stringContaining("省整改办")]);
		expect((await add("--name", "沈知远", "--role", "省整改办", "--unit", "没有的单位")).code).toBe(3);
		const made = await add("--name", "沈知远", "--role", "省整改办");
		expect([made.code, made.err]).toEqual([0, expect.stringContaining("sign-in-link shen.zhiyuan")]);
		expect((await add("--name", "沈知远", "--role", "省整改办")).code).toBe(1);
		expect(await items("users", "list")).toMatchObject([{ username: "shen.zhiyuan", region: "680000" }]);
		const cookie = await signIn((await zhenggai("sign-in-link", "shen.zhiyuan")).out.trim());
		const me = await fetch(`${server.url}/trpc/access.me`, { headers: { cookie } });
		expect(await me.json()).toMatchObject({
			result: { data: { kind: "person", name: "沈知远", regionName: "岚江省" } },
		});
	});

	test("a plan is imported under an inspection and stands on the ledger", async () => {
		const plan = file("整改方案.txt", PLAN);
		const none = await zhenggai("import", plan, "--dry-run");
		expect([none.code, none.err]).toEqual([2, expect.stringContaining("zhenggai inspections add")]);
		const made = await items("inspections", "add", "第三轮省级督察", "--kind", "省级督察", "--round", "3");
		expect(await items("inspections", "list")).toMatchObject([{ id: made[0].id, issueCount: 0 }]);
		const applied = await zhenggai("import", plan, "--apply", "--inspection", "第三轮省级督察");
		expect([applied.code, applied.err]).toEqual([0, expect.stringContaining("新增 1")]);
		expect(await items("issues", "list")).toMatchObject([
			{ statement: expect.stringContaining("松泉县城区污水管网"), due: "2027-06-30" },
		]);
	});

	test("a table of complaints is imported, listed, shown and added up; again it brings nothing", async () => {
		const table = file(
			"信访.csv",
			"序号,受理编号,交办问题基本情况,行政区域,污染类型,调查核实情况,是否属实,办结目标,处理和整改情况,是否办结,责任人被处理情况\n1,D3QL202603010001,某砂石场夜间生产噪声扰民。,松泉县,噪声,经查属夜间生产。,属实,,责令限时生产。,已办结,无\n",
		);
		const apply = () => zhenggai("import", table, "--apply", "--batch", "1");
		const [first, again] = [await apply(), await apply()];
		expect([first.code, first.err]).toEqual([0, expect.stringContaining("信访件新增 1 件")]);
		expect([again.code, again.err]).toEqual([0, expect.stringContaining("无需导入")]);
		expect(
			await items("complaints", "list", "噪声", "--status", "已办结", "--region", "松泉县"),
		).toMatchObject([{ receiptNumber: "D3QL202603010001", batch: 1, region: "680121" }]);
		expect((await zhenggai("complaints", "show", "D3QL202603010001")).out).toContain("责令限时生产");
		expect((await zhenggai("complaints", "show", "没有")).code).toBe(3);
		const totals = JSON.parse((await zhenggai("complaints", "totals", "--json")).out);
		expect(totals).toMatchObject({ tally: { cases: 1 }, rates: { strict: 1, broad: 1 } });
	});
});
