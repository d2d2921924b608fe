import { expect, test } from "vitest";
import { type AmendFields, changesOf } from "./amend-draft.ts";
import { begun, caughtUp, changedSince, contested } from "./begun.ts";
import { emptyDeadline } from "./deadline-draft.ts";
import { changesOf as siteChanges } from "./site-draft.ts";

const FIELDS: AmendFields = {
	goal: "完成清理",
	field: "",
	generality: "",
	constraints: "",
	remarks: "",
	central: "",
	province: "3",
	city: "7",
	county: "",
	deadline: emptyDeadline,
	noDeadline: true,
};

test("a draft that comes back leaves alone what others changed meanwhile", () => {
	const draft = { ...begun(FIELDS), remarks: "我的备注" };
	const present = { ...FIELDS, goal: "他人改的目标", remarks: "他人的备注" };
	const back = caughtUp(draft, present);
	expect(back.goal).toBe("他人改的目标");
	expect(back.remarks).toBe("我的备注");
	expect(changesOf(back, present)).toEqual({ remarks: "我的备注" });
	expect(changedSince(back.start, present, "goal")).toEqual([]);
	expect(changedSince(back.start, present)).toEqual(["remarks"]);
	expect(contested(draft, present)).toEqual(["remarks"]);
});

test("numbers of tiers that were left alone are sent as they are now", () => {
	const draft = { ...begun(FIELDS), county: "12" };
	const present = { ...FIELDS, city: "8" };
	expect(changesOf(draft, present)).toEqual({
		numberByTier: { central: null, province: "3", city: "8", county: "12" },
	});
});

test("fields that are one thing are taken over together", () => {
	const present = { ...FIELDS, deadline: { ...emptyDeadline, text: "年底前" }, noDeadline: false };
	const typed = { ...begun(FIELDS), deadline: { ...emptyDeadline, text: "明年" } };
	const groups = [["deadline", "noDeadline"]] as const;
	expect(caughtUp(typed, present, groups).noDeadline).toBe(true);
	expect(caughtUp(begun(FIELDS), present, groups)).toEqual(begun(present));
});

test("an amendment of a site holds only what differs", () => {
	const site = { name: "一号矿坑", region: "680101", address: "", position: "106.5, 34.2" };
	expect(siteChanges(begun(site))).toEqual({});
	expect(siteChanges({ ...begun(site), position: "106.6，34.2" })).toEqual({ position: [106.6, 34.2] });
	expect(siteChanges({ ...begun(site), position: "" })).toEqual({ position: null });
});
