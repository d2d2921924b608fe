import type { AssignmentRole } from "@zhenggai/domain/responsibilities";

/**
 * Marks are words of the inverted index that no text can have: they begin with a sign that the cutter of texts drops.
 * They make units, inspections, imports and parents conditions of the same index as the words of a search.
 */
const ROLE_LETTER: Readonly<Record<AssignmentRole, string>> = {
	lead: "l",
	responsible: "r",
	supporting: "s",
	supervising: "v",
	acceptance: "a",
	materials: "m",
	responsibleLeader: "L",
	responsiblePerson: "P",
	contact: "C",
	expert: "E",
};

/** A UUID in 22 characters instead of 36: every issue has a dozen of them in the index. */
const short = (uuid: string): string => Buffer.from(uuid.replaceAll("-", ""), "hex").toString("base64url");

export const cityMark = (city: number): string => `#c${city}`;
export const regionMark = (region: number): string => `#d${region}`;
export const inspectionMark = (id: string): string => `#i${short(id)}`;
export const importMark = (id: string): string => `#m${short(id)}`;
export const parentMark = (id: string): string => `#p${short(id)}`;
/** A unit with any part on the issue, or with the given one. */
export const unitMark = (id: string, role?: AssignmentRole): string =>
	role === undefined ? `#u${short(id)}` : `#u${short(id)}.${ROLE_LETTER[role]}`;
