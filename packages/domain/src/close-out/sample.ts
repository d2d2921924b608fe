import { type ResolvedRules, RuleParams } from "../rules/index.ts";

/** Why something is always looked at again (LB-02). */
export type AlwaysKind = "key" | "recurrent" | "complaintRepeat";

/** One of those that a sample is drawn from. */
export type SampleItem = {
	readonly id: string;
	/** The unit that did the work. */
	readonly unit: string;
	/** What it is about, such as the field of work. */
	readonly type: string;
	readonly kinds: readonly AlwaysKind[];
};

export type Drawn = {
	readonly id: string;
	readonly stratum: string;
	/** `always` where the rule set wants its kind looked at whatever the draw says. */
	readonly why: "always" | "drawn";
};

export type Stratum = { readonly key: string; readonly size: number; readonly drawn: number };

/** What of a rule set a draw depends on. */
export type SampleParams = {
	readonly ratio: number;
	readonly floor: number;
	readonly alwaysKinds: readonly string[];
	/** `unit`, `type`, both or neither. */
	readonly strata: readonly string[];
};

/** The parameters of a draw by a rule set. */
export function sampleParams(rules: ResolvedRules): SampleParams {
	const params = new RuleParams(rules, ["sampleRatio", "sampleFloor", "sampleAlwaysKinds", "sampleStrata"]);
	return {
		ratio: params.number("sampleRatio"),
		floor: params.number("sampleFloor"),
		alwaysKinds: params.strings("sampleAlwaysKinds"),
		strata: params.strings("sampleStrata"),
	};
}

/** A draw that anybody can repeat from the frame, the seed and the rule set (LB-03). */
export type Sample = {
	readonly seed: string;
	readonly frame: number;
	readonly ratio: number;
	readonly floor: number;
	readonly picked: readonly Drawn[];
	readonly strata: readonly Stratum[];
};

/** 32-bit FNV-1a over the UTF-16 units, then mixed, so that like texts start far apart. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** Whole numbers below a bound out of a seed (Mulberry32), without a bias towards small ones. */
function randomFrom(seed: string): (below: number) => number {
	let state = hashOf(seed);
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	return (below) => {
		const limit = Math.floor(2 ** 32 / below) * below;
		let number = next();
		while (number >= limit) number = next();
		return number % below;
	};
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `count` of the items, each set of that many as likely as every other. */
function pick<T extends { readonly id: string }>(items: readonly T[], count: number, seed: string): T[] {
	const pool = items.toSorted((a, b) => byText(a.id, b.id));
	const below = randomFrom(seed);
	const picked: T[] = [];
	while (picked.length < count && pool.length > 0) picked.push(...pool.splice(below(pool.length), 1));
	return picked;
}

type Share = { readonly key: string; readonly size: number; whole: number; readonly rest: number };

/** How many of each stratum: in proportion to its size, what is left over to the largest remainders. */
function allocate(sizes: ReadonlyMap<string, number>, count: number, seed: string): Map<string, number> {
	const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	const shares: Share[] = [...sizes].map(([key, size]) => {
		const exact = total === 0 ? 0 : (count * size) / total;
		const whole = Math.min(size, Math.floor(exact));
		return { key, size, whole, rest: exact - whole };
	});
	// Equal remainders are told apart by the seed: no unit is favoured by its name.
	const order = shares.toSorted(
		(a, b) =>
			b.rest - a.rest || hashOf(`${seed}|${a.key}`) - hashOf(`${seed}|${b.key}`) || byText(a.key, b.key),
	);
	let left = count - shares.reduce((sum, { whole }) => sum + whole, 0);
	while (left > 0 && order.some(({ whole, size }) => whole < size)) {
		for (const share of order) {
			if (left === 0) break;
			if (share.whole >= share.size) continue;
			share.whole += 1;
			left -= 1;
		}
	}
	return new Map(shares.map(({ key, whole }) => [key, whole]));
}

/** Items once each, in the order of their ids: neither the order of a frame nor its repeats matter. */
const distinct = (frame: readonly SampleItem[]): SampleItem[] =>
	[...new Map(frame.map((item) => [item.id, item])).values()].toSorted((a, b) => byText(a.id, b.id));

/**
 * Draws what is looked at again (LB-02, LB-03): everything of the kinds that always are, and of the others a share with a
 * floor, stratified as the rule set says. The same frame, seed and rule set always give the same sample, in whatever
 * order the frame comes.
 */
export const drawSample = (frame: readonly SampleItem[], seed: string, rules: ResolvedRules): Sample =>
	drawWith(frame, seed, sampleParams(rules));

/** The algorithms that draws were made with. Each keeps its name for good, so that every draw stays repeatable. */
export const SAMPLE_ALGORITHMS = ["zhenggai-sample/1", "zhenggai-sample/2"] as const;
export type SampleAlgorithm = (typeof SAMPLE_ALGORITHMS)[number];
/** The one of new draws. */
export const SAMPLE_ALGORITHM: SampleAlgorithm = "zhenggai-sample/2";

const MILLION = 1_000_000;

/**
 * How many a ratio asks for, rounded up. The first algorithm multiplied floating-point numbers and asked for eight out of
 * a hundred at seven percent; the second counts the ratio in whole millionths.
 */
function shareOf(count: number, ratio: number, algorithm: SampleAlgorithm): number {
	switch (algorithm) {
		case "zhenggai-sample/1":
			return Math.ceil(count * ratio);
		case "zhenggai-sample/2": {
			const millionths = count * Math.round(ratio * MILLION);
			return (millionths - (millionths % MILLION)) / MILLION + (millionths % MILLION === 0 ? 0 : 1);
		}
	}
}

/**
 * The same by parameters and an algorithm that were written down, whatever the rule set says today and however is drawn
 * now.
 */
export function drawWith(
	frame: readonly SampleItem[],
	seed: string,
	params: SampleParams,
	algorithm: SampleAlgorithm = SAMPLE_ALGORITHM,
): Sample {
	const { ratio, floor, strata: strataBy } = params;
	const always = new Set(params.alwaysKinds);
	const stratumOf = ({ unit, type }: SampleItem): string =>
		JSON.stringify([strataBy.includes("unit") ? unit : null, strataBy.includes("type") ? type : null]);
	const items = distinct(frame);
	const isAlways = ({ kinds }: SampleItem): boolean => kinds.some((kind) => always.has(kind));
	const rest = Map.groupBy(
		items.filter((item) => !isAlways(item)),
		stratumOf,
	);
	const left = items.length - items.filter(isAlways).length;
	const wanted = Math.min(left, Math.max(floor, shareOf(left, ratio, algorithm)));
	const counts = allocate(new Map([...rest].map(([key, of]) => [key, of.length])), wanted, seed);
	const picked: Drawn[] = items
		.filter(isAlways)
		.map((item) => ({ id: item.id, stratum: stratumOf(item), why: "always" as const }));
	for (const [stratum, of] of rest) {
		const drawn = pick(of, counts.get(stratum) ?? 0, `${seed}|${stratum}`);
		picked.push(...drawn.map(({ id }) => ({ id, stratum, why: "drawn" as const })));
	}
	const strata = [...Map.groupBy(items, stratumOf)]
		.map(([key, of]) => ({
			key,
			size: of.length,
			drawn: picked.filter(({ stratum }) => stratum === key).length,
		}))
		.toSorted((a, b) => byText(a.key, b.key));
	return {
		seed,
		frame: items.length,
		ratio,
		floor,
		picked: picked.toSorted((a, b) => byText(a.id, b.id)),
		strata,
	};
}
