import { execFileSync, spawnSync } from "node:child_process";
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { installedBinaries } from "./binaries.ts";
import { createdDirectory, later, query, runProgram, start, temporaryDirectory } from "./harness.ts";
import { EmbeddedDatabaseError } from "./index.ts";

const isRoot = process.getuid?.() === 0;
/** A plain account with a name, as a person's is: initdb asks for the name. */
const PLAIN = { uid: 1, gid: 1 };

/** Whether a plain account can run this checkout at all; it cannot where that lies under /root. */
const plainCanRun =
	isRoot &&
	spawnSync(
		process.execPath,
		["-e", "require('node:fs').readdirSync(process.argv[1])", import.meta.dirname],
		{
			...PLAIN,
			cwd: "/",
		},
	).status === 0;

const canMount = isRoot && process.platform === "linux" && spawnSync("unshare", ["-m", "true"]).status === 0;

/** Root of a user namespace with this one account, as some containers are. */
const canBeLonelyRoot = process.platform === "linux" && spawnSync("unshare", ["-r", "true"]).status === 0;

async function refusal(dataDir: string): Promise<EmbeddedDatabaseError> {
	const thrown = await start(dataDir).then(
		() => null,
		(error: unknown) => error,
	);
	if (thrown instanceof EmbeddedDatabaseError) return thrown;
	throw new Error(`not refused: ${String(thrown)}`);
}

function smallDisk(megabytes: number): string {
	const directory = temporaryDirectory();
	execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", directory]);
	later(() => execFileSync("umount", ["-l", directory]));
	return directory;
}

describe("startEmbedded refuses", () => {
	it("a database of another major version, with the way out, and changes nothing", async () => {
		const dataDir = temporaryDirectory();
		mkdirSync(join(dataDir, "postgresql"));
		writeFileSync(join(dataDir, "postgresql", "PG_VERSION"), "17\n");
		const refused = await refusal(dataDir);
		expect(refused.code).toBe("OTHER_MAJOR_VERSION");
		expect(refused.text.zh).toMatch(/PostgreSQL 17.*PostgreSQL 18.*出路/);
		expect(refused.text.en).toMatch(/PostgreSQL 17.*PostgreSQL 18.*Ways out/);
		expect(readdirSync(join(dataDir, "postgresql"))).toEqual(["PG_VERSION"]);
		// And does not keep the directory: put right, it starts.
		rmSync(join(dataDir, "postgresql"), { recursive: true });
		await start(dataDir);
	});

	it("a directory of that name with something else in it", async () => {
		const dataDir = temporaryDirectory();
		mkdirSync(join(dataDir, "postgresql"));
		writeFileSync(join(dataDir, "postgresql", "notes.txt"), "mine");
		expect((await refusal(dataDir)).code).toBe("DIRECTORY_NOT_A_DATABASE");
		expect(readFileSync(join(dataDir, "postgresql", "notes.txt"), "utf8")).toBe("mine");
	});

	it("a data directory that is a file", async () => {
		const path = join(temporaryDirectory(), "file");
		writeFileSync(path, "");
		const refused = await refusal(path);
		expect(refused.code).toBe("DIRECTORY_UNWRITABLE");
		expect(refused.text.zh).toContain("不可写");
	});

	it("a damaged database, naming its log", async () => {
		const dataDir = await createdDirectory();
		writeFileSync(join(dataDir, "postgresql", "global", "pg_control"), "nothing of the kind");
		const refused = await refusal(dataDir);
		expect(refused.code).toBe("START_FAILED");
		expect(refused.text.en).toContain("postgresql.log");
	});

	it.runIf(plainCanRun)("a directory that the account may not write", async () => {
		const parent = temporaryDirectory();
		chmodSync(parent, 0o755);
		const program = runProgram(join(parent, "data"), "wait", PLAIN);
		expect(await program.find(({ failed }) => failed !== undefined)).toMatchObject({
			code: "DIRECTORY_UNWRITABLE",
		});
	});

	it.runIf(canMount)("a disk without room for a database, before it begins", async () => {
		const dataDir = join(smallDisk(30), "data");
		const refused = await refusal(dataDir);
		expect(refused.code).toBe("DISK_FULL");
		expect(refused.text.zh).toContain("磁盘空间不足");
		expect(readdirSync(dataDir).filter((name) => name.startsWith("creating-"))).toEqual([]);
	});

	it.runIf(canMount)("a disk that has filled up since, and starts when there is room again", async () => {
		const disk = smallDisk(160);
		const dataDir = join(disk, "data");
		await (await start(dataDir)).stop();
		const ballast = join(disk, "ballast");
		spawnSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=1M"]);
		spawnSync("dd", ["if=/dev/zero", `of=${ballast}2`, "bs=1"], { timeout: 2000 });
		expect((await refusal(dataDir)).code).toBe("DISK_FULL");
		rmSync(ballast);
		await start(dataDir);
	});
});

