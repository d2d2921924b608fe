import { expect, it } from "vitest";
import { testServices } from "../testing/index.ts";
import { accepted, buildWorld, cityOffice, register } from "../testing/ledger.ts";
import { noticeText, previewNotice } from "../testing/notices.ts";

const { services } = await testServices();
const world = await buildWorld(services);
const { closeOut, issues } = services;

const WASTE = "岚江支流沿岸三处砂石堆场未按要求退出，扬尘和废水影响周边群众。";
const DONE = "三处堆场已全部拆除，清运砂石四万吨，复绿二十亩。";

async function bring(completion: string) {
	const text = noticeText({ number: "十二", statement: WASTE, completion });
	const { draft, preview } = await previewNotice(world, cityOffice, text);
	accepted(await closeOut.applyNoticeImport(cityOffice, draft.id, {}));
	return { importId: draft.id, preview };
}

it("detaches the notices that an import attached; a replaced edition counts again, and both stay on record", async () => {
	const issue = await register(world, { number: "十二", seq: 12, statement: WASTE });
	const noticesNow = async () =>
		(await issues.getIssue(cityOffice, issue.row.id)).notices.map(({ completion, replacedBy }) => [
			completion,
			replacedBy === null,
		]);
	const first = await bring(DONE);
	const second = await bring(`${DONE}另补种乔木八百株。`);
	expect(await noticesNow()).toEqual([
		[`${DONE}另补种乔木八百株。`, true],
		[DONE, false],
	]);
	const shown = await issues.previewUndoImport(cityOffice, second.importId);
	expect(shown.items[0]?.changes).toMatchObject([{ field: "notices" }]);
	accepted(await issues.undoImport(cityOffice, second.importId, "公示有误", {}));
	expect(await noticesNow()).toEqual([[DONE, true]]);
	accepted(await issues.undoImport(cityOffice, first.importId, "公示有误", {}));
	expect(await noticesNow()).toEqual([]);
	const { items } = await issues.listHistory(cityOffice, { issueId: issue.row.id, limit: 10 });
	expect(items.map(({ type }) => type)).toEqual([
		"importUndone",
		"importUndone",
		"noticeAttached",
		"noticeAttached",
		"issueRegistered",
	]);
	expect((await bring(DONE)).preview.summary).toMatchObject({ new: 1, same: 0 });
});
