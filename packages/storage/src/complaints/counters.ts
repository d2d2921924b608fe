/**
 * The counters of a tally, in the order of its columns. Names here are those of the tally's own fields, so that the
 * two are never mapped by hand; drizzle-kit loads this file, so it imports nothing.
 */
export const SCALARS = {
	cases: "cases",
	keys: "keys",
	multiType: "multi_type",
	crossRegion: "cross_region",
	noType: "no_type",
	noChannel: "no_channel",
	noVerdict: "no_verdict",
	noStatus: "no_status",
} as const;

export const GROUPS = {
	types: [
		"water",
		"air",
		"soil",
		"noise",
		"solidWaste",
		"ecology",
		"radiation",
		"marine",
		"fume",
		"dust",
		"other",
	],
	roots: ["water", "air", "soil", "ecology", "noise", "marine", "radiation", "other"],
	channels: ["phone", "letter", "wechat", "other"],
	verdicts: ["true", "mostlyTrue", "partlyTrue", "untrue"],
	statuses: ["closed", "stageClosed", "open"],
} as const;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The column of a counter within a group: `types` and `solidWaste` are `types_solid_waste`. */
export const groupColumn = (group: string, key: string): string => `${group}_${snake(key)}`;

/** The names of all counter columns. */
export const COUNTER_COLUMNS: readonly string[] = [
	...Object.values(SCALARS),
	...Object.entries(GROUPS).flatMap(([group, keys]) => keys.map((key) => groupColumn(group, key))),
];
