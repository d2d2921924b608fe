/**
 * The part of the archive's program that checks the seals: that each entry of the journal is in the Merkle tree (RFC 9162
 * §2.1.3.2) whose root a seal holds, and that the seals follow each other. Uses what `VERIFY_SCRIPT` defines before it.
 */
export const VERIFY_SEALS = `
const seals = JSON.parse(read("seals.json").toString("utf8"));
const bytes = (hex) => Buffer.from(hex, "hex");
const node = (left, right) => sha256(Buffer.concat([Buffer.of(1), bytes(left), bytes(right)]));
const climbed = (leaf, index, count, path) => {
	let [at, end, root] = [index, count - 1, sha256(Buffer.concat([Buffer.of(0), bytes(leaf)]))];
	if (!Number.isInteger(at) || at < 0 || at > end) return null;
	const up = () => ([at, end] = [Math.floor(at / 2), Math.floor(end / 2)]);
	for (const beside of path) {
		if (end === 0) return null;
		if (at % 2 === 1 || at === end) {
			root = node(beside, root);
			while (at % 2 === 0 && at !== 0) up();
		} else {
			root = node(root, beside);
		}
		up();
	}
	return end === 0 ? root : null;
};

const known = new Map();
let prior = null;
for (const seal of seals.seals) {
	const { hash, prevHash, ...sealed } = seal;
	const said = "seals.json: seal " + seal.number;
	check(hash === sha256(prevHash + canonical(sealed)), said + " was changed");
	const [number, start, link] =
		prior === null ? [1, "0:0", "0".repeat(64)] : [prior.number + 1, prior.through, prior.hash];
	if (seal.number === number) check(prevHash === link && seal.after === start, said + " does not follow the one before");
	else if (prior !== null) check(seals.chain === "used" && seal.number > number, said + " is out of place");
	known.set(seal.number, seal);
	prior = seal;
}

const settled = new Set(seals.unsealed);
for (const { version, seal, index, path } of seals.entries) {
	const [entry, of] = [journal[version - 1], known.get(seal)];
	const root = entry === undefined || of === undefined ? null : climbed(entry.hash, index, of.count, path);
	check(root !== null && root === of.root, "seals.json: entry " + version + " is not in seal " + seal);
	check(!settled.has(version), "seals.json: entry " + version + " is there twice");
	settled.add(version);
}
for (const { version } of journal) {
	check(settled.has(version), "seals.json: nothing is said of entry " + version);
}
`;

/** What is said of the seals where all is well. */
export const SAY_SEALS = `	if (prior !== null) {
		const whole = seals.chain === "whole" ? "" : " (only those of its entries)";
		console.log("SEALED  " + seals.entries.length + " entries by seals " + seals.seals[0].number + " to " + prior.number + whole);
		console.log("封存  seal " + prior.number + " " + prior.hash);
		console.log("        compare it with the copy that is kept outside of the ledger 请与外部留存的副本比对");
	}
	if (seals.unsealed.length > 0) {
		console.log("NOT SEALED YET 尚未封存  entries " + seals.unsealed.join(", "));
	}
`;
