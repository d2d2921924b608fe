import type { ImportChoices, ImportContext, ImportDraft, ImportPreview } from "@zhenggai/domain/issues";
import type { Actor } from "@zhenggai/domain/kernel";
import type { World } from "./ledger.ts";
import { CITY } from "./ledger.ts";

/** One issue of a plan as tests write it. */
export type PlanItem = {
	statement: string;
	units: readonly string[];
	supervising?: readonly string[];
	leader?: string | undefined;
	deadline?: string | undefined;
	goal?: string | undefined;
	measures?: readonly string[];
};

const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** A number below ten thousand in Chinese. */
export function chinese(n: number): string {
	if (n < 10) return DIGITS[n] ?? "";
	if (n < 20) return `十${n === 10 ? "" : chinese(n - 10)}`;
	for (const [unit, word] of [
		[1000, "千"],
		[100, "百"],
		[10, "十"],
	] as const) {
		if (n < unit) continue;
		const rest = n % unit;
		const gap = rest > 0 && rest < unit / 10 ? "零" : "";
		return `${chinese(Math.floor(n / unit))}${word}${rest === 0 ? "" : gap + chinese(rest)}`;
	}
	return "";
}

/** A published plan in the commonest layout, in our own words. */
export const planText = (items: readonly PlanItem[]): string =>
	items
		.map((item, at) =>
			[
				`${chinese(at + 1)}、${item.statement}`,
				`责任单位：${item.units.join("、")}`,
				...(item.supervising === undefined ? [] : [`督导单位：${item.supervising.join("、")}`]),
				...(item.leader === undefined ? [] : [`责任领导：${item.leader}`]),
				`整改时限：${item.deadline ?? "2026年12月底前"}`,
				`整改目标：${item.goal ?? "问题整改到位，长效机制建立。"}`,
				"整改措施：",
				...(item.measures ?? ["开展全面排查，建立问题台账。", "完成治理工程并组织验收。"]).map(
					(text, index) => `（${chinese(index + 1)}）${text}`,
				),
			].join("\n"),
		)
		.join("\n\n");

const PLACES = ["北沟", "南湾", "柳河", "青石", "大坪", "双桥", "石泉", "后山", "沙嘴", "竹溪"];
const MATTERS = [
	"生活污水直排",
	"尾矿库渗漏",
	"矿山未复绿",
	"扬尘管控不力",
	"畜禽粪污乱排",
	"垃圾填埋场渗滤液积存",
	"违规占用湿地",
	"管网雨污混流",
];

/** Findings that differ from each other as findings do. */
export const finding = (at: number): string =>
	`${PLACES[at % 10]}镇${PLACES[Math.floor(at / 10) % 10]}片区第${at + 1}号点位${MATTERS[at % 8]}，涉及${(at * 37) % 997}户，${
		MATTERS[(at * 3 + 1) % 8]
	}问题同时存在，监测超标${(at * 13) % 89}次，整改推进缓慢。`;

export const contextFor = (world: World): ImportContext => ({
	inspection: { kind: "existing", inspectionId: world.inspectionId },
	region: CITY,
	tier: "city",
	parentByNumber: false,
});

export const choicesFor = (world: World, more: Partial<ImportChoices> = {}): ImportChoices => ({
	context: contextFor(world),
	units: {},
	items: {},
	corrections: {},
	...more,
});

/** Reads pasted text and shows what it would do. */
export async function preview(
	world: World,
	actor: Actor,
	text: string,
	more: Partial<ImportChoices> = {},
): Promise<{ draft: ImportDraft; preview: ImportPreview }> {
	const draft = await world.services.issues.startImport(actor, { kind: "pasted", text });
	return {
		draft,
		preview: await world.services.issues.previewImport(actor, draft.id, choicesFor(world, more)),
	};
}
