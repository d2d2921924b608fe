import { type Law, occurrences } from "./law.ts";
import { isTest, placeOf } from "./places.ts";
import type { Source } from "./source.ts";

const FILE_LINES = 300;

const inSource = (source: Source, ...owners: readonly string[]): boolean =>
	owners.includes(placeOf(source.path).owner) && source.path.includes("/src/") && !isTest(source.path);

const pure: Law = {
	id: "pure-domain",
	level: "error",
	reason:
		"the domain has no clock, no randomness, no I/O and no await: time and ids come in, so every past day can be asked for",
	check: (source) =>
		inSource(source, "domain")
			? occurrences(
					source.code,
					/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bTemporal\.Now\b|\bawait\b|\bsetTimeout\(|\bsetInterval\(|\bprocess\.|\bfetch\(|\bcrypto\./,
				)
			: [],
};

const environment: Law = {
	id: "environment",
	level: "error",
	reason:
		"what comes from outside is read and checked in one file a program, so that a start can say what is wrong",
	check: (source) =>
		inSource(source, "domain", "documents", "services", "api", "client", "server", "web") &&
		!/\/(env|[a-z-]*main)\.ts$/.test(source.path)
			? occurrences(source.code, /\bprocess\.env\b/)
			: [],
};

const cells: Law = {
	id: "cells",
	level: "error",
	reason:
		"a Chinese character is two cells wide: padding by characters breaks every column, so widths come from terminal/cells.ts",
	check: (source) =>
		inSource(source, "tui") && !source.path.includes("/terminal/")
			? occurrences(source.code, /\.(padEnd|padStart)\(/)
			: [],
};

const silenced: Law = {
	id: "silenced",
	level: "error",
	reason:
		"a silenced compiler finds nothing: narrow, parse with zod, or give the value its type where it is made",
	check: (source) => [
		...occurrences(source.text, /@ts-(ignore|nocheck)\b/),
		...occurrences(source.code, /\bas (any|unknown as|never)\b/),
	],
};

const unfinished: Law = {
	id: "unfinished",
	level: "error",
	reason: "what is not finished is an issue, not a comment",
	check: (source) =>
		occurrences(source.text, new RegExp(`\\b(${["TO", "DO"].join("")}|${["FIX", "ME"].join("")})\\b`)),
};

const long: Law = {
	id: "file-length",
	level: "warn",
	reason: `a file of more than ${FILE_LINES} lines has more than one purpose`,
	check: (source) => {
		const lines = source.text.split("\n").length;
		return lines > FILE_LINES && !isTest(source.path) ? [{ line: lines, what: `${lines} lines` }] : [];
	},
};

export const codeLaws: readonly Law[] = [pure, environment, cells, silenced, unfinished, long];
