import { join, resolve } from "node:path";

/** The major version that this program carries. */
export const MAJOR_VERSION = 18;

/** The role that owns the ledger's database (not a superuser) and the database's name. */
export const ROLE = "zhenggai";
export const DATABASE = "zhenggai";

/** What lies where under the data directory that the caller names. */
export interface Layout {
	readonly dataDir: string;
	/** PostgreSQL's own data directory, 0700. */
	readonly cluster: string;
	/** Held with a lock of the operating system by the one server that uses this directory. */
	readonly lock: string;
	/** Who holds it, for people. */
	readonly holder: string;
	readonly password: string;
	readonly log: string;
}

/** All paths absolute: the database's processes have a working directory of their own. */
export function layoutOf(path: string): Layout {
	const dataDir = resolve(path);
	return {
		dataDir,
		cluster: join(dataDir, "postgresql"),
		lock: join(dataDir, "server.lock"),
		holder: join(dataDir, "server.json"),
		password: join(dataDir, "postgresql.password"),
		log: join(dataDir, "postgresql.log"),
	};
}

/** A database being made; it becomes `cluster` by one rename when it is complete. */
export const CREATING_PREFIX = "creating-";

/**
 * How the database's processes name their data directory. Root's checkout may lie under a directory (such as
 * /root) that the database's account cannot traverse; Linux lets a process reach its own working directory, which
 * it was started in, without walking the path to it.
 */
export const dataDirArgument = (directory: string, asOther: boolean): string =>
	asOther ? "/proc/self/cwd" : directory;
