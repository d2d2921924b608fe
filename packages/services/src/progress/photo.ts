import { Instant } from "@zhenggai/domain/kernel";
import type { StoredFile } from "@zhenggai/domain/progress";
import exifr from "exifr";
import { z } from "zod";

type Taken = Pick<StoredFile, "takenAt" | "position">;
const UNKNOWN: Taken = { takenAt: null, position: null };

const Tags = z.object({
	DateTimeOriginal: z.string().optional().catch(undefined),
	CreateDate: z.string().optional().catch(undefined),
	OffsetTimeOriginal: z.string().optional().catch(undefined),
	OffsetTime: z.string().optional().catch(undefined),
	latitude: z.number().min(-90).max(90).optional().catch(undefined),
	longitude: z.number().min(-180).max(180).optional().catch(undefined),
});

const WRITTEN = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}:\d{2}:\d{2})/;
const OFFSET = /^[+-]\d{2}:\d{2}$/;

/** The moment of a photo. Cameras that do not say their zone are taken to be in the country's only one. */
function momentOf(written: string | undefined, offset: string | undefined): Instant | null {
	const parts = written === undefined ? null : WRITTEN.exec(written);
	if (parts === null) return null;
	const [, year, month, day, time] = parts;
	const zone = offset !== undefined && OFFSET.test(offset.trim()) ? offset.trim() : "+08:00";
	const moment = new Date(`${year}-${month}-${day}T${time}${zone}`);
	// Cameras whose clock was never set write zeros.
	if (Number.isNaN(moment.getTime()) || Number(year) < 1990) return null;
	const instant = Instant.safeParse(moment.toISOString());
	return instant.success ? instant.data : null;
}

/**
 * When and where a photo was taken, by what the camera wrote into it (EXIF). Null for what it does not say; never
 * throws, for what somebody sends may be broken in any way.
 */
export async function readPhoto(head: Uint8Array, mediaType: string): Promise<Taken> {
	if (!mediaType.startsWith("image/")) return UNKNOWN;
	try {
		const raw: unknown = await exifr.parse(head, {
			reviveValues: false,
			translateValues: false,
			mergeOutput: true,
			tiff: true,
			exif: true,
			gps: true,
			xmp: false,
			icc: false,
			iptc: false,
			jfif: false,
			ihdr: false,
		});
		const tags = Tags.safeParse(raw);
		if (!tags.success) return UNKNOWN;
		const { latitude, longitude, DateTimeOriginal, CreateDate, OffsetTimeOriginal, OffsetTime } = tags.data;
		// 0°, 0° is what a receiver without a fix writes.
		const placed = latitude !== undefined && longitude !== undefined && !(latitude === 0 && longitude === 0);
		return {
			takenAt: momentOf(DateTimeOriginal ?? CreateDate, OffsetTimeOriginal ?? OffsetTime),
			position: placed ? [longitude, latitude] : null,
		};
	} catch {
		return UNKNOWN;
	}
}
