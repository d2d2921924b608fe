import { existsSync } from "node:fs";
import { release } from "node:os";
import { credentialOf, failureOf } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { label, vocab } from "@zhenggai/domain/vocabulary";
import { keptFor } from "../access/terminal-session.ts";
import { credentialText } from "../access/whoami-command.ts";
import { describeFailure } from "../app/failure-text.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT, type ExitCode } from "../command-line/exit.ts";
import { formatOf, jsonText } from "../command-line/output.ts";
import { say, speak } from "../say.ts";
import { readConfig } from "../settings/config.ts";
import { type Connection, checkoutRoot, resolveConnection } from "../settings/connection.ts";
import { version } from "./version.ts";

type Check = {
	readonly name: Bilingual;
	readonly ok: boolean;
	readonly found: Bilingual;
	readonly code: ExitCode;
};

const LEAST_NODE = 24;

const check = (name: Bilingual, ok: boolean, found: Bilingual, code: ExitCode = EXIT.failed): Check => ({
	name,
	ok,
	found,
	code: ok ? EXIT.done : code,
});
const same = (text: string): Bilingual => say(text, text);

function programChecks(context: CommandContext): Check[] {
	const node = Number(process.versions.node.split(".")[0]);
	const { broken } = readConfig(context.configPath);
	const present = existsSync(context.configPath);
	const config = broken
		? say(
				`${context.configPath} 不是 JSON 对象，未采用`,
				`${context.configPath} is no JSON object and is not used`,
			)
		: same(`${context.configPath}${present ? "" : " (-)"}`);
	return [
		check(say("版本", "Version"), true, same(`zhenggai ${version()}`)),
		check(
			say("Node", "Node"),
			node >= LEAST_NODE,
			same(`${process.versions.node}, ${process.platform} ${release()}`),
		),
		check(say("设置", "Settings"), !broken, config),
	];
}

function terminalChecks({ environment, language }: CommandContext): Check[] {
	const { env } = process;
	const size =
		environment.columns === null
			? say("不是终端", "no terminal")
			: same(`${environment.columns} × ${process.stdout.rows}`);
	const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
	const utf8 = /utf-?8/i.test(locale) || process.platform !== "linux";
	const wide = environment.ambiguousWide ? say("两格", "two cells") : say("一格", "one cell");
	return [
		check(say("终端", "Terminal"), true, same(`TERM=${env.TERM ?? ""} ${speak(size, language)}`)),
		check(
			say("字符集", "Character set"),
			utf8,
			utf8
				? same(locale || process.platform)
				: say(
						`${locale || "未设"}：中文可能显示不出，请设 LANG=zh_CN.UTF-8`,
						`${locale || "not set"}: Chinese may not show; set LANG=en_US.UTF-8`,
					),
		),
		check(say("颜色", "Colour"), true, environment.colour ? say("用", "yes") : say("不用", "no")),
		check(
			say("歧义宽度字符", "Ambiguous width"),
			true,
			say(
				`按${wide.zh}计；“①…”若与此行不齐，请用 --ambiguous-wide`,
				`counted as ${wide.en}; if "①…" does not line up, use --ambiguous-wide`,
			),
		),
	];
}

const FROM: Readonly<Record<Connection["from"], Bilingual>> = {
	options: say("命令行 --token", "--token"),
	environment: say("环境变量 ZHENGGAI_TOKEN", "ZHENGGAI_TOKEN"),
	session: say("本终端的个人登录", "the person's sign-in at this terminal"),
	localFile: say("本机操作员", "the operator of this machine"),
};

/** By what right commands act, and what is set aside by it. */
function rightText({ from, token, sessionFile, localFile }: Connection, context: CommandContext): Bilingual {
	if (token === null)
		return say(
			"无。执行 zhenggai sign-in，或给出 --token、ZHENGGAI_TOKEN",
			"none; run zhenggai sign-in, or give --token or ZHENGGAI_TOKEN",
		);
	const { zh, en } = FROM[from];
	const file = sessionFile ?? localFile;
	const where = file === null ? "" : ` (${file})`;
	const kept = from !== "session" && keptFor(context).read.kind === "session";
	return kept
		? say(
				`${zh}${where}；优先于已有的个人登录`,
				`${en}${where}; comes before the person's sign-in that is kept`,
			)
		: say(`${zh}${where}`, `${en}${where}`);
}

async function serverChecks(context: CommandContext): Promise<Check[]> {
	const { options } = context;
	const asked = {
		server: options.value("server"),
		token: options.value("token"),
		operator: options.flag("operator"),
	};
	const resolved = resolveConnection(
		asked,
		process.env,
		checkoutRoot(import.meta.dirname),
		process.getuid?.() ?? null,
	);
	const name = say("服务器", "Server");
	if (!resolved.ok) return [check(name, false, resolved.problem.text, EXIT.network)];
	const { url } = resolved.connection;
	const address = check(name, true, same(url));
	const right = check(say("身份来源", "Acting by"), true, rightText(resolved.connection, context));
	const account = say("登录", "Signed in");
	try {
		const { client, files } = await context.connect();
		const [me, credential] = await Promise.all([client.access.me.query(), credentialOf(files)]);
		const who = (language: "zh-CN" | "en") =>
			`${me.name}, ${label(vocab.role, me.role, language)}, ${me.regionName}`;
		return [
			address,
			right,
			check(account, true, say(who("zh-CN"), who("en"))),
			check(say("期限", "Until"), true, credentialText(credential)),
			check(say("服务器版本", "Server version"), true, same(me.serverVersion)),
		];
	} catch (error) {
		const failure = failureOf(error);
		if (failure === null) throw error;
		const code = failure.kind === "server" ? EXIT.denied : EXIT.network;
		return [address, right, check(account, false, describeFailure(failure), code)];
	}
}

/** `doctor`: whether everything that this program needs is there, and what to do where it is not. */
export const run: Runner = async (context) => {
	const checks = [...programChecks(context), ...terminalChecks(context), ...(await serverChecks(context))];
	const { language } = context;
	if (formatOf(context) === "json") {
		const items = checks.map((one) => ({ name: one.name.en, ok: one.ok, found: speak(one.found, language) }));
		context.out(jsonText({ items, ok: checks.every((one) => one.ok) }, context.environment.columns));
	} else {
		const cells = await context.cells();
		const width = Math.max(...checks.map((one) => cells.width(speak(one.name, language))));
		for (const one of checks)
			context.out(
				`${one.ok ? "[ok]" : "[ !]"} ${cells.fit(speak(one.name, language), width)}  ${speak(one.found, language)}\n`,
			);
	}
	return checks.find((one) => !one.ok)?.code ?? EXIT.done;
};
