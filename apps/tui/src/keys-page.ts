import type { Bilingual } from "@zhenggai/domain/kernel";
import { type Binding, KEY_GROUPS, KEYMAP, type KeyGroup, keysText } from "./keymap.ts";
import type { ScreenName } from "./panes/screen.ts";
import { say } from "./say.ts";

const groups = Object.keys(KEY_GROUPS).filter((key): key is KeyGroup => Object.hasOwn(KEY_GROUPS, key));

const code = (text: string) =>
	text
		.split(" ")
		.map((key) => `\`${key.replaceAll("|", "\\|")}\``)
		.join(" ");

const SCREEN_WORDS: Readonly<Record<ScreenName, Bilingual>> = {
	issues: say("整改台账", "ledger"),
	complaints: say("信访件", "complaints"),
	inTray: say("待办", "in-tray"),
};

/** The screens on which a key counts, where it does not on all. */
function where({ screens }: Binding): Bilingual {
	if (screens === undefined) return say("", "");
	const names = screens.map((screen) => SCREEN_WORDS[screen]);
	return say(`（${names.map(({ zh }) => zh).join("、")}）`, ` (${names.map(({ en }) => en).join(", ")})`);
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
