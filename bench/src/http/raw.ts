// A process of its own: the same prepared statements over the same number of connections, without our server.
import pg from "pg";
import { z } from "zod";
import { Connection } from "./connection.ts";

const Input = z.object({
	connection: Connection,
	connections: z.number(),
	seconds: z.number(),
	statements: z.array(z.object({ name: z.string(), text: z.string(), values: z.array(z.unknown()) })),
});

const input = Input.parse(JSON.parse(await new Response(process.stdin).text()));
const { statements } = input;
const clients = await Promise.all(
	Array.from({ length: input.connections }, async () => {
		const client = new pg.Client(input.connection);
		await client.connect();
		return client;
	}),
);

let done = 0;
const end = performance.now() + input.seconds * 1000;
await Promise.all(
	clients.map(async (client, first) => {
		for (let turn = first; performance.now() < end; turn++) {
			const statement = statements[turn % statements.length];
			if (statement !== undefined) await client.query(statement);
			done++;
		}
	}),
);
console.log(JSON.stringify({ perSecond: done / input.seconds }));
await Promise.all(clients.map((client) => client.end()));
