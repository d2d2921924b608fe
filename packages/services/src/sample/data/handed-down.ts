import type { SampleDeadline } from "./kinds.ts";
import { day, measure, monthEnd, type SampleIssue, type SampleMeasure, yearEnd } from "./kinds.ts";
import type { SampleRegion } from "./places.ts";
import { PROVINCE_ISSUES } from "./province-issues.ts";

type Part = {
	region: SampleRegion;
	number: string;
	/** The item it was handed down from, by key. */
	parent: string;
	goal: string | null;
	deadline: SampleDeadline | null;
	lead: string | null;
	responsible?: string[];
	supervising: string | null;
	leader: string | null;
	persons?: string[];
	measures: SampleMeasure[];
	progress: SampleIssue["progress"];
};

/** What cities made of the province's items, and counties of the cities'. */
const PARTS: readonly Part[] = [
	{
		region: "680100",
		number: "2",
		parent: "中央-2",
		goal: "青屏市境内调出区域全部恢复，两座小水电站退出或整治到位。",
		deadline: yearEnd(1),
		lead: "青屏市林业",
		responsible: ["松泉县政府", "松岭保护区"],
		supervising: "岚江省林业",
		leader: "苏木/局长",
		persons: ["林深/保护地科科长"],
		measures: [
			measure("代市政府起草恢复边界的请示。", "documentAction", monthEnd(2), { term: "immediateFix" }),
			measure("组织两站生态流量监测。", "monitoring", monthEnd(5), {
				term: "longTermMechanism",
				screening: true,
			}),
		],
		progress: "planning",
	},
	{
		region: "680121",
		number: "1",
		parent: "青屏-2",
		goal: "松泉县境内恢复林地一千二百公顷，取水点和两座电站按方案处置。",
		deadline: monthEnd(9),
		lead: "松泉县林业",
		responsible: ["松泉电力", "岚岭饮料", "松泉县水务"],
		supervising: "青屏市林业",
		leader: "岑小满/局长",
		persons: ["叶茂/保护站站长"],
		measures: [
			measure("两站安装生态流量泄放设施。", "works", monthEnd(3), { term: "immediateFix" }),
			measure("调出区域复绿并建立管护责任制。", "works", monthEnd(9), {
				term: "longTermMechanism",
				screening: true,
			}),
		],
		progress: "acknowledged",
	},
	{
		region: "680100",
		number: "3",
		parent: "中央-3",
		goal: "渗滤液不外排，溪沟断面达到Ⅲ类。",
		deadline: monthEnd(4),
		lead: "青屏市生态环境",
		responsible: ["铜岭县政府"],
		supervising: "岚江省生态环境",
		leader: "温其玉/局长",
		persons: ["石砚/土壤科科长"],
		measures: [
			measure("建成应急截渗沟和临时处理设施。", "works", monthEnd(0), { term: "immediateFix" }),
			measure("建立渣场日巡查制度并排查同类渣场。", "policy", monthEnd(3), {
				term: "longTermMechanism",
				screening: true,
			}),
		],
		progress: "planning",
	},
	{
		region: "680123",
		number: "1",
		parent: "青屏-3",
		goal: "三座渣场防渗封场完成，断面达标。",
		deadline: monthEnd(1),
		lead: "铜岭县政府",
		responsible: ["铜岭锌业", "铜岭县生态环境"],
		supervising: "青屏市生态环境",
		leader: "雷镇岳/县长",
		persons: ["铁木/县生态环境局局长"],
		measures: [
			measure("三座渣场覆盖导排，渗滤液收集处理。", "works", day(20), { term: "immediateFix" }),
			measure("防渗封场工程完工。", "works", monthEnd(1)),
			measure("排查同类渣堆并建立日巡查制度。", "campaign", monthEnd(1), {
				screening: true,
				term: "longTermMechanism",
			}),
		],
		progress: "planning",
	},
	{
		region: "680100",
		number: "4",
		parent: "中央-4",
		goal: "白鹭湖水质稳定达到Ⅲ类。",
		deadline: yearEnd(1),
		lead: "青屏市水务",
		responsible: ["白鹭县政府", "青屏市农业农村"],
		supervising: "岚江省水务",
		leader: "顾一帆/局长",
		persons: ["龚泉/排水科科长"],
		measures: [
			measure("逐乡镇核定接户缺口并开工。", "works", monthEnd(6), { term: "immediateFix" }),
			measure("环湖治理月调度，市内其他湖库同步排查。", "policy", monthEnd(6), {
				term: "longTermMechanism",
				screening: true,
			}),
		],
		progress: "acknowledged",
	},
	{
		region: "680122",
		number: "1",
		parent: "青屏-4",
		goal: "环湖十一个乡镇生活污水集中处理率达到85%，围网全部清退。",
		deadline: monthEnd(10),
		lead: "白鹭县政府",
		responsible: ["白鹭县住建", "白鹭县农业农村", "白鹭保护区"],
		supervising: "青屏市水务",
		leader: "水长宁/县长",
		persons: ["鱼沉舟/副县长"],
		measures: [
			measure("清退围网二千三百亩。", "campaign", day(-20), { term: "immediateFix" }),
			measure("敷设管网九十六公里并接户。", "works", monthEnd(9)),
			measure("建立接户后评估制度。", "policy", monthEnd(10), { term: "longTermMechanism", screening: true }),
		],
		progress: "planning",
	},
	...(["680100", "680200"] as const).map(
		(region): Part => ({
			region,
			number: "5",
			parent: "中央-5",
			goal: "本市城区污水直排口全部消除。",
			deadline: monthEnd(6),
			lead: region === "680100" ? "青屏市住建" : "云渡市住建",
			responsible: region === "680100" ? ["岚北区政府", "清源水务"] : ["渡口区政府"],
			supervising: "岚江省住建",
			leader: region === "680100" ? "秦柏/局长" : "阮溪/局长",
			persons: region === "680100" ? ["邓疏影/质安站站长"] : ["舒畅/排水科科长"],
			measures: [
				measure(region === "680100" ? "封堵城东两处直排口。" : "封堵柳叶河一处直排口。", "works", day(-15), {
					term: "immediateFix",
				}),
				measure("完成混接点改造和排口清单动态更新。", "works", monthEnd(6), {
					term: "longTermMechanism",
					screening: true,
				}),
			],
			progress: "planning",
		}),
	),
	{
		region: "680200",
		number: "6",
		parent: "中央-6",
		goal: "赤坪县五座采石场越界查处到位，到期矿山修复率达到95%。",
		deadline: yearEnd(2),
		lead: "云渡市自然资源",
		responsible: ["赤坪县政府"],
		supervising: "岚江省自然资源",
		leader: "戈壁舟/局长",
		persons: ["卜岩/矿管科科长"],
		measures: [
			measure("五座采石场越界行为立案，划定开采红线。", "enforcement", monthEnd(0), { term: "immediateFix" }),
			measure("到期矿山逐座修复。", "works", yearEnd(2), { term: "longTermMechanism", screening: true }),
		],
		progress: "planning",
	},
	{
		region: "680222",
		number: "1",
		parent: "云渡-6",
		goal: "五座采石场裸露面复绿。",
		deadline: yearEnd(2),
		lead: "赤坪县政府",
		responsible: ["赤坪县自然资源"],
		supervising: "云渡市自然资源",
		leader: "丘林/县长",
		measures: [measure("裸露面分期复绿。", "works", yearEnd(2), { term: "immediateFix" })],
		progress: "assigned",
	},
	{
		region: "680102",
		number: "1",
		parent: "中央-8",
		goal: "工地扬尘防治措施落实率达到98%以上。",
		deadline: day(-100),
		lead: "岚北区住建",
		responsible: ["岚北区城管"],
		supervising: "青屏市住建",
		leader: "谭月川/区长",
		persons: ["祝宁/局长"],
		measures: [
			measure("九个工地裸土全部覆盖。", "enforcement", day(-110), { term: "immediateFix" }),
			measure("建立工地互查制度。", "policy", day(-100), { term: "longTermMechanism", screening: true }),
		],
		progress: "planning",
	},
	...(
		[
			["680200", "云渡市农业农村", "苇湖县政府", "穆禾/局长"],
			["680100", "青屏市农业农村", "松泉县政府", "田恬/局长"],
		] as const
	).map(
		([region, lead, county, leader]): Part => ({
			region,
			number: "9",
			parent: "中央-9",
			goal: "规模以下养殖场（户）粪污利用设施配套率达到90%。",
			deadline: monthEnd(10),
			lead,
			responsible: [county],
			supervising: "岚江省农业农村",
			leader,
			persons: ["于畔/科长"],
			measures: [
				measure("直排沟渠口全部封堵。", "enforcement", monthEnd(0), { term: "immediateFix" }),
				measure("分户配套贮存设施，建立种养结合台账。", "works", monthEnd(10), {
					term: "longTermMechanism",
					screening: true,
				}),
			],
			progress: "planning",
		}),
	),
	{
		region: "680221",
		number: "1",
		parent: "云渡-9",
		goal: "苇湖县二十七家养殖场（户）粪污零直排。",
		deadline: monthEnd(4),
		lead: "苇湖县农业农村",
		responsible: ["苇湖县生态环境"],
		supervising: "云渡市农业农村",
		leader: "芦笛/局长",
		persons: ["苇航/畜牧站站长"],
		measures: [
			measure("二十七家养殖场（户）直排口封堵。", "enforcement", day(8), { term: "immediateFix" }),
			measure("配套贮粪池并签订还田协议。", "works", monthEnd(4), {
				term: "longTermMechanism",
				screening: true,
			}),
		],
		progress: "planning",
	},
	{
		region: "680121",
		number: "2",
		parent: "中央-10",
		goal: "二水厂一级保护区清理到位，应急水源通水。",
		deadline: monthEnd(2),
		lead: "松泉县政府",
		responsible: ["松泉县水务", "松泉县住建"],
		supervising: "青屏市水务",
		leader: "郁青川/县长",
		persons: ["水清浅/局长"],
		measures: [
			measure("三家农家乐依法退出。", "relocation", day(3), { term: "immediateFix" }),
			measure("应急水源工程通水并建立水源巡查制度。", "works", monthEnd(2), {
				term: "longTermMechanism",
				screening: true,
			}),
		],
		progress: "acknowledged",
	},
	{
		region: "680202",
		number: "1",
		parent: "中央-11",
		goal: "柳叶河渡口段消除黑臭。",
		deadline: monthEnd(1),
		lead: "渡口区政府",
		responsible: ["渡口区住建", "渡口区城管"],
		supervising: "云渡市住建",
		leader: "舟自横/区长",
		persons: ["舒畅/排水科科长"],
		measures: [
			measure("沿岸垃圾日清，修复两处破损截污管。", "works", day(1), { term: "immediateFix" }),
			measure("落实河道保洁责任人并公示。", "policy", monthEnd(1), {
				term: "longTermMechanism",
				screening: true,
			}),
		],
		progress: "planning",
	},
	...(["680100", "680200"] as const).map(
		(region): Part => ({
			region,
			number: "12",
			parent: "中央-12",
			goal: "夜间施工审批规范率达到100%。",
			deadline: { kind: "yearly", month: 6 },
			lead: region === "680100" ? "青屏市住建" : "云渡市住建",
			responsible: region === "680100" ? ["青屏市城管", "岚北区政府"] : ["云渡市城管"],
			supervising: "岚江省住建",
			leader: region === "680100" ? "秦柏/局长" : "阮溪/局长",
			persons: region === "680100" ? ["邓疏影/质安站站长"] : ["舒畅/排水科科长"],
			measures: [
				measure("夜间施工证明上网公示，重复投诉点位蹲点核查。", "enforcement", monthEnd(0), {
					term: "immediateFix",
				}),
				measure(
					"每年上半年评估审批规定执行情况。",
					"policy",
					{ kind: "yearly", month: 6 },
					{
						term: "longTermMechanism",
						screening: true,
					},
				),
			],
			progress: region === "680100" ? "planning" : "assigned",
		}),
	),
];

const PLACE_PREFIX: Record<SampleRegion, string> = {
	"680000": "岚江",
	"680100": "青屏",
	"680102": "岚北",
	"680121": "松泉",
	"680122": "白鹭",
	"680123": "铜岭",
	"680200": "云渡",
	"680202": "渡口",
	"680221": "苇湖",
	"680222": "赤坪",
};

/** Adds the handed-down items after their parents, each with the parent's wording of the finding. */
function handDown(): SampleIssue[] {
	const known = new Map(PROVINCE_ISSUES.map((issue) => [issue.key, issue]));
	return PARTS.map((part) => {
		const parent = known.get(part.parent);
		if (parent === undefined) throw new Error(`the sample hands down an unknown item: ${part.parent}`);
		const issue: SampleIssue = {
			...part,
			key: `${PLACE_PREFIX[part.region]}-${part.number}`,
			inspection: parent.inspection,
			tier: part.region.endsWith("00") ? "city" : "county",
			statement: parent.statement,
			field: parent.field,
			generality: parent.generality,
			...(parent.constraints === undefined ? {} : { constraints: parent.constraints }),
		};
		known.set(issue.key, issue);
		return issue;
	});
}

export const HANDED_DOWN_ISSUES: readonly SampleIssue[] = handDown();
