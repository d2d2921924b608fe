import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download } from "@zhenggai/client";
import { afterAll, expect, test } from "vitest";
import { saveDownload } from "./save-file.ts";

const folder = mkdtempSync(join(tmpdir(), "zhenggai-save-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

function downloadOf(body: ReadableStream<Uint8Array>, sha256: string | null): Download {
	return {
		...{ name: "图.jpg", mediaType: "image/jpeg", bytes: null, sha256, body },
		blob: () => new Response(body).blob(),
	};
}
const whole = () => new Blob(["hello"]).stream();
const broken = () =>
	new ReadableStream<Uint8Array>({
		start: (controller) => controller.enqueue(new Uint8Array(8)),
		pull: (controller) => controller.error(new Error("the line broke")),
	});

test("half a file is never left behind, and one that is there is left alone", async () => {
	await expect(saveDownload(downloadOf(broken(), null), folder, false)).rejects.toThrow("the line broke");
	await expect(saveDownload(downloadOf(whole(), "00"), folder, false)).rejects.toThrow();
	expect(readdirSync(folder)).toEqual([]);
	const { path } = await saveDownload(downloadOf(whole(), HELLO), folder, false);
	expect(readFileSync(path, "utf8")).toBe("hello");
	await expect(saveDownload(downloadOf(whole(), HELLO), folder, false)).rejects.toThrow();
	expect(readdirSync(folder)).toEqual(["图.jpg"]);
});
