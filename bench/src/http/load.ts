// A process of its own, so that making the load does not slow down what is measured.
import autocannon from "autocannon";

const [url = "", token = "", connections = "32", seconds = "8"] = process.argv.slice(2);
const paths: unknown = JSON.parse(await new Response(process.stdin).text());
if (!Array.isArray(paths)) throw new Error("paths on standard input");

const result = await autocannon({
	url,
	connections: Number(connections),
	duration: Number(seconds),
	headers: { authorization: `Bearer ${token}` },
	requests: paths.map((path) => ({ method: "GET", path: String(path) })),
});
const failed = result.non2xx + result.errors + result.timeouts;
console.log(JSON.stringify({ perSecond: result.requests.average, p99: result.latency.p99, failed }));
