// A process of its own: commands over HTTP, each once, over the given number of connections.
import autocannon from "autocannon";
import { z } from "zod";

const Input = z.object({
	url: z.string(),
	token: z.string(),
	connections: z.number(),
	path: z.string(),
	bodies: z.array(z.string()),
});
const input = Input.parse(JSON.parse(await new Response(process.stdin).text()));
let next = 0;
let refused = 0;
const result = await autocannon({
	url: input.url,
	connections: input.connections,
	amount: input.bodies.length,
	timeout: 60,
	method: "POST",
	headers: { authorization: `Bearer ${input.token}`, "content-type": "application/json" },
	requests: [
		{
			path: input.path,
			setupRequest: (request) => ({ ...request, body: input.bodies[next++] ?? "" }),
			onResponse: (status, body) => {
				if (status === 200 && body.includes('"ok":true')) return;
				refused++;
				// The first one tells why: the others are mostly refused for the same reason.
				if (refused === 1) console.error(status, body.slice(0, 500));
			},
		},
	],
});
const failed = refused + result.errors + result.timeouts;
console.log(
	JSON.stringify({ perSecond: input.bodies.length / result.duration, p99: result.latency.p99, failed }),
);
