import type { Bilingual } from "@zhenggai/domain/kernel";
import type { StorageLog } from "../log.ts";
import type { Binaries } from "./binaries.ts";
import type { Identity } from "./child.ts";
import type { Layout } from "./layout.ts";
import type { EmbeddedExit } from "./run.ts";
import type { Durability } from "./settings.ts";

export interface EmbeddedProgress {
	readonly step: "stopLeftover" | "copyBinaries" | "create" | "start" | "recover";
	readonly message: Bilingual;
}

export interface EmbeddedOptions {
	/** The private directory for the database and what belongs to it; made 0700 when missing. */
	readonly dataDir: string;
	readonly log?: StorageLog;
	readonly onProgress?: (progress: EmbeddedProgress) => void;
	/** `none` turns fsync off: for a test run's throw-away database only. */
	readonly durability?: Durability;
	/** More settings of PostgreSQL, by name. */
	readonly settings?: Readonly<Record<string, string>>;
	/** Another installation of PostgreSQL 18 than the one npm brought. */
	readonly binaries?: Binaries;
}

/** How to connect to it; `host` is the socket's directory on POSIX. */
export interface EmbeddedConnection {
	readonly host: string;
	readonly port: number;
	readonly user: string;
	readonly password: string;
	readonly database: string;
}

export interface EmbeddedServer {
	readonly pid: number;
	readonly connection: EmbeddedConnection;
	/** The same as one address, for programs that take a URL. Holds the password: not for logs. */
	readonly url: string;
	/** Resolves when the database process has ended, wanted or not. */
	readonly exited: Promise<EmbeddedExit>;
	/** Stops it cleanly (open transactions roll back, a checkpoint is written) and gives the directory free. */
	stop(): Promise<void>;
}

/** What a start has found or made before the database runs. */
export interface Prepared {
	readonly layout: Layout;
	readonly binaries: Binaries;
	readonly identity: Identity;
	readonly password: string;
}
