import { fileURLToPath } from "node:url";

/** The root of the checkout, where `.zhenggai` lies unless told otherwise. */
export const CHECKOUT = fileURLToPath(new URL("../../..", import.meta.url));
