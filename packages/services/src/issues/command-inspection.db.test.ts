import type { NewInspection } from "@zhenggai/domain/issues";
import { InspectionId, IsoDate, type RegionCode } from "@zhenggai/domain/kernel";
import { expect, it } from "vitest";
import { newId, testServices } from "../testing/index.ts";
import {
	accepted,
	auditor,
	buildWorld,
	CITY,
	cityOffice,
	countyOffice,
	OTHER_CITY,
	otherCity,
	PROVINCE,
	provOffice,
	register,
	rulesOf,
} from "../testing/ledger.ts";

const { services } = await testServices();
const world = await buildWorld(services);

const inspection = (region: RegionCode, name = "第二轮省级督察"): NewInspection => ({
	kind: "provincialInspection",
	name,
	round: 2,
	batch: 1,
	team: null,
	region,
	enteredOn: null,
	leftOn: null,
	feedback: { feedbackDate: IsoDate.parse("2024-08-21"), title: "反馈意见", documentNumber: null },
	ruleSet: null,
});

const open = (region: RegionCode, actor = provOffice, key?: string, name?: string) => {
	const inspectionId = InspectionId.parse(newId());
	const envelope = key === undefined ? { expectedVersion: 0 } : { expectedVersion: 0, idempotencyKey: key };
	return services.issues.commandInspection(
		actor,
		inspectionId,
		{ type: "registerInspection", inspectionId, inspection: inspection(region, name) },
		envelope,
	);
};

it("registers an inspection and says when its plan is due", async () => {
	const row = accepted(await open(PROVINCE));
	// 45 working days after the feedback of 2024-08-21 (domain.md Appendix A).
	expect(row).toMatchObject({ version: 1, regionName: "岚江省", issueCount: 0, planDueOn: "2024-10-29" });
});

it("is seen where it concerns somebody, with the issues of the own region", async () => {
	const mine = accepted(await open(CITY, cityOffice, undefined, "青屏市督察"));
	const names = async (actor: typeof cityOffice) =>
		(await services.issues.listInspections(actor)).map(({ name }) => name);
	expect(await names(countyOffice)).toContain(mine.name);
	expect(await names(provOffice)).toContain(mine.name);
	expect(await names(otherCity)).not.toContain(mine.name);
	expect(await names(otherCity)).toContain("第三轮中央生态环境保护督察");
	await register(world);
	await register(world, { region: OTHER_CITY });
	const count = async (actor: typeof cityOffice) =>
		(await services.issues.listInspections(actor)).find(({ id }) => id === world.inspectionId)?.issueCount;
	expect([await count(provOffice), await count(cityOffice), await count(countyOffice)]).toEqual([2, 1, 0]);
});

it("carries a correction into the line of every issue", async () => {
	const issue = await register(world);
	const [row] = (await services.issues.listInspections(provOffice)).filter(
		({ id }) => id === world.inspectionId,
	);
	const amend = {
		type: "amendInspection",
		changes: { name: "第三轮督察（更名）" },
		reason: "按文件更正",
	} as const;
	const envelope = { expectedVersion: row?.version ?? 0 };
	accepted(await services.issues.commandInspection(provOffice, world.inspectionId, amend, envelope));
	const page = await services.issues.listIssues(provOffice, {
		filter: { inspectionId: world.inspectionId },
		sort: "updated",
		descending: true,
		limit: 1,
	});
	expect(page.items[0]).toMatchObject({ id: issue.row.id, version: 1, inspectionName: "第三轮督察（更名）" });
	const late = await services.issues.commandInspection(provOffice, world.inspectionId, amend, envelope);
	expect(rulesOf(late)).toEqual(["VERSION_CONFLICT"]);
});

it("is refused to roles that may not, and not found from another region", async () => {
	expect(rulesOf(await open(PROVINCE, auditor))).toEqual(["NOT_ALLOWED"]);
	expect((await open(OTHER_CITY, cityOffice)).ok).toBe(false);
	const mine = accepted(await open(CITY, cityOffice, undefined, "再一次督察"));
	const amend = { type: "amendInspection", changes: { team: "一组" }, reason: "补充" } as const;
	await expect(
		services.issues.commandInspection(otherCity, mine.id, amend, { expectedVersion: 1 }),
	).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("does a repeated request once", async () => {
	const inspectionId = InspectionId.parse(newId());
	const command = {
		type: "registerInspection",
		inspectionId,
		inspection: inspection(CITY, "重复请求"),
	} as const;
	const ask = () =>
		services.issues.commandInspection(provOffice, inspectionId, command, {
			expectedVersion: 0,
			idempotencyKey: "inspection-1",
		});
	const [one, two] = await Promise.all([ask(), ask()]);
	expect(accepted(one)).toEqual(accepted(two));
});
