import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draftsPath, fileDrafts } from "./drafts.ts";

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "zhenggai-drafts-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const draft = (text: string) => ({ at: "2026-07-12T04:00:00.000Z", values: { text } });

test("a draft is kept for its owner alone, until it is dropped", () => {
	const path = draftsPath({ XDG_STATE_HOME: folder });
	const drafts = fileDrafts(path);
	expect(drafts.get("a")).toBeNull();
	drafts.put("a", draft("甲"));
	drafts.put("b", draft("乙"));
	expect(fileDrafts(path).get("a")).toEqual(draft("甲"));
	expect(statSync(path).mode & 0o077).toBe(0);
	drafts.drop("a");
	expect([drafts.get("a"), drafts.get("b")]).toEqual([null, draft("乙")]);
});

test("the oldest go where there are too many, and a broken file holds none", () => {
	const path = join(folder, "many.json");
	const drafts = fileDrafts(path);
	for (let n = 0; n <= 100; n += 1) drafts.put(`k${n}`, draft(`${n}`));
	expect([drafts.get("k0"), drafts.get("k1")]).toEqual([null, draft("1")]);
	writeFileSync(path, "{");
	expect(drafts.get("k1")).toBeNull();
});

test("a folder that cannot be written keeps none and breaks nothing", () => {
	writeFileSync(join(folder, "file"), "");
	const drafts = fileDrafts(join(folder, "file", "drafts.json"));
	drafts.put("a", draft("甲"));
	expect(drafts.get("a")).toBeNull();
});
