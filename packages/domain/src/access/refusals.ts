import { type Bilingual, type Refusal, type Role, refusal, say, type Verb } from "../kernel/index.ts";
import { valuesOf, vocab } from "../vocabulary/index.ts";
import { ACTIONS, type Action } from "./action.ts";
import { POLICY } from "./policy.ts";

/** The roles that may do something at all, in the order of the vocabulary. */
export const rolesFor = (action: Action): Role[] =>
	valuesOf(vocab.role).filter((role) => POLICY[action][role] !== "none");

const names = (roles: readonly Role[]): Bilingual =>
	say(
		roles.map((role) => vocab.role[role].zh).join("、"),
		roles.map((role) => vocab.role[role].en).join(", "),
	);

const about = (action: Action): Bilingual => ACTIONS[action].label;

export function notSignedIn(action: Action): Refusal {
	const label = about(action);
	return refusal(
		"NOT_SIGNED_IN",
		say(`未登录，不能${label.zh}`, `Not signed in: “${label.en}” is closed`),
		say("先登录", "Sign in"),
		{ who: rolesFor(action) },
	);
}

/** What is said to whoever has another role, once an action: the page of an issue asks it seventy times. */
const notYourRoles = new Map<Action, Refusal>();

export function notYourRole(action: Action): Refusal {
	const known = notYourRoles.get(action);
	if (known !== undefined) return known;
	const worded = wordNotYourRole(action);
	notYourRoles.set(action, worded);
	return worded;
}

function wordNotYourRole(action: Action): Refusal {
	const label = about(action);
	const who = rolesFor(action);
	const [zh, en] =
		who.length === 0
			? ["由服务器管理员在本机办理", "Ask the operator of the server's own machine"]
			: [`请由${names(who).zh}办理`, `Ask one of: ${names(who).en}`];
	return refusal(
		"NOT_ALLOWED",
		say(`您的角色不能“${label.zh}”`, `Your role may not do “${label.en}”`),
		say(zh, en),
		{ who },
	);
}

export function outOfRegion(action: Action): Refusal {
	const label = about(action);
	return refusal(
		"OUT_OF_REGION",
		say(`不在您的辖区内，不能“${label.zh}”`, `Outside of your region: “${label.en}” is not yours`),
		say("请由所在地区的有关单位办理", "Ask somebody of that region"),
		{ who: rolesFor(action) },
	);
}

export function notOnPanel(action: Action): Refusal {
	const label = about(action);
	return refusal(
		"NOT_INVOLVED",
		say(
			`您不是该问题的验收专家，不能“${label.zh}”`,
			`You are not one of the experts of this issue: “${label.en}” is not yours`,
		),
		say("请整改办先以验收专家交办给您本人", "Ask the office to name you as an expert of it"),
		{ who: rolesFor(action) },
	);
}

export function notInvolved(action: Action, part: Bilingual): Refusal {
	const label = about(action);
	return refusal(
		"NOT_INVOLVED",
		say(
			`您的单位不是该问题的${part.zh}，不能“${label.zh}”`,
			`Your unit is not the ${part.en} of this issue: “${label.en}” is not yours`,
		),
		say(
			"由该问题的承担单位办理，或请整改办先交办",
			"Ask a unit assigned to it, or have the office assign yours first",
		),
		{ who: rolesFor(action) },
	);
}

export function notYourList(action: Action): Refusal {
	const label = about(action);
	return refusal(
		"NOT_YOUR_LIST",
		say(
			`该问题属上级清单，不能“${label.zh}”`,
			`This issue is on the list of a tier above: “${label.en}” is not yours`,
		),
		say("请上级整改办办理，或由其分解到本级", "Ask the office of that tier, or have it handed down"),
		{ who: rolesFor(action) },
	);
}

export function notYourTier(action: Action): Refusal {
	const label = about(action);
	return refusal(
		"NOT_YOUR_TIER",
		say(
			`“${label.zh}”由上一级决定，本级不能办理`,
			`“${label.en}” is decided by the tier above, not by the one whose list it is`,
		),
		say(
			"报上一级整改办（省级清单报省领导小组）",
			"Ask the office of the tier above; for the province's lists, its leading group",
		),
		{ who: rolesFor(action) },
	);
}

export function notSelfFound(action: Action): Refusal {
	const label = about(action);
	return refusal(
		"NOT_SELF_FOUND",
		say(
			`县级只能登记自查发现的问题，不能“${label.zh}”`,
			`A county office enters only what it found itself: “${label.en}” is not yours`,
		),
		say(
			"请市或省整改办登记，或将来源改为自查发现",
			"Ask the city or provincial office, or enter it as found by self-check",
		),
		{ who: ["provOffice", "cityOffice"], basis: "domain §6" },
	);
}

export function keyLacksVerb(action: Action, verb: Verb): Refusal {
	const needed = vocab.keyVerb[verb];
	return refusal(
		"KEY_LACKS_VERB",
		say(`此密钥没有“${needed.zh}”权限`, `This key may not ${needed.en.toLowerCase()}`),
		say("使用有该权限的密钥", "Use a key that has it"),
		{ who: rolesFor(action) },
	);
}

export const grantsTooMuch = (action: Action): Refusal =>
	refusal(
		"GRANTS_TOO_MUCH",
		say("不能授予超出自身权限的角色或动作", "Nobody can grant a role or verb beyond their own"),
		say(
			"选择不高于自身的角色，或由服务器管理员办理",
			"Choose a role no higher than your own, or ask the server's operator",
		),
		{ field: "role", who: rolesFor(action) },
	);
