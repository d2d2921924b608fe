import type { Inspection } from "@zhenggai/domain/issues";
import { type Calendar, type IsoDate, parentRegion, RegionCode, shanghaiDate } from "@zhenggai/domain/kernel";
import {
	type CalendarDays,
	type CalendarEdition,
	type CalendarYear,
	calendarEditions,
	calendarOn,
	type RegionBook,
	type ResolvedRules,
	type RuleContext,
	rulesOf,
} from "@zhenggai/domain/rules";
import { type Database, type JournalFeed, type Reader, readerOf } from "@zhenggai/storage";
import { loadCalendarYears, loadRegionBook } from "@zhenggai/storage/rules";

type NamedSet = Pick<Inspection, "ruleSet"> | undefined;

/** How many answers are kept for one state of the regions' rules: sets, regions with rules of their own, days. */
const KEPT = 5000;

/** What the ledger itself says: of its regions' rules, and of the years of its working calendar. */
type LawText = { readonly book: RegionBook; readonly years: readonly CalendarYear[] };

/**
 * The law of the ledger as it was loaded: what rules something is under, wherever it is and on whatever day, and by which
 * calendar its working days are counted.
 */
export class Law {
	readonly #book: RegionBook;
	readonly #years: readonly CalendarYear[];
	readonly #editions: readonly CalendarEdition[];
	readonly #answers = new Map<string, ResolvedRules>();
	readonly #places = new Map<RegionCode, RegionCode>();

	constructor({ book, years }: LawText) {
		this.#book = book;
		this.#years = years;
		this.#editions = calendarEditions(years);
	}

	/** The working calendar as it was known on a day; the same day gets the same one. */
	calendar(on: IsoDate): Calendar {
		return calendarOn(this.#editions, on);
	}

	/** What the ledger had said by a day about years of the calendar; the program's own table is not in it. */
	calendarEntries(on: IsoDate): readonly (readonly [number, CalendarDays])[] {
		return this.#years.flatMap(({ year, entries }) =>
			entries.filter(({ at }) => shanghaiDate(at) <= on).map((entry) => [year, entry] as const),
		);
	}

	/**
	 * The rules on a day: the set that the inspection names, else that of the region, else the base; with what the
	 * offices of the region changed. The same question gets the same object, so that rules are bound to it once.
	 */
	rules(inspection: NamedSet, region: RegionCode, on: IsoDate): ResolvedRules {
		const inspectionSet = inspection?.ruleSet ?? null;
		const place = this.#nearest(region);
		const key = `${inspectionSet ?? ""} ${place} ${on}`;
		const known = this.#answers.get(key);
		if (known !== undefined) return known;
		const found = rulesOf(this.#book, { region: place, on, inspectionSet });
		// Days come and go: a new map so many answers later costs nothing.
		if (this.#answers.size >= KEPT) this.#answers.clear();
		this.#answers.set(key, found);
		return found;
	}

	/** What the rules are asked with on a day. */
	context(inspection: NamedSet, region: RegionCode, asOf: IsoDate): RuleContext {
		return { rules: this.rules(inspection, region, asOf), calendar: this.calendar(asOf), asOf };
	}

	/** The places of a city's part whose issues can be under different rules: the part itself, and all below that say so. */
	placesIn(city: string): readonly RegionCode[] {
		const own = RegionCode.parse(`${city}00`);
		return [
			own,
			...[...this.#book.keys()].filter((place) => place !== own && place.startsWith(city)).toSorted(),
		];
	}

	/** The nearest region upwards that says anything about its rules, or the province: all below have the same. */
	#nearest(region: RegionCode): RegionCode {
		const known = this.#places.get(region);
		if (known !== undefined) return known;
		let at = region;
		while (!this.#book.has(at)) {
			const above = parentRegion(at);
			if (above === null) break;
			at = above;
		}
		this.#places.set(region, at);
		return at;
	}
}

/** Reads what the ledger says: asked together, it is waited for once. */
async function readLaw(reader: Reader): Promise<LawText> {
	const [book, years] = await Promise.all([loadRegionBook(reader), loadCalendarYears(reader)]);
	return { book, years };
}

/**
 * One node's copy of what the ledger says about rules and calendar. It is loaded once and loaded anew after the journal's feed
 * told of a change, here or on another node; a transaction that comes in between reads for itself.
 */
class LawBook {
	readonly #database: Database;
	readonly #feed: JournalFeed;
	#law: Law | null = null;
	#loading: Promise<Law> | null = null;
	/** Counts what made the copy old, so that a load that was under way is not taken for new. */
	#changes = 0;
	#following = false;

	constructor(database: Database, feed: JournalFeed) {
		this.#database = database;
		this.#feed = feed;
	}

	/** The copy that is known to be as new as the feed; null where it has to be loaded. */
	get current(): Law | null {
		return this.#law;
	}

	outdate(): void {
		this.#changes += 1;
		this.#law = null;
	}

	/** Loads the copy, once for all who ask at the same time. */
	refresh(): Promise<Law> {
		this.#loading ??= this.#load().finally(() => {
			this.#loading = null;
		});
		return this.#loading;
	}

