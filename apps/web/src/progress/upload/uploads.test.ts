import type { UploadedFile } from "@zhenggai/client";
import { createRoot } from "solid-js";
import { expect, test, vi } from "vitest";
import type { TrayFile } from "../model/tray.ts";
import { createUploads, type SendFile } from "./uploads.ts";

const stored = (name: string): UploadedFile => ({
	...{ sha256: name.padEnd(64, "0"), bytes: 3, mediaType: "image/jpeg", takenAt: null, position: null },
});
const file = (name: string, content = "abc"): File => new File([content], name);

/** Uploads whose files arrive, or fail, when the test says so. */
function stage(limit: number | null = null) {
	const moving = new Map<string, { arrive: () => void; fail: () => void; signal: AbortSignal }>();
	const send: SendFile = ({ file: { name }, signal }) =>
		new Promise((resolve, reject) => {
			moving.set(name, {
				...{ arrive: () => resolve(stored(name)), fail: () => reject(new Error("line broke")), signal },
			});
		});
	const kept: TrayFile[] = [];
	return createRoot((leave) => ({
		...{ moving, kept, leave },
		uploads: createUploads(
			send,
			() => limit,
			(one) => kept.push(one),
		),
	}));
}

test("files go two at a time, and each is handed over as it arrives", async () => {
	const { uploads, moving, kept } = stage();
	uploads.add([file("a"), file("b"), file("c")]);
	expect([...moving.keys()]).toEqual(["a", "b"]);
	moving.get("b")?.arrive();
	await vi.waitFor(() => expect([...moving.keys()]).toEqual(["a", "b", "c"]));
	expect(kept.map(({ name }) => name)).toEqual(["b"]);
	expect(uploads.items.map(({ file: { name }, state }) => [name, state])).toEqual([
		["a", "sending"],
		["c", "sending"],
	]);
});

test("a file that failed stays with its bytes until it is sent again", async () => {
	const { uploads, moving, kept } = stage();
	uploads.add([file("a"), file("b")]);
	moving.get("a")?.fail();
	await vi.waitFor(() => expect(uploads.items[0]?.state).toBe("failed"));
	uploads.retry(uploads.items[0]?.id ?? "");
	moving.get("a")?.arrive();
	moving.get("b")?.arrive();
	await vi.waitFor(() => expect(uploads.items).toEqual([]));
	expect(kept.map(({ name }) => name).sort()).toEqual(["a", "b"]);
});

test("what is too large or empty is told and never sent; leaving ends what is on its way", () => {
	const { uploads, moving, leave } = stage(5);
	uploads.add([file("large", "123456"), file("empty", ""), file("a")]);
	expect(uploads.items.map(({ state }) => state)).toEqual(["tooLarge", "empty", "sending"]);
	uploads.remove(uploads.items[0]?.id ?? "");
	expect(uploads.items.map(({ state }) => state)).toEqual(["empty", "sending"]);
	leave();
	expect(moving.get("a")?.signal.aborted).toBe(true);
});
