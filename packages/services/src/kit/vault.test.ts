import { expect, test } from "vitest";
import { createVault } from "./vault.ts";

const vault = createVault("a secret of the server, long enough");

test("only the vault that sealed a text opens it, and only unchanged", () => {
	const sealed = vault.seal("13900000000 何川");
	expect(sealed).not.toContain("139");
	expect(vault.open(sealed)).toBe("13900000000 何川");
	expect(vault.seal("13900000000 何川")).not.toBe(sealed);
	expect(createVault("another secret of the server here").open(sealed)).toBeNull();
	const at = sealed.length - 3;
	const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
	for (const other of [changed, "v1.", "v1.AAAA", "13900000000", sealed.slice(3)]) {
		expect(vault.open(other)).toBeNull();
	}
});
