import type { ImportRecord } from "@zhenggai/domain/issues";
import { say } from "@zhenggai/domain/kernel";
import { ServiceError } from "../errors.ts";
import { alreadyEnded } from "./findings.ts";

/** Nothing can be chosen or read for an import that is over. */
export const hasEnded = (state: Exclude<ImportRecord["state"], "draft">): ServiceError =>
	new ServiceError("CONFLICT", alreadyEnded(state).message);

/** The document itself is not there, so it cannot be read again. */
export const sourceNotKept = (): ServiceError =>
	new ServiceError(
		"CONFLICT",
		say("原文件未保存，请重新上传", "The source was not kept: upload the document again"),
	);

/** Somebody else read it with another hint: what is on the screen is not what the draft holds. */
export const readMeanwhile = (): ServiceError =>
	new ServiceError(
		"CONFLICT",
		say(
			"该文件已被重新读取，请刷新后再操作",
			"The document was read again in the meantime: reload and try again",
		),
	);
