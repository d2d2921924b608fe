import { learn } from "../i18n/index.ts";
import { inTray } from "../i18n/zh-CN/in-tray.ts";

/** The sentences of this room. */
export const inTrayWords = inTray;
learn(inTrayWords);
