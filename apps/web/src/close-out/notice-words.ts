import { learn } from "../i18n/index.ts";
import { notices } from "../i18n/zh-CN/notices.ts";

/** The sentences of published notices. */
export const noticeWords = notices;
learn(noticeWords);
