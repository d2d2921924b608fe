import type { UploadLimit } from "@zhenggai/domain/progress";
import type { ServiceContext } from "../kit/context.ts";

/** The largest file that is taken, so that a larger one is refused before it is sent. */
export const getUploadLimit = (context: ServiceContext) => async (): Promise<UploadLimit> => ({
	bytes: context.fileLimit,
});
