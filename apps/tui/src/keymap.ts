import type { Bilingual } from "@zhenggai/domain/kernel";
import type { ScreenName } from "./panes/screen.ts";
import { say } from "./say.ts";
import { type Chord, chordLabel } from "./terminal/chord.ts";

/**
 * Where a key counts. `list` and `detail` are the panes; the others stand over them and take all keys. `choice` is a
 * field of a form whose answer is chosen, `form` one that is typed.
 */
export type KeyContext = "list" | "detail" | "help" | "menu" | "notice" | "form" | "choice";

/** What a group of keys is for, as help shows them. */
export type KeyGroup = "move" | "look" | "find" | "act" | "program";

export type Binding = {
	readonly command: Command;
	readonly chords: readonly Chord[];
	readonly contexts: readonly KeyContext[];
	readonly group: KeyGroup;
	readonly label: Bilingual;
	/** A shorter word for the bottom line; keys without one are not shown there. */
	readonly hint?: Bilingual;
	/** The only screens on which it counts; every one where left out. */
	readonly screens?: readonly ScreenName[];
};

const PANES = ["list", "detail"] as const;
/** Screens whose order the reader chooses. */
const LISTS: readonly ScreenName[] = ["issues", "complaints"];
const FORM = ["form", "choice"] as const;
const SCROLLED = ["list", "detail", "help", "menu", "notice"] as const;

const SECTIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
type SectionCommand = `section.${(typeof SECTIONS)[number]}`;

/** Everything that a key can do. */
export type Command =
	| "move.down"
	| "move.up"
	| "move.pageDown"
	| "move.pageUp"
	| "move.first"
	| "move.last"
	| "pane.open"
	| "pane.back"
	| "pane.next"
	| "pane.previous"
	| "pane.narrower"
	| "pane.wider"
	| "pane.preview"
	| "pane.zoom"
	| "screen.issues"
	| "screen.complaints"
	| "screen.inTray"
	| "detail.next"
	| "detail.previous"
	| "detail.follow"
	| "find.filter"
	| "find.next"
	| "find.previous"
	| "list.sort"
	| "list.reverse"
	| "row.copy"
	| "row.browse"
	| "row.act"
	| "row.next"
	| "form.next"
	| "form.previous"
	| "form.choose"
	| "form.forward"
	| "form.backward"
	| "form.send"
	| "form.editor"
	| "form.restart"
	| "form.leave"
	| "issues.acknowledgeAssignment"
	| "issues.startPlanning"
	| "issues.urge"
	| "complaints.totals"
	| "complaints.amendComplaint"
	| "program.command"
	| "program.refresh"
	| "program.language"
	| "program.help"
	| "program.redraw"
	| "program.suspend"
	| "program.quit"
	| "program.interrupt"
	| SectionCommand;

const binding = (
	command: Command,
	chords: readonly Chord[],
	contexts: readonly KeyContext[],
	group: KeyGroup,
	label: Bilingual,
	hint?: Bilingual,
): Binding => ({ command, chords, contexts, group, label, ...(hint === undefined ? {} : { hint }) });

/** The same binding, on some screens only. */
const on = (screens: readonly ScreenName[], entry: Binding): Binding => ({ ...entry, screens });

const section = (number: (typeof SECTIONS)[number]): Binding =>
	binding(`section.${number}`, [String(number)], PANES, "look", say(`第 ${number} 栏`, `Section ${number}`));

/**
 * Every key of the dashboard. Help, the bottom line and docs/keys.md are made from this table, and nothing else
 * binds a key.
 */
