import { failureOf } from "../../failure.ts";
import { closeOutRoom } from "../queries.ts";

/** Whether the server is open to people without an account: a setting of it, which stays as it is. */
export const publicDeskQuery = () => ({ ...closeOutRoom.publicDesk(), staleTime: Number.POSITIVE_INFINITY });

/** Asked again only where no answer came: what was refused stays refused. */
export const askAgain = (failures: number, error: unknown): boolean =>
	failures < 2 && failureOf(error).code === "UNREACHABLE";
