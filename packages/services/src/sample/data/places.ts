/**
 * The fictional province of the sample. Its GB/T 2260 codes begin with 68, which the standard gives to nobody, so
 * that they can never meet a real place.
 */
export const PROVINCE = "680000";
export const QINGPING = "680100";
export const YUNDU = "680200";

export const SAMPLE_REGIONS = [
	{ code: PROVINCE, name: "岚江省" },
	{ code: QINGPING, name: "青屏市" },
	{ code: "680102", name: "岚北区" },
	{ code: "680121", name: "松泉县" },
	{ code: "680122", name: "白鹭县" },
	{ code: "680123", name: "铜岭县" },
	{ code: YUNDU, name: "云渡市" },
	{ code: "680202", name: "渡口区" },
	{ code: "680221", name: "苇湖县" },
	{ code: "680222", name: "赤坪县" },
] as const;

export type SampleRegion = (typeof SAMPLE_REGIONS)[number]["code"];
