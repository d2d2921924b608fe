import type { Bilingual } from "@zhenggai/domain/kernel";
import { label, vocab } from "@zhenggai/domain/vocabulary";
import { type Binding, type Command, type KeyContext, keysText } from "../keymap.ts";
import { say, speak } from "../say.ts";
import { inputText } from "../terminal/input-state.ts";
import {
	filled,
	type Line,
	line,
	lineWidth,
	type Segment,
	segment,
	spread,
	textLine,
} from "../terminal/lines.ts";
import type { Look } from "../terminal/look.ts";
import { offReason } from "./availability.ts";
import { completions } from "./command-line.ts";
import { current } from "./current.ts";
import { describeFailure, isSignedOut } from "./failure-text.ts";
import type { AppState } from "./state.ts";

const SHANGHAI_MS = 8 * 3_600_000;
/** Below this there is no room to say why a key is off. */
const LEAST_REASON_ROOM = 40;

/** The day in Asia/Shanghai, `2026-07-12`: due dates end with it. */
export const dayText = (now: number): string => new Date(now + SHANGHAI_MS).toISOString().substring(0, 10);

/** Clock time in Asia/Shanghai, the zone of all legal time: `14:03:22`. */
export const clockText = (now: number): string => new Date(now + SHANGHAI_MS).toISOString().substring(11, 19);

/** A moment to the minute in Asia/Shanghai: `2026-07-12 14:03`. */
export const momentText = (at: number): string => `${dayText(at)} ${clockText(at).substring(0, 5)}`;

/** How long ago, in the largest unit that says enough: `8秒`, `3分`, `2时`. */
export function ageText(milliseconds: number): Bilingual {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	if (seconds < 60) return say(`${seconds}秒`, `${seconds} s`);
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return say(`${minutes}分`, `${minutes} min`);
	const hours = Math.floor(minutes / 60);
	return hours < 48
		? say(`${hours}小时`, `${hours} h`)
		: say(`${Math.floor(hours / 24)}天`, `${Math.floor(hours / 24)} days`);
}

/** How much waits for the reader, with what is late of it: on every screen but the in-tray itself. */
function waiting({ trayCount, screen }: AppState, look: Look): Segment[] {
	if (trayCount === null || screen === "inTray") return [];
	const { total, overdue } = trayCount;
	const text = say(`  待办${countText(total)}`, `  in-tray${countText(total)}`);
	const late = say(` 逾期${countText(overdue)}`, ` late${countText(overdue)}`);
	return [
		segment(speak(text, look.language), total.count > 0 ? "strong" : "dim"),
		...(overdue.count > 0 ? [segment(speak(late, look.language), "danger")] : []),
	];
}

/** First line: whose ledger it is, and where the selection stands. */
export function titleLine(state: AppState, look: Look): Line {
	const { me } = state;
	const screen = current(state);
	const parts: Segment[] = [segment(` ${speak(screen.title, look.language)}`, "accent")];
	parts.push(...waiting(state, look));
	if (me !== null) {
		const who = [
			me.regionName,
			label(vocab.role, me.role, look.language),
			// What is done is done in this name.
			...(me.kind === "person" ? [me.name] : []),
			...(me.unit === null ? [] : [me.unit.name]),
		];
		parts.push(segment(`  ${who.join(look.marks.middle)}`));
		if (me.sample) parts.push(segment(`  ${speak(say("[样例数据]", "[sample data]"), look.language)}`));
	}
	const mark = screen.list.descending ? look.marks.up : look.marks.down;
	const sort = `${screen.sortText(look.language)}${mark}`;
	const reading = !screen.list.loading ? "" : `${speak(say("读取中", "reading"), look.language)}  `;
	const right = line(segment(`${reading}${sort}  ${screen.position(look.language)} `));
	return spread(look.cells, line(...parts), right, state.size.columns);
}

const countText = (count: { count: number; exact: boolean } | undefined): string =>
	count === undefined ? "" : ` ${count.count}${count.exact ? "" : "+"}`;

/** Second line: the sections with their numbers; the open one in brackets. */
export function sectionLine(state: AppState, look: Look): Line {
	const screen = current(state);
	const all = screen.sections.map((section): { segments: Segment[]; open: boolean } => {
		const open = section.number === screen.section;
		const off = !section.filter.ok;
		const count = screen.counts[section.number];
		const name = `${section.number} ${speak(section.label, look.language)}`;
		const urgent = section.urgent && (count?.count ?? 0) > 0;
		const tone = open ? "strong" : off ? "dim" : "plain";
		return {
			open,
			segments: [
				segment(open ? "[" : " ", "accent"),
				segment(name, tone),
				segment(off ? "" : countText(count), urgent ? "danger" : open ? "strong" : "dim"),
				segment(open ? "]" : " ", "accent"),
			],
		};
	});
	const openAt = Math.max(
		0,
		all.findIndex((one) => one.open),
	);
	// The open section stays in sight: leading ones go first where there is no room for all.
	let first = 0;
	const widthTo = (from: number) =>
		all.slice(from, openAt + 2).reduce((sum, one) => sum + lineWidth(look.cells, line(...one.segments)), 0);
	while (first < openAt && widthTo(first) > state.size.columns) first += 1;
	let room = state.size.columns;
	const fitting = all.slice(first).filter((one) => {
		room -= lineWidth(look.cells, line(...one.segments));
		return room >= 0;
	});
	return line(...fitting.flatMap((one) => one.segments));
}

