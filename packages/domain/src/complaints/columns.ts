import { z } from "zod";

/** What a column of a complaint table may hold: the fields of a complaint as tables print them. */
export const ComplaintColumn = z.enum([
	"seq",
	"receiptNumber",
	"batch",
	"channel",
	"summary",
	"regionText",
	/** The city where it stands beside the county in a column of its own (举报地市 + 举报县区). */
	"cityText",
	"pollutionTypes",
	"investigation",
	"verdict",
	"closureTarget",
	"handling",
	"status",
	"accountability",
	"remarks",
]);
export type ComplaintColumn = z.infer<typeof ComplaintColumn>;
