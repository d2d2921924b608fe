import { createHash } from "node:crypto";

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const hash = (...parts: readonly Buffer[]): Buffer => {
	const digest = createHash("sha256");
	for (const part of parts) digest.update(part);
	return digest.digest();
};

/**
 * A Merkle tree hash built leaf by leaf, in memory of the tree's height: the tree of RFC 6962 §2.1 (a leaf and a
 * node are hashed with different first bytes, so that neither passes for the other).
 */
export class MerkleTree {
	/** Roots of complete subtrees, largest first; `size` is the number of leaves under it. */
	readonly #subtrees: { size: number; root: Buffer }[] = [];
	#count = 0;

	get count(): number {
		return this.#count;
	}

	add(leaf: Buffer): void {
		this.#count += 1;
		let tree = { size: 1, root: hash(LEAF, leaf) };
		for (let last = this.#subtrees.at(-1); last?.size === tree.size; last = this.#subtrees.at(-1)) {
			this.#subtrees.pop();
			tree = { size: tree.size * 2, root: hash(NODE, last.root, tree.root) };
		}
		this.#subtrees.push(tree);
	}

	/** The root over all leaves so far, in lower-case hex; the hash of nothing for none. */
	root(): string {
		const [last, ...before] = this.#subtrees.toReversed();
		if (last === undefined) return hash().toString("hex");
		return before.reduce((right, { root }) => hash(NODE, root, right), last.root).toString("hex");
	}
}
