import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { CHECKOUT } from "./checkout.ts";
import { readEnvironment } from "./env.ts";
import { StartError } from "./start-error.ts";

const refusal = (variables: NodeJS.ProcessEnv, args: readonly string[] = []): StartError => {
	try {
		readEnvironment(variables, args);
	} catch (error) {
		if (error instanceof StartError) return error;
		throw error;
	}
	throw new Error("was not refused");
};

describe("readEnvironment", () => {
	test("needs nothing", () => {
		expect(readEnvironment({})).toEqual({
			port: 4400,
			host: "127.0.0.1",
			dataDir: resolve(CHECKOUT, ".zhenggai"),
			databaseUrl: null,
			publicUrl: null,
			production: false,
			secret: null,
			region: null,
			trustProxy: false,
			sessionIdleMinutes: 30,
			sessionHours: 8,
			filesDir: resolve(CHECKOUT, ".zhenggai/files"),
			fileLimit: 100 * 1024 * 1024,
			publicNotices: false,
			logLevel: "warn",
			sample: true,
			sweep: true,
		});
	});

	test("takes an empty variable as an unset one", () => {
		const empty = {
			PORT: "",
			HOST: "",
			DATABASE_URL: "",
			PUBLIC_URL: "",
			ZHENGGAI_SECRET: "",
			TRUST_PROXY: "",
		};
		expect(readEnvironment(empty)).toEqual(readEnvironment({}));
	});

	test.each([
		["--empty", {}, ["--empty"]],
		["production", { NODE_ENV: "production" }, []],
		["a database elsewhere", { DATABASE_URL: "postgresql://u@h/d" }, []],
	])("loads no sample with %s", (_, variables, args) => {
		expect(readEnvironment(variables, args).sample).toBe(false);
	});

	test("keeps evidence files beside the database, or where it is told to", () => {
		expect(readEnvironment({ ZHENGGAI_DATA: "/srv/zg" }).filesDir).toBe(resolve("/srv/zg/files"));
		const told = readEnvironment({ ZHENGGAI_FILES: "/mnt/files", FILE_MEGABYTES: "20" });
		expect([told.filesDir, told.fileLimit]).toEqual([resolve("/mnt/files"), 20 * 1024 * 1024]);
		expect(() => readEnvironment({ FILE_MEGABYTES: "0" })).toThrow("FILE_MEGABYTES");
	});

	test("sweeps unless told not to", () => {
		expect(readEnvironment({ ZHENGGAI_SWEEP: "off" }).sweep).toBe(false);
		expect(readEnvironment({ ZHENGGAI_SWEEP: "on" }).sweep).toBe(true);
		expect(() => readEnvironment({ ZHENGGAI_SWEEP: "no" })).toThrow(StartError);
	});

	test("takes the origin of the public address", () => {
		expect(readEnvironment({ PUBLIC_URL: "https://ledger.example/" }).publicUrl).toBe(
			"https://ledger.example",
		);
	});

	test.each([
		["PORT", "70000"],
		["PORT", "http"],
		["DATABASE_URL", "mysql://u:hunter2@h/d"],
		["PUBLIC_URL", "ledger.example"],
		["PUBLIC_URL", "https://ledger.example/path"],
		["PUBLIC_URL", "ftp://ledger.example"],
		["ZHENGGAI_SECRET", "hunter2"],
		["ZHENGGAI_REGION", "62"],
		["TRUST_PROXY", "yes"],
		["SESSION_IDLE_MINUTES", "1"],
		["SESSION_HOURS", "25"],
		["LOG_LEVEL", "loud"],
	])("refuses %s=%s by its name, in both languages, without repeating it", (name, value) => {
		const { text } = refusal({ [name]: value });
		expect(text.zh).toContain(name);
		expect(text.en).toContain(name);
		expect(text.zh + text.en).not.toContain("hunter2");
	});

	test("names every wrong variable at once", () => {
		const { text } = refusal({ PORT: "x", HOST: "y".repeat(300), SESSION_HOURS: "0" });
		for (const name of ["PORT", "HOST", "SESSION_HOURS"]) expect(text.en).toContain(name);
	});

	test("wants the secret in production with a database elsewhere, where other nodes need the same", () => {
		const elsewhere = { NODE_ENV: "production", DATABASE_URL: "postgresql://u@h/d" };
		expect(refusal(elsewhere).text.en).toContain("ZHENGGAI_SECRET");
		expect(readEnvironment({ ...elsewhere, ZHENGGAI_SECRET: "s".repeat(32) }).secret).toBe("s".repeat(32));
	});

	test("refuses an argument that it does not know", () => {
		expect(refusal({}, ["--seed"]).text.zh).toContain("--empty");
	});
});