describe.runIf(plainCanRun)("a plain user", () => {
	const home = () => {
		const directory = temporaryDirectory();
		chownSync(directory, PLAIN.uid, PLAIN.gid);
		return directory;
	};

	it("runs its own database under its own account", async () => {
		const dataDir = join(home(), "data");
		const program = runProgram(dataDir, "wait", PLAIN);
		const { database, uid } = await program.find(({ ready }) => ready === true);
		expect(uid).toBe(PLAIN.uid);
		expect(statSync(`/proc/${database}`).uid).toBe(PLAIN.uid);
		expect(statSync(join(dataDir, "postgresql")).uid).toBe(PLAIN.uid);
		await program.kill();
		// The killed server's database is stopped and its directory opened again.
		const again = runProgram(dataDir, "cycle", PLAIN);
		await again.find(({ finished }) => finished === true);
	});

	it("can go on after root has started a server on the same directory", async () => {
		const dataDir = join(home(), "data");
		await runProgram(dataDir, "cycle", PLAIN).find(({ finished }) => finished === true);
		const asRoot = await start(dataDir);
		expect(statSync(`/proc/${asRoot.pid}`).uid).toBe(PLAIN.uid);
		await asRoot.stop();
		await runProgram(dataDir, "cycle", PLAIN).find(({ finished }) => finished === true);
	});
});

describe.runIf(isRoot && process.platform === "linux")("root", () => {
	it("needs no way into the data directory for the database's account", async () => {
		const closed = temporaryDirectory();
		chmodSync(closed, 0o700);
		const server = await start(join(closed, "deeper", "data"));
		expect(statSync(`/proc/${server.pid}`).uid).toBeGreaterThan(0);
		expect(await query(server, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
	});

	it.runIf(canBeLonelyRoot)("is told when it may not become another account", async () => {
		const dataDir = temporaryDirectory();
		const program = runProgram(dataDir, "wait", null, ["unshare", "-r"]);
		const { failed, code } = await program.find((fact) => fact.failed !== undefined);
		expect(code).toBe("ROOT_UNSUPPORTED");
		expect(failed).toContain("DATABASE_URL");
	});

	it("copies the programs to where the database's account can run them, once", async () => {
		const hidden = temporaryDirectory();
		const version = `test-${process.pid}`;
		const root = join(hidden, "native");
		cpSync(installedBinaries().root, root, { recursive: true, verbatimSymlinks: true });
		// As after an installation without install scripts: npm carries no symbolic links.
		for (const name of readdirSync(join(root, "lib"))) {
			const path = join(root, "lib", name);
			if (lstatSync(path).isSymbolicLink()) rmSync(path);
		}
		later(() => rmSync(`/var/cache/zhenggai/postgresql-${version}`, { recursive: true, force: true }));
		const steps: string[] = [];
		const dataDir = temporaryDirectory();
		const run = async () => {
			const server = await start(dataDir, {
				binaries: { root, version },
				onProgress: ({ step }) => steps.push(step),
			});
			expect(await query(server, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
			await server.stop();
		};
		await run();
		expect(steps).toContain("copyBinaries");
		const copy = join("/var/cache/zhenggai", `postgresql-${version}`);
		const made = existsSync(copy) ? statSync(copy).ctimeMs : 0;
		await run();
		expect(made).toBeGreaterThan(0);
		expect(statSync(copy).ctimeMs).toBe(made);
		expect(statSync(copy).mode & 0o022).toBe(0);
	});
});
