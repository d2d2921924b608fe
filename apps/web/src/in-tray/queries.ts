import { inTrayQueries } from "@zhenggai/client";
import { client } from "../api.ts";

/** Apart from the other rooms' queries: nothing of them comes with the first page. */
export const trayQueries = inTrayQueries(client);

/** How often the tray is asked for anew where nothing told of a change: instruments have a stream of their own. */
export const ASK_AGAIN_MS = 60_000;
