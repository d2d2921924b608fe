import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MerkleTree } from "./merkle.ts";

const sha = (...parts: Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest();

/** The recursive definition of RFC 6962 §2.1, to check the incremental one against. */
function defined(leaves: readonly Buffer[]): Buffer {
	const [first] = leaves;
	if (first === undefined) return sha();
	if (leaves.length === 1) return sha(Buffer.of(0), first);
	const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
	return sha(Buffer.of(1), defined(leaves.slice(0, split)), defined(leaves.slice(split)));
}

const treeOf = (leaves: readonly Buffer[]) => {
	const tree = new MerkleTree();
	for (const leaf of leaves) tree.add(leaf);
	return tree;
};

describe("MerkleTree", () => {
	it("gives the roots that RFC 6962's tree has for no leaf and for one empty leaf", () => {
		expect(treeOf([]).root()).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
		expect(treeOf([Buffer.alloc(0)]).root()).toBe(
			"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
		);
	});

	it("agrees with the recursive definition for any leaves", () => {
		const leaves = fc.array(
			fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
			{ maxLength: 70 },
		);
		fc.assert(
			fc.property(leaves, (list) => {
				const tree = treeOf(list);
				expect(tree.count).toBe(list.length);
				expect(tree.root()).toBe(defined(list).toString("hex"));
			}),
			{ numRuns: 200 },
		);
	});
});
