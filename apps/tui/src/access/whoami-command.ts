import { type Credential, credentialOf } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { label, vocab } from "@zhenggai/domain/vocabulary";
import { momentText } from "../app/bars.ts";
import type { Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText, plainRows } from "../command-line/output.ts";
import { say, speak } from "../say.ts";

const BY: Readonly<Record<Credential["by"], Bilingual>> = {
	terminal: say("个人登录（zhenggai sign-in）", "a person's sign-in (zhenggai sign-in)"),
	key: say("接口密钥", "an API key"),
	operator: say("本机操作员", "the operator of this machine"),
	browser: say("浏览器登录", "a browser's session"),
};

/** What the credentials are and until when, in one sentence. */
export function credentialText({ by, endsAt, idleAt }: Credential): Bilingual {
	const end = endsAt === null ? "" : momentText(Date.parse(endsAt));
	const idle = idleAt === null ? "" : momentText(Date.parse(idleAt));
	const { zh, en } = BY[by];
	return say(
		[zh, end && `最迟至 ${end}`, idle && `闲置则至 ${idle}`].filter((part) => part !== "").join("，"),
		[en, end && `until ${end}`, idle && `if idle until ${idle}`].filter((part) => part !== "").join(", "),
	);
}

/** `whoami`: who acts from this terminal, by what right, and until when. */
export const whoami: Runner = async (context) => {
	const { client, files, url } = await context.connect();
	const { language } = context;
	const [me, credential] = await Promise.all([client.access.me.query(), credentialOf(files)]);
	if (formatOf(context) === "json") {
		context.out(jsonText({ url, me, credential }, context.environment.columns));
		return EXIT.done;
	}
	const rows: readonly (readonly [Bilingual, string])[] = [
		[say("姓名", "Name"), me.name],
		[say("角色", "Role"), label(vocab.role, me.role, language)],
		[say("辖区", "Region"), me.regionName],
		...(me.unit === null ? [] : [[say("单位", "Unit"), me.unit.name] as const]),
		[say("凭证", "By"), speak(credentialText(credential), language)],
		[say("服务器", "Server"), url],
	];
	context.out(plainRows(rows.map(([name, text]) => [speak(name, language), text])));
	return EXIT.done;
};
