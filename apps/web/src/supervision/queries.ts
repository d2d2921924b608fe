import { supervisionQueries } from "@zhenggai/client";
import { client } from "../api.ts";

/** What this room asks the server; apart from the first page's questions. */
export const supervisionRoom = supervisionQueries(client);
