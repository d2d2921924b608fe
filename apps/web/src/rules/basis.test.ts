import { expect, test } from "vitest";
import { basisText } from "./basis.ts";

test("tags of the reference are told in words, each once; a tag that nobody knows stays as it is", () => {
	expect(basisText(["seed1", "S04", "S04", "D"])).toBe("讲话2、公开资料4、系统默认");
	expect(basisText(["DL-08"])).toBe("DL-08");
});
