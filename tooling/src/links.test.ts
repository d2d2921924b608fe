import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const ELSEWHERE = ["node_modules", "dist", "fixtures", ".turbo"];
const pages = globSync("**/*.md", {
	cwd: ROOT,
	exclude: (name) => ELSEWHERE.some((folder) => name === folder || name.endsWith(`/${folder}`)),
});

/** Relative targets of links and pictures, without their anchors. */
const targetsIn = (text: string): string[] =>
	[...text.replace(/```[\s\S]*?```/g, "").matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
		const [path = ""] = target.split("#");
		return path === "" || /^[a-z]+:/.test(path) ? [] : [decodeURIComponent(path)];
	});

test("there are pages to look at", () => {
	expect(pages).toContain("README.md");
	expect(pages).toContain("README.zh-CN.md");
});

test.each(pages)("the links and pictures of %s lead somewhere", (page) => {
	const targets = targetsIn(readFileSync(join(ROOT, page), "utf8"));
	expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
});
