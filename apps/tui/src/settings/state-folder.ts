import { homedir } from "node:os";
import { join } from "node:path";

/** Where this program keeps what is neither a setting nor to be shared: `$XDG_STATE_HOME/zhenggai`. */
export function stateFolder(env: NodeJS.ProcessEnv): string {
	const base = env.XDG_STATE_HOME ?? "";
	return join(base === "" ? join(homedir(), ".local", "state") : base, "zhenggai");
}
