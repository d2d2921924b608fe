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

const bytesOf = (value: number) => Buffer.from(String(value));

/** The way up of RFC 9162 §2.1.3.2, in its own words; null where the path does not fit the place. */
function climbed(leaf: Buffer, index: number, count: number, path: readonly string[]): string | null {
	let [at, last, node] = [index, count - 1, leaf];
	for (const step of path) {
		if (last === 0) return null;
		const other = Buffer.from(step, "hex");
		if (at % 2 === 1 || at === last) {
			node = sha(Buffer.of(1), other, node);
			while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
		} else {
			node = sha(Buffer.of(1), node, other);
		}
		[at, last] = [at >> 1, last >> 1];
	}
	return last === 0 ? node.toString("hex") : null;
}

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

	it("gives paths that lead from each followed leaf to the root, while it grows and for no other leaf", () => {
		const leaves = fc.array(fc.tuple(fc.nat(1000), fc.boolean()), { minLength: 1, maxLength: 70 });
		fc.assert(
			fc.property(leaves, fc.nat(69), (list, early) => {
				const tree = new MerkleTree();
				const check = () => {
					const added = list.slice(0, tree.count);
					const paths = tree.paths();
					expect(paths.map(({ index }) => index)).toEqual(
						added.flatMap(([, isFollowed], index) => (isFollowed ? [index] : [])),
					);
					for (const { index, path } of paths) {
						const leaf = sha(Buffer.of(0), bytesOf(added[index]?.[0] ?? -1));
						expect(climbed(leaf, index, tree.count, path)).toBe(tree.root());
					}
				};
				for (const [at, [value, isFollowed]] of list.entries()) {
					tree.add(bytesOf(value), isFollowed);
					if (at === early) check();
				}
				check();
			}),
			{ numRuns: 200 },
		);
	});
});
