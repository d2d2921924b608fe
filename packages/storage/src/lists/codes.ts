import {
	type Generality,
	type Issue,
	type IssueField,
	type IssueState,
	IssueState as IssueStates,
	type SourceKind,
} from "@zhenggai/domain/issues";
import type { Tier } from "@zhenggai/domain/kernel";

/**
 * Enums as the small numbers that indexes hold: a third of the size of their words, in nine indexes a row. A number
 * that has been given out is never given to another value; new values get new numbers.
 */
export const STATE_CODE: Readonly<Record<IssueState, number>> = {
	registered: 1,
	assigned: 2,
	planning: 3,
	planSubmitted: 4,
	inProgress: 5,
	selfChecked: 6,
	acceptance: 7,
	supplementing: 8,
	publicNotice: 9,
	signing: 10,
	filing: 11,
	closed: 12,
	reopened: 13,
	carriedOver: 14,
	merged: 15,
	withdrawn: 16,
};

/**
 * A voided registration (登记作废) is withdrawn like others, and lists leave it out unless it is asked for: it never
 * was a finding.
 */
export const VOIDED_CODE = 17;

/** The code of an issue's state. */
export const codeOf = ({ lifecycle, ending }: Pick<Issue, "lifecycle" | "ending">): number =>
	ending?.kind === "voided" ? VOIDED_CODE : STATE_CODE[lifecycle];

const STATE_OF = new Map([
	...IssueStates.options.map((state) => [STATE_CODE[state], state] as const),
	[VOIDED_CODE, "withdrawn"] as const,
]);

/** The state of a code that this program wrote. */
export function stateOf(code: number): IssueState {
	const state = STATE_OF.get(code);
	if (state === undefined) throw new Error(`No state has the code ${code}`);
	return state;
}

export const TIER_CODE: Readonly<Record<Tier, number>> = { central: 1, province: 2, city: 3, county: 4 };

export const FIELD_CODE: Readonly<Record<IssueField, number>> = {
	sewageWaste: 1,
	industrialPark: 2,
	heavyMetal: 3,
	agricultural: 4,
	natureReserve: 5,
	mineRestoration: 6,
	drinkingWater: 7,
	airQuality: 8,
	soil: 9,
	lake: 10,
	noise: 11,
	governance: 12,
	other: 13,
};

export const GENERALITY_CODE: Readonly<Record<Generality, number>> = { common: 1, individual: 2 };

/** Where a field has no value. */
export const NO_CODE = 0;

/** Bit numbers: an issue under several mandates has several kinds of source. */
const KIND_BIT: Readonly<Record<SourceKind, number>> = {
	centralInspection: 0,
	centralSpecial: 1,
	centralLookBack: 2,
	provincialInspection: 3,
	provincialLookBack: 4,
	yangtzeFilm: 5,
	yellowRiverFilm: 6,
	provincialFilm: 7,
	complaint: 8,
	greenShield: 9,
	marineInspection: 10,
	audit: 11,
	circular: 12,
	selfFound: 13,
	media: 14,
};

/** A set of source kinds as bits. */
export const kindBits = (kinds: Iterable<SourceKind>): number => {
	let bits = 0;
	for (const kind of kinds) bits |= 1 << KIND_BIT[kind];
	return bits;
};

/** A set of rounds (1 to 50) as bits; text, because JavaScript's numbers end at 53 bits of meaning. */
export const roundBits = (rounds: Iterable<number | null>): string => {
	let bits = 0n;
	for (const round of rounds) if (round !== null) bits |= 1n << BigInt(round);
	return bits.toString();
};

/** A region code as the numbers that scope conditions compare: its province, its city and itself. */
export function regionNumbers(code: string): { province: number; city: number; region: number } {
	return { province: Number(code.slice(0, 2)), city: Number(code.slice(0, 4)), region: Number(code) };
}
