import "../i18n/form-words.ts";
import { learn } from "../i18n/index.ts";
import { supervision } from "../i18n/zh-CN/supervision.ts";

/** The sentences of supervision. */
export const supervisionWords = supervision;
learn(supervisionWords);
