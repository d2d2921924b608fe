import {
	awaitSignIn,
	createZhenggaiClient,
	endSignIn,
	requestSignIn,
	type SignInAnswer,
	type SignInRequest,
} from "@zhenggai/client";
import { label, vocab } from "@zhenggai/domain/vocabulary";
import { clockText, momentText } from "../app/bars.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText } from "../command-line/output.ts";
import { say, speak } from "../say.ts";
import { dropSession, keepSession } from "../settings/sessions.ts";
import { givenOtherwise, type Kept, keptFor, terminalName } from "./terminal-session.ts";

/** Told also with `--quiet`: without the code nobody can go on. */
const showCode = ({ language }: CommandContext, { address, userCode, expiresAt }: SignInRequest) => {
	const until = clockText(expiresAt).slice(0, 5);
	const text = say(
		`在浏览器中打开  ${address}\n登录后输入代码  ${userCode}\n\n代码 ${until} 前有效。只批准您自己终端上显示的代码。等待批准，Ctrl+C 取消…`,
		`Open in a browser   ${address}\nand enter the code  ${userCode}\n\nValid until ${until}. Approve only what your own terminal shows. Waiting; Ctrl+C gives up…`,
	);
	process.stderr.write(`${speak(text, language)}\n`);
};

const isOpenLine = (url: string): boolean => {
	const { protocol, hostname } = new URL(url);
	return protocol === "http:" && !/^(localhost|127\..*|\[::1\])$/.test(hostname);
};

/** Waits for the person, until he gives up at the keyboard. */
async function answerTo(url: string, request: SignInRequest): Promise<SignInAnswer | null> {
	const stop = new AbortController();
	const giveUp = () => stop.abort();
	process.once("SIGINT", giveUp);
	try {
		return await awaitSignIn({ url }, request, { signal: stop.signal });
	} catch (error) {
		if (stop.signal.aborted) return null;
		throw error;
	} finally {
		process.off("SIGINT", giveUp);
	}
}

function tokenOf(answer: SignInAnswer | null): Extract<SignInAnswer, { kind: "granted" }> {
	if (answer === null) throw new CommandError(EXIT.failed, say("已取消，未登录", "Given up; not signed in"));
	switch (answer.kind) {
		case "granted":
			return answer;
		case "denied":
			throw new CommandError(EXIT.denied, say("未获批准，未登录", "Denied; not signed in"));
		case "expired":
			throw new CommandError(
				EXIT.failed,
				say(
					"代码已过期，未登录。请重新执行 zhenggai sign-in",
					"The code has expired; run zhenggai sign-in again",
				),
			);
	}
}

/** The session before this one is not left open. */
async function endBefore({ read }: Kept): Promise<void> {
	if (read.kind !== "session") return;
	const { url, token } = read.session;
	// It ends by itself where the server cannot be told now.
	await endSignIn({ url, token }).catch(() => undefined);
}

/** `sign-in`: a person is signed in at this terminal, by a code that he approves in his browser (RFC 8628). */
export const signIn: Runner = async (context) => {
	const kept = keptFor(context);
	const { url, path } = kept;
	if (isOpenLine(url))
		context.talk(
			say(
				`注意：与 ${url} 的连接未加密，同一网络中的他人可能看到登录凭证`,
				`Mind: the line to ${url} is not encrypted; others on the network may see the sign-in`,
			),
		);
	const request = await requestSignIn({ url }, { terminal: terminalName() });
	showCode(context, request);
	const { token, endsAt } = tokenOf(await answerTo(url, request));
	const me = await createZhenggaiClient({ url, token }).access.me.query();
	const ends = new Date(endsAt).toISOString();
	await endBefore(kept);
	keepSession(path, { url, token, name: me.name, endsAt: ends });
	if (formatOf(context) === "json")
		context.out(jsonText({ url, me, endsAt: ends }, context.environment.columns));
	const until = momentText(endsAt);
	context.talk(
		say(
			`已登录：${me.name}（${label(vocab.role, me.role, "zh-CN")}，${me.regionName}），最迟 ${until} 结束。退出：zhenggai sign-out`,
			`Signed in: ${me.name} (${label(vocab.role, me.role, "en")}, ${me.regionName}), until ${until} at the latest. To end it: zhenggai sign-out`,
		),
	);
	const other = givenOtherwise(context);
	if (other !== null)
		context.talk(say(`注意：${other} 优先于个人登录`, `Mind: ${other} comes before a person's sign-in`));
	return EXIT.done;
};

/** `sign-out`: ends the session on the server, and forgets it here. */
export const signOut: Runner = async (context) => {
	const { read, path, url } = keptFor(context);
	if (read.kind === "none") {
		context.talk(say(`未在 ${url} 登录`, `Nobody is signed in at ${url}`));
		return EXIT.done;
	}
	// First here: whatever becomes of the line, this terminal acts for nobody any more.
	dropSession(path);
	if (read.kind !== "session") {
		context.talk(say(`已删除 ${path}`, `Removed ${path}`));
		return EXIT.done;
	}
	const { session } = read;
	try {
		await endSignIn(session);
	} catch {
		throw new CommandError(
			EXIT.network,
			say(
				"已从本机删除登录；未能通知服务器，该登录将自行到期，也可在网页“登录与终端”中结束",
				"Forgotten on this machine; the server could not be told. The session ends by itself, or on the web under Sessions",
			),
		);
	}
	context.talk(say(`已退出：${session.name}`, `Signed out: ${session.name}`));
	return EXIT.done;
};
