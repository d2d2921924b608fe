/** Longitude and latitude (WGS 84 degrees) from `106.5, 34.2`; null where the text is no place on earth. */
export function positionOf(text: string): [number, number] | null {
	const parts = text.split(/[,，\s]+/).filter((part) => part !== "");
	if (parts.length !== 2) return null;
	const [longitude = Number.NaN, latitude = Number.NaN] = parts.map(Number);
	const onEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
	return onEarth ? [longitude, latitude] : null;
}
