import { expect, test } from "vitest";
import { unitKindOf } from "./unit-kind.ts";

test.each([
	["青屏市生态环境局", "department"],
	["松泉县人民政府", "government"],
	["中共青屏市委", "partyCommittee"],
	["市整改办", "rectificationOffice"],
	["清源水务有限公司", "enterprise"],
	["青屏经济技术开发区管委会", "park"],
	["河道治理中心", "institution"],
	["若干人", "other"],
])("kind of %s is %s", (name, kind) => {
	expect(unitKindOf(name)).toBe(kind);
});
