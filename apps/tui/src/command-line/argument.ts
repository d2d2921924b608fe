import { say } from "../say.ts";
import type { ArgumentSpec } from "./command.ts";

/** What stands behind a command on its line; `file` where it is the path of one. */
export const argument = (zh: string, en: string, required = true, file = false): ArgumentSpec => ({
	name: say(zh, en),
	required,
	file,
});
