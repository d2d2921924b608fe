import { describe, expect, it } from "vitest";
import { testServices } from "../testing/index.ts";
import { accepted, assignment, buildWorld, cityOffice, register, run } from "../testing/ledger.ts";

const { services } = await testServices();
const world = await buildWorld(services);

describe("commandIssue", () => {
	it("registers an issue and shows it", async () => {
		const issue = await register(world);
		expect(issue.row.version).toBe(1);
		expect(issue.row.regionName).toBe("青屏市");
		const again = await services.issues.getIssue(cityOffice, issue.row.id);
		expect(again.row).toEqual(issue.row);
		const page = await services.issues.listIssues(cityOffice, {
			filter: {},
			sort: "due",
			descending: false,
			limit: 50,
		});
		expect(page.items.map(({ id }) => id)).toContain(issue.row.id);
		const next = accepted(
			await run(world, cityOffice, issue, {
				type: "assignIssue",
				assignments: [
					assignment("lead", world.units.cityEco),
					assignment("supervising", world.units.provinceEco),
				],
				importId: null,
			}),
		);
		expect(next.row.lifecycle).toBe("assigned");
		expect(next.row.leadUnits).toEqual(["青屏市生态环境局"]);
	});
});
