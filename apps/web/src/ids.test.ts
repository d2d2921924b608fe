import { expect, test } from "vitest";
import { newId } from "./ids.ts";

test("an id is a UUIDv7 of its moment", () => {
	const id = newId(Date.parse("2026-11-22T00:00:00Z"));
	expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.parse("2026-11-22T00:00:00Z"));
});

test("ids of one moment differ", () => {
	expect(new Set(Array.from({ length: 1000 }, () => newId(5))).size).toBe(1000);
});
