import { readdirSync, readFileSync } from "node:fs";

/** Seconds of processor time, of the program and of its database; ended children of both are counted in. */
export type CpuSeconds = { readonly node: number; readonly database: number };

/** The kernel counts in hundredths of a second. */
const TICKS = 100;

type Process = {
	readonly pid: number;
	readonly name: string;
	readonly parent: number;
	readonly seconds: number;
};

function processOf(pid: number): Process | null {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, "utf8");
		const [open, close] = [text.indexOf("("), text.lastIndexOf(")")];
		// The name may hold anything; what follows it is numbers: state, parent, …, own and ended children's time.
		const fields = text.slice(close + 2).split(" ");
		const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
		return { pid, name: text.slice(open + 1, close), parent: Number(fields[1]), seconds: ticks / TICKS };
	} catch {
		return null;
	}
}

/** What a server and the database that it started have used so far; null where the system does not say (not Linux). */
export function cpuSecondsOf(pid: number): CpuSeconds | null {
	if (process.platform !== "linux") return null;
	const all = readdirSync("/proc").flatMap((name) =>
		/^\d+$/.test(name) ? (processOf(Number(name)) ?? []) : [],
	);
	const below = (one: Process): boolean =>
		one.parent === pid || all.some((parent) => parent.pid === one.parent && below(parent));
	const database = all.filter((one) => one.name.startsWith("postgres") && below(one));
	return {
		node: all.find((one) => one.pid === pid)?.seconds ?? 0,
		database: database.reduce((sum, { seconds }) => sum + seconds, 0),
	};
}
