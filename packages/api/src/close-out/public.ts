import {
	ObjectionContact,
	ObjectionNumber,
	PublicDesk,
	PublicNoticeView,
	PublicObjection,
	PublicObjectionAnswer,
	PublicObjectionReceipt,
	PublicQuery,
	PublicResultView,
} from "@zhenggai/domain/close-out";
import { IssueId, NoticeId, ObjectionId, outcomeOf, pageOf } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { openProcedure, procedure } from "../trpc.ts";

/** What is published, for everybody, and how the public objects to it. */
export const publicProcedures = {
	/** Whether anybody without an account gets an answer to the others. */
	publicDesk: openProcedure.output(PublicDesk).query(({ ctx }) => ctx.services.closeOut.getPublicDesk()),

	listPublicNotices: openProcedure
		.input(PublicQuery)
		.output(pageOf(PublicNoticeView))
		.query(({ ctx, input }) => ctx.services.closeOut.listPublicNotices(ctx.actor, input)),

	getPublicNotice: openProcedure
		.input(z.object({ issueId: IssueId, noticeId: NoticeId }))
		.output(PublicNoticeView)
		.query(({ ctx, input }) => ctx.services.closeOut.getPublicNotice(ctx.actor, input)),

	listPublicResults: openProcedure
		.input(PublicQuery)
		.output(pageOf(PublicResultView))
		.query(({ ctx, input }) => ctx.services.closeOut.listPublicResults(ctx.actor, input)),

	objectPublicly: openProcedure
		.input(PublicObjection)
		.output(outcomeOf(PublicObjectionReceipt))
		.mutation(({ ctx, input }) => ctx.services.closeOut.objectPublicly(ctx.actor, input, ctx.address)),

	/** By the number alone, so that its author needs no account. A mutation, to keep the number out of addresses and logs. */
	lookUpObjection: openProcedure
		.input(z.object({ number: ObjectionNumber }))
		.output(PublicObjectionAnswer)
		.mutation(({ ctx, input }) =>
			ctx.services.closeOut.lookUpObjection(ctx.actor, input.number, ctx.address),
		),

	/** A mutation, for it leaves a trace: every reading is journalled. */
	readObjectionContact: procedure
		.input(z.object({ issueId: IssueId, objectionId: ObjectionId }))
		.output(ObjectionContact)
		.mutation(({ ctx, input }) =>
			ctx.services.closeOut.readObjectionContact(ctx.actor, input.issueId, input.objectionId),
		),
};
