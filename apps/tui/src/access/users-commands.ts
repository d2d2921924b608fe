import type { Outputs, ZhenggaiClient } from "@zhenggai/client";
import { User as UserSchema } from "@zhenggai/domain/access";
import { label, vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { type PlaceOf, refusedError } from "../command-line/refused.ts";
import { optionNamed, required, usageError } from "../command-line/values.ts";
import { regionOption, unitIdOf } from "../responsibilities/index.ts";
import { say, speak } from "../say.ts";

type User = Outputs["access"]["listUsers"][number];

const PAGE = 500;

/** Names of the units that these people belong to. */
async function unitNames(
	client: ZhenggaiClient,
	users: readonly User[],
): Promise<ReadonlyMap<string, string>> {
	const names = new Map<string, string>();
	if (users.every(({ unitId }) => unitId === null)) return names;
	let cursor: string | null = null;
	do {
		const page: { items: { id: string; name: string }[]; nextCursor: string | null } =
			await client.responsibilities.listUnits.query({ limit: PAGE, ...(cursor === null ? {} : { cursor }) });
		for (const { id, name } of page.items) names.set(id, name);
		cursor = page.nextCursor;
	} while (cursor !== null);
	return names;
}

async function writeUsers(
	context: CommandContext,
	client: ZhenggaiClient,
	users: readonly User[],
): Promise<void> {
	const { language } = context;
	const [regions, units] = await Promise.all([
		client.responsibilities.listRegions.query({}),
		unitNames(client, users),
	]);
	const regionName = new Map(regions.map(({ code, name }) => [code, name]));
	const headings = [
		say("用户名", "Username"),
		say("姓名", "Name"),
		say("角色", "Role"),
		say("行政区域", "Region"),
		say("单位", "Unit"),
		say("状态", "State"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Unit" })),
		users.map((user) => [
			user.username,
			user.name,
			label(vocab.role, user.role, language),
			regionName.get(user.region) ?? user.region,
			user.unitId === null ? "" : (units.get(user.unitId) ?? user.unitId),
			speak(user.active ? say("在用", "Active") : say("停用", "Inactive"), language),
		]),
		{ items: users },
	);
}

/** `users list`: who can sign in. */
export const list: Runner = async (context) => {
	const { client } = await context.connect();
	await writeUsers(context, client, await client.access.listUsers.query());
	return EXIT.done;
};

/** The option or argument that gives a field of an account. */
const PLACES: Readonly<Record<string, string>> = {
	name: "--name",
	role: "--role",
	region: "--region",
	unitId: "--unit",
};

const placeOf: PlaceOf = (field) => {
	const option = PLACES[field];
	if (option !== undefined) return say(option, option);
	return field === "username" ? say("用户名", "username") : null;
};

/** `users add`: an account, without a password: its owner signs in with a one-time link. */
export const add: Runner = async (context) => {
	const { options } = context;
	const [username = ""] = context.arguments;
	if (!UserSchema.shape.username.safeParse(username).success)
		throw usageError(
			username,
			say(
				"用户名为 3–40 个小写字母、数字或 . _ -，以字母或数字开头",
				"a username has 3 to 40 small letters, digits or . _ - and begins with a letter or digit",
			),
		);
	const name = required("name", options.value("name"));
	if (!UserSchema.shape.name.safeParse(name).success)
		throw usageError("--name", say("应为 1–60 个字", "must have 1 to 60 characters"));
	const role = required("role", optionNamed(context, "role", vocab.role));
	const { client } = await context.connect();
	const region = await regionOption(client, options.value("region"));
	const unit = options.value("unit");
	const unitId = unit === undefined ? null : await unitIdOf(client, "unit", unit);
	const outcome = await client.access.registerUser.mutate({
		...{ username, name, role, region, unitId },
		personId: null,
	});
	if (!outcome.ok) throw refusedError(outcome.refusals, placeOf);
	await writeUsers(context, client, [outcome.value]);
	context.talk(
		say(
			`已添加。下一步，为其生成一次性登录链接：zhenggai sign-in-link ${username}`,
			`Added. Next, make a one-time sign-in link: zhenggai sign-in-link ${username}`,
		),
	);
	return EXIT.done;
};
