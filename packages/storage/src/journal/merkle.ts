import { createHash } from "node:crypto";

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const hash = (...parts: readonly Buffer[]): Buffer => {
	const digest = createHash("sha256");
	for (const part of parts) digest.update(part);
	return digest.digest();
};

/** Where a leaf stands in a tree: its number from 0, and the roots beside its way up, from the leaf on, in hex. */
export type InclusionPath = { readonly index: number; readonly path: readonly string[] };
type Followed = { readonly index: number; readonly path: string[] };
/** A complete subtree: the number of leaves under it, its root, and the leaves in it that are followed. */
type Subtree = { readonly size: number; readonly root: Buffer; readonly followed: readonly Followed[] };

const NOBODY: readonly never[] = [];
const leafOf = (leaf: Buffer, followed: readonly Followed[]): Subtree => ({
	size: 1,
	root: hash(LEAF, leaf),
	followed,
});

/** Two neighbours as one; a followed leaf notes the root of the side that it is not on. */
function join(left: Subtree, right: Subtree): Subtree {
	for (const { path } of left.followed) path.push(right.root.toString("hex"));
	for (const { path } of right.followed) path.push(left.root.toString("hex"));
	const followed =
		left.followed.length + right.followed.length === 0 ? NOBODY : [...left.followed, ...right.followed];
	return { size: left.size + right.size, root: hash(NODE, left.root, right.root), followed };
}

/**
 * A Merkle tree hash built leaf by leaf, in memory of the tree's height: the tree of RFC 6962 §2.1 (a leaf and a
 * node are hashed with different first bytes, so that neither passes for the other).
 */
export class MerkleTree {
	/** Complete subtrees, largest first. */
	readonly #subtrees: Subtree[] = [];
	#count = 0;

	get count(): number {
		return this.#count;
	}

	/** Adds the next leaf. One that is followed is in `paths` afterwards. */
	add(leaf: Buffer, isFollowed = false): void {
		let tree = leafOf(leaf, isFollowed ? [{ index: this.#count, path: [] }] : NOBODY);
		this.#count += 1;
		for (let last = this.#subtrees.at(-1); last?.size === tree.size; last = this.#subtrees.at(-1)) {
			this.#subtrees.pop();
			tree = join(last, tree);
		}
		this.#subtrees.push(tree);
	}

	/** The root over all leaves so far, in lower-case hex; the hash of nothing for none. */
	root(): string {
		return (this.#whole()?.root ?? hash()).toString("hex");
	}

	/** The inclusion paths of the followed leaves in the tree of all leaves so far (RFC 6962 §2.1.1), by their number. */
	paths(): readonly InclusionPath[] {
		return (this.#whole()?.followed ?? []).toSorted((a, b) => a.index - b.index);
	}

	#whole(): Subtree | null {
		// Joining writes into the paths: the subtrees keep theirs, so that more leaves can be added.
		const own = this.#subtrees.map(
			(tree): Subtree => ({
				...tree,
				followed: tree.followed.map(({ index, path }) => ({ index, path: [...path] })),
			}),
		);
		return own.length === 0 ? null : own.reduceRight((right, left) => join(left, right));
	}
}
