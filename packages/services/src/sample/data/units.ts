import type { UnitKind } from "@zhenggai/domain/responsibilities";
import type { SampleRegion } from "./places.ts";

/** A unit of the sample. `key` is how issues name it; `parent` is another unit's key. */
export type SampleUnit = {
	key: string;
	name: string;
	region: SampleRegion;
	kind: UnitKind;
	parent?: string;
	aliases?: string[];
};

const office = (key: string, name: string, region: SampleRegion, parent?: string): SampleUnit => ({
	key,
	name,
	region,
	kind: "rectificationOffice",
	...(parent === undefined ? {} : { parent }),
});

/** Departments that every tier has, as `[key, name after the place's name]`. */
const DEPARTMENTS = [
	["生态环境", "生态环境局"],
	["住建", "住房和城乡建设局"],
	["水务", "水务局"],
	["林业", "林业局"],
	["自然资源", "自然资源局"],
	["农业农村", "农业农村局"],
	["工信", "工业和信息化局"],
	["城管", "城市管理局"],
	["交通", "交通运输局"],
	["公安", "公安局"],
] as const;

const departments = (
	place: string,
	region: SampleRegion,
	keys: readonly string[],
	suffix: (name: string) => string = (name) => name,
): SampleUnit[] =>
	DEPARTMENTS.filter(([key]) => keys.includes(key)).map(([key, name]) => ({
		key: `${place}${key}`,
		name: `${place}${suffix(name)}`,
		region,
		kind: "department",
		parent: `${place}政府`,
		aliases: [name],
	}));

const government = (place: string, region: SampleRegion): SampleUnit => ({
	key: `${place}政府`,
	name: `${place}人民政府`,
	region,
	kind: "government",
	aliases: [`${place}政府`, `${place}委、${place}政府`],
});

const COUNTY = ["生态环境", "住建", "水务", "林业", "自然资源", "农业农村", "城管"];

export const SAMPLE_UNITS: readonly SampleUnit[] = [
	{
		key: "省领导小组",
		name: "岚江省生态环境保护督察整改工作领导小组",
		region: "680000",
		kind: "leadingGroup",
	},
	office("省整改办", "岚江省生态环境保护督察整改工作领导小组办公室", "680000", "省领导小组"),
	government("岚江省", "680000"),
	...departments(
		"岚江省",
		"680000",
		["生态环境", "住建", "水务", "林业", "自然资源", "农业农村", "工信", "交通"],
		(name) => name.replace(/局$/, "厅").replace("林业厅", "林业和草原局"),
	),
	{
		key: "市领导小组",
		name: "青屏市生态环境保护督察整改工作领导小组",
		region: "680100",
		kind: "leadingGroup",
	},
	office("市整改办", "青屏市生态环境保护督察整改工作领导小组办公室", "680100", "市领导小组"),
	government("青屏市", "680100"),
	...departments(
		"青屏市",
		"680100",
		DEPARTMENTS.map(([key]) => key),
	),
	{
		key: "青屏高新区",
		name: "青屏高新技术产业开发区管理委员会",
		region: "680100",
		kind: "park",
		parent: "青屏市政府",
		aliases: ["青屏高新区管委会"],
	},
	office("云渡整改办", "云渡市生态环境保护督察整改工作领导小组办公室", "680200"),
	government("云渡市", "680200"),
	...departments("云渡市", "680200", ["生态环境", "住建", "水务", "自然资源", "农业农村", "城管"]),
	...(
		[
			["岚北区", "680102"],
			["松泉县", "680121"],
			["白鹭县", "680122"],
			["铜岭县", "680123"],
			["渡口区", "680202"],
			["苇湖县", "680221"],
			["赤坪县", "680222"],
		] as const
	).flatMap(([place, region]) => [government(place, region), ...departments(place, region, COUNTY)]),
	office("松泉整改办", "松泉县生态环境保护督察整改工作领导小组办公室", "680121"),
	office("铜岭整改办", "铜岭县生态环境保护督察整改工作领导小组办公室", "680123"),
	{ key: "清源水务", name: "青屏清源水务有限公司", region: "680102", kind: "enterprise" },
	{ key: "铜岭锌业", name: "铜岭锌业有限责任公司", region: "680123", kind: "enterprise" },
	{ key: "松泉电力", name: "松泉二级水电站有限公司", region: "680121", kind: "enterprise" },
	{ key: "岚岭饮料", name: "岚岭山泉饮料有限公司", region: "680121", kind: "enterprise" },
	{ key: "白鹭保护区", name: "白鹭湖省级自然保护区管理局", region: "680122", kind: "institution" },
	{ key: "松岭保护区", name: "松岭省级自然保护区管理处", region: "680121", kind: "institution" },
];
