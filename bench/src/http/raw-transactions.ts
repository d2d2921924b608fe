// A process of its own: recorded transactions, prepared, each once, over the same number of connections, without our server.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { deserialize } from "node:v8";
import pg from "pg";
import { z } from "zod";
import { Connection } from "./connection.ts";

const Input = z.object({
	connection: Connection,
	connections: z.number(),
	file: z.string(),
});
const Statements = z.array(z.object({ text: z.string(), values: z.array(z.unknown()) }));

const input = Input.parse(JSON.parse(await new Response(process.stdin).text()));
const transactions: z.infer<typeof Statements>[] = [];
for await (const line of createInterface({ input: createReadStream(input.file) })) {
	transactions.push(Statements.parse(deserialize(Buffer.from(line, "base64"))));
}
const clients = await Promise.all(
	Array.from({ length: input.connections }, async () => {
		const client = new pg.Client(input.connection);
		await client.connect();
		return client;
	}),
);

/** Statements without values are sent as they are; the others are prepared once a connection. */
const nameOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);
const run = (client: pg.Client, { text, values }: z.infer<typeof Statements>[number]) =>
	values.length === 0 ? client.query(text) : client.query({ name: nameOf(text), text, values });

let next = 0;
const start = performance.now();
await Promise.all(
	clients.map(async (client) => {
		for (let statements = transactions[next++]; statements !== undefined; statements = transactions[next++]) {
			for (const statement of statements) await run(client, statement);
		}
	}),
);
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ perSecond: transactions.length / seconds, count: transactions.length }));
await Promise.all(clients.map((client) => client.end()));
