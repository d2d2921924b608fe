import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createZhenggaiClient, type Inputs, type ZhenggaiClient } from "@zhenggai/client";
import { createServer, type RunningServer, readEnvironment } from "@zhenggai/server";
import type { StoryClock } from "./clock.ts";

export const PROVINCE = "680000";
export const CITY = "680100";
export const COUNTY = "680121";

/** One who acts: a role with its own credentials and its own client. */
export type Player = {
	readonly name: string;
	readonly client: ZhenggaiClient;
	/** Headers that show the credentials, for what goes over plain HTTP. */
	readonly headers: Readonly<Record<string, string>>;
};

type NewKey = Inputs["access"]["createApiKey"];
type Seat = { readonly name: string } & Pick<NewKey, "role" | "region"> & {
		readonly unitId?: string;
		readonly verbs?: NewKey["verbs"];
	};

const accepted = <T>(outcome: { ok: true; value: T } | { ok: false; refusals: unknown }): T => {
	if (outcome.ok) return outcome.value;
	throw new Error(JSON.stringify(outcome.refusals));
};

/** A program with a key of its own. */
async function program(url: string, operator: ZhenggaiClient, seat: Seat): Promise<Player> {
	const { name, role, region, unitId = null, verbs = ["read", "write"] } = seat;
	const made = await operator.access.createApiKey.mutate({ name, role, region, unitId, verbs, days: 366 });
	const { key } = accepted(made);
	return {
		name,
		client: createZhenggaiClient({ url, token: key }),
		headers: { authorization: `Bearer ${key}` },
	};
}

/** A person who signs in by a one-time link, as people do. */
async function person(url: string, operator: ZhenggaiClient, username: string, seat: Seat): Promise<Player> {
	const { name, role, region, unitId = null } = seat;
	accepted(
		await operator.access.registerUser.mutate({ username, name, role, region, unitId, personId: null }),
	);
	const link = new URL((await operator.access.createSignInLink.mutate({ username })).url);
	const answer = await fetch(`${url}/sign-in`, {
		method: "POST",
		redirect: "manual",
		body: new URLSearchParams({ token: link.searchParams.get("token") ?? "" }),
		headers: { origin: url },
	});
	const cookie = answer.headers
		.getSetCookie()
		.map((line) => line.split(";")[0])
		.join("; ");
	const headers = { cookie, origin: url };
	const client = createZhenggaiClient({
		url,
		fetch: (input, init) => {
			const all = new Headers(init?.headers);
			for (const [header, value] of Object.entries(headers)) all.set(header, value);
			return fetch(input, { ...init, headers: all });
		},
	});
	return { name, client, headers };
}

const UNITS = {
	provinceEcology: { name: "岚江省生态环境厅", kind: "department", region: PROVINCE },
	provinceHousing: { name: "岚江省住房和城乡建设厅", kind: "department", region: PROVINCE },
	provinceDiscipline: { name: "岚江省纪委监委", kind: "other", region: PROVINCE },
	cityGovernment: { name: "青屏市人民政府", kind: "government", region: CITY },
	cityEcology: { name: "青屏市生态环境局", kind: "department", region: CITY },
	cityWater: { name: "青屏市水务局", kind: "department", region: CITY },
	countyWater: { name: "松泉县水务局", kind: "department", region: COUNTY },
	countyUrban: { name: "松泉县城市管理局", kind: "department", region: COUNTY },
	countyEcology: { name: "松泉县生态环境分局", kind: "department", region: COUNTY },
} as const;
export type UnitName = keyof typeof UNITS;

