/** WGS 84 degrees, longitude then latitude. */
export type Position = readonly [number, number];

const EARTH_M = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two places along the great circle (haversine, on a sphere: exact to half a percent). */
export function metresBetween([lonA, latA]: Position, [lonB, latB]: Position): number {
	const [a, b] = [radians(latA), radians(latB)];
	const half = Math.sin((b - a) / 2) ** 2;
	const across = Math.cos(a) * Math.cos(b) * Math.sin(radians(lonB - lonA) / 2) ** 2;
	return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(half + across)));
}
