import type { RegionCode, UnitId } from "@zhenggai/domain/kernel";
import { similarity } from "@zhenggai/domain/kernel";
import type { Unit } from "@zhenggai/domain/responsibilities";
import { bareName, lineageOf, type NamedRegion, plainName, readingsOf } from "./unit-names.ts";

/** A unit that a name may mean, and how much the names are alike. */
export type UnitSuggestion = { readonly unitId: UnitId; readonly name: string; readonly score: number };

export type MatchedUnit = {
	/** The unit beyond doubt; null where there is none, or more than one. */
	readonly matched: Unit | null;
	readonly suggestions: readonly UnitSuggestion[];
};

/** Below this names have nothing to do with each other (`D`). */
const ALIKE = 0.4;
const SUGGESTIONS = 5;
/** How many of the units that share the most pairs of characters are compared in full. */
const COMPARED = 40;

const pairsOf = (name: string): string[] => {
	const characters = [...name];
	return characters.slice(1).map((next, at) => `${characters[at]}${next}`);
};

const add = <V>(map: Map<string, V[]>, key: string, value: V): void => {
	const held = map.get(key);
	if (held === undefined) map.set(key, [value]);
	else if (!held.includes(value)) held.push(value);
};

/** Finds the units of a province by the names that documents call them. */
export class UnitMatcher {
	readonly #regions: readonly NamedRegion[];
	readonly #byName = new Map<string, Unit[]>();
	readonly #byLocal = new Map<string, Unit[]>();
	readonly #byPair = new Map<string, Unit[]>();

	constructor(units: readonly Unit[], regions: readonly NamedRegion[]) {
		this.#regions = regions;
		const names = new Map(regions.map(({ code, name }) => [code, name]));
		for (const unit of units) {
			for (const name of [unit.name, ...unit.aliases]) {
				add(this.#byName, plainName(name), unit);
				add(this.#byLocal, `${unit.region} ${bareName(name, unit.region, names)}`, unit);
				for (const pair of pairsOf(plainName(name))) add(this.#byPair, pair, unit);
			}
		}
	}

	/** The unit that a name means in a document of a region, and those that it may mean. */
	match(name: string, at: RegionCode): MatchedUnit {
		return { matched: this.#same(name, at) ?? this.#local(name, at), suggestions: this.#suggest(name, at) };
	}

	/** Of several units of the same name the one nearest to the document's region. */
	#same(name: string, at: RegionCode): Unit | null {
		const found = this.#byName.get(plainName(name)) ?? [];
		if (found.length <= 1) return found[0] ?? null;
		for (const region of lineageOf(at)) {
			const near = found.filter((unit) => unit.region === region);
			if (near.length > 0) return near.length === 1 ? (near[0] ?? null) : null;
		}
		return null;
	}

	#local(name: string, at: RegionCode): Unit | null {
		for (const { region, bare } of readingsOf(name, at, this.#regions)) {
			const found = this.#byLocal.get(`${region} ${bare}`) ?? [];
			if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
		}
		return null;
	}

	#suggest(name: string, at: RegionCode): UnitSuggestion[] {
		const plain = plainName(name);
		const shared = new Map<Unit, number>();
		for (const pair of pairsOf(plain)) {
			for (const unit of this.#byPair.get(pair) ?? []) shared.set(unit, (shared.get(unit) ?? 0) + 1);
		}
		const near = new Set(lineageOf(at));
		return [...shared]
			.toSorted(([, a], [, b]) => b - a)
			.slice(0, COMPARED)
			.map(([unit]) => {
				const alike = Math.max(...[unit.name, ...unit.aliases].map((other) => similarity(plain, other)));
				// Between equals the one whose region the document is of.
				return {
					unitId: unit.id,
					name: unit.name,
					score: Math.min(1, alike + (near.has(unit.region) ? 0.02 : 0)),
				};
			})
			.filter(({ score }) => score >= ALIKE)
			.toSorted((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
			.slice(0, SUGGESTIONS)
			.map(({ score, ...rest }) => ({ ...rest, score: Math.round(score * 100) / 100 }));
	}
}
