// Reads mutated documents and stops at the first that crashes, takes too long, grows the heap without bound or breaks
// an invariant: `pnpm --filter @zhenggai/documents fuzz [COUNT] [FIRST_SEED]`.
import { readDocument } from "../src/index.ts";
import { violations } from "../src/testing/invariants.ts";
import { mutated } from "../src/testing/mutate.ts";
import { seedFiles } from "../src/testing/seeds.ts";

const count = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 1);
const LONGEST_MS = 4000;
const LARGEST_HEAP = 1_500 * 1024 * 1024;

const seeds = await seedFiles();
let slowest = { ms: 0, seed: 0, name: "" };
let heap = 0;
const kinds = new Map<string, number>();
for (let seed = first; seed < first + count; seed++) {
	const base = seeds[seed % seeds.length];
	if (!base) continue;
	const bytes = mutated(base.bytes, seed);
	const started = performance.now();
	const proposal = await readDocument({ name: base.name, bytes });
	const ms = performance.now() - started;
	if (ms > slowest.ms) slowest = { ms, seed, name: base.name };
	heap = Math.max(heap, process.memoryUsage().heapUsed);
	kinds.set(proposal.kind, (kinds.get(proposal.kind) ?? 0) + 1);
	const broken = violations(proposal);
	if (broken.length > 0 || ms > LONGEST_MS || heap > LARGEST_HEAP) {
		console.error(`seed ${seed} (${base.name}): ${broken.join("; ")} ${Math.round(ms)} ms`);
		process.exitCode = 1;
		break;
	}
	if (seed % 2000 === 0)
		console.log(`${seed}: slowest ${Math.round(slowest.ms)} ms, heap ${Math.round(heap / 1_048_576)} MB`);
}
console.log(
	`kinds ${JSON.stringify(Object.fromEntries(kinds))}; slowest ${Math.round(slowest.ms)} ms (seed ${slowest.seed}, ${slowest.name}); heap ${Math.round(heap / 1_048_576)} MB`,
);
