import type { Badge } from "@zhenggai/domain/vocabulary";
import type { Tone } from "../terminal/lines.ts";

const TONES: Record<Badge["tone"], Tone> = {
	neutral: "plain",
	active: "plain",
	attention: "notice",
	bad: "danger",
	good: "good",
	ended: "dim",
};

/** How a badge's meaning is drawn. */
export const badgeTone = (badge: Badge): Tone => TONES[badge.tone];
