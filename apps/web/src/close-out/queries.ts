import { closeOutQueries } from "@zhenggai/client";
import { client } from "../api.ts";

/** `{queryKey, queryFn}` of this room. */
export const closeOutRoom = closeOutQueries(client);
