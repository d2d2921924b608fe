import { z } from "zod";
import { ActorStamp, Instant, InstrumentId, IsoDate } from "../kernel/index.ts";
import { Instrument, InstrumentReply } from "./instrument.ts";

const by = { at: Instant, by: ActorStamp };
const reason = z.string();
const { addresseeUnitIds } = Instrument.shape;

/** What happened to an instrument, as journalled. */
export const InstrumentEvent = z.discriminatedUnion("type", [
	z.object({
		type: z.literal("instrumentDrafted"),
		...by,
		instrument: Instrument.pick({
			id: true,
			issueId: true,
			region: true,
			tier: true,
			kind: true,
			title: true,
			body: true,
			cause: true,
			addresseeUnitIds: true,
		}),
	}),
	z.object({ type: z.literal("instrumentApproved"), ...by, opinion: z.string().nullable() }),
	z.object({
		type: z.literal("instrumentIssued"),
		...by,
		on: IsoDate,
		documentNumber: z.string(),
		signer: z.string(),
		replyDueOn: IsoDate.nullable(),
		limitOn: IsoDate.nullable(),
	}),
	z.object({
		type: z.literal("instrumentAcknowledged"),
		...by,
		unitId: Instrument.shape.addresseeUnitIds.element,
	}),
	z.object({ type: z.literal("instrumentReaddressed"), ...by, addresseeUnitIds, reason }),
	z.object({
		type: z.literal("talkHeld"),
		...by,
		heldOn: IsoDate,
		chairedBy: z.string(),
		present: z.array(z.string()),
		replyDueOn: IsoDate,
	}),
	z.object({ type: z.literal("talkMinuted"), ...by, minutes: z.string() }),
	z.object({ type: z.literal("instrumentReplied"), at: Instant, reply: InstrumentReply }),
	z.object({ type: z.literal("replyAccepted"), ...by, reason }),
	z.object({ type: z.literal("replyRejected"), ...by, reason }),
	z.object({ type: z.literal("instrumentLifted"), ...by, reason }),
	z.object({ type: z.literal("instrumentEscalated"), ...by, to: InstrumentId, reason }),
	z.object({ type: z.literal("instrumentDiscarded"), ...by, reason }),
	z.object({
		type: z.literal("listingExtended"),
		...by,
		from: IsoDate,
		to: IsoDate,
		askedOn: IsoDate,
		reason,
	}),
	z.object({ type: z.literal("listingPreAccepted"), ...by, opinion: z.string() }),
	z.object({ type: z.literal("listingFailed"), ...by, reason }),
]);
export type InstrumentEvent = z.infer<typeof InstrumentEvent>;