export const KEYMAP: readonly Binding[] = [
	binding("move.down", ["j", "down"], SCROLLED, "move", say("下移", "Down")),
	binding("move.up", ["k", "up"], SCROLLED, "move", say("上移", "Up")),
	binding(
		"move.pageDown",
		["ctrl+d", "pagedown", "space"],
		SCROLLED,
		"move",
		say("下翻半屏", "Half a page down"),
	),
	binding("move.pageUp", ["ctrl+u", "pageup"], SCROLLED, "move", say("上翻半屏", "Half a page up")),
	binding("move.first", ["g g", "home"], SCROLLED, "move", say("到开头", "To the beginning")),
	binding("move.last", ["G", "end"], SCROLLED, "move", say("到末尾", "To the end")),
	binding(
		"pane.open",
		["enter", "l", "right"],
		["list", "menu"],
		"look",
		say("打开所选的一条", "Open the selected row"),
		say("打开", "open"),
	),
	binding(
		"pane.back",
		["esc", "h", "left"],
		SCROLLED,
		"look",
		say("返回；在列表中清除筛选", "Back; in the list, clear the filter"),
		say("返回", "back"),
	),
	binding("pane.next", ["tab"], PANES, "look", say("到另一窗格", "To the other pane"), say("换窗格", "pane")),
	binding("pane.previous", ["shift+tab"], PANES, "look", say("到前一窗格", "To the previous pane")),
	binding(
		"pane.preview",
		["p"],
		PANES,
		"look",
		say("显示或收起预览", "Show or hide the preview"),
		say("预览", "preview"),
	),
	binding(
		"pane.zoom",
		["m"],
		PANES,
		"look",
		say("详情占满全屏或复原", "Detail on the whole screen, and back"),
	),
	binding("pane.narrower", ["<"], PANES, "look", say("收窄列表", "Narrower list")),
	binding("pane.wider", [">"], PANES, "look", say("加宽列表", "Wider list")),
	binding(
		"detail.next",
		["]"],
		PANES,
		"look",
		say("详情下一节", "Next part of the detail"),
		say("下一节", "next part"),
	),
	binding("detail.previous", ["["], PANES, "look", say("详情上一节", "Previous part of the detail")),
	...SECTIONS.map(section),
	on(
		["complaints", "inTray"],
		binding("screen.issues", ["i"], PANES, "look", say("到整改台账", "To the ledger"), say("台账", "ledger")),
	),
	on(
		["issues", "complaints"],
		binding(
			"screen.inTray",
			["w"],
			PANES,
			"look",
			say("到我的待办", "To the in-tray"),
			say("待办", "in-tray"),
		),
	),
	on(
		["issues", "inTray"],
		binding(
			"screen.complaints",
			["c"],
			PANES,
			"look",
			say("到信访件", "To the complaints"),
			say("举报", "complaints"),
		),
	),
	on(
		["complaints"],
		binding(
			"complaints.totals",
			["t"],
			PANES,
			"look",
			say("合计与两种办结率", "Totals and both closure rates"),
			say("合计", "totals"),
		),
	),
	binding(
		"find.filter",
		["/"],
		["list", "detail", "help", "menu"],
		"find",
		say("筛选（! 取反，字段:值）", "Filter (! inverts, field:value)"),
		say("筛选", "filter"),
	),
	binding(
		"find.next",
		["n"],
		PANES,
		"find",
		say("列表：下一条有变化的；详情：下一处匹配", "List: next changed row; detail: next match"),
	),
	binding(
		"find.previous",
		["N"],
		PANES,
		"find",
		say("列表：上一条有变化的；详情：上一处匹配", "List: previous changed row; detail: previous match"),
	),
	on(
		LISTS,
		binding("list.sort", ["s"], PANES, "find", say("换一种排序", "Another order"), say("排序", "sort")),
	),
	on(LISTS, binding("list.reverse", ["S"], PANES, "find", say("倒序", "Reverse the order"))),
	on(
		["issues", "inTray"],
		binding(
			"row.next",
			["enter"],
			["detail"],
			"act",
			say("办理下一步", "Take the next step"),
			say("办理", "do it"),
		),
	),
	binding("row.act", ["a"], PANES, "act", say("可办事项", "What can be done"), say("办理", "act")),
	on(
		["issues", "inTray"],
		binding("issues.acknowledgeAssignment", ["A"], PANES, "act", say("签收认领", "Acknowledge")),
	),
	on(
		["issues", "inTray"],
		binding("issues.startPlanning", ["P"], PANES, "act", say("编制措施", "Start planning")),
	),
	on(
		["issues", "inTray"],
		binding(
			"issues.urge",
			["U"],
			PANES,
			"act",
			say("催办：按督办阶梯的建议拟制、制发", "Urge: draft and issue what the ladder proposes"),
		),
	),
	on(
		["complaints"],
		binding(
			"complaints.amendComplaint",
			["e"],
			PANES,
			"act",
			say("更正信访件", "Amend complaint"),
			say("更正", "amend"),
		),
	),
	binding("row.copy", ["y"], PANES, "act", say("复制编号", "Copy the number"), say("复制", "copy")),
	binding("row.browse", ["o"], PANES, "act", say("在浏览器中打开", "Open in the browser")),
	binding(
		"detail.follow",
		["f"],
		PANES,
		"look",
		say("打开关联的：上下级问题、被提及或重复的信访件", "Follow a link: parent, child, cited or repeated"),
		say("关联", "links"),
	),
	binding(
		"form.next",
		["enter", "tab", "down"],
		FORM,
		"act",
		say("表单：下一项", "Form: next field"),
		say("下一项", "next"),
	),
	binding(
		"form.previous",
		["shift+tab", "up"],
		FORM,
		"act",
		say("表单：上一项", "Form: previous field"),
		say("上一项", "previous"),
	),
	binding(
		"form.choose",
		["space"],
		["choice"],
		"act",
		say("表单：选定或取消", "Form: choose or not"),
		say("选定", "choose"),
	),
	binding(
		"form.forward",
		["right"],
		["choice"],
		"act",
		say("表单：下一选项", "Form: next choice"),
		say("换选项", "choice"),
	),
	binding("form.backward", ["left"], ["choice"], "act", say("表单：上一选项", "Form: previous choice")),
	binding("form.send", ["ctrl+s"], FORM, "act", say("表单：办理", "Form: send"), say("办理", "send")),
	binding(
		"form.editor",
		["ctrl+o"],
		["form"],
		"act",
		say("表单：用 $EDITOR 写", "Form: write in $EDITOR"),
		say("编辑器", "editor"),
	),
	binding("form.restart", ["ctrl+r"], FORM, "act", say("表单：丢弃草稿重填", "Form: throw the draft away")),
	binding(
		"form.leave",
		["esc"],
		FORM,
		"act",
		say("表单：离开，草稿保留", "Form: leave, the draft stays"),
		say("离开", "leave"),
	),
	binding("program.refresh", ["r", "R"], PANES, "program", say("刷新", "Refresh"), say("刷新", "refresh")),
	binding("program.command", [":"], PANES, "program", say("输入命令", "Command line")),
	binding("program.language", ["L"], PANES, "program", say("中文或英文", "Chinese or English")),
	binding("program.redraw", ["ctrl+l"], SCROLLED, "program", say("重画屏幕", "Draw the screen anew")),
	binding("program.suspend", ["ctrl+z"], SCROLLED, "program", say("挂起，fg 返回", "Suspend; fg comes back")),
	binding("program.help", ["?"], PANES, "program", say("按键说明", "Keys"), say("帮助", "help")),
	binding(
		"program.quit",
		["q"],
		SCROLLED,
		"program",
		say("退出；在浮层中关闭", "Quit; in an overlay, close it"),
		say("退出", "quit"),
	),
	binding(
		"program.interrupt",
		["ctrl+c"],
		[...SCROLLED, ...FORM],
		"program",
		say("立即退出", "Quit at once"),
	),
];

