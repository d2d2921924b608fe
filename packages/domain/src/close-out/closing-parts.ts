import { z } from "zod";
import { ActorStamp, EvidenceId, Instant } from "../kernel/index.ts";

/** What the schemas of the way out have in common: wording, names, what shows it, and who did it when. */
export const words = z.string().trim().min(2).max(20_000);
export const name = z.string().trim().min(1).max(200);
export const evidenceIds = z.array(EvidenceId).max(200);
export const signed = { at: Instant, by: ActorStamp };
