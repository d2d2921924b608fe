import { type Binding, KEY_GROUPS, KEYMAP, type KeyGroup, keysText } from "./keymap.ts";
import { say } from "./say.ts";

const groups = Object.keys(KEY_GROUPS).filter((key): key is KeyGroup => Object.hasOwn(KEY_GROUPS, key));

const code = (text: string) =>
	text
		.split(" ")
		.map((key) => `\`${key.replaceAll("|", "\\|")}\``)
		.join(" ");

/** The one screen on which a key counts. */
function where({ screen }: Binding) {
	if (screen === undefined) return say("", "");
	return screen === "complaints" ? say("（信访件）", " (complaints)") : say("（整改台账）", " (ledger)");
}

/** The page docs/keys.md: the table of keys, made from the keymap that the dashboard itself uses. */
export function keysPage(): string {
	const parts = groups.map((group) => {
		const rows = KEYMAP.filter((entry) => entry.group === group).map(
			(entry) =>
				`| ${code(keysText(entry))} | ${entry.label.zh}${where(entry).zh} | ${entry.label.en}${where(entry).en} | \`${entry.command}\` |`,
		);
		const heading = `## ${KEY_GROUPS[group].zh} · ${KEY_GROUPS[group].en}`;
		return [heading, "", "| 键 Key | 作用 | Effect | 命令 Command |", "|---|---|---|---|", ...rows, ""].join(
			"\n",
		);
	});
	return [
		"# 终端按键 · Terminal keys",
		"",
		"`node apps/tui/scripts/write-keys.ts` writes this page from `apps/tui/src/keymap.ts`; a test compares them.",
		"",
		"Keys are remapped in `$XDG_CONFIG_HOME/zhenggai/config.json`, field `keys`: command → list of keys, for",
		'example `{"keys": {"row.copy": ["Y"], "move.first": ["g g", "home"]}}`.',
		"",
		...parts,
	].join("\n");
}