/** The groups in the order of help, with their headings. */
export const KEY_GROUPS: Readonly<Record<KeyGroup, Bilingual>> = {
	move: say("移动", "Move"),
	look: say("窗格与栏目", "Panes and sections"),
	find: say("查找", "Find"),
	act: say("办理", "Act"),
	program: say("程序", "Program"),
};

export const isCommand = (text: string): text is Command => KEYMAP.some((entry) => entry.command === text);

/** The table with the user's own keys in place of the built-in ones. Unknown commands are left out. */
export function remapped(own: Readonly<Record<string, readonly Chord[]>>): readonly Binding[] {
	return KEYMAP.map((entry) => {
		const chords = own[entry.command];
		return chords === undefined || chords.length === 0 ? entry : { ...entry, chords };
	});
}

/** The bindings that count on a screen, without that of a screen that the reader does not have. */
export const bindingsOn = (
	keymap: readonly Binding[],
	screen: ScreenName,
	complaints: boolean,
): readonly Binding[] =>
	keymap.filter(
		(entry) =>
			(entry.screens === undefined || entry.screens.includes(screen)) &&
			(complaints || entry.command !== "screen.complaints"),
	);

export type Match =
	| { readonly kind: "command"; readonly command: Command }
	/** The chord begins a longer one (`g` of `gg`). */
	| { readonly kind: "pending"; readonly chord: Chord }
	| { readonly kind: "none" };

/** What a key means after what was pressed before it. */
export function matchKey(
	keymap: readonly Binding[],
	context: KeyContext,
	pending: Chord,
	chord: Chord,
): Match {
	const pressed = pending === "" ? chord : `${pending} ${chord}`;
	const here = keymap.filter((entry) => entry.contexts.includes(context));
	const exact = here.find((entry) => entry.chords.includes(pressed));
	if (exact !== undefined) return { kind: "command", command: exact.command };
	if (here.some((entry) => entry.chords.some((known) => known.startsWith(`${pressed} `))))
		return { kind: "pending", chord: pressed };
	return pending === "" ? { kind: "none" } : matchKey(keymap, context, "", chord);
}

/** A binding's keys as people read them: `j Down`. */
export const keysText = (entry: Binding): string => entry.chords.map(chordLabel).join(" ");
