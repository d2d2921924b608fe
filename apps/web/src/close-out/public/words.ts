import { learn } from "../../i18n/index.ts";
import { publicDesk } from "../../i18n/zh-CN/public.ts";

/** The sentences of the public's pages. */
export const publicWords = publicDesk;
learn(publicWords);
