import type { Outputs } from "@zhenggai/client";
import { formatInstant, formatNames, label, valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText, writeListing } from "../command-line/output.ts";
import { makeDirectory, refusalText } from "../issues/index.ts";
import { say, speak } from "../say.ts";

type KeyRow = Outputs["access"]["listApiKeys"][number];

/** `keys list`: programs' keys, without the keys themselves. */
export const list: Runner = async (context) => {
	const { client } = await context.connect();
	const { language } = context;
	const keys = await client.access.listApiKeys.query();
	const moment = (at: KeyRow["createdAt"] | null) => (at === null ? "" : formatInstant(at, language));
	const headings = [
		say("标识", "Id"),
		say("名称", "Name"),
		say("开头", "Begins"),
		say("角色", "Role"),
		say("区划", "Region"),
		say("权限", "Verbs"),
		say("到期", "Expires"),
		say("最近使用", "Last used"),
		say("吊销", "Revoked"),
	];
	await writeListing(
		context,
		headings.map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Name" })),
		keys.map((key) => [
			key.id,
			key.name,
			key.prefix,
			label(vocab.role, key.role, language),
			key.region,
			formatNames(key.verbs, language),
			moment(key.expiresAt),
			moment(key.lastUsedAt),
			moment(key.revokedAt),
		]),
		{ items: keys },
	);
	return EXIT.done;
};

const DEFAULT_DAYS = 90;

function wrong(zh: string, en: string): CommandError {
	return new CommandError(EXIT.usage, say(zh, en));
}

function verbsOf(context: CommandContext) {
	const names = (context.options.value("verbs") ?? "read").split(",").map((name) => name.trim());
	return names.map((name) => {
		const verb = valuesOf(vocab.keyVerb).find((key) => key === name);
		if (verb !== undefined) return verb;
		const known = valuesOf(vocab.keyVerb).join(", ");
		throw wrong(`没有权限“${name}”，可用：${known}`, `There is no verb "${name}"; there are: ${known}`);
	});
}

/** `keys create`: a key for a program. It is shown this once. */
export const create: Runner = async (context) => {
	const { client } = await context.connect();
	const { options } = context;
	const me = await client.access.me.query();
	const roleName = options.value("role") ?? me.role;
	const role = valuesOf(vocab.role).find((key) => key === roleName || vocab.role[key].zh === roleName);
	if (role === undefined) {
		const known = valuesOf(vocab.role).join(", ");
		throw wrong(
			`没有角色“${roleName}”，可用：${known}`,
			`There is no role "${roleName}"; there are: ${known}`,
		);
	}
	const days = Number(options.value("days") ?? DEFAULT_DAYS);
	if (!Number.isInteger(days)) throw wrong("--days 应为整数", "--days must be a whole number");
	const unitName = options.value("unit");
	const unit =
		unitName === undefined ? null : await makeDirectory(client).find({ kind: "unit", name: unitName });
	if (unit !== null && "problem" in unit) throw new CommandError(EXIT.notFound, unit.problem);
	const outcome = await client.access.createApiKey.mutate({
		name: context.arguments[0] ?? "",
		role,
		region: options.value("region") ?? me.region,
		unitId: unit === null ? null : unit.id,
		verbs: verbsOf(context),
		days,
	});
	if (!outcome.ok) {
		for (const refusal of outcome.refusals) context.talk(refusalText(refusal));
		return EXIT.denied;
	}
	const json = formatOf(context) === "json";
	context.out(json ? jsonText(outcome.value, context.environment.columns) : `${outcome.value.key}\n`);
	context.talk(say("密钥只显示这一次，请立即妥善保存", "The key is shown only this once; keep it safe"));
	return EXIT.done;
};

/** `keys revoke`: a key that must not be used any more. */
export const revoke: Runner = async (context) => {
	const { client } = await context.connect();
	const [id = ""] = context.arguments;
	await client.access.revokeApiKey.mutate({ id });
	context.talk(say(`已吊销 ${id}`, `Revoked ${id}`));
	return EXIT.done;
};