	async #load(): Promise<Law> {
		this.#follow();
		const before = this.#changes;
		const law = new Law(await readLaw(readerOf(this.#database)));
		if (before === this.#changes && this.#following) this.#law = law;
		return law;
	}

	/** Begins to listen before anything is loaded, so that no change falls in between. */
	#follow(): void {
		if (this.#following) return;
		this.#following = true;
		void this.#listen().catch((thrown) => {
			this.#database.log("warn", "Rules are read anew until the journal can be followed", {
				why: thrown instanceof Error ? thrown.message : String(thrown),
			});
		});
	}

	async #listen(): Promise<void> {
		try {
			for await (const { event } of this.#feed.subscribe({ after: null })) {
				if (event.streamKind === "ruleSet" || event.streamKind === "calendar") this.outdate();
			}
		} finally {
			this.#following = false;
			this.outdate();
		}
	}
}

const books = new WeakMap<Database, LawBook>();
const read = new WeakMap<Reader, Promise<Law>>();

/** Keeps a copy of the regions' rules for a database, as long as its feed is open. */
export function followRules(database: Database, feed: JournalFeed): void {
	if (!books.has(database)) books.set(database, new LawBook(database, feed));
}

/** Has the next question read the regions' rules anew: after a change of this node's own has been committed. */
export function rulesChanged(database: Database): void {
	books.get(database)?.outdate();
}

/** What was read last of a database, and the law that was made of it. */
const lastRead = new WeakMap<Database, { readonly text: string; readonly law: Law }>();

/** The law of what was read: the same one, with all that is bound to it, where that says what was read before. */
function lawIn(database: Database, said: LawText): Law {
	const places = [...said.book.values()].toSorted((a, b) => (a.region < b.region ? -1 : 1));
	const text = JSON.stringify([places, said.years]);
	const before = lastRead.get(database);
	if (before?.text === text) return before.law;
	const law = new Law(said);
	lastRead.set(database, { text, law });
	return law;
}

/**
 * The law as a reader may know it. Outside of a transaction it is the node's copy; within one, where that copy is old, the
 * transaction reads with its own connection: waiting for another one could take the last of the pool.
 */
export async function lawOf(reader: Reader): Promise<Law> {
	const book = books.get(reader.database);
	if (book?.current != null) return book.current;
	if (isOpenTransaction(reader) || book === undefined) {
		book?.refresh().catch(() => undefined);
		const known = read.get(reader);
		if (known !== undefined) return known;
		const law = readLaw(reader).then((said) => lawIn(reader.database, said));
		read.set(reader, law);
		return law;
	}
	return book.refresh();
}

const isOpenTransaction = (reader: Reader): boolean => "afterCommit" in reader;

/** What the rules are asked with about something in a region, on a day. */
export const ruleContext = async (
	reader: Reader,
	inspection: NamedSet,
	region: RegionCode,
	asOf: IsoDate,
): Promise<RuleContext> => (await lawOf(reader)).context(inspection, region, asOf);
