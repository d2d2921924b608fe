import type { UnitKind } from "./schema.ts";

const KIND_BY_ENDING: readonly (readonly [RegExp, UnitKind])[] = [
	[/整改办(公室)?$/u, "rectificationOffice"],
	[/领导小组(办公室)?$/u, "leadingGroup"],
	[/(公司|集团|厂|矿|企业|合作社|场)$/u, "enterprise"],
	[/(园区|开发区|高新区|示范区|管委会|管理委员会)$/u, "park"],
	[/(党委|市委|省委|县委|区委|州委|旗委|工委)$/u, "partyCommittee"],
	[/(政府|行署|办事处)$/u, "government"],
	[/(局|厅|委|委员会|办|办公室|部|署|司|处|支队|大队|总队)$/u, "department"],
	[/(中心|站|所|院|校|大学|医院|管理处|管护局)$/u, "institution"],
];

/** What kind of body a new unit is by the end of its name; an office can correct it. */
export const unitKindOf = (name: string): UnitKind =>
	KIND_BY_ENDING.find(([ending]) => ending.test(name.trim()))?.[1] ?? "other";
