import type { NewApiKey, User } from "@zhenggai/domain/access";
import { type Actor, RegionCode } from "@zhenggai/domain/kernel";
import { expect, it } from "vitest";
import { person, program, SYSTEM, testServices } from "../testing/index.ts";
import {
	accepted,
	auditor,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	otherCity,
	PROVINCE,
	provOffice,
	rulesOf,
} from "../testing/ledger.ts";

const { services, auth } = await testServices();
const world = await buildWorld(services);
const { access } = services;

const user = (username: string, more: Partial<User> = {}): Omit<User, "id" | "active"> => ({
	username,
	name: "陆青禾",
	role: "cityOffice",
	region: CITY,
	unitId: null,
	personId: null,
	...more,
});

it("says who is signed in", async () => {
	const me = await access.getMe(person("leadUnit", CITY, world.units.cityEco));
	expect(me).toMatchObject({
		kind: "person",
		regionName: "青屏市",
		unit: { name: "青屏市生态环境局" },
		sample: true,
	});
	expect(me.actions).toContain("viewIssue");
	expect(me.actions).not.toContain("importDocument");
	await expect(access.getMe({ kind: "anonymous" })).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
	const elsewhere = await access.getMe(person("provOffice", "620000"));
	expect(elsewhere).toMatchObject({ sample: false, regionName: "620000" });
});

it("makes accounts that may do no more than their maker, in its region", async () => {
	accepted(await access.registerUser(provOffice, user("city-one")));
	expect(rulesOf(await access.registerUser(provOffice, user("city-one")))).toEqual(["USERNAME_TAKEN"]);
	expect(
		(await access.registerUser(cityOffice, user("prov-one", { role: "provOffice", region: PROVINCE }))).ok,
	).toBe(false);
	expect((await access.registerUser(otherCity, user("city-two"))).ok).toBe(false);
	expect(rulesOf(await access.registerUser(auditor, user("city-two")))).toEqual(["NOT_ALLOWED"]);
	expect((await access.listUsers(cityOffice)).map(({ username }) => username)).toEqual(["city-one"]);
	expect(await access.listUsers(otherCity)).toEqual([]);
	await expect(access.listUsers(auditor)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});

it("gives a sign-in link to the operator of the machine alone", async () => {
	accepted(await access.registerUser(SYSTEM, user("linked")));
	const operator: Actor = {
		kind: "operator",
		name: "本机",
		role: "provOffice",
		region: PROVINCE,
		unitId: null,
	};
	expect((await access.createSignInLink(operator, "linked")).url).toContain("linked");
	await expect(access.createSignInLink(operator, "nobody")).rejects.toMatchObject({ code: "NOT_FOUND" });
	for (const actor of [provOffice, program("provOffice", PROVINCE, ["administer"])]) {
		await expect(access.createSignInLink(actor, "linked")).rejects.toMatchObject({ code: "NOT_ALLOWED" });
	}
});

it("keeps keys within what their maker may do, and ends them", async () => {
	const key = (more: Partial<NewApiKey> = {}): NewApiKey => ({
		name: "对接程序",
		role: "cityOffice",
		region: CITY,
		unitId: null,
		verbs: ["read"],
		days: 30,
		...more,
	});
	const made = accepted(await access.createApiKey(cityOffice, key()));
	expect(made.key).toContain(made.row.prefix);
	expect((await access.createApiKey(cityOffice, key({ role: "provOffice", region: PROVINCE }))).ok).toBe(
		false,
	);
	expect(rulesOf(await access.createApiKey(auditor, key()))).toEqual(["NOT_ALLOWED"]);
	const limited = program("cityOffice", CITY, ["administer", "read"]);
	expect((await access.createApiKey(limited, key({ verbs: ["write"] }))).ok).toBe(false);
	expect(await access.listApiKeys(otherCity)).toEqual([]);
	await expect(access.revokeApiKey(otherCity, made.row.id)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
	await access.revokeApiKey(cityOffice, made.row.id);
	expect(auth.keys[0]?.revokedAt).not.toBeNull();
	await expect(access.revokeApiKey(cityOffice, "none")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("refuses what belongs to no region of the actor", async () => {
	const elsewhere = user("county-one", { role: "countyOffice", region: RegionCode.parse("620102") });
	expect((await access.registerUser(provOffice, elsewhere)).ok).toBe(false);
	accepted(
		await access.registerUser(cityOffice, user("county-two", { role: "countyOffice", region: COUNTY })),
	);
});
