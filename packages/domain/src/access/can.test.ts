import { expect, test } from "vitest";
import { type Actor, RegionCode, type Role, Verb } from "../kernel/index.ts";
import { ACTIONS, allActions } from "./action.ts";
import { actionsOf, can, listScope } from "./can.ts";
import { granteeResource, placeResource } from "./resource.ts";

const CITY = RegionCode.parse("990100");
const COUNTY = RegionCode.parse("990102");
const PROVINCE = RegionCode.parse("990000");
const here = { ...placeResource(COUNTY), tier: "county" } as const;

const program = (role: Role, ...verbs: Verb[]): Actor => ({
	kind: "program",
	keyId: "key",
	name: "报送程序",
	verbs,
	role,
	region: CITY,
	unitId: null,
});
const operator: Actor = {
	kind: "operator",
	name: "本机",
	role: "countyOffice",
	region: COUNTY,
	unitId: null,
};
const system: Actor = { kind: "system", name: "任务" };
const person = (role: Role, region: RegionCode = CITY): Actor => ({
	kind: "person",
	userId: role,
	personId: null,
	name: role,
	role,
	region,
	unitId: null,
});
const ruleOf = (...args: Parameters<typeof can>): string | null => can(...args)?.rule ?? null;

test("[access I1] nobody who is not signed in may do anything", () => {
	for (const action of allActions) expect(ruleOf({ kind: "anonymous" }, action, here)).toBe("NOT_SIGNED_IN");
	expect(listScope({ kind: "anonymous" })).toBeNull();
	expect(actionsOf({ kind: "anonymous" })).toEqual([]);
});

const KEY_CASES: { name: string; actor: Actor; action: (typeof allActions)[number]; rule: string | null }[] =
	[
		{
			name: "a reading key of an office reads",
			actor: program("cityOffice", "read"),
			action: "viewIssue",
			rule: null,
		},
		{
			name: "a reading key does not write",
			actor: program("cityOffice", "read"),
			action: "assignIssue",
			rule: "KEY_LACKS_VERB",
		},
		{
			name: "a writing key of an office writes",
			actor: program("cityOffice", "write"),
			action: "assignIssue",
			rule: null,
		},
		{
			name: "a writing key of an auditor does not write",
			actor: program("auditor", "write"),
			action: "assignIssue",
			rule: "NOT_ALLOWED",
		},
		{
			name: "a writing key does not read",
			actor: program("cityOffice", "write"),
			action: "viewIssue",
			rule: "KEY_LACKS_VERB",
		},
		{
			name: "a writing key does not import",
			actor: program("cityOffice", "write"),
			action: "importDocument",
			rule: "KEY_LACKS_VERB",
		},
		{
			name: "an importing key imports",
			actor: program("cityOffice", "import"),
			action: "importDocument",
			rule: null,
		},
		{
			name: "an importing key does not write by itself",
			actor: program("cityOffice", "import"),
			action: "amendIssue",
			rule: "KEY_LACKS_VERB",
		},
		{
			name: "a key without administer makes no keys",
			actor: program("cityOffice", "read", "write"),
			action: "createApiKey",
			rule: "KEY_LACKS_VERB",
		},
	];

test.each(KEY_CASES)("[access I5] $name", ({ actor, action, rule }) => {
	expect(ruleOf(actor, action, here)).toBe(rule);
});

test("[access I5] an importing key may write while an import is applied, and only then", () => {
	const key = program("cityOffice", "import");
	expect(ruleOf(key, "amendIssue", { ...here, importing: true })).toBeNull();
	expect(ruleOf(program("cityOffice", "write"), "amendIssue", { ...here, importing: true })).toBe(
		"KEY_LACKS_VERB",
	);
});

test("[access I5] a key without the verb to read sees no list", () => {
	expect(listScope(program("cityOffice", "write"))).toBeNull();
	expect(listScope(program("cityOffice", "read"))).toEqual({ regionPrefix: "9901", unitId: null });
});

test("[access I6] a unit role without a unit sees nothing of its own", () => {
	expect(listScope(person("enterprise", COUNTY))).toBeNull();
	expect(listScope(person("provOffice", PROVINCE))).toEqual({ regionPrefix: "99", unitId: null });
});

