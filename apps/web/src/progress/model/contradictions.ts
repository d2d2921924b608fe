/** What of a photo does not go together with what is said of it. */
export type Contradiction = {
	readonly kind: "otherDay" | "afterUpload";
	/** The day on which the camera says that it was taken. */
	readonly taken: string;
};

type Said = {
	readonly takenAt: string | null;
	readonly effectiveOn: string | null;
	/** When it was uploaded; null while it is about to be. */
	readonly at: string | null;
};

const SHANGHAI_MS = 8 * 3_600_000;

/** The day in Asia/Shanghai of a moment (ISO 8601). */
export const dayOfMoment = (moment: string): string =>
	new Date(Date.parse(moment) + SHANGHAI_MS).toISOString().slice(0, 10);

/**
 * Where the camera's own date speaks against the date that was typed, or against the upload: a photo cannot have been
 * taken after it was sent. What the rules doubt (EV-04) is told by the rules and not here.
 */
export function contradictionsOf({ takenAt, effectiveOn, at }: Said): readonly Contradiction[] {
	if (takenAt === null) return [];
	const taken = dayOfMoment(takenAt);
	const found: Contradiction[] = [];
	if (effectiveOn !== null && effectiveOn !== taken) found.push({ kind: "otherDay", taken });
	if (at !== null && Date.parse(takenAt) > Date.parse(at)) found.push({ kind: "afterUpload", taken });
	return found;
}

/** `105.92000°E 33.40000°N` as on a map; longitude first, as the ledger keeps it. */
export const placeText = ([longitude, latitude]: readonly [number, number]): string =>
	`${Math.abs(longitude).toFixed(5)}°${longitude < 0 ? "W" : "E"} ${Math.abs(latitude).toFixed(5)}°${latitude < 0 ? "S" : "N"}`;

const UNITS = ["B", "KB", "MB", "GB"] as const;

/** A size for people: 812 B, 3.4 MB. */
export function sizeText(bytes: number): string {
	let size = bytes;
	let unit = 0;
	while (size >= 1024 && unit < UNITS.length - 1) {
		size /= 1024;
		unit += 1;
	}
	return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}
