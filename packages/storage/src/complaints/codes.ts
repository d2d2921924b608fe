import {
	type ComplaintChannel,
	type ComplaintStatus,
	PollutionType,
	rootOf,
	type Verdict,
} from "@zhenggai/domain/complaints";

/**
 * Enums as the small numbers that indexes hold. A number that has been given out is never given to another value; 0 is
 * "not stated".
 */
export const CHANNEL_CODE: Readonly<Record<ComplaintChannel, number>> = {
	phone: 1,
	letter: 2,
	wechat: 3,
	other: 4,
};
export const VERDICT_CODE: Readonly<Record<Verdict, number>> = {
	true: 1,
	mostlyTrue: 2,
	partlyTrue: 3,
	untrue: 4,
};
export const STATUS_CODE: Readonly<Record<ComplaintStatus, number>> = { closed: 1, stageClosed: 2, open: 3 };
export const TYPE_BIT: Readonly<Record<PollutionType, number>> = {
	water: 0,
	air: 1,
	soil: 2,
	noise: 3,
	solidWaste: 4,
	ecology: 5,
	radiation: 6,
	marine: 7,
	fume: 8,
	dust: 9,
	other: 10,
};

/** A set of pollution types as bits. */
export function typeBits(types: Iterable<PollutionType>): number {
	let bits = 0;
	for (const type of types) bits |= 1 << TYPE_BIT[type];
	return bits;
}

/** Types with the local leaves that are counted under the national ones among them. */
export const withLeaves = (types: readonly PollutionType[]): PollutionType[] =>
	PollutionType.options.filter((type) => types.includes(type) || types.includes(rootOf(type)));
