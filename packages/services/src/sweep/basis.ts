import type { IsoDate } from "@zhenggai/domain/kernel";
import type { Tx } from "@zhenggai/storage";
import { inspectionRuleSets } from "@zhenggai/storage/sweep";
import { fingerprint } from "../kit/json.ts";
import { type Law, lawOf } from "../kit/rules-for.ts";
import type { SweepContext } from "./context.ts";

const kept = new WeakMap<Law, Map<string, string>>();

/**
 * What the issues of a city's part are judged by on a day, as one hash: the rules of every place and of every set that an
 * inspection names, the calendar, the program. Where it is another one than yesterday, all of them are looked at. Rules
 * may have been changed to hold from a day on: the day itself then changes the hash.
 */
export async function basisOf(tx: Tx, context: SweepContext, city: number, day: IsoDate): Promise<string> {
	const [law, named] = await Promise.all([lawOf(tx), inspectionRuleSets(tx)]);
	const sets = [null, ...new Set(named.map(({ ruleSet }) => ruleSet))];
	const key = `${city} ${day} ${JSON.stringify(named)}`;
	const known = kept.get(law) ?? new Map<string, string>();
	kept.set(law, known);
	const before = known.get(key);
	if (before !== undefined) return before;
	const rules = law
		.placesIn(String(city).padStart(4, "0"))
		.flatMap((place) => sets.map((ruleSet) => [place, ruleSet, law.rules({ ruleSet }, place, day).params]));
	// The table that comes with the program is part of the program.
	const calendar = law.calendarEntries(day);
	const basis = fingerprint({ program: context.version, calendar, rules, named });
	known.set(key, basis);
	return basis;
}
