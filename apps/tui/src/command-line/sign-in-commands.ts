import { say } from "../say.ts";
import type { CommandSpec } from "./command.ts";
import { JSON_OPTION } from "./options.ts";

/** The commands of who acts from this terminal. */
export const SIGN_IN_COMMANDS: readonly CommandSpec[] = [
	{
		path: ["sign-in"],
		summary: say(
			"以个人身份登录本终端：显示代码，在浏览器中批准",
			"Sign in as a person: shows a code to approve in your browser",
		),
		arguments: [],
		options: JSON_OPTION,
		examples: ["zhenggai sign-in", "zhenggai sign-in --server https://ledger.example"],
		load: async () => (await import("../access/sign-in-command.ts")).signIn,
	},
	{
		path: ["sign-out"],
		summary: say("退出个人登录", "End the person's sign-in at this terminal"),
		arguments: [],
		options: [],
		load: async () => (await import("../access/sign-in-command.ts")).signOut,
	},
	{
		path: ["whoami"],
		summary: say(
			"当前以谁的身份办理、凭什么、到何时",
			"Who acts from this terminal, by what right, until when",
		),
		arguments: [],
		options: JSON_OPTION,
		load: async () => (await import("../access/whoami-command.ts")).whoami,
	},
];
