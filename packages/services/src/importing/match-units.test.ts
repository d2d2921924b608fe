import { RegionCode, UnitId } from "@zhenggai/domain/kernel";
import type { Unit } from "@zhenggai/domain/responsibilities";
import { expect, test } from "vitest";
import { UnitMatcher } from "./match-units.ts";

const REGIONS = [
	["680000", "岚江省"],
	["680100", "青屏市"],
	["680200", "云渡市"],
	["680121", "松泉县"],
	["680221", "苇湖县"],
].map(([code, name]) => ({ code: RegionCode.parse(code), name: name ?? "" }));

const unit = (name: string, region: string, aliases: string[] = []): Unit => ({
	id: UnitId.parse(crypto.randomUUID()),
	version: 1,
	name,
	aliases,
	kind: "department",
	region: RegionCode.parse(region),
	parentId: null,
	active: true,
});

const matcher = new UnitMatcher(
	[
		unit("岚江省生态环境厅", "680000"),
		unit("岚江省水利厅", "680000", ["省水利部门"]),
		unit("青屏市生态环境局", "680100"),
		unit("青屏市人民政府", "680100"),
		unit("中共青屏市委员会", "680100"),
		unit("青屏市委、市政府", "680100"),
		unit("市住房和城乡建设局", "680100"),
		unit("云渡市生态环境局", "680200"),
		unit("松泉县人民政府", "680121"),
		unit("自然资源局", "680121"),
		unit("自然资源局", "680221"),
		unit("苇湖县人民政府", "680221"),
	],
	REGIONS,
);

test.each([
	{ name: "青屏市生态环境局", at: "680100", unit: "青屏市生态环境局" },
	{ name: "市生态环境局", at: "680100", unit: "青屏市生态环境局" },
	{ name: "市生态环境局", at: "680200", unit: "云渡市生态环境局" },
	{ name: "市生态环境局", at: "680121", unit: "青屏市生态环境局" },
	{ name: "生态环境局", at: "680100", unit: "青屏市生态环境局" },
	{ name: "省生态环境厅", at: "680121", unit: "岚江省生态环境厅" },
	{ name: "省水利部门", at: "680100", unit: "岚江省水利厅" },
	{ name: "市政府", at: "680100", unit: "青屏市人民政府" },
	{ name: "青屏市政府", at: "680200", unit: "青屏市人民政府" },
	{ name: "市委", at: "680100", unit: "中共青屏市委员会" },
	{ name: "青屏市委、市政府", at: "680100", unit: "青屏市委、市政府" },
	{ name: "青屏市住房和城乡建设局", at: "680100", unit: "市住房和城乡建设局" },
	{ name: "青屏市松泉县政府", at: "680100", unit: "松泉县人民政府" },
	{ name: "松泉县政府", at: "680100", unit: "松泉县人民政府" },
	{ name: "县自然资源局", at: "680221", unit: "自然资源局" },
	{ name: " 青屏市 生态环境局 ", at: "680100", unit: "青屏市生态环境局" },
	{ name: "自然资源局", at: "680100", unit: null },
	{ name: "市气象局", at: "680100", unit: null },
	{ name: "云渡市人民政府", at: "680200", unit: null },
	{ name: "县政府", at: "680200", unit: null },
])("“$name” in $at is $unit", ({ name, at, unit: expected }) => {
	expect(matcher.match(name, RegionCode.parse(at)).matched?.name ?? null).toBe(expected);
});

test("of two units of one name it is that of the document's region", () => {
	const found = matcher.match("自然资源局", RegionCode.parse("680221"));
	expect(found.matched?.region).toBe("680221");
});

test("suggests what is alike, the nearest first", () => {
	const { matched, suggestions } = matcher.match("青屏市生态环境保护局", RegionCode.parse("680100"));
	expect(matched).toBeNull();
	expect(suggestions.map(({ name }) => name).slice(0, 2)).toEqual(["青屏市生态环境局", "云渡市生态环境局"]);
	expect(matcher.match("鲸鱼研究所", RegionCode.parse("680100")).suggestions).toEqual([]);
});
