import { inLanguage } from "@zhenggai/domain/kernel";
import { vocab } from "@zhenggai/domain/vocabulary";
import { SAMPLE_ACCOUNTS } from "@zhenggai/services/sample";
import type { Environment } from "./env.ts";
import type { RunningServer } from "./server.ts";

/** What an office does on a ledger that nobody can sign in to yet, in this order. */
const FIRST_STEPS: readonly (readonly [zh: string, en: string, command: string])[] = [
	["本省（市、县）及所辖地区", "your region and those below it", "regions add --file <区划.csv>"],
	["单位", "units", "units add --file <单位.csv>"],
	["人员账户", "accounts", "users add <username> --name <姓名> --role provOffice"],
	["一次性登录链接", "a one-time sign-in link", "sign-in-link <username>"],
	["整改方案", "a rectification plan", "import <方案.docx> --dry-run"],
];

const firstSteps = (): string[] => [
	"  台账还没有人员账户。请在本机依次办理（命令后加 --help 看写法；清单为 CSV 或 xlsx）：",
	"  Nobody has an account yet. On this machine, in this order (--help explains each; lists are CSV or xlsx):",
	"",
	...FIRST_STEPS.flatMap(([zh, en, command], index) => [
		`  ${index + 1}. ${zh} ${en}`,
		`     npx -y pnpm@12 zhenggai ${command}`,
	]),
	"",
];

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
	if (links.size === 0 && !(await server.hasAccounts())) lines.push(...firstSteps());
	lines.push(
		"  新的登录链接 New sign-in link:  npx -y pnpm@12 zhenggai sign-in-link <username>",
		"  终端界面 Terminal dashboard:    npx -y pnpm@12 tui",
		"  停止 Stop:                      Ctrl-C",
		"",
	);
	return lines;
}
