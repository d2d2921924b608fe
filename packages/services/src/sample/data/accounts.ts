import type { Role } from "@zhenggai/domain/kernel";
import type { SampleRegion } from "./places.ts";

/** One account a role, so that every desk can be tried. No account has a password: sign-in is by one-time link. */
export type SampleAccount = {
	username: string;
	name: string;
	role: Role;
	region: SampleRegion;
	unit: string | null;
};

export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
	{ username: "prov-office", name: "沈知远", role: "provOffice", region: "680000", unit: "省整改办" },
	{ username: "city-office", name: "陆青禾", role: "cityOffice", region: "680100", unit: "市整改办" },
	{ username: "county-office", name: "韩松年", role: "countyOffice", region: "680121", unit: "松泉整改办" },
	{ username: "leading-group", name: "傅怀民", role: "leadingGroup", region: "680100", unit: "市领导小组" },
	{ username: "lead-unit", name: "顾一帆", role: "leadUnit", region: "680100", unit: "青屏市水务" },
	{ username: "resp-unit", name: "岑小满", role: "respUnit", region: "680121", unit: "松泉县林业" },
	{ username: "sup-unit", name: "江望舒", role: "supUnit", region: "680000", unit: "岚江省生态环境" },
	{ username: "acc-unit", name: "温其玉", role: "accUnit", region: "680100", unit: "青屏市生态环境" },
	{ username: "sector", name: "贺临川", role: "sector", region: "680000", unit: "岚江省住建" },
	{ username: "discipline", name: "严正初", role: "discipline", region: "680100", unit: null },
	{ username: "liaison", name: "宋晚晴", role: "liaison", region: "680100", unit: "市整改办" },
	{ username: "enterprise", name: "钟铁生", role: "enterprise", region: "680123", unit: "铜岭锌业" },
	{ username: "auditor", name: "白景行", role: "auditor", region: "680000", unit: null },
];
