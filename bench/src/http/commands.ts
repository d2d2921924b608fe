// A process of its own: people who work while the ledger is swept. Stops when its standard input ends.
import { createZhenggaiClient } from "@zhenggai/client";

const [url = "", token = "", people = "4", ...ids] = process.argv.slice(2);
const client = createZhenggaiClient({ url, token });
const times: number[] = [];
let [conflicts, working] = [0, true];
process.stdin.resume();
process.stdin.once("end", () => {
	working = false;
});

/** Opens an issue and writes a remark, again and again, at the pace of somebody in a hurry. */
async function work(first: number): Promise<void> {
	for (let turn = first; working; turn += Number(people)) {
		const issueId = ids[turn % ids.length] ?? "";
		const { row } = await client.issues.get.query({ issueId });
		const began = performance.now();
		const outcome = await client.issues.amendIssue.mutate({
			issueId,
			command: {
				type: "amendIssue",
				...{ changes: { remarks: `第${turn}次核对` }, reason: "核对台账", importId: null },
			},
			envelope: { expectedVersion: row.version, justification: "核对台账" },
		});
		times.push(performance.now() - began);
		// The sweep was faster: the answer says what it did, and the next turn goes on from there.
		if (!outcome.ok) conflicts += 1;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

await Promise.all(Array.from({ length: Number(people) }, (_, at) => work(at)));
const sorted = times.toSorted((a, b) => a - b);
const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
console.log(JSON.stringify({ commands: times.length, conflicts, p50: at(0.5), p99: at(0.99) }));
