import { z } from "zod";

/** How a process of its own reaches the database that is measured. */
export const Connection = z.object({
	host: z.string(),
	port: z.number(),
	user: z.string(),
	password: z.string(),
	database: z.string(),
});