/** The connection, the age of the data and the clock. */
function linkLine(state: AppState, look: Look): Line {
	const { link, freshAt } = current(state);
	const words = {
		live: segment(speak(say("实时", "live"), look.language), "good"),
		connecting: segment(speak(say("连接中", "connecting"), look.language), "notice"),
		lost: segment(speak(say("已断开", "disconnected"), look.language), "danger"),
	} as const;
	const age =
		link.state === "live" || freshAt === null
			? ""
			: ` ${speak(say("数据", "data"), look.language)} ${speak(ageText(state.now - freshAt), look.language)}${speak(say("前", " old"), look.language)}`;
	return line(words[link.state], segment(age, "notice"), segment(` ${clockText(state.now)} `, "dim"));
}

/** Keys that find their place first where there is no room for all; help and the way out before everything. */
const FIRST_HINTS: readonly Command[] = [
	"program.help",
	"program.quit",
	"pane.open",
	"find.filter",
	"pane.back",
	"form.next",
	"form.choose",
	"form.send",
	"form.leave",
	"row.next",
	"screen.inTray",
	"screen.issues",
	"screen.complaints",
	"complaints.totals",
];

const rankOf = (command: Command): number => {
	const rank = FIRST_HINTS.indexOf(command);
	return rank < 0 ? FIRST_HINTS.length : rank;
};

/** While something is typed, what could be typed: the fields of a filter, the commands that begin like this. */
function typingHints(state: AppState, look: Look): Segment[] | null {
	const { mode } = state;
	const english = look.language === "en";
	if (mode.kind === "filter") {
		const names = current(state).fields.map(
			(field) => `${english ? (field.names[1] ?? "") : field.names[0]}:`,
		);
		return [
			segment(speak(say("!词  ", "!word  "), look.language), "accent"),
			segment(names.join("  "), "dim"),
		];
	}
	if (mode.kind === "command") return [segment(completions(inputText(mode.input)).join("  "), "dim")];
	return null;
}

/** Last line: the keys that work now, greyed with the reason where they do not, and the state of the line. */
export function keysLine(state: AppState, context: KeyContext, keymap: readonly Binding[], look: Look): Line {
	const right = linkLine(state, look);
	let room = state.size.columns - lineWidth(look.cells, right) - 2;
	const shown = new Map<Command, Segment[]>();
	const offered = keymap.filter((entry) => entry.contexts.includes(context));
	for (const entry of offered.toSorted((a, b) => rankOf(a.command) - rankOf(b.command))) {
		if (entry.hint === undefined) continue;
		const off = offReason(state, entry.command);
		const key = keysText(entry).split(" ")[0] ?? "";
		const reason = off === null || room < LEAST_REASON_ROOM ? "" : `(${speak(off, look.language)})`;
		const text = ` ${speak(entry.hint, look.language)}${reason}  `;
		const width = look.cells.width(key) + look.cells.width(text);
		if (width > room) continue;
		room -= width;
		shown.set(entry.command, [
			segment(key, off === null ? "accent" : "dim"),
			segment(text, off === null ? "plain" : "dim"),
		]);
	}
	const typing = typingHints(state, look);
	const segments = typing ?? offered.flatMap((entry) => shown.get(entry.command) ?? []);
	return spread(look.cells, line(segment(" "), ...segments), right, state.size.columns);
}

/** What happened last, for those who only look up now and then. */
function latestLine(state: AppState, look: Look): Line {
	const latest = current(state).latest(look.language);
	if (latest === null) return textLine("");
	return line(
		segment(` ${clockText(Date.parse(latest.at))}  `, "dim"),
		segment(`${latest.by}  ${latest.events.join(", ")}  `, "accent"),
		segment(latest.about, "dim"),
	);
}

/** The line above the keys: what is wrong, what was just done, or the filter in force. */
export function noteLine(state: AppState, look: Look): Line {
	const { language } = look;
	const { link, freshAt, list, filterProblems, filterText } = current(state);
	if (link.state === "lost" && state.me?.kind === "person" && isSignedOut(list.failure)) {
		const text = say(
			" 登录已结束。在另一窗口执行 zhenggai sign-in，随后在此自动继续；填写中的内容保留为草稿 ",
			" Your sign-in has ended. Run zhenggai sign-in in another window and this goes on; what you typed is kept ",
		);
		return filled(textLine(speak(text, language)), "banner");
	}
	if (link.state === "lost") {
		const age = speak(ageText(state.now - link.since), language);
		const since = freshAt === null ? "-" : clockText(freshAt);
		const text = say(
			` 与服务器断开已 ${age}，以下为 ${since} 的数据，正在重连… `,
			` Disconnected for ${age}; this is the data of ${since}. Reconnecting… `,
		);
		return filled(textLine(speak(text, language)), "banner");
	}
	if (state.message !== null) return textLine(` ${speak(state.message.text, language)}`, state.message.tone);
	if (list.failure !== null) return textLine(` ${speak(describeFailure(list.failure), language)}`, "danger");
	if (list.stale) {
		const text = say(" 列表有变化，按 r 重新排列", " The list has changed; r puts it in order");
		return textLine(speak(text, language), "notice");
	}
	const [problem] = filterProblems;
	if (problem !== undefined) return textLine(` ${speak(problem, language)}`, "warning");
	if (filterText === "") return latestLine(state, look);
	const text = say(` 筛选 /${filterText}   Esc 清除`, ` Filter /${filterText}   Esc clears it`);
	return textLine(speak(text, language), "notice");
}
