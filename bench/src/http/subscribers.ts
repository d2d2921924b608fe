// A process of its own: many subscribers of the live stream, and one person whose acts they are told of.
import { setTimeout as delay } from "node:timers/promises";
import { createZhenggaiClient } from "@zhenggai/client";

const [url = "", token = "", count = "1000", acts = "30"] = process.argv.slice(2);
const client = createZhenggaiClient({ url, token });
const subscribers = Number(count);

/** Milliseconds from an entry of the journal to each subscriber, by the one clock of this machine. */
const delays: number[] = [];
let open = 0;
const [row] = (await client.issues.list.query({ sort: "number", limit: 1 })).items;
if (row === undefined) throw new Error("the ledger is empty");

const subscriptions = Array.from({ length: subscribers }, () =>
	client.issues.watch.subscribe(
		{ filter: {} },
		{
			onData: ({ data }) => {
				if (data.issueId === row.id) delays.push(Date.now() - Date.parse(data.at));
			},
			onConnectionStateChange: ({ state }) => {
				if (state === "pending") open += 1;
			},
			onError: (error) => console.error(error.message),
		},
	),
);
for (const end = Date.now() + 60_000; open < subscribers; await delay(50)) {
	if (Date.now() > end) throw new Error(`${open} of ${subscribers} subscribers are connected`);
}
// The first reading of each stream is over.
await delay(2000);

let { version } = row;
for (let act = 0; act < Number(acts); act++) {
	const outcome = await client.issues.amendIssue.mutate({
		issueId: row.id,
		command: {
			type: "amendIssue",
			changes: { remarks: `第${version}次核对` },
			reason: "核对台账",
			importId: null,
		},
		envelope: { expectedVersion: version, justification: "核对台账" },
	});
	if (!outcome.ok) throw new Error(outcome.refusals[0]?.message.en ?? "refused");
	version = outcome.value.row.version;
	await delay(500);
}
await delay(2000);
for (const subscription of subscriptions) subscription.unsubscribe();
const sorted = delays.toSorted((a, b) => a - b);
const share = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const expected = subscribers * Number(acts);
console.log(JSON.stringify({ p50: share(0.5), p99: share(0.99), missing: expected - delays.length }));
process.exit(0);