/** Places, units and the people who answer: everything that stands before the first finding arrives. */
async function settle(operator: ZhenggaiClient) {
	accepted(
		await operator.responsibilities.registerRegions.mutate({
			regions: [
				{ code: PROVINCE, name: "岚江省" },
				{ code: CITY, name: "青屏市" },
				{ code: COUNTY, name: "松泉县" },
			],
		}),
	);
	const entries = Object.entries(UNITS);
	const made = accepted(
		await operator.responsibilities.registerUnits.mutate({
			units: entries.map(([, unit]) => ({ ...unit, aliases: [], parentId: null, parentIndex: null })),
		}),
	);
	const unit = (name: UnitName): string => {
		const id = made[entries.findIndex(([key]) => key === name)]?.id;
		if (id === undefined) throw new Error(`no unit ${name}`);
		return id;
	};
	const official = async (name: string, of: UnitName, title: string): Promise<string> =>
		accepted(
			await operator.responsibilities.registerPerson.mutate({
				person: { name, unitId: unit(of), title, phone: null },
			}),
		).id;
	return {
		unit,
		people: {
			countyLeader: await official("江远山", "countyWater", "副县长"),
			countyClerk: await official("苏简", "countyWater", "股长"),
			cityLeader: await official("顾长松", "cityWater", "副市长"),
			cityClerk: await official("叶知秋", "cityWater", "科长"),
		},
	};
}

export type Cast = Awaited<ReturnType<typeof startStory>>;

/**
 * A server of the story's own on the story's clock, empty but for its places and units, and everybody who plays in it.
 * With the pages of `webRoot` where it is looked at in a browser, and with other settings of the server.
 */
export async function startStory(
	clock: StoryClock,
	webRoot: string | null = null,
	settings: Readonly<Record<string, string>> = {},
) {
	const dataDir = mkdtempSync(join(tmpdir(), "zhenggai-loop-"));
	const env = readEnvironment(
		// The story's own clerks keep its lights.
		{
			...{ PORT: "0", ZHENGGAI_DATA: dataDir, ZHENGGAI_REGION: PROVINCE, LOG_LEVEL: "error" },
			...{ ZHENGGAI_SWEEP: "off", ...settings },
		},
		["--empty"],
	);
	const server: RunningServer = await createServer({ env, webRoot, now: clock.now });
	const { url } = server;
	const operator = createZhenggaiClient({ url, token: server.localToken });
	const { unit, people } = await settle(operator);
	const key = (seat: Seat) => program(url, operator, seat);
	return {
		url,
		unit,
		people,
		/** Another program with a key of its own. */
		program: key,
		/** Sees everything and plays no part. */
		observer: operator,
		province: await key({
			...{ name: "省整改办系统", role: "provOffice", region: PROVINCE },
			verbs: ["read", "write", "import"],
		}),
		/** Those who issue letters and talks are named people. */
		city: await person(url, operator, "city-office", {
			...{ name: "沈知远", role: "cityOffice", region: CITY },
		}),
		county: await key({ name: "县整改办系统", role: "countyOffice", region: COUNTY }),
		group: await person(url, operator, "leading-group", {
			...{ name: "陆怀瑾", role: "leadingGroup", region: PROVINCE },
		}),
		lead: await key({
			...{ name: "县水务局系统", role: "leadUnit", region: COUNTY, unitId: unit("countyWater") },
		}),
		cityLead: await key({
			...{ name: "市水务局系统", role: "leadUnit", region: CITY, unitId: unit("cityWater") },
		}),
		helper: await key({
			...{ name: "县城管局系统", role: "respUnit", region: COUNTY, unitId: unit("countyUrban") },
		}),
		supervisor: await key({
			...{ name: "市生态环境局系统", role: "supUnit", region: CITY, unitId: unit("cityEcology") },
		}),
		acceptor: await key({
			...{ name: "县生态环境分局系统", role: "accUnit", region: COUNTY, unitId: unit("countyEcology") },
		}),
		sector: await key({
			...{ name: "省住建厅系统", role: "sector", region: PROVINCE, unitId: unit("provinceHousing") },
		}),
		discipline: await key({
			...{ name: "省纪委监委系统", role: "discipline", region: PROVINCE },
			unitId: unit("provinceDiscipline"),
		}),
		auditor: await key({ name: "审计系统", role: "auditor", region: PROVINCE }),
		async stop(): Promise<void> {
			await server.stop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}
