// Loaded into the server (`--import`) to write down what a transaction asks of the database. Every transaction is rolled
// back in the end, so that what was written down can be asked for again.
import { appendFileSync } from "node:fs";
import { serialize } from "node:v8";
import pg from "pg";

const file = process.env.BENCH_RECORD ?? "";

type Asked = { readonly text: string; readonly values: readonly unknown[] };

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Text and values of a query, in whichever of the driver's two forms it comes. */
function askedOf(query: unknown, values: unknown): Asked | null {
	if (typeof query === "string") return { text: query, values: Array.isArray(values) ? values : [] };
	if (!isObject(query) || !("text" in query) || typeof query.text !== "string") return null;
	if ("values" in query && Array.isArray(query.values)) return { text: query.text, values: query.values };
	return { text: query.text, values: Array.isArray(values) ? values : [] };
}

const open = new WeakMap<object, Asked[]>();
const original = pg.Client.prototype.query;

/** One transaction a line: base64 of its statements. */
const write = (statements: readonly Asked[]): void =>
	appendFileSync(file, `${serialize(statements).toString("base64")}\n`);

/** The answer to a rollback, for whoever asked for a commit as that of a commit: its command is looked at. */
async function rolledBack(answer: unknown, asCommit: boolean): Promise<unknown> {
	const result = await answer;
	return asCommit && isObject(result) ? Object.assign(result, { command: "COMMIT" }) : result;
}

function record(this: pg.Client, ...args: unknown[]): unknown {
	const asked = askedOf(args[0], args[1]);
	const begun = open.get(this);
	if (asked !== null && /^begin/i.test(asked.text)) open.set(this, [asked]);
	else if (asked !== null && begun !== undefined) {
		begun.push(asked);
		if (/^(commit|rollback)/i.test(asked.text)) {
			open.delete(this);
			const committed = /^commit/i.test(asked.text);
			if (committed) write(begun);
			return rolledBack(Reflect.apply(original, this, ["rollback", ...args.slice(1)]), committed);
		}
	}
	return Reflect.apply(original, this, args);
}

// The driver declares many forms of `query`; this one passes all of them on as they come.
Reflect.set(pg.Client.prototype, "query", record);
