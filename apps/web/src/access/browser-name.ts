const BROWSERS: readonly (readonly [RegExp, string])[] = [
	[/\bEdg(?:e|A|iOS)?\//, "Edge"],
	[/\bOPR\//, "Opera"],
	[/\bFirefox\//, "Firefox"],
	[/\bMicroMessenger\//, "微信"],
	[/\b(?:Headless)?Chrom(?:e|ium)\//, "Chrome"],
	[/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
	[/\bAndroid\b/, "Android"],
	[/\b(?:iPhone|iPad)\b/, "iOS"],
	[/\bWindows\b/, "Windows"],
	[/\bMac OS X\b/, "macOS"],
	[/\bLinux\b/, "Linux"],
];

const named = (list: readonly (readonly [RegExp, string])[], told: string): string =>
	list.find(([pattern]) => pattern.test(told))?.[1] ?? "";

/** What a browser is, as its owner would call it: `Firefox · Windows`; empty where it told nothing that is known. */
export const browserName = (told: string): string =>
	[named(BROWSERS, told), named(SYSTEMS, told)].filter((part) => part !== "").join(" · ");