test("[access I7] the operator keeps all accounts, and is otherwise bound to its role", () => {
	const far = granteeResource(RegionCode.parse("980000"), "leadingGroup");
	for (const action of ["createSignInLink", "registerUser", "createApiKey", "viewUser"] as const) {
		expect(ruleOf(operator, action, far)).toBeNull();
	}
	expect(ruleOf(operator, "assignIssue", { ...placeResource(CITY), tier: "city" })).toBe("OUT_OF_REGION");
	expect(ruleOf(operator, "startPlanning", here)).toBe("NOT_ALLOWED");
});

test("[access I7] only the operator of the machine makes sign-in links", () => {
	for (const who of [person("provOffice", PROVINCE), system, program("provOffice", ...Verb.options)]) {
		expect(ruleOf(who, "createSignInLink", placeResource(COUNTY))).toBe("NOT_ALLOWED");
	}
});

test("[access I7] the server's jobs keep the ledger and hand out no keys", () => {
	expect(ruleOf(system, "registerIssue", here)).toBeNull();
	expect(ruleOf(system, "viewJournal", here)).toBeNull();
	for (const action of ["createApiKey", "revokeApiKey", "viewApiKey", "viewUser"] as const) {
		expect(ruleOf(system, action, here)).toBe("NOT_ALLOWED");
	}
	expect(listScope(system)).toEqual({ regionPrefix: "", unitId: null });
});

const GRANT_CASES: { name: string; actor: Actor; role: Role; verbs?: Verb[]; rule: string | null }[] = [
	{
		name: "a city office makes a county office's account",
		actor: person("cityOffice"),
		role: "countyOffice",
		rule: null,
	},
	{ name: "a city office makes its like", actor: person("cityOffice"), role: "cityOffice", rule: null },
	{
		name: "a county office makes no city office",
		actor: person("countyOffice", COUNTY),
		role: "cityOffice",
		rule: "GRANTS_TOO_MUCH",
	},
	{
		name: "no office makes a leading group",
		actor: person("provOffice", PROVINCE),
		role: "leadingGroup",
		rule: "GRANTS_TOO_MUCH",
	},
	{
		name: "no office makes a discipline organ",
		actor: person("provOffice", PROVINCE),
		role: "discipline",
		rule: "GRANTS_TOO_MUCH",
	},
	{
		name: "a key hands on only the verbs it has",
		actor: program("cityOffice", "administer", "read"),
		role: "leadUnit",
		verbs: ["write"],
		rule: "GRANTS_TOO_MUCH",
	},
	{
		name: "a key hands on the verbs it has",
		actor: program("cityOffice", "administer", "read"),
		role: "leadUnit",
		verbs: ["read"],
		rule: null,
	},
	{ name: "a unit makes no accounts", actor: person("leadUnit"), role: "leadUnit", rule: "NOT_ALLOWED" },
];

test.each(GRANT_CASES)("[access I8] $name", ({ actor, role, verbs, rule }) => {
	expect(ruleOf(actor, "createApiKey", granteeResource(COUNTY, role, verbs))).toBe(rule);
});

const OPEN: readonly string[] = ["viewPublicNotice", "objectPublicly"];

test("[access I9] every refusal says in both languages what, and who can instead", () => {
	for (const action of allActions) {
		// What is published is published for everybody.
		if (OPEN.includes(action)) continue;
		const refusal = can(person("public"), action, here);
		expect(refusal?.message.zh).toContain(ACTIONS[action].label.zh);
		expect(refusal?.message.en).toContain(ACTIONS[action].label.en);
		expect(refusal?.clears.zh).not.toBe("");
		expect(refusal?.who.includes("public")).toBe(false);
		if (action !== "createSignInLink") expect(refusal?.who.length).toBeGreaterThan(0);
	}
});

test("[access I9] the actions of a role are those that it can do somewhere", () => {
	expect(actionsOf(person("public"))).toEqual(OPEN);
	expect(actionsOf(person("expert"))).toEqual([...["giveExpertOpinion"], ...OPEN, "viewIssue", "viewRule"]);
	expect(actionsOf(person("leadUnit"))).toContain("startPlanning");
	expect(actionsOf(program("cityOffice", "read")).every((action) => action.startsWith("view"))).toBe(true);
	expect(actionsOf(operator)).toContain("createSignInLink");
});
