import { Actor, NOWHERE_YET, Region } from "@zhenggai/domain/kernel";
import { expect, test } from "vitest";
import { SYSTEM, testServices } from "../testing/index.ts";
import { accepted, rulesOf } from "../testing/ledger.ts";

const { services } = await testServices();
const { registerRegions, listRegions } = services.responsibilities;
const operator = Actor.parse({
	...{ kind: "operator", name: "operator", role: "provOffice", unitId: null },
	region: NOWHERE_YET,
});
const places = (...codes: string[]) => codes.map((code) => Region.parse({ code, name: `地方${code}` }));

test("the operator of an empty ledger says where it is, once", async () => {
	expect(rulesOf(await registerRegions(operator, places("680121", "680122")))).toEqual([
		"TOP_REGION_MISSING",
	]);
	expect(await listRegions(SYSTEM)).toEqual([]);
	accepted(await registerRegions(operator, places("680000", "680100")));
	expect(rulesOf(await registerRegions(operator, places("690000")))).toEqual(["OUT_OF_REGION"]);
	expect((await listRegions(SYSTEM)).map(({ code }) => code)).toEqual(["680000", "680100"]);
});
