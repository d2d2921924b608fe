import { inLanguage } from "@zhenggai/domain/kernel";
import { vocab } from "@zhenggai/domain/vocabulary";
import { SAMPLE_ACCOUNTS } from "@zhenggai/services/sample";
import type { Environment } from "./env.ts";
import type { RunningServer } from "./server.ts";

/** The lines that tell the operator where the ledger is and how to get in. Plain text, also without a terminal. */
export async function welcome(server: RunningServer, env: Environment): Promise<string[]> {
	const lines = ["", `  整改 Zhenggai  ${server.url}`, ""];
	const links = env.sample
		? await server.signInLinks(SAMPLE_ACCOUNTS.map(({ username }) => username))
		: new Map<string, string>();
	if (links.size > 0) {
		lines.push("  示例台账，内容纯属虚构。登录链接各限用一次，15 分钟内有效：");
		lines.push("  A fictional sample ledger. Sign-in links, each for one use within 15 minutes:", "");
		for (const { username, role } of SAMPLE_ACCOUNTS) {
			const url = links.get(username);
			if (url === undefined) continue;
			const label = vocab.role[role];
			lines.push(`  ${inLanguage(label, "zh-CN")} ${inLanguage(label, "en")} (${username})`, `    ${url}`);
		}
		lines.push("");
	}
	lines.push(
		"  新的登录链接 New sign-in link:  npx -y pnpm@12 zhenggai sign-in-link <username>",
		"  终端界面 Terminal dashboard:    npx -y pnpm@12 tui",
		"  停止 Stop:                      Ctrl-C",
		"",
	);
	return lines;
}
